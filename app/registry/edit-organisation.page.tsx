// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { findOrganisation } from "./find-organisation.server";
import { OrganisationForm } from "./parts/organisation-form";
import { reclassify, update } from "./policy";
import { updateOrganisation } from "./update-organisation.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const body = await findOrganisation(ctx, params.slug ?? "");
  enforce(update(ctx.actor, body));
  const { id: _id, createdAt: _createdAt, checkedAt: _checkedAt, closedAt: _closedAt, mergedIntoId: _mergedIntoId, ...known } = body;
  return { title: translate(ctx.locale, "registry.edit.title", { name: body.name }), known, mayReclassify: reclassify(ctx.actor).ok };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { id } = await findOrganisation(ctx, params.slug ?? "");
  const { slug } = await updateOrganisation(ctx, id, form);
  return redirectWith(paths.organisation(slug), "registry.edit.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function EditOrganisationPage() {
  const { t } = useTranslation();
  const { known, mayReclassify } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const back = paths.organisation(known.slug);
  const trail = [
    { to: paths.organisations(), label: t("registry.title") },
    { to: back, label: known.name },
  ];
  return (
    <>
      <PageHeader title={t("registry.edit.heading")} trail={trail} />
      <OrganisationForm state={state} known={known} back={back} mayReclassify={mayReclassify} />
    </>
  );
}

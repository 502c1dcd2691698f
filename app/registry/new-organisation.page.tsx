// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { namesakesOf } from "./namesakes.server";
import { OrganisationForm } from "./parts/organisation-form";
import { register } from "./policy";
import { registerOrganisation } from "./register-organisation.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  enforce(register(ctx.actor));
  return { title: translate(ctx.locale, "registry.new.title") };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const { id, slug } = await registerOrganisation(ctx, form);
  const namesakes = await namesakesOf(ctx, String(form.get("name")), id);
  return redirectWith(paths.organisation(slug), namesakes.length > 0 ? "registry.new.doneNamesake" : "registry.new.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewOrganisationPage() {
  const { t } = useTranslation();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={t("registry.new.title")} lead={t("registry.new.lead")} trail={[{ to: paths.organisations(), label: t("registry.title") }]} />
      <OrganisationForm state={state} back={paths.organisations()} mayReclassify />
    </>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { toRomeLocal } from "~/web/time";
import { translate } from "~/web/translate.server";
import { formChoices } from "./form-choices.server";
import { WorkshopForm } from "./parts/workshop-form";
import { changeWorkshop, mine } from "./save-workshop.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const workshop = await mine(ctx, params.id ?? "");
  const { id, title, description, place, startsAt, endsAt, capacity, district, neighbourhoodId, themes } = workshop;
  const minutes = String(Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));
  return {
    heading: translate(ctx.locale, "workshops.edit.title"),
    workshop: { id, title },
    initial: { title, description, place, startsAt: toRomeLocal(startsAt).slice(0, 16), minutes, capacity: String(capacity), district: district ? String(district) : "", neighbourhoodId: neighbourhoodId ?? "", themes: themes.map((theme) => theme.id) },
    choices: await formChoices(ctx),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await changeWorkshop(ctx, params.id ?? "", form);
  return redirectWith(paths.workshop(params.id ?? ""), "workshops.edit.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading ?? ""} · Concerto` }];

export default function EditWorkshopPage() {
  const { t } = useTranslation();
  const { heading, workshop, initial, choices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={heading} lead={t("workshops.edit.lead")} trail={[{ to: paths.workshops(), label: t("workshops.title") }, { to: paths.workshop(workshop.id), label: workshop.title }]} />
      <WorkshopForm state={state} initial={initial} {...choices} back={paths.workshop(workshop.id)} />
    </>
  );
}

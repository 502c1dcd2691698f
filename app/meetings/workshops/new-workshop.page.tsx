// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { formChoices } from "./form-choices.server";
import { WorkshopForm } from "./parts/workshop-form";
import { hold } from "./policy";
import { draftWorkshop } from "./save-workshop.server";

export const loader = load(async (ctx) => {
  signedIn(ctx);
  enforce(hold(ctx.actor));
  return { title: translate(ctx.locale, "workshops.new.title"), choices: await formChoices(ctx) };
});

export const action = act(async (ctx, form) => {
  signedIn(ctx);
  const { workshopId } = await draftWorkshop(ctx, form);
  return redirectWith(paths.workshop(workshopId), "workshops.new.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewWorkshopPage() {
  const { t } = useTranslation();
  const { title, choices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <PageHeader title={title} lead={t("workshops.new.lead")} trail={[{ to: paths.workshops(), label: t("workshops.title") }]} />
      {choices.themes.length === 0 ? <Empty action={<Link to={paths.workshopThemes()}>{t("workshops.themes.title")}</Link>}>{t("workshops.themes.first")}</Empty> : <WorkshopForm state={state} {...choices} back={paths.workshops()} />}
    </>
  );
}

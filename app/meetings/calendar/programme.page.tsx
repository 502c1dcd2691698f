// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { Field, type FormState, Select } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { MeetingForm } from "../parts/meeting-form";
import { convene } from "../policy";
import { planProgramme } from "./plan-programme.server";
import { rhythms } from "./recurrence";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(convene(ctx.actor, await findTable(ctx, header.id), header.standing));
  return { header, title: translate(ctx.locale, "meetings.programme.title") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await planProgramme(ctx, params.slug ?? "", form);
  return redirectWith(paths.tableMeetings(params.slug ?? ""), "meetings.programme.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ProgrammePage() {
  const { t } = useTranslation();
  const { header, title } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const initial = { title: t("meetings.plan.usualTitle"), startsAt: "", minutes: 120, mode: "mixed", place: null, link: null, note: null };
  return (
    <>
      <TableHeader header={header} active="meetings" page={title} />
      <p className="lead">{t("meetings.programme.lead")}</p>
      <MeetingForm state={state} initial={initial} action={t("meetings.programme.save")} back={paths.tableMeetings(header.slug)}>
        <Select name="rhythm" label={t("meetings.programme.rhythm")} options={rhythms.map((value) => ({ value, label: t(`meetings.programme.every.${value}`) }))} initial="two_months" state={state} required />
        <Field name="times" type="number" min={2} max={26} label={t("meetings.programme.times")} hint={t("meetings.programme.timesHint")} initial="6" state={state} required />
      </MeetingForm>
    </>
  );
}

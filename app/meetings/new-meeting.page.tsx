// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findTable, tableHeaderData } from "~/tables/index.server";
import { Checkbox, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { usualPointsOf } from "./agenda/usual-points.server";
import { MeetingForm } from "./parts/meeting-form";
import { planMeeting } from "./plan-meeting.server";
import { convene } from "./policy";

const USUAL_MINUTES = 120;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  enforce(convene(ctx.actor, await findTable(ctx, header.id), header.standing));
  const usual = (await usualPointsOf(ctx, header)).map(({ title }) => `«${title}»`);
  return { header, usual, title: translate(ctx.locale, "meetings.plan.title") };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { meetingId } = await planMeeting(ctx, params.slug ?? "", form);
  return redirectWith(paths.meeting(meetingId), "meetings.plan.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function NewMeetingPage() {
  const { t } = useTranslation();
  const { header, title, usual } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const initial = { title: t("meetings.plan.usualTitle"), startsAt: "", minutes: USUAL_MINUTES, mode: "mixed", place: null, link: null, note: null };
  return (
    <>
      <TableHeader header={header} active="meetings" page={title} />
      <p className="lead">{t("meetings.plan.lead")}</p>
      <MeetingForm state={state} initial={initial} action={t("meetings.plan.save")} back={paths.tableMeetings(header.slug)}>
        <fieldset className="field mb-4">
          <legend>{t("meetings.agenda.title")}</legend>
          <Checkbox name="usual" label={t("meetings.plan.usual")} checked state={state} />
          <div className="field-hint">{usual.length > 0 ? t("meetings.plan.usualNow", { points: usual.join(", ") }) : t("meetings.plan.usualNone")}</div>
        </fieldset>
      </MeetingForm>
    </>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, type FormState, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { toRomeLocal } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findMeeting } from "../find-meeting.server";
import { minutesOf, stateOf } from "../meeting";
import { MeetingHeader } from "../meeting-header";
import { meetingHeaderData } from "../meeting-header.server";
import { MeetingForm } from "../parts/meeting-form";
import { meetingStyles } from "../parts/styles";
import { convene } from "../policy";
import { quoteRule } from "../quote-rule.server";
import { changeDraft, correctMeeting } from "./correct.server";
import { noticePeriod } from "./notice-period.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  const { meeting, table, standing } = found;
  enforce(convene(ctx.actor, table, standing));
  const { title, startsAt, mode, place, link, note, revision } = meeting;
  return {
    header,
    revision,
    title: translate(ctx.locale, header.state === "convened" ? "meetings.correct.title" : "meetings.edit.title"),
    rule: quoteRule(ctx.locale, (await noticePeriod(ctx, table.id, startsAt)).rules, "notice"),
    initial: { title, startsAt: toRomeLocal(startsAt).slice(0, 16), minutes: minutesOf(meeting), mode, place, link, note },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  if (stateOf((await findMeeting(ctx, id)).meeting) === "convened") {
    await correctMeeting(ctx, id, form);
    return redirectWith(paths.meeting(id), "meetings.correct.done");
  }
  await changeDraft(ctx, id, form);
  return redirectWith(paths.meeting(id), "meetings.edit.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function EditMeetingPage() {
  const { t } = useTranslation();
  const { header, title, initial, revision, rule } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const convened = header.state === "convened";
  return (
    <>
      <MeetingHeader header={header} active="meeting" page={title} />
      {convened ? (
        <Callout tone="warning" title={t("meetings.correct.means")}>
          <p className="mb-0">{t("meetings.correct.newDate")} {rule}</p>
        </Callout>
      ) : null}
      <MeetingForm state={state} initial={initial} action={t(convened ? "meetings.correct.send" : "meetings.edit.save")} back={paths.meeting(header.id)}>
        <input type="hidden" name="revision" value={revision} />
        {convened ? (
          <>
            <TextArea name="reason" label={t("meetings.correct.reason")} hint={t("meetings.correct.reasonHint")} rows={2} maxLength={1000} state={state} required />
            <TextArea name="urgentReason" label={t("meetings.convene.urgentReason")} hint={t("meetings.correct.urgentHint")} rows={2} maxLength={1000} state={state} />
          </>
        ) : null}
      </MeetingForm>
    </>
  );
}

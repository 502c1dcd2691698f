// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, Empty, ErrorSummary, type FormState, Section, TextArea } from "~/ui";
import { EnrolmentChip } from "~/registry";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { agendaOf } from "../agenda/read-agenda.server";
import { MeetingHeader } from "../meeting-header";
import { meetingHeaderData } from "../meeting-header.server";
import { AgendaList } from "../parts/agenda-list";
import { meetingStyles } from "../parts/styles";
import { convene } from "../policy";
import { quoteRule } from "../quote-rule.server";
import { conveneMeeting } from "./convene.server";
import { noticePeriod } from "./notice-period.server";
import { recipientsOn } from "./recipients.server";
import { notEnrolledAt } from "./replies.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  const { meeting, table, standing } = found;
  enforce(convene(ctx.actor, table, standing));
  const notice = await noticePeriod(ctx, table.id, meeting.startsAt);
  const recipients = await recipientsOn(ctx.db.read, table.id, meeting.startsAt, notice.rules.rules);
  return {
    header,
    title: translate(ctx.locale, "meetings.convene.action"),
    revision: meeting.revision,
    judgement: notice.judgement,
    left: notice.freeDays,
    first: formatDate(notice.firstDay, ctx.locale),
    rule: quoteRule(ctx.locale, notice.rules, "notice"),
    agenda: await agendaOf(ctx, meeting.id),
    recipients: recipients.map(({ seatId, organisationName, person, capacity }) => ({ key: `${seatId} ${person?.id}`, seatId, body: organisationName, person: person?.label ?? null, capacity })),
    out: await notEnrolledAt(ctx, table.id, meeting.startsAt),
    linkMissing: meeting.mode !== "in_person" && !meeting.link,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  await conveneMeeting(ctx, params.id ?? "", form);
  return redirectWith(paths.meeting(params.id ?? ""), "meetings.convene.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ConvenePage() {
  const { t } = useTranslation();
  const { header, title, revision, judgement, left, first, rule, agenda, recipients, out, linkMissing } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const nobody = recipients.filter(({ person }) => person === null);
  const called = recipients.filter(({ person }) => person !== null);
  if (!["draft", "announced"].includes(header.state)) {
    return (
      <>
        <MeetingHeader header={header} active="meeting" page={title} />
        <Callout tone="neutral">
          <p className="mb-0">
            {t("meetings.convene.already")}. <Link to={paths.meeting(header.id)}>{t("meetings.agenda.finish")}</Link>
          </p>
        </Callout>
      </>
    );
  }
  const blocked = judgement === "tooLate" || agenda.length === 0 || linkMissing;
  return (
    <>
      <MeetingHeader header={header} active="meeting" page={title} />
      <Callout tone={judgement === "enough" ? "success" : judgement === "urgent" ? "warning" : "danger"} title={t(`meetings.convene.notice.${judgement}`, { count: left })}>
        <p className="mb-0">{rule}</p>
        {judgement === "enough" ? null : <p className="mb-0 mt-2">{t("meetings.convene.first", { first })} <Link to={paths.editMeeting(header.id)}>{t("meetings.convene.changeDate")}</Link></p>}
      </Callout>
      {agenda.length === 0 ? <Callout tone="warning"><p className="mb-0">{t("meetings.convene.agendaNeeded")} <Link to={paths.meetingAgenda(header.id)}>{t("meetings.agenda.compose")}</Link></p></Callout> : null}
      {linkMissing ? <Callout tone="warning"><p className="mb-0">{t("meetings.convene.linkNeeded")} <Link to={paths.editMeeting(header.id)}>{t("meetings.edit.action")}</Link></p></Callout> : null}
      <div className="two-columns">
        <div>
          <Section title={t("meetings.agenda.title")}>
            {agenda.length > 0 ? <AgendaList points={agenda} /> : <Empty>{t("meetings.agenda.empty")}</Empty>}
          </Section>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={state} labels={{ urgentReason: t("meetings.convene.urgentReason") }} />
            <input type="hidden" name="revision" value={revision} />
            {judgement === "urgent" ? <TextArea name="urgentReason" label={t("meetings.convene.urgentReason")} hint={t("meetings.convene.urgentHint")} rows={3} maxLength={1000} state={state} required /> : null}
            {blocked ? null : <p className="muted">{t("meetings.convene.means")}</p>}
            <div className="form-actions">
              {blocked ? null : <Button>{t("meetings.convene.send")}</Button>}
              <ButtonLink look="outline-primary" to={paths.meeting(header.id)}>{t(blocked ? "meetings.agenda.finish" : "web.form.cancel")}</ButtonLink>
            </div>
          </Form>
        </div>
        <div>
          <Section title={t("meetings.convene.recipients", { count: called.length })}>
            {nobody.length > 0 ? <Callout tone="warning" title={t("meetings.convene.nobody")}><p className="mb-0">{nobody.map(({ body }) => body).join(", ")}</p></Callout> : null}
            <ul className="plain-list">
              {called.map(({ key, seatId, body, person, capacity }) => (
                <li key={key}>
                  {body} <span className="muted">— {person}{capacity === "deputy" ? `, ${t("tables.capacity.deputy")}` : ""}</span> {out[seatId] ? <EnrolmentChip body={out[seatId]} /> : null}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
    </>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { agendaOf } from "../agenda/read-agenda.server";
import { ownInterests } from "~/registry/index.server";
import { rulesOf } from "~/tables/index.server";
import { quorumNow, voicesAt } from "../decisions/voices.server";
import { MeetingHeader } from "../meeting-header";
import { meetingHeaderData } from "../meeting-header.server";
import { meetingStyles } from "../parts/styles";
import { arrive, propose } from "../policy";
import { quoteRule } from "../quote-rule.server";
import { arriveAt } from "./arrive.server";
import { DOORS_OPEN_MS, doorsOpen } from "./attendance";
import { conflictsOf, declareConflict, withdrawConflict, withdrawRecorded } from "./conflicts.server";
import { extendMandate, leaveMeeting } from "./door.server";
import { ConflictList } from "./parts/conflicts";
import { OwnPresence } from "./parts/own-presence";
import { PresenceList } from "./parts/presence-list";
import { RefreshItself } from "./parts/refresh-itself";
import { QuorumStrip, SessionForms } from "./parts/session";
import { expectedAt, presences } from "./read-attendance.server";
import { closeSession, openSession } from "./session.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  const { personId } = signedIn(ctx);
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  const { meeting, table, standing, inside, convenor } = found;
  const mayArrive = arrive(ctx.actor, table, standing, true).ok;
  if ((!inside && !mayArrive) || !["convened", "open", "closed"].includes(header.state)) throw problem("missing");
  const all = await presences(ctx, meeting.id);
  const rules = await rulesOf(ctx, table.id, ctx.now);
  const over = header.state === "closed";
  const doors = doorsOpen(header.state, meeting.startsAt, ctx.now);
  const there = all.filter(({ until, organisationId }) => until === null && organisationId !== ctx.actor?.organisationId);
  return {
    header,
    title: translate(ctx.locale, "meetings.attendance.title"),
    own: { presence: all.find((row) => row.personId === personId && row.until === null) ?? null, may: mayArrive && doors, mode: meeting.mode },
    present: inside ? all : [],
    expected: convenor && !over ? await expectedAt(ctx, meeting) : [],
    quorum: !doors ? null : { ...(await quorumNow(ctx, meeting, await voicesAt(ctx, meeting))), rule: quoteRule(ctx.locale, rules, "quorum") },
    doors,
    doorsFrom: formatDateTime(new Date(meeting.startsAt.getTime() - DOORS_OPEN_MS), ctx.locale),
    rule: quoteRule(ctx.locale, rules, "quorum"),
    secondCall: rules.rules.secondCallPercent !== null,
    agenda: inside ? (await agendaOf(ctx, meeting.id)).map(({ id, title }) => ({ id, title })) : [],
    conflicts: await conflictsOf(ctx, meeting.id),
    registered: inside && !over ? (await ownInterests(ctx)).map(({ what }) => what) : [],
    mayDeclare: !over && propose(ctx.actor, table, standing).ok,
    bodies: convenor && header.state === "open" ? [...new Map(there.map(({ organisationId, body }) => [organisationId, { value: organisationId, label: body }])).values()] : [],
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  const back = (said: string) => redirectWith(paths.attendance(id), said);
  switch (String(form.get("intent"))) {
    case "arrive": {
      const { capacity } = await arriveAt(ctx, id, form);
      const other = form.get("affiliationId") ? "recorded" : "in";
      return back(`meetings.attendance.${capacity === "observer" ? "inAsObserver" : other}`);
    }
    case "leave":
      await leaveMeeting(ctx, id, String(form.get("attendanceId")));
      return back("meetings.attendance.out");
    case "extend":
      await extendMandate(ctx, id, form);
      return back("meetings.attendance.extended");
    case "open":
      await openSession(ctx, id, form);
      return back("meetings.session.openedDone");
    case "close":
      await closeSession(ctx, id);
      return back("meetings.session.closedDone");
    case "declare":
      await declareConflict(ctx, id, form);
      return back(form.get("organisationId") ? "meetings.conflict.recorded" : "meetings.conflict.declared");
    case "withdraw-conflict":
      await withdrawConflict(ctx, id, String(form.get("declarationId")));
      return back("meetings.conflict.withdrawn");
    case "withdraw-record":
      await withdrawRecorded(ctx, id, form);
      return back("meetings.conflict.recordWithdrawn");
    default:
      throw problem("invalid");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.title ?? ""} · Concerto` }];

export default function AttendancePage() {
  const { t } = useTranslation();
  const { header, title, own, present, expected, quorum, doors, doorsFrom, rule, secondCall, agenda, conflicts, registered, mayDeclare, bodies } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const stateOf = (intent: string) => (state?.values.intent === intent ? state : null);
  return (
    <>
      <MeetingHeader header={header} active="attendance" page={title} />
      {/* asking anew would take away what was refused and why */}
      {doors && !state ? <RefreshItself /> : null}
      {header.state === "convened" && !doors ? <Callout title={t("meetings.attendance.notYet", { from: doorsFrom })}><p className="mb-0">{rule}</p></Callout> : null}
      {quorum ? <QuorumStrip quorum={quorum} open={header.state === "open"} /> : null}
      {header.inside ? null : <Callout tone="warning">{t("meetings.attendance.outside")}</Callout>}
      <OwnPresence own={own} state={stateOf("arrive") ?? stateOf("leave")} />
      {header.convenor && doors ? <SessionForms open={header.state === "open"} secondCall={secondCall} reached={quorum?.reached ?? true} state={stateOf("open") ?? stateOf("close")} /> : null}
      {header.inside ? (
        <Section title={t(header.state === "closed" ? "meetings.attendance.whoWas" : "meetings.attendance.who")}>
          <PresenceList present={present} expected={expected} over={header.state === "closed"} convenor={header.convenor && doors} state={stateOf("extend")} />
        </Section>
      ) : null}
      {header.inside ? (
        <Section title={t("meetings.conflict.title")} id="interessi">
          <ConflictList agenda={agenda} conflicts={conflicts} registered={registered} mayDeclare={mayDeclare} bodies={bodies} state={stateOf("declare")} withdrawal={stateOf("withdraw-record")} over={header.state === "closed"} />
        </Section>
      ) : null}
    </>
  );
}

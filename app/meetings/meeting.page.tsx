// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Callout, Empty, Facts, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { lengthOf } from "./agenda/agenda";
import { agendaOf } from "./agenda/read-agenda.server";
import { proposalsFor, withdrawProposal } from "./agenda/proposals.server";
import { announceMeeting } from "./convocation/correct.server";
import { lastContent } from "./convocation/proof.server";
import { answerCall, askNeeds, needsFor, ownNeeds, repliesTo } from "./convocation/replies.server";
import { sameContent } from "./convocation/call";
import { contentOf } from "./convocation/send-call.server";
import { NextStep } from "./convocation/parts/next-step";
import { Answers, ReplyForms } from "./convocation/parts/replies";
import { openCommitmentsShown } from "./commitments/find-commitments.server";
import { OpenCommitments } from "./commitments/parts/open-commitments";
import { minutesOf } from "./meeting";
import { MeetingHeader } from "./meeting-header";
import { meetingHeaderData } from "./meeting-header.server";
import { AgendaList } from "./parts/agenda-list";
import { OwnProposals } from "./parts/own-proposals";
import { meetingStyles } from "./parts/styles";
import { DOORS_OPEN_MS } from "./attendance/attendance";
import { arrive, propose, readProof } from "./policy";

export const links = meetingStyles;

export const loader = load(async (ctx, { params }) => {
  const { header, found } = await meetingHeaderData(ctx, params.id ?? "");
  const { meeting, table, inside, convenor, standing } = found;
  const mayReadAgenda = inside || (!table.sensitive && meeting.convenedAt !== null);
  const agenda = mayReadAgenda ? await agendaOf(ctx, meeting.id) : [];
  const sent = convenor ? await lastContent(ctx, meeting.callId) : null;
  const proposals = inside ? await proposalsFor(ctx, meeting.id) : [];
  const replies = await repliesTo(ctx, meeting.id);
  const before = ["announced", "convened"].includes(header.state);
  return {
    header,
    link: inside ? meeting.link : null,
    note: inside ? meeting.note : null,
    // outside the table a point is its title: what it says and its papers are for the members
    agenda: inside ? agenda : agenda.map((point) => ({ ...point, text: null, itemId: null })),
    agendaHidden: !mayReadAgenda,
    length: lengthOf(agenda, minutesOf(meeting)),
    changedSince: sent !== null && header.state === "convened" && !sameContent(sent, await contentOf(ctx, ctx.db.read, meeting)),
    toAnswer: convenor ? proposals.filter(({ outcome }) => outcome === null).length : 0,
    // what the table has promised and not kept yet: the session begins there
    commitments: inside && (before || header.state === "open") ? await openCommitmentsShown(ctx, table.id) : null,
    ownProposals: proposals.filter(({ organisationId }) => organisationId === ctx.actor?.organisationId).map(({ id, title, outcome, reason, documents }) => ({ id, title, outcome, reason, documents })),
    replies,
    needs: await needsFor(ctx, meeting.id),
    ownNeeds: inside ? await ownNeeds(ctx, meeting.id) : "",
    doors: arrive(ctx.actor, table, standing, true).ok && (header.state === "open" || (header.state === "convened" && ctx.now.getTime() >= meeting.startsAt.getTime() - DOORS_OPEN_MS && ctx.now < meeting.endsAt)),
    may: { propose: before && propose(ctx.actor, table, standing).ok, reply: header.state === "convened" && replies.some(({ own }) => own), proof: readProof(ctx.actor, table, standing).ok && meeting.callId !== null },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  switch (String(form.get("intent"))) {
    case "announce":
      await announceMeeting(ctx, id);
      return redirectWith(paths.meeting(id), "meetings.announce.done");
    case "reply":
      await answerCall(ctx, id, form);
      return redirectWith(paths.meeting(id), "meetings.reply.done");
    case "needs":
      await askNeeds(ctx, id, form);
      return redirectWith(paths.meeting(id), "meetings.needs.done");
    case "withdraw":
      await withdrawProposal(ctx, id, String(form.get("proposalId")));
      return redirectWith(paths.meeting(id), "meetings.propose.withdrawnDone");
    default:
      throw problem("invalid");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.header.title ?? ""} · Concerto` }, ...(data?.header.sensitive ? [{ name: "robots", content: "noindex" }] : [])];

export default function MeetingPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { header, link, note, agenda, agendaHidden, length, may, ownProposals } = data;
  return (
    <>
      <MeetingHeader header={header} active="meeting" />
      {data.doors ? <Callout tone="success"><p className="mb-0">{t("meetings.attendance.goSays")} <Link to={paths.attendance(header.id)}>{t("meetings.attendance.go")}</Link></p></Callout> : null}
      {header.convenor ? <NextStep header={header} empty={agenda.length === 0} changedSince={data.changedSince} toAnswer={data.toAnswer} /> : null}
      <div className="two-columns">
        <div>
          <Section title={t("meetings.agenda.title")} actions={may.propose && !header.convenor ? <ButtonLink small look="outline-primary" to={paths.proposePoint(header.id)}>{t("meetings.propose.action")}</ButtonLink> : null}>
            {agenda.length > 0 ? <AgendaList points={agenda} /> : <Empty>{t(agendaHidden ? "meetings.agenda.hidden" : "meetings.agenda.none")}</Empty>}
            {agenda.length > 0 && header.inside ? <p className={length.fits ? "muted" : "text-danger"}>{t(length.fits ? "meetings.agenda.total" : "meetings.agenda.tooLong", { count: length.total })}</p> : null}
          </Section>
          {data.commitments && data.commitments.length > 0 ? (
            <Section title={t("meetings.agenda.openCommitments")}>
              <OpenCommitments slug={header.table.slug} commitments={data.commitments} />
            </Section>
          ) : null}
          <OwnProposals proposals={ownProposals} />
          {may.reply ? <ReplyForms own={data.replies.find(({ own }) => own)} needs={data.ownNeeds} state={state} /> : null}
        </div>
        <div>
          <Section title={t("meetings.facts")}>
            <Facts
              rows={[
                [t("meetings.when.label"), `${header.date}, ${t("meetings.fromTo", { from: header.from, until: header.until })}`],
                [t("meetings.mode.label"), t(`meetings.mode.${header.mode}`)],
                [t("meetings.place.label"), header.place],
                [t("meetings.link.label"), link ? <a key="room" href={link}>{t("meetings.link.enter")}</a> : null],
                [t("meetings.note.label"), note],
              ]}
            />
            {header.state === "draft" ? null : (
              <p className="no-print">
                <a href={paths.meetingEntry(header.id)}>{t("meetings.entry.add")}</a>
              </p>
            )}
            {may.proof ? (
              <p className="no-print">
                <Link to={paths.meetingCalls(header.id)}>{t("meetings.proof.link")}</Link>
              </p>
            ) : null}
          </Section>
          {header.inside && data.replies.length > 0 ? <Answers replies={data.replies} needs={data.needs} convenor={header.convenor} asked={header.state !== "draft"} /> : null}
        </div>
      </div>
    </>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Chip, type FormState, PageHeader, Section, Written } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate, formatDateTime } from "~/web/time";
import { commentReorganisation, orderTables } from "../policy";
import { approveProposal } from "./approve.server";
import { afterMoves } from "./moves";
import { BeforeAfter } from "./parts/before-after";
import { Comments } from "./parts/comments";
import { MoveForms } from "./parts/move-forms";
import { MoveList } from "./parts/move-list";
import { ProposalSteps } from "./parts/proposal-steps";
import { addMove, comment, commentsOn, findProposal, openProposal, removeMove, sitsSomewhere, tablesBefore, withdrawProposal } from "./proposals.server";

export const loader = load(async (ctx, { params }) => {
  const proposal = await findProposal(ctx, params.id ?? "");
  const before = await tablesBefore(ctx);
  const open = proposal.state === "open" && (proposal.commentsUntil ?? ctx.now) > ctx.now;
  const may = orderTables(ctx.actor).ok;
  const { id, title, reason, state, moves, act: by } = proposal;
  const done = state === "approved";
  return {
    proposal: { id, title, reason, state, by, until: proposal.commentsUntil && formatDate(proposal.commentsUntil, ctx.locale), approved: proposal.approvedAt && formatDate(proposal.approvedAt, ctx.locale) },
    moves,
    names: Object.fromEntries(before.map((table) => [table.id, table.name])),
    before: done ? [] : before.map(({ id: key, name, memberIds, formal }) => ({ key, name, members: memberIds.length, formal })),
    after: done ? [] : afterMoves(before, moves),
    tables: before.map((table) => ({ value: table.id, label: table.name })),
    comments: (await commentsOn(ctx, id)).map(({ at, ...row }) => ({ ...row, when: formatDateTime(at, ctx.locale) })),
    may: { order: may, comment: commentReorganisation(ctx.actor, { open, sits: await sitsSomewhere(ctx) }).ok },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  const done = (said: string) => redirectWith(paths.reorganisation(id), `tables.reorganisation.done.${said}`);
  switch (form.get("do")) {
    case "remove":
      await removeMove(ctx, id, Number(form.get("index")));
      return done("removed");
    case "open":
      await openProposal(ctx, id, form);
      return done("opened");
    case "approve":
      await approveProposal(ctx, id, form);
      return done("approved");
    case "withdraw":
      await withdrawProposal(ctx, id);
      return done("withdrawn");
    case "comment":
      await comment(ctx, id, form);
      return done("commented");
    default:
      await addMove(ctx, id, form);
      return done("added");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.proposal.title ?? ""} · Concerto` }];

export default function ReorganisationPage() {
  const { t } = useTranslation();
  const { proposal, moves, names, before, after, tables, comments, may } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const draft = proposal.state === "draft";
  return (
    <>
      <PageHeader title={proposal.title} trail={[{ to: paths.reorganisations(), label: t("tables.reorganisation.title") }]} chips={<Chip tone={proposal.state === "approved" ? "success" : "warning"}>{t(`tables.reorganisation.state.${proposal.state}`)}</Chip>} />
      <p className="pre-line lead"><Written>{proposal.reason}</Written></p>
      {proposal.state === "approved" ? <Callout tone="success">{t("tables.reorganisation.approvedWith", { act: proposal.by, date: proposal.approved })}</Callout> : null}
      {proposal.state === "open" && proposal.until ? <Callout>{t("tables.reorganisation.commentsUntil", { date: proposal.until })}</Callout> : null}
      <Section title={t("tables.reorganisation.movesTitle")}>
        <MoveList moves={moves} names={names} mayRemove={draft && may.order} />
        {draft && may.order ? <MoveForms tables={tables} state={state} /> : null}
      </Section>
      {moves.length > 0 && after.length > 0 ? (
        <Section title={t("tables.reorganisation.beforeAfter")}>
          <BeforeAfter before={before} after={after} />
        </Section>
      ) : null}
      {may.order ? <ProposalSteps proposal={proposal} hasMoves={moves.length > 0} state={state} /> : null}
      {draft ? null : <Comments comments={comments} mayComment={may.comment} state={state} />}
    </>
  );
}

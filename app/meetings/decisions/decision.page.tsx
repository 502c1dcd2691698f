// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { rulesOf } from "~/tables/index.server";
import { keepRecord } from "../commitments/policy";
import { MeetingHeader } from "../meeting-header";
import { headerOf } from "../meeting-header.server";
import { quoteRule } from "../quote-rule.server";
import { findDecision } from "./find-decisions.server";
import { DecisionResult } from "./parts/decision-result";
import { CloseForms, PositionForms } from "./parts/position-forms";
import { putDecision, statePosition } from "./policy";
import { closeDecision, withdrawDecision } from "./put-decision.server";
import { castBallot, recordReserve } from "./state-position.server";
import { viewDecision } from "./view-decision.server";
import { conflictedAt, voicesAt } from "./voices.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const found = await findDecision(ctx, params.decisionId ?? "");
  const { meeting, table, standing, decision, positions } = found;
  if (meeting.id !== params.id) throw problem("missing");
  const open = decision.outcome === null;
  const voices = open ? await voicesAt(ctx, meeting) : [];
  const conflicted = await conflictedAt(ctx.db.read, decision.agendaItemId);
  const voted = new Set(positions.map(({ organisationId }) => organisationId));
  const stateable = voices.map((voice) => ({ voice, may: statePosition(ctx.actor, table, standing, meeting, voice) }));
  const own = stateable.find(({ voice }) => voice.organisationId === ctx.actor?.organisationId);
  return {
    header: headerOf(ctx, found),
    title: translate(ctx.locale, "meetings.decisions.one"),
    decision: viewDecision(ctx, found),
    rule: quoteRule(ctx.locale, await rulesOf(ctx, table.id, decision.closedAt ?? ctx.now), "decisions"),
    // who may state nothing, though their body sits here, is told why
    because: open && own && !own.may.ok ? own.may.because : null,
    bodies: stateable.flatMap(({ voice, may }) => (may.ok ? { value: voice.organisationId, label: voice.organisationName, voted: voted.has(voice.organisationId), conflicted: conflicted.has(voice.organisationId) } : [])),
    ownId: ctx.actor?.organisationId ?? null,
    mayClose: open && putDecision(ctx.actor, table, standing, meeting).ok,
    mayWithdraw: open && keepRecord(ctx.actor, table, standing).ok,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.decisionId ?? "";
  const back = paths.decision(params.id ?? "", id);
  switch (form.get("do")) {
    case "vote":
      await castBallot(ctx, id, form);
      return redirectWith(back, "meetings.decisions.voted");
    case "reserve":
      await recordReserve(ctx, id, form);
      return redirectWith(back, "meetings.decisions.reserved");
    case "close":
      await closeDecision(ctx, id);
      return redirectWith(back, "meetings.decisions.closedDone");
    case "withdraw":
      await withdrawDecision(ctx, id, form);
      return redirectWith(back, "meetings.decisions.withdrawnDone");
    default:
      throw problem("invalid");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.title ?? ""} · Concerto` }];

export default function DecisionPage() {
  const { t } = useTranslation();
  const { header, decision, rule, because, bodies, ownId, mayClose, mayWithdraw } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <MeetingHeader header={header} active="decisions" page={t("meetings.decisions.pageTitle", { position: decision.item.position, item: decision.item.title })} />
      <DecisionResult decision={decision} rule={rule} />
      {decision.documentId ? (
        <p>
          <Link to={paths.document(decision.documentId)}>{t(decision.outcome === null ? "meetings.decisions.documentStill" : "meetings.decisions.document")}</Link>
        </p>
      ) : null}
      {because ? (
        <Callout tone="warning">
          <p>{t(because)}</p>
        </Callout>
      ) : null}
      {bodies.length > 0 ? (
        <Section title={t("meetings.decisions.positions")}>
          <PositionForms method={decision.method} bodies={bodies} ownId={ownId} state={state} />
        </Section>
      ) : null}
      {mayWithdraw ? <CloseForms method={decision.method} mayClose={mayClose} state={state} /> : null}
    </>
  );
}

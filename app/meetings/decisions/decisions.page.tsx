// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { rulesOf } from "~/tables/index.server";
import { Callout, Empty, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { MeetingHeader } from "../meeting-header";
import { headerOf } from "../meeting-header.server";
import { agendaOf, decisionsOf, meetingInside } from "./find-decisions.server";
import { DecisionCard } from "./parts/decision-card";
import { DecisionForm } from "./parts/decision-form";
import { putDecision } from "./policy";
import { openDecision } from "./put-decision.server";
import { viewDecision } from "./view-decision.server";
import { quorumNow, voicesAt } from "./voices.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const found = await meetingInside(ctx, params.id ?? "");
  const { meeting, table, standing } = found;
  const may = putDecision(ctx.actor, table, standing, meeting);
  const { rules } = await rulesOf(ctx, table.id, ctx.now);
  const voices = await voicesAt(ctx, meeting);
  return {
    header: headerOf(ctx, found),
    title: translate(ctx.locale, "meetings.decisions.title"),
    decisions: (await decisionsOf(ctx.db.read, meeting.id)).map((each) => viewDecision(ctx, each)),
    items: may.ok ? (await agendaOf(ctx.db.read, meeting.id)).map(({ id, position, title, documentId }) => ({ value: id, label: `${position}. ${title}`, document: documentId !== null })) : [],
    usual: rules.decisions,
    quorum: meeting.openedAt && !meeting.closedAt ? await quorumNow(ctx, meeting, voices) : null,
    because: may.ok ? null : may.because,
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { decisionId } = await openDecision(ctx, params.id ?? "", form);
  return redirectWith(paths.decision(params.id ?? "", decisionId), "meetings.decisions.opened");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.title ?? ""} · Concerto` }];

export default function DecisionsPage() {
  const { t } = useTranslation();
  const { header, title, decisions, items, usual, quorum, because } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <MeetingHeader header={header} active="decisions" />
      {quorum ? (
        <Callout tone={quorum.reached ? "success" : "warning"}>
          <p>{t(quorum.reached ? "meetings.decisions.quorum.reached" : "meetings.decisions.quorum.missing", { present: quorum.present, entitled: quorum.entitled, needed: quorum.needed })}</p>
        </Callout>
      ) : null}
      <Section title={title}>
        {decisions.length === 0 ? <Empty>{t("meetings.decisions.none")}</Empty> : decisions.map((decision) => <DecisionCard key={decision.id} decision={decision} to={paths.decision(header.id, decision.id)} />)}
      </Section>
      {because === null ? (
        <Section title={t("meetings.decisions.put")}>
          <DecisionForm items={items} usual={usual} state={state} />
        </Section>
      ) : header.convenor ? (
        <p className="muted mt-3">{t(because)}</p>
      ) : null}
    </>
  );
}

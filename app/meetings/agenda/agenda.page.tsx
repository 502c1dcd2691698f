// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Empty, type FormState, Section } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { openCommitmentsShown } from "../commitments/find-commitments.server";
import { OpenCommitments } from "../commitments/parts/open-commitments";
import { minutesOf } from "../meeting";
import { MeetingHeader } from "../meeting-header";
import { headerOf } from "../meeting-header.server";
import { AgendaList } from "../parts/agenda-list";
import { meetingStyles } from "../parts/styles";
import { lengthOf } from "./agenda";
import { addPoint, beginAgenda, composable, editPoint, movePoint, takeSuggestion } from "./change-agenda.server";
import { PointActions, PointForm } from "./parts/point-forms";
import { ProposalList, SuggestionList } from "./parts/incoming";
import { answerProposal, proposalsFor } from "./proposals.server";
import { agendaOf, documentOptions } from "./read-agenda.server";
import { suggestionsFor } from "./suggestions.server";
import { usualPointsOf } from "./usual-points.server";

export const links = meetingStyles;

export const loader = load(async (ctx, { params, url, site }) => {
  signedIn(ctx);
  const found = await composable(ctx, params.id ?? "");
  const points = await agendaOf(ctx, found.meeting.id);
  return {
    header: headerOf(ctx, found),
    title: translate(ctx.locale, "meetings.agenda.compose"),
    points,
    length: lengthOf(points, minutesOf(found.meeting)),
    available: minutesOf(found.meeting),
    documents: await documentOptions(ctx, found.table.id),
    editing: points.find(({ id }) => id === url.searchParams.get("punto")) ?? null,
    proposals: (await proposalsFor(ctx, found.meeting.id)).filter(({ outcome }) => outcome === null).map(({ id, title, text, minutes, body, documents }) => ({ id, title, text, minutes, body, documents })),
    // what the next agenda opens with
    usual: (await usualPointsOf(ctx, found.table)).map(({ title }) => title),
    commitments: points.some(({ kind }) => kind === "commitments") ? await openCommitmentsShown(ctx, found.table.id) : null,
    suggestions: await suggestionsFor(ctx, found.meeting.id, found.table, site.agendaSources),
  };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  const text = (name: string) => String(form.get(name) ?? "");
  const back = (said: string) => redirectWith(paths.meetingAgenda(id), said);
  switch (text("intent")) {
    case "add":
      await addPoint(ctx, id, form);
      return back("meetings.agenda.added");
    case "usual":
      await beginAgenda(ctx, id);
      return back("meetings.agenda.begun");
    case "edit":
      await editPoint(ctx, id, text("pointId"), form);
      return back("meetings.agenda.edited");
    case "up":
    case "down":
    case "off": {
      const { suggestedAgain } = await movePoint(ctx, id, text("pointId"), text("intent") as "up" | "down" | "off");
      return back(text("intent") !== "off" ? "meetings.agenda.ordered" : suggestedAgain ? "meetings.agenda.removedSuggested" : "meetings.agenda.removed");
    }
    case "answer":
      await answerProposal(ctx, id, text("proposalId"), form);
      return back("meetings.propose.answered");
    case "take": {
      const { table } = await composable(ctx, id);
      // what is taken is what is suggested now, not what the form says
      const suggestion = (await suggestionsFor(ctx, id, table, site.agendaSources)).find((each) => `${each.kind} ${each.id}` === text("suggestion"));
      if (!suggestion) throw problem("conflict", { because: "meetings.agenda.alreadyThere" });
      await takeSuggestion(ctx, id, suggestion);
      return back("meetings.agenda.added");
    }
    default:
      throw problem("invalid");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function AgendaPage() {
  const { t } = useTranslation();
  const { header, title, points, length, available, documents, editing, proposals, usual, commitments, suggestions } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const formState = state?.values.intent === "add" || state?.values.intent === "edit" ? state : null;
  return (
    <>
      <MeetingHeader header={header} active="meeting" page={title} actions={<ButtonLink look="outline-primary" to={paths.meeting(header.id)}>{t("meetings.agenda.finish")}</ButtonLink>} />
      <div className="two-columns">
        <div>
          <Section title={t("meetings.agenda.title")}>
            {points.length === 0 ? <Empty action={usual.length > 0 ? <Form method="post"><Button look="outline-primary" name="intent" value="usual">{t("meetings.agenda.usual.begin")}</Button></Form> : null}>{t("meetings.agenda.empty")}</Empty> : <AgendaList points={points} under={({ id, title: point, kind }, i) => (
              <>
                {kind === "commitments" && commitments ? <OpenCommitments slug={header.table.slug} commitments={commitments} /> : null}
                <PointActions meetingId={header.id} pointId={id} title={point} first={i === 0} last={i === points.length - 1} />
              </>
            )} />}
            {points.length > 0 ? <p className={length.fits ? "muted" : "text-danger"}>{t(length.fits ? "meetings.agenda.fits" : "meetings.agenda.tooLong", { count: length.total, available })}</p> : null}
          </Section>
          <Section title={t(editing ? "meetings.agenda.edit" : "meetings.agenda.add")} id="punto">
            <PointForm key={editing?.id ?? `new-${points.length}`} state={formState} documents={documents} editing={editing} meetingId={header.id} />
          </Section>
        </div>
        <div>
          <Section title={t("meetings.propose.received")} id="proposte">
            {proposals.length === 0 ? <Empty>{t("meetings.propose.noneReceived")}</Empty> : <ProposalList proposals={proposals} state={state?.values.intent === "answer" ? state : null} />}
          </Section>
          <Section title={t("meetings.suggest.title")}>
            {suggestions.length === 0 ? <Empty>{t("meetings.suggest.none")}</Empty> : <SuggestionList suggestions={suggestions} />}
          </Section>
        </div>
      </div>
    </>
  );
}

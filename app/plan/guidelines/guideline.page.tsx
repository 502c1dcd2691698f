// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { documentStyles } from "~/documents";
import { Callout, Chip, type FormState, PageHeader, Stepper, Written } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { wholeNumber } from "~/web/whole-number";
import { answerGuideline } from "./answer-guideline.server";
import { discardDraft } from "./draft-guideline.server";
import { issueGuideline, withdrawGuideline } from "./issue-guideline.server";
import { Addressees } from "./parts/addressees";
import { Comparison } from "./parts/comparison";
import { GuidelineFacts } from "./parts/guideline-facts";
import { StateChip } from "./parts/guideline-list";
import { GuidelineSteps } from "./parts/guideline-steps";
import { InPlan } from "./parts/in-plan";
import { Versions } from "./parts/versions";
import { readGuideline } from "./read-guideline.server";
import { addTarget, endTarget, recordPlanChange } from "./trace-guideline.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params, url }) => {
  const compared = /^(\d{1,6})-(\d{1,6})$/.exec(url.searchParams.get("confronta") ?? "");
  return readGuideline(ctx, params.slug ?? "", wholeNumber(params.number ?? null) ?? 0, {
    version: wholeNumber(url.searchParams.get("versione")),
    compare: compared ? [Number(compared[1]), Number(compared[2])] : null,
  });
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const slug = params.slug ?? "";
  const number = wholeNumber(params.number ?? null) ?? 0;
  switch (form.get("do")) {
    case "issue":
      await issueGuideline(ctx, slug, number, form);
      return redirectWith(paths.guideline(slug, number), "guidelines.issuedDone");
    case "withdraw":
      await withdrawGuideline(ctx, slug, number, form);
      return redirectWith(paths.guideline(slug, number), "guidelines.withdraw.done");
    case "discard":
      return redirectWith((await discardDraft(ctx, slug, number)).left ? paths.tableGuidelines(slug) : paths.guideline(slug, number), "guidelines.discarded");
    case "target":
      await addTarget(ctx, slug, number, form);
      return redirectWith(`${paths.guideline(slug, number)}#piano`, "guidelines.plan.added");
    case "untarget":
      await endTarget(ctx, slug, number, form);
      return redirectWith(`${paths.guideline(slug, number)}#piano`, "guidelines.plan.removed");
    case "change":
      await recordPlanChange(ctx, slug, number, form);
      return redirectWith(`${paths.guideline(slug, number)}#seguito`, "guidelines.plan.changeDone");
    default:
      await answerGuideline(ctx, slug, number, form);
      return redirectWith(`${paths.guideline(slug, number)}#destinatari`, "guidelines.answer.done");
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.shown.title ?? ""} · Concerto` }];

export default function GuidelinePage() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { table, number, shown, withdrawn, comparison, lines, may, way } = view;
  const trail = [
    { to: paths.tables(), label: t("tables.title") },
    { to: paths.table(table.slug), label: table.name },
    { to: paths.tableGuidelines(table.slug), label: t("guidelines.title") },
  ];
  return (
    <>
      <PageHeader
        title={<Written>{shown.title}</Written>}
        trail={trail}
        chips={
          <>
            <Chip tone="primary">{t("guidelines.number", { number, version: shown.version })}</Chip>
            <StateChip state={shown.state} />
          </>
        }
      />
      {withdrawn ? <Callout tone="warning" title={t("guidelines.withdrawnOn", { date: withdrawn.on })}><p>{withdrawn.reason}</p></Callout> : null}
      {shown.state === "superseded" ? <Callout tone="neutral"><p>{t("guidelines.oldVersion", { version: shown.version })}</p></Callout> : null}
      {shown.state === "draft" ? <Callout tone="warning"><p>{t("guidelines.draftMeans")}</p></Callout> : null}
      {comparison ? <Comparison comparison={comparison} /> : <p className="pre-line reading-width"><Written>{shown.text}</Written></p>}
      {comparison ? null : <div className="guideline-way"><Stepper label={t("guidelines.way.label")} steps={way.steps.map(({ says, note, count }) => ({ label: t(says, count === undefined ? {} : { count }), note: note ?? undefined }))} current={way.done} /></div>}
      <GuidelineFacts view={view} />
      <Addressees addressees={shown.addressees} mayAnswer={shown.state === "issued" ? may.answer : []} state={state} />
      <InPlan trace={view.trace} parts={view.parts} issued={view.issued} state={state} />
      <Versions table={table} number={number} lines={lines} shown={shown.version} />
      <GuidelineSteps view={view} state={state} />
    </>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { findItem, tableHeaderData } from "~/tables/index.server";
import { Callout, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { wholeNumber } from "~/web/whole-number";
import { drafting, reviseGuideline } from "./draft-guideline.server";
import { findGuideline } from "./find-guidelines.server";
import { formChoices } from "./form-choices.server";
import { GuidelineForm } from "./parts/guideline-form";

const dayBefore = (instant: Date) => toRomeDay(new Date(instant.getTime() - 1));

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  await drafting(ctx, header.slug);
  const { number, draft, current, withdrawnAt } = await findGuideline(ctx, header, wholeNumber(params.number ?? null) ?? 0);
  const from = draft ?? current;
  if (!from || withdrawnAt) throw problem("conflict", { because: "guidelines.withdrawnAlready" });
  const asked = url.searchParams.get("questione");
  const named = (pick: "tableId" | "organisationId" | "actors") => from.addressees.flatMap((addressee) => addressee[pick] ?? []);
  return {
    header,
    number,
    title: translate(ctx.locale, draft ? "guidelines.editDraft" : "guidelines.nextVersion", { number, version: draft?.version ?? from.version + 1 }),
    next: draft === null,
    choices: await formChoices(ctx, header.id),
    initial: {
      title: from.title, text: from.text, reason: from.reason,
      // a new version is adopted by its own act, from its own day
      decisionId: draft?.decisionId ?? null, act: draft?.act ?? null, effectiveOn: toRomeDay(draft?.effectiveOn ?? ctx.now), answerBy: draft?.answerBy ? dayBefore(draft.answerBy) : null,
      tables: named("tableId"), bodies: named("organisationId"), actors: named("actors"),
      itemId: asked ? (await findItem(ctx, asked)).id : (draft?.itemId ?? null), revision: draft?.revision ?? 0,
    },
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const number = wholeNumber(params.number ?? null) ?? 0;
  await reviseGuideline(ctx, params.slug ?? "", number, form);
  return redirectWith(paths.guideline(params.slug ?? "", number), "guidelines.drafted");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function EditGuidelinePage() {
  const { t } = useTranslation();
  const { header, number, title, next, choices, initial } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  return (
    <>
      <TableHeader header={header} active="guidelines" page={title} />
      {next ? <Callout><p>{t("guidelines.nextMeans")}</p></Callout> : null}
      <GuidelineForm initial={initial} choices={choices} state={state} back={paths.guideline(header.slug, number)} />
    </>
  );
}

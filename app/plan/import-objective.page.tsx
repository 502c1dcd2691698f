// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, ErrorSummary, type FormState, PageHeader, TextArea } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { correctObjective } from "./correct-objective.server";
import { findDraft } from "./draft.server";
import { asParagraphs } from "./import/paragraphs";

const at = (params: Record<string, string | undefined>) => ({
  area: Number(params.area),
  objective: Number(params.objective),
});

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const { id, fileName, plan, lines, revision } = await findDraft(ctx, params.id ?? "");
  const area = plan.areas[at(params).area];
  const objective = area?.objectives[at(params).objective];
  if (!area || !objective) throw problem("missing");
  const code = `${area.number}.O${at(params).objective + 1}`;
  const source = lines[objective.line - 1] ?? "";
  return {
    id,
    fileName,
    revision,
    code,
    objective,
    source,
    pillars: plan.pillars,
    pageTitle: translate(ctx.locale, "plan.import.correctObjective", { code }),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const importId = params.id ?? "";
  await correctObjective(ctx, { importId, at: at(params), form });
  return redirectWith(`${paths.planDraft(importId)}#avvertenze`, "plan.import.corrected");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ""} · Concerto` }];

export default function CorrectObjectivePage() {
  const { t } = useTranslation();
  const { id, fileName, revision, code, objective, source, pillars } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const trail = [
    { to: paths.planImport(), label: t("plan.import.title") },
    { to: paths.planDraft(id), label: fileName },
  ];
  const labels = {
    title: t("plan.import.objectiveTitle"),
    strategies: t("plan.import.strategies"),
    pillars: t("plan.import.pillars"),
  };
  return (
    <>
      <PageHeader title={t("plan.import.correctObjective", { code })} trail={trail} />
      <Form method="post" className="concerto-form wide-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <input type="hidden" name="revision" value={revision} />
        <TextArea name="title" label={labels.title} state={state} initial={objective.title} rows={2} required />
        <TextArea
          name="strategies"
          label={labels.strategies}
          hint={t("plan.import.strategiesHint")}
          state={state}
          initial={asParagraphs(objective.strategies.map((one) => one.text))}
          rows={18}
          required
        />
        <CheckboxGroup
          name="pillars"
          legend={labels.pillars}
          state={state}
          options={pillars.map((pillar) => ({ value: pillar.code, label: `${pillar.code} ${pillar.title}` }))}
          checked={objective.pillars.flatMap((link) => link.code ?? [])}
        />
        <div className="form-actions">
          <Button>{t("web.form.save")}</Button>
          <Link to={paths.planDraft(id)} className="btn btn-link">
            {t("web.form.cancel")}
          </Link>
        </div>
      </Form>
      <details className="mt-4">
        <summary>{t("plan.import.source")}</summary>
        <p className="source-line">{source}</p>
      </details>
    </>
  );
}

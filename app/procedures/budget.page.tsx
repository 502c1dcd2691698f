// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import type { Budget } from "./budget";
import { readRows, rowsOf } from "./budget-form";
import { ApplicationFrame } from "./parts/application-frame";
import { BudgetGrid, startingRows } from "./parts/budget-grid";
import { BudgetLines, BudgetState } from "./parts/budget-state";
import { saveBudget } from "./save-budget.server";
import { viewApplication } from "./view-application.server";

export const loader = load(async (ctx, { params }) => {
  signedIn(ctx);
  const view = await viewApplication(ctx, params.id ?? "");
  return { view, title: `${translate(ctx.locale, "procedures.section.budget")} · ${view.title}` };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const applicationId = params.id ?? "";
  await saveBudget(ctx, { applicationId, version: Number(form.get("version")), rows: rowsOf(form) });
  return redirectWith(paths.applicationSection(applicationId, "piano-economico"), "procedures.budget.saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function BudgetPage() {
  const { view } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Budget | null>(null);
  const counted = view.partners.filter((partner) => partner.state === "accepted");
  const editable = view.own.role === "lead" ? counted : counted.filter(({ id }) => id === view.own.id);
  const mine = new Set(editable.map(({ id }) => id));
  const others: Budget = { costs: view.budget.costs.filter(({ partnerId }) => !mine.has(partnerId)), resources: view.budget.resources.filter(({ partnerId }) => !mine.has(partnerId)) };
  const add = () => {
    if (!form.current) return;
    const { budget } = readRows(rowsOf(new FormData(form.current)), [...mine]);
    setTyped({ costs: [...others.costs, ...budget.costs], resources: [...others.resources, ...budget.resources] });
  };
  const rows = startingRows(state, { costs: view.budget.costs.filter(({ partnerId }) => mine.has(partnerId)), resources: view.budget.resources.filter(({ partnerId }) => mine.has(partnerId)) }, view.own.id);
  return (
    <ApplicationFrame view={view} here="budget">
      <p>{t("procedures.budget.lead")}</p>
      {view.abilities.work.ok ? (
        <>
          {view.own.role === "partner" && others.costs.length + others.resources.length > 0 ? <BudgetLines budget={others} partners={view.partners} caption={t("procedures.budget.others")} /> : null}
          <Form method="post" ref={form} onInput={add} noValidate key={view.budgetVersion}>
            <ErrorSummary state={state} />
            <input type="hidden" name="version" value={view.budgetVersion} />
            <BudgetGrid rows={rows} partners={editable} errors={state?.problem.fields ?? {}} />
            <BudgetState budget={typed ?? view.budget} terms={view.terms} partners={view.partners} unsaved={typed !== null} />
            <div className="form-actions">
              <Button>{t("procedures.budget.save")}</Button>
            </div>
          </Form>
        </>
      ) : (
        <>
          <BudgetLines budget={view.budget} partners={view.partners} caption={t("procedures.section.budget")} />
          <BudgetState budget={view.budget} terms={view.terms} partners={view.partners} unsaved={false} />
        </>
      )}
    </ApplicationFrame>
  );
}

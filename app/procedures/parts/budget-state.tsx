// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout, DataTable } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatEuro } from "~/web/time";
import { type Budget, type BudgetProblem, type BudgetTerms, budgetProblems, resourceClasses, totalsOf } from "../budget";

type Partner = { id: string; name: string };

/** The totals of the plan and, in words, what does not hold. The same on the server and while somebody types. */
export function BudgetState({ budget, terms, partners, unsaved }: { budget: Budget; terms: BudgetTerms; partners: Partner[]; unsaved: boolean }) {
  const { t, i18n } = useTranslation();
  const euro = (cents: number) => formatEuro(cents, i18n.language as Locale);
  const totals = totalsOf(budget);
  const problems = budgetProblems(budget, terms);
  const rows = resourceClasses.filter((name) => totals.byClass[name]);
  const money = (cents: number, label: string) => <td data-label={label} className="money">{euro(cents)}</td>;
  return (
    <section className="budget-state" aria-live="polite" aria-label={t("procedures.budget.totals")}>
      <h3>{t("procedures.budget.totals")} {unsaved ? <span className="muted">({t("procedures.budget.unsaved")})</span> : null}</h3>
      <DataTable caption={t("procedures.budget.totals")} head={[t("procedures.budget.cell.class"), moneyHead(t("procedures.budget.costs")), moneyHead(t("procedures.budget.resources"))]}>
        {rows.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`procedures.budget.class.${name}`)}</th>
            {money(totals.byClass[name]?.costs ?? 0, t("procedures.budget.costs"))}
            {money(totals.byClass[name]?.resources ?? 0, t("procedures.budget.resources"))}
          </tr>
        ))}
        <tr className="total-row">
          <th scope="row">{t("procedures.budget.total")}</th>
          {money(totals.costs, t("procedures.budget.costs"))}
          {money(totals.resources, t("procedures.budget.resources"))}
        </tr>
      </DataTable>
      {problems.length === 0 ? (
        <Callout tone="success"><p>{t("procedures.budget.balanced")}</p></Callout>
      ) : (
        <Callout tone="warning" title={t("procedures.budget.notBalanced")}>
          <ul className="mb-0">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{inWords(problem, partners, t, euro)}</li>
            ))}
          </ul>
        </Callout>
      )}
    </section>
  );
}

const moneyHead = (label: string) => (
  <span key={label} className="money d-block">
    {label}
  </span>
);

type T = (key: string, values?: Record<string, string>) => string;

function inWords(problem: BudgetProblem, partners: Partner[], t: T, euro: (cents: number) => string): string {
  const key = `procedures.budget.problem.${problem.kind}`;
  switch (problem.kind) {
    case "empty":
      return t(key);
    case "abovePublic":
      return t(key, { by: euro(problem.by), limit: euro(problem.limit) });
    case "coFinancingShort":
      return t(key, { own: euro(problem.own), needed: euro(problem.needed), short: euro(problem.needed - problem.own) });
    case "volunteersPaid":
      return t(key, { amount: euro(problem.amount) });
    default: {
      const of = problem.kind === "unbalancedPartner" ? partners.find(({ id }) => id === problem.of)?.name : problem.kind === "unbalancedClass" ? t(`procedures.budget.class.${problem.of}`) : problem.of;
      return t(`${key}.${problem.missing > 0 ? "missing" : "tooMuch"}`, { amount: euro(Math.abs(problem.missing)), of: of ?? "" });
    }
  }
}

/** Costs and resources to be read. */
export function BudgetLines({ budget, partners, caption }: { budget: Budget; partners: Partner[]; caption: string }) {
  const { t, i18n } = useTranslation();
  const name = (id: string) => partners.find((partner) => partner.id === id)?.name ?? "";
  const cell = (column: string) => t(`procedures.budget.cell.${column}`);
  const lines = [
    ...budget.costs.map((line) => ({ ...line, side: t("procedures.budget.cost"), what: `${line.action} — ${t(`procedures.budget.category.${line.category}`)}` })),
    ...budget.resources.map((line) => ({ ...line, side: t("procedures.budget.resource"), what: line.source })),
  ];
  return (
    <DataTable caption={caption} head={[cell("side"), cell("partner"), cell("what"), cell("class"), cell("year"), moneyHead(cell("amount"))]}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines to be read do not move
        <tr key={i}>
          <td data-label={cell("side")}>{line.side}</td>
          <td data-label={cell("partner")}>{name(line.partnerId)}</td>
          <td data-label={cell("what")}>{line.what}</td>
          <td data-label={cell("class")}>{t(`procedures.budget.class.${line.resourceClass}`)}</td>
          <td data-label={cell("year")}>{line.year}</td>
          <td data-label={cell("amount")} className="money">{formatEuro(line.amount, i18n.language as Locale)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

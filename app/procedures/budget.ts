// SPDX-License-Identifier: AGPL-3.0-or-later
/** The economic plan: pure rules over integer cents (domain: quadro economico, art. 12 L. 241/1990, art. 17 CTS). */

export const resourceClasses = ["PUBLIC_CASH", "PUBLIC_IN_KIND", "ETS_CASH", "ETS_IN_KIND", "ETS_VOLUNTEER", "THIRD_PARTY"] as const;
export type ResourceClass = (typeof resourceClasses)[number];

export const costCategories = [
  "STAFF", "VOLUNTEER_WORK", "VOLUNTEER_REFUND", "EXTERNAL", "GOODS", "RENT_UTILITIES", "EQUIPMENT", "COMMUNICATION", "INSURANCE", "INDIRECT", "OTHER",
] as const;
export type CostCategory = (typeof costCategories)[number];

/** What the partners bring of their own; the rest is the administration's. */
const ownClasses: readonly ResourceClass[] = ["ETS_CASH", "ETS_IN_KIND", "ETS_VOLUNTEER", "THIRD_PARTY"];

export type CostLine = { partnerId: string; action: string; category: CostCategory; year: number; resourceClass: ResourceClass; amount: number };
export type ResourceLine = { partnerId: string; resourceClass: ResourceClass; source: string; year: number; amount: number };
export type Budget = { costs: CostLine[]; resources: ResourceLine[] };

/** What the notice asks of the plan. `minShare` is in hundredths of a percent. */
export type BudgetTerms = {
  publicCents: number;
  coFinancing: { minShare: number; base: "PUBLIC_RESOURCES" | "TOTAL_COST" } | null;
};

/** One thing that does not hold, as the key of a sentence under `procedures.budget.problem`; amounts in cents. */
export type BudgetProblem =
  | { kind: "empty" }
  | { kind: "unbalanced" | "unbalancedClass" | "unbalancedPartner" | "unbalancedYear"; missing: number; of?: string }
  | { kind: "abovePublic"; by: number; limit: number }
  | { kind: "coFinancingShort"; own: number; needed: number }
  | { kind: "volunteersPaid"; amount: number };

export type Totals = {
  costs: number;
  resources: number;
  byClass: Partial<Record<ResourceClass, { costs: number; resources: number }>>;
  byPartner: Record<string, { costs: number; resources: number }>;
  byYear: Record<string, { costs: number; resources: number }>;
};

/** Adds the plan up, overall and by class, partner and year. */
export function totalsOf({ costs, resources }: Budget): Totals {
  const totals: Totals = { costs: 0, resources: 0, byClass: {}, byPartner: {}, byYear: {} };
  const add = (line: { partnerId: string; resourceClass: ResourceClass; year: number; amount: number }, side: "costs" | "resources") => {
    totals[side] += line.amount;
    for (const [group, key] of [[totals.byClass, line.resourceClass], [totals.byPartner, line.partnerId], [totals.byYear, String(line.year)]] as const) {
      const cell = ((group as Record<string, { costs: number; resources: number }>)[key] ??= { costs: 0, resources: 0 });
      cell[side] += line.amount;
    }
  };
  for (const line of costs) add(line, "costs");
  for (const line of resources) add(line, "resources");
  return totals;
}

/** Every reason why the plan cannot be sent, the widest first; empty when it holds. */
export function budgetProblems(budget: Budget, terms: BudgetTerms): BudgetProblem[] {
  const totals = totalsOf(budget);
  if (budget.costs.length === 0 && budget.resources.length === 0) return [{ kind: "empty" }];
  const problems: BudgetProblem[] = [];
  const gap = ({ costs, resources }: { costs: number; resources: number }) => costs - resources;
  if (gap(totals) !== 0) problems.push({ kind: "unbalanced", missing: gap(totals) });
  for (const [kind, group] of [["unbalancedPartner", totals.byPartner], ["unbalancedClass", totals.byClass], ["unbalancedYear", totals.byYear]] as const) {
    for (const [of, sums] of Object.entries(group)) if (gap(sums) !== 0) problems.push({ kind, missing: gap(sums), of });
  }
  const publicCash = totals.byClass.PUBLIC_CASH?.resources ?? 0;
  if (publicCash > terms.publicCents) problems.push({ kind: "abovePublic", by: publicCash - terms.publicCents, limit: terms.publicCents });
  const paid = volunteersPaid(budget.costs);
  if (paid > 0) problems.push({ kind: "volunteersPaid", amount: paid });
  const short = coFinancingShort(totals, terms.coFinancing);
  if (short) problems.push(short);
  return problems;
}

/** Volunteers' time valued in money stands only against their own class, and that class against nothing else: it is never paid back. */
function volunteersPaid(costs: CostLine[]): number {
  return costs
    .filter(({ category, resourceClass }) => (category === "VOLUNTEER_WORK") !== (resourceClass === "ETS_VOLUNTEER"))
    .reduce((sum, { amount }) => sum + amount, 0);
}

function coFinancingShort(totals: Totals, terms: BudgetTerms["coFinancing"]): BudgetProblem | null {
  if (!terms) return null;
  const own = ownClasses.reduce((sum, name) => sum + (totals.byClass[name]?.resources ?? 0), 0);
  const needed = neededOwn({ given: totals.resources - own, ...terms });
  return own < needed ? { kind: "coFinancingShort", own, needed } : null;
}

/**
 * Own resources needed beside the given public ones, rounded up to the cent. On the total cost the total itself grows
 * with what is brought: 10 % beside 300.000,00 is 33.333,34, not 30.000,00.
 */
export function neededOwn({ given, minShare, base }: { given: number; minShare: number; base: "PUBLIC_RESOURCES" | "TOTAL_COST" }): number {
  const divisor = base === "PUBLIC_RESOURCES" ? 10_000n : BigInt(10_000 - minShare);
  if (divisor === 0n) return Number.POSITIVE_INFINITY;
  const product = BigInt(given) * BigInt(minShare);
  return Number((product + divisor - 1n) / divisor);
}

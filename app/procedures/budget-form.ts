// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Budget, type CostCategory, type CostLine, costCategories, type ResourceClass, type ResourceLine, resourceClasses } from "./budget";
import { parseEuro } from "./euro";

/** One row of the grid as typed. */
export type CostRow = { partner: string; action: string; category: string; year: string; class: string; amount: string };
export type ResourceRow = { partner: string; class: string; source: string; year: string; amount: string };
export type BudgetRows = { costs: CostRow[]; resources: ResourceRow[] };

export const costColumns = ["partner", "action", "category", "year", "class", "amount"] as const;
export const resourceColumns = ["partner", "class", "source", "year", "amount"] as const;
/** No plan needs more rows; a form that sends more is not ours. */
export const MAX_ROWS = 200;

/** Reads the grid out of the form: columns are repeated fields `cost-action[]`, rows stand at the same place in each. */
export function rowsOf(values: { getAll(name: string): unknown[] }): BudgetRows {
  const column = (name: string) => values.getAll(name).map(String);
  const gather = <C extends string>(prefix: string, columns: readonly C[]) => {
    const read = columns.map((name) => column(`${prefix}-${name}[]`));
    const length = Math.min(MAX_ROWS, Math.max(0, ...read.map((cells) => cells.length)));
    return Array.from({ length }, (_, row) => Object.fromEntries(columns.map((name, i) => [name, (read[i]?.[row] ?? "").trim()])) as Record<C, string>);
  };
  return { costs: gather("cost", costColumns), resources: gather("resource", resourceColumns) };
}

/** A row without words and without figures is one that nobody filled in, or emptied to take it away. */
const isBlank = (row: CostRow | ResourceRow) => ("action" in row ? row.action : row.source) === "" && row.amount === "";

/**
 * Reads rows as typed into lines. `fields` names every cell that is not good ("cost-amount-3" and the key of the reason);
 * the budget holds the rows that could be read, so that totals can be shown while somebody still types.
 */
export function readRows({ costs, resources }: BudgetRows, partnerIds: readonly string[]): { budget: Budget; fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  const common = (prefix: string, row: CostRow | ResourceRow, i: number) => {
    const amount = parseEuro(row.amount);
    const bad = (name: string, because: string) => { fields[`${prefix}-${name}-${i}`] = because; };
    if (amount === null || amount === 0) bad("amount", "procedures.notAnAmount");
    if (!/^20\d\d$/.test(row.year)) bad("year", "procedures.notAYear");
    if (!partnerIds.includes(row.partner)) bad("partner", "procedures.budget.choosePartner");
    if (!resourceClasses.includes(row.class as ResourceClass)) bad("class", "web.field.required");
    return { partnerId: row.partner, year: Number(row.year), resourceClass: row.class as ResourceClass, amount: amount ?? 0 };
  };
  const read = { costs: [] as CostLine[], resources: [] as ResourceLine[] };
  costs.forEach((row, i) => {
    if (isBlank(row)) return;
    const line = common("cost", row, i);
    if (row.action === "") fields[`cost-action-${i}`] = "web.field.required";
    if (row.action.length > 300) fields[`cost-action-${i}`] = "web.field.tooLong";
    if (!costCategories.includes(row.category as CostCategory)) fields[`cost-category-${i}`] = "web.field.required";
    read.costs.push({ ...line, action: row.action, category: row.category as CostCategory });
  });
  resources.forEach((row, i) => {
    if (isBlank(row)) return;
    const line = common("resource", row, i);
    if (row.source.length > 300) fields[`resource-source-${i}`] = "web.field.tooLong";
    read.resources.push({ ...line, source: row.source });
  });
  return { budget: read, fields };
}

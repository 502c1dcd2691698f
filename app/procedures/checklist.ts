// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Budget, type BudgetProblem, type BudgetTerms, budgetProblems } from "./budget";
import type { Kind } from "./machine";
import { missingShare } from "./shares";

export const sections = ["partners", "project", "budget", "declarations"] as const;
export type SectionName = (typeof sections)[number];

/** One thing to do before an application can be sent, under the section where it is done. */
export type ToDo = { section: SectionName; because: string; values?: Record<string, string | number> };

type Body = { id: string; name: string; state: string; share: number | null; confirmed: boolean; confirmedAt: Date | null };

/** Everything that is still to do; empty when the application is ready. `written` are the words in the project form. */
export function toDo(kind: Kind, { partners, budget, terms, written }: { partners: Body[]; budget: Budget; terms: BudgetTerms; written: string }): ToDo[] {
  const list: ToDo[] = [];
  const counted = partners.filter(({ state }) => state === "accepted");
  for (const { name } of partners.filter(({ state }) => state === "invited")) {
    list.push({ section: "partners", because: "procedures.todo.invitationOpen", values: { name } });
  }
  if (written.trim() === "") list.push({ section: "project", because: "procedures.todo.projectEmpty" });
  if (kind === "co_design") {
    const problems: BudgetProblem[] = budgetProblems(budget, terms);
    if (problems.length > 0) list.push({ section: "budget", because: "procedures.todo.budget", values: { count: problems.length } });
    const missing = missingShare(counted.map(({ share }) => share));
    if (missing !== 0) list.push({ section: "declarations", because: missing > 0 ? "procedures.todo.sharesMissing" : "procedures.todo.sharesTooMuch", values: { share: Math.abs(missing) } });
  }
  for (const { name, confirmed, confirmedAt } of counted) {
    if (!confirmed) list.push({ section: "declarations", because: confirmedAt ? "procedures.todo.confirmAgain" : "procedures.todo.confirm", values: { name } });
  }
  return list;
}

/** The sections that a kind of procedure asks for: talking about needs asks for no money. */
export const sectionsOf = (kind: Kind): readonly SectionName[] => (kind === "co_design" ? sections : sections.filter((name) => name !== "budget"));

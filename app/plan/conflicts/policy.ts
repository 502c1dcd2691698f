// SPDX-License-Identifier: AGPL-3.0-or-later
import { can } from "~/identity";
import { type TableLevel, tablesPolicy } from "~/tables";
import { allow, no } from "~/web/policy";

type Table = Parameters<typeof tablesPolicy.moveItem>[1] & { level: TableLevel };
type Standing = Parameters<typeof tablesPolicy.moveItem>[2];

/** Who may raise a conflict at a table: whoever speaks there; at the policy table also an office that manages tables, which sees overlaps from outside. */
export const raiseConflict = allow((actor, table: Table, standing: Standing) => {
  const speaks = tablesPolicy.raiseItem(actor, table, standing);
  if (speaks.ok || table.closedAt !== null) return speaks;
  return table.level === "policy" && can(actor, "manage_tables") && actor.organisationId !== null ? { ok: true } : speaks;
});

/** Who may resolve a conflict, and reopen one: the coordination of the policy table that has it, or the office that answers for it. The other tables forward it. */
export const resolveConflict = allow((actor, table: Table, standing: Standing) => (table.level === "policy" ? tablesPolicy.moveItem(actor, table, standing) : no("conflicts.refused.onlyPolicyLevel")));

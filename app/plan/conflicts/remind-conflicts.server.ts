// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, inArray } from "drizzle-orm";
import { remindOf } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { items, workingTables } from "~db/tables/schema";
import { coordinationOf } from "../guidelines/tell-addressees.server";

/** Letters 60, 30, 15 and 7 days before the term of an open conflict, to who coordinates the table that has it. For a job; gives the number of letters. */
export async function remindConflicts(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  return ctx.db.tx(async (db) => {
    const open = await db
      .select({ item: items, sensitive: workingTables.sensitive })
      .from(items)
      .innerJoin(workingTables, eq(workingTables.id, items.atTableId))
      .where(and(eq(items.kind, "conflict"), inArray(items.state, ["raised", "forwarded", "received", "discussed", "reopened"]), gt(items.due, ctx.now)));
    const endings = [];
    for (const { item, sensitive } of open) {
      const personIds = await coordinationOf(db, ctx.now, item.atTableId ?? "");
      // a reopened conflict has a new term, of which nobody was told
      endings.push({ subjectId: `${item.id} ${(item.due as Date).toISOString()}`, validTo: item.due as Date, personIds, letter: sensitive ? "conflicts.letter.termSensitive" : "conflicts.letter.term", values: { title: item.title }, to: paths.conflict(item.id) });
    }
    return remindOf(db, ctx, endings);
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { workingTables } from "~db/tables/schema";
import { findTable } from "../find-table.server";
import { orderTables } from "../policy";

const Praise = z.object({ reason: z.string().trim().max(500, "web.field.tooLong").refine((text) => text === "" || text.length >= 10, "tables.good.reasonNeeded") });

/** Says that the way a table works is worth copying, and why (city's plan, chapter 4.2: save good experiences as models); without words, takes it back. */
export async function markGoodPractice(ctx: Ctx, slug: string, form: FormData | z.input<typeof Praise>): Promise<void> {
  enforce(orderTables(ctx.actor));
  const table = await findTable(ctx, slug);
  const { reason } = parse(Praise, form);
  await ctx.db.tx(async (db) => {
    await db.update(workingTables).set({ goodPractice: reason || null }).where(eq(workingTables.id, table.id));
    await record(db, ctx, { act: reason ? "table.praised" : "table.praiseTakenBack", subject: { kind: "table", id: table.id }, data: { tableId: table.id } });
  });
}

/** The open tables whose way of working is a model, by name. */
export async function goodPractices(ctx: Pick<Ctx, "db">): Promise<{ slug: string; name: string; reason: string }[]> {
  const rows = await ctx.db.read.select({ slug: workingTables.slug, name: workingTables.name, reason: workingTables.goodPractice }).from(workingTables).where(and(isNotNull(workingTables.goodPractice), isNull(workingTables.closedAt))).orderBy(asc(workingTables.name));
  return rows.flatMap(({ reason, ...row }) => (reason ? { ...row, reason } : []));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { workingTables } from "~db/tables/schema";
import { findTable } from "../find-table.server";
import { formalStatuses, sourcesDisagree } from "../levels";
import { resolveStatus as may } from "../policy";

const Resolution = z.object({
  status: z.enum(formalStatuses, { message: "tables.status.choose" }),
  reason: z.string().trim().min(10, "tables.status.reasonNeeded").max(1000, "web.field.tooLong"),
});

/** Says which of the sources that disagree is right, and why. The sources stay side by side; the decision stands above them. */
export async function resolveStatus(ctx: Ctx, slug: string, form: FormData | z.input<typeof Resolution>): Promise<void> {
  enforce(may(ctx.actor));
  const { status, reason } = parse(Resolution, form);
  await ctx.db.tx(async (db) => {
    const table = await findTable(ctx, slug);
    if (!sourcesDisagree(table.statusSources)) throw problem("conflict", { because: "tables.status.agree" });
    const statusResolution = { status, reason, at: ctx.now.toISOString(), organisationId: ctx.actor?.organisationId ?? null };
    await db.update(workingTables).set({ statusResolution }).where(eq(workingTables.id, table.id));
    await record(db, ctx, { act: "table.statusResolved", subject: { kind: "table", id: table.id }, data: { tableId: table.id, status, sources: table.statusSources.map(({ status: said }) => said) } });
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { findOrganisation } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { workingTables } from "~db/tables/schema";
import { findTable, type WorkingTable } from "./find-table.server";
import { edit } from "./policy";
import { standingAt } from "./standing.server";
import { fieldsOfForm, type TableFields, TableInput } from "./table-input";

/** Changes what is recorded of a table; the act keeps each changed field before and after. Without changes there is no act. */
export async function updateTable(ctx: Ctx, tableId: string, input: FormData | TableFields): Promise<{ slug: string }> {
  return ctx.db.tx(async (db) => {
    const before = await findTable(ctx, tableId);
    enforce(edit(ctx.actor, before, await standingAt(db, ctx.actor, before.id, ctx.now)));
    const fields = parse(TableInput, input instanceof FormData ? fieldsOfForm(input) : input);
    if (fields.ownerOrganisationId) await findOrganisation(ctx, fields.ownerOrganisationId);
    const changed = changes(before, fields);
    if (Object.keys(changed).length === 0) return { slug: before.slug };
    await db.update(workingTables).set(fields).where(eq(workingTables.id, before.id));
    await record(db, ctx, { act: "table.changed", subject: { kind: "table", id: before.id }, data: { tableId: before.id, changed } });
    return { slug: before.slug };
  });
}

function changes(before: WorkingTable, after: z.output<typeof TableInput>) {
  const changed: Record<string, { from: unknown; to: unknown }> = {};
  for (const field of Object.keys(after) as (keyof typeof after)[]) {
    if (plain(before[field]) !== plain(after[field])) changed[field] = { from: before[field], to: after[field] };
  }
  return changed;
}

/** Text that is the same for the same value, however the database orders the members of objects. */
function plain(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

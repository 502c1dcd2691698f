// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { slugOf } from "~/registry";
import { findOrganisation } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { workingTables } from "~db/tables/schema";
import { create } from "./policy";
import { fieldsOfForm, type TableFields, TableInput } from "./table-input";

/** Addresses under /tavoli that are pages, not tables. */
const RESERVED = ["nuovo"];

/** Sets up a table, without seats. `slug` fixes its address; without it the name gives one. */
export async function createTable(ctx: Ctx, input: FormData | (TableFields & { slug?: string })): Promise<{ id: string; slug: string }> {
  enforce(create(ctx.actor));
  const fields = parse(TableInput, input instanceof FormData ? fieldsOfForm(input) : input);
  if (fields.ownerOrganisationId) await findOrganisation(ctx, fields.ownerOrganisationId);
  const wanted = slugOf((input instanceof FormData ? undefined : input.slug) ?? fields.name);
  return ctx.db.tx(async (db) => {
    const id = newId();
    const slug = await freeSlug(db, wanted);
    await db.insert(workingTables).values({ id, slug, ...fields, createdAt: ctx.now });
    const { level, planAreas, ownerOrganisationId } = fields;
    await record(db, ctx, { act: "table.created", subject: { kind: "table", id }, data: { tableId: id, level, planAreas, ownerOrganisationId } });
    return { id, slug };
  });
}

/** An address of a table that is nobody's, near the wanted one. */
export async function freeSlug(db: Db, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    const taken = one(await db.select({ id: workingTables.id }).from(workingTables).where(eq(workingTables.slug, slug)));
    if (!taken && !RESERVED.includes(slug)) return slug;
  }
}

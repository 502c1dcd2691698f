// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { registryPolicy } from "~/registry";
import { readSheet } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { neighbourhoods } from "~db/meetings/workshops";
import { compareNeighbourhoods, type KnownNeighbourhood, lackingColumns, type ListedNeighbourhood, type NeighbourhoodChanges, readNeighbourhoods, type RefusedLine } from "./neighbourhood-list";

const Rows = z.array(z.object({ code: z.string().max(10).nullable(), name: z.string().min(2).max(80), district: z.number().int().min(1).max(9) })).max(500);
const ConfirmInput = z.object({
  rows: z.string().transform((text, check) => {
    const read = Rows.safeParse(json(text));
    if (!read.success) check.addIssue({ code: "custom", message: "liaison.nilList.readAgain" });
    return read.success ? read.data : [];
  }),
});

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export type NeighbourhoodPreview = { rows: ListedNeighbourhood[]; refused: RefusedLine[]; changes: NeighbourhoodChanges };

/** Every neighbourhood of the city, by Municipio and name. */
export async function allNeighbourhoods(ctx: Pick<Ctx, "db">, db: Db = ctx.db.read): Promise<KnownNeighbourhood[]> {
  return db.select().from(neighbourhoods).orderBy(asc(neighbourhoods.district), asc(neighbourhoods.name));
}

/** Reads a file and says what it would change; nothing changes. For who keeps the registry. */
export async function previewNeighbourhoods(ctx: Ctx, bytes: Uint8Array): Promise<NeighbourhoodPreview> {
  enforce(registryPolicy.keepRegistry(ctx.actor));
  const lines = await readSheet(bytes);
  const lacking = lackingColumns((lines[0]?.cells ?? []).map(([heading]) => heading));
  if (lacking.length > 0) throw problem("invalid", { fields: { file: `liaison.nilList.lacking.${lacking[0]}` } });
  const { rows, refused } = readNeighbourhoods(lines);
  return { rows, refused, changes: compareNeighbourhoods(await allNeighbourhoods(ctx), rows) };
}

/**
 * Writes what the list adds and changes, held again against what is known at that moment. What the list does not name stays; what it puts in
 * another Municipio stays where it is, because bodies and workshops are there.
 */
export async function confirmNeighbourhoods(ctx: Ctx, form: FormData | z.input<typeof ConfirmInput>): Promise<{ added: number; changed: number }> {
  enforce(registryPolicy.keepRegistry(ctx.actor));
  const { rows } = parse(ConfirmInput, form);
  return ctx.db.tx(async (db) => {
    const { added, changed } = compareNeighbourhoods(await allNeighbourhoods(ctx, db), rows);
    for (const { code, name, district } of added) await db.insert(neighbourhoods).values({ id: newId(), code, name, district });
    for (const { id, before, after } of changed) await db.update(neighbourhoods).set({ name: after.name, code: after.code ?? before.code }).where(eq(neighbourhoods.id, id));
    if (added.length + changed.length > 0) await record(db, ctx, { act: "neighbourhoods.imported", subject: { kind: "city", id: "neighbourhoods" }, data: { added: added.length, changed: changed.length } });
    return { added: added.length, changed: changed.length };
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { parseRomeDay } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { registryImports } from "~db/registry/schema";
import { keepRegistry } from "../policy";
import type { ListedBody } from "./listed-body";
import { type ReadList, readList } from "./read-list.server";

const UploadInput = z.object({
  list: z.enum(["runts", "ipa"], { message: "registry.import.chooseList" }),
  listDate: z.string().transform((day, check) => {
    const at = parseRomeDay(day);
    if (!at) check.addIssue({ code: "custom", message: "registry.import.dateNeeded" });
    return at ?? new Date(0);
  }),
  complete: z.union([z.literal("on"), z.boolean()]).optional().transform(Boolean),
});

export type UploadFields = z.input<typeof UploadInput>;

/** A list as it was uploaded and read. */
export type ListImport = Omit<typeof registryImports.$inferSelect, "rows"> & { bodies: ListedBody[] };

/** Reads an uploaded list and keeps it to be looked at; nothing of the registry changes yet. */
export async function uploadList(ctx: Ctx, fields: FormData | UploadFields, file: { name: string; bytes: Uint8Array }): Promise<{ importId: string }> {
  enforce(keepRegistry(ctx.actor));
  const actor = signedIn(ctx);
  const { list, listDate, complete } = parse(UploadInput, fields);
  if (listDate > ctx.now) throw problem("invalid", { fields: { listDate: "registry.import.dateAhead" } });
  const read: ReadList = await readList(list, file.bytes);
  const importId = newId();
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  await ctx.db.tx(async (db) => {
    await db.insert(registryImports).values({
      id: importId,
      list,
      fileName: file.name.slice(0, 200),
      sha256,
      listDate,
      complete,
      rows: read.bodies,
      refused: read.refused,
      uploadedByPersonId: actor.personId,
      uploadedAt: ctx.now,
    });
    await record(db, ctx, { act: "registry_import.uploaded", subject: { kind: "registry_import", id: importId }, data: { list, sha256, bodies: read.bodies.length, refused: read.refused.length } });
  });
  return { importId };
}

/** A list that was uploaded; `missing` for who does not keep the registry. */
export async function findImport(ctx: Pick<Ctx, "db" | "actor">, id: string, db: Db = ctx.db.read): Promise<ListImport> {
  if (!keepRegistry(ctx.actor).ok) throw problem("missing");
  const found = one(await db.select().from(registryImports).where(eq(registryImports.id, id)));
  if (!found) throw problem("missing");
  const { rows, ...facts } = found;
  return { ...facts, bodies: rows as ListedBody[] };
}

/** The lists uploaded so far, newest first, without their lines. */
export async function listImports(ctx: Pick<Ctx, "db" | "actor">) {
  enforce(keepRegistry(ctx.actor));
  const { rows: _rows, refused: _refused, ...columns } = registryImports;
  const { id, list, fileName, listDate, uploadedAt, confirmedAt, discardedAt, outcome } = columns;
  return ctx.db.read.select({ id, list, fileName, listDate, uploadedAt, confirmedAt, discardedAt, outcome }).from(registryImports).orderBy(desc(registryImports.uploadedAt)).limit(50);
}

/** Puts an uploaded list aside. */
export async function discardImport(ctx: Ctx, id: string): Promise<void> {
  await findImport(ctx, id);
  await ctx.db.tx(async (db) => {
    const closed = await db
      .update(registryImports)
      .set({ discardedAt: ctx.now })
      .where(and(eq(registryImports.id, id), isNull(registryImports.confirmedAt), isNull(registryImports.discardedAt)))
      .returning({ id: registryImports.id });
    if (closed.length === 0) throw problem("conflict", { because: "registry.import.closed" });
    await record(db, ctx, { act: "registry_import.discarded", subject: { kind: "registry_import", id } });
  });
}

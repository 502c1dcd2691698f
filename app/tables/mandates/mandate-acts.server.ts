// SPDX-License-Identifier: AGPL-3.0-or-later
import { count, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { DelegationInput, MOST_ACTS } from "~/registry";
import { actInJournal, actRow, takeAct, type TakenAct } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { type Scan, wrongFile } from "~/web/files/take-file.server";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { affiliations } from "~db/registry/schema";
import { mandateFiles } from "~db/tables/schema";
import { findMandate } from "../find-seat.server";
import { manageMandates, readMandateActs } from "../policy";
import { standingAt } from "../standing.server";

type Asked = Pick<Ctx, "db" | "actor" | "now">;
type Where = { slug: string; seatId: string; mandateId: string };

/** A mandate with who holds it, for who may read the acts on which it rests; `missing` for anybody else, and at another seat or table. */
export async function findMandateActs(ctx: Asked, { slug, seatId, mandateId }: Where) {
  const { mandate, seat, table } = await findMandate(ctx.db.read, mandateId);
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  if (table.slug !== slug || seat.id !== seatId || !readMandateActs(ctx.actor, table, standing, seat).ok) throw problem("missing");
  const held = one(await ctx.db.read.select({ label: persons.label, roleLabel: affiliations.roleLabel, validFrom: affiliations.validFrom, validTo: affiliations.validTo }).from(affiliations).innerJoin(persons, eq(persons.id, affiliations.personId)).where(eq(affiliations.id, mandate.affiliationId)));
  const { id, name, description, mediaType, sha256, size, scanned, at } = mandateFiles;
  const files = await ctx.db.read
    .select({ id, name, description, mediaType, sha256, size, scanned, at, by: persons.label })
    .from(mandateFiles)
    .innerJoin(persons, eq(persons.id, mandateFiles.personId))
    .where(eq(mandateFiles.mandateId, mandate.id))
    .orderBy(desc(at), desc(id));
  return { mandate, seat, table, standing, held, files };
}

/** The bytes of an act on which a mandate rests. */
export async function openMandateAct(ctx: Asked, where: Where, fileId: string): Promise<{ file: { name: string; mediaType: string }; bytes: Buffer }> {
  const { files } = await findMandateActs(ctx, where);
  const file = files.find(({ id }) => id === fileId);
  if (!file) throw problem("missing");
  return { file, bytes: await ctx.db.files.readFile(file.sha256) };
}

/** How many acts rest under each mandate of a seat. */
export async function mandateActCounts(ctx: Pick<Ctx, "db">, mandateIds: string[]): Promise<Map<string, number>> {
  if (mandateIds.length === 0) return new Map();
  const rows = await ctx.db.read.select({ id: mandateFiles.mandateId, files: count() }).from(mandateFiles).where(inArray(mandateFiles.mandateId, mandateIds)).groupBy(mandateFiles.mandateId);
  return new Map(rows.map(({ id, files }) => [id, files]));
}

/** Attaches to a mandate the act on which it rests, also one that renews it. `invalid` beside `file` when it is not taken (see `takeFile`). */
export async function attachMandateAct(ctx: Ctx, where: Where, form: FormData | z.input<typeof DelegationInput>, { scan }: { scan: Scan }): Promise<{ fileId: string }> {
  signedIn(ctx);
  const { mandate, seat, table, standing, files } = await findMandateActs(ctx, where);
  enforce(manageMandates(ctx.actor, table, standing, seat));
  if (files.length >= MOST_ACTS) throw wrongFile("web.file.refused.tooMany");
  const act = await takeAct(ctx, parse(DelegationInput, form), scan);
  return ctx.db.tx((db) => keepMandateAct(db, ctx, { mandateId: mandate.id, seatId: seat.id, tableId: table.id, organisationId: seat.organisationId }, act));
}

/** Writes the act under a mandate, and says so in the journal. For use inside a transaction whose caller has checked who may. */
export async function keepMandateAct(db: Db, ctx: Ctx, at: { mandateId: string; seatId: string; tableId: string; organisationId: string }, act: TakenAct): Promise<{ fileId: string }> {
  const row = actRow(ctx, act);
  await db.insert(mandateFiles).values({ ...row, mandateId: at.mandateId });
  await record(db, ctx, { act: "mandate.documented", subject: { kind: "table", id: at.tableId }, data: { ...at, fileId: row.id, ...actInJournal(act) } });
  return { fileId: row.id };
}

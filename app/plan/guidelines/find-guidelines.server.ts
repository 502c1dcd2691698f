// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import { standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { guidelineAddressees, guidelineAnswers, guidelines, guidelineVersions } from "~db/plan/guidelines";
import { organisations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import { stateOf, type VersionState } from "./guideline";
import { draftGuideline } from "./policy";

type Reader = Pick<Ctx, "db" | "actor" | "now">;

export type Answer = typeof guidelineAnswers.$inferSelect & { body: string; bodySlug: string; kind: string };
export type Addressee = typeof guidelineAddressees.$inferSelect & {
  table: { slug: string; name: string; sensitive: boolean } | null;
  body: { slug: string; name: string; kind: string } | null;
  /** The last word of each body, by its name. */
  answers: Answer[];
};
export type Version = typeof guidelineVersions.$inferSelect & { state: VersionState; addressees: Addressee[] };
export type Guideline = typeof guidelines.$inferSelect & {
  table: typeof workingTables.$inferSelect;
  /** Newest first. Drafts are there only for who may write them. */
  versions: Version[];
  /** The last version issued; null while there is only a draft. */
  current: Version | null;
  draft: Version | null;
};

/** The indirizzi of a table as the viewer may know them, by number, newest first. Issued ones are public. */
export function guidelinesOf(ctx: Reader, tableId: string): Promise<Guideline[]> {
  return read(ctx, eq(guidelines.tableId, tableId));
}

/** Every indirizzo of the city that the viewer may know of. */
export function allGuidelines(ctx: Reader): Promise<Guideline[]> {
  return read(ctx, undefined);
}

/** Every indirizzo issued, with the version last issued: what the public knows, whoever asks. */
export async function issuedGuidelines(ctx: Pick<Ctx, "db" | "now">): Promise<{ guideline: Guideline; current: Version }[]> {
  return (await allGuidelines({ ...ctx, actor: null })).flatMap((guideline) => (guideline.current ? [{ guideline, current: guideline.current }] : []));
}

/** These indirizzi, where the viewer may know of them. */
export function guidelinesWith(ctx: Reader, ids: string[]): Promise<Guideline[]> {
  return ids.length === 0 ? Promise.resolve([]) : read(ctx, inArray(guidelines.id, ids));
}

/** An indirizzo of a table by its number; `missing` when there is none, or only a draft that the viewer may not read. */
export async function findGuideline(ctx: Reader, table: { id: string }, number: number, db: Db = ctx.db.read): Promise<Guideline> {
  const found = one(await read(ctx, and(eq(guidelines.tableId, table.id), eq(guidelines.number, number)), db));
  if (!found) throw problem("missing");
  return found;
}

async function read(ctx: Reader, condition: SQL | undefined, db: Db = ctx.db.read): Promise<Guideline[]> {
  const rows = await db.select({ guideline: guidelines, table: workingTables }).from(guidelines).innerJoin(workingTables, eq(workingTables.id, guidelines.tableId)).where(condition).orderBy(desc(guidelines.number), asc(workingTables.name));
  if (rows.length === 0) return [];
  const versions = await db.select().from(guidelineVersions).where(inArray(guidelineVersions.guidelineId, rows.map(({ guideline }) => guideline.id))).orderBy(desc(guidelineVersions.version));
  const addressees = await addresseesOf(db, versions.map(({ id }) => id));
  const drafts = await whoseDrafts(ctx, rows.map(({ table }) => table), db);
  return rows.flatMap(({ guideline, table }): Guideline[] => {
    const seen = versions.filter((version) => version.guidelineId === guideline.id && (version.issuedAt !== null || drafts.has(table.id)));
    const last = Math.max(0, ...seen.map(({ version, issuedAt }) => (issuedAt ? version : 0)));
    const told = seen.map((version): Version => ({ ...version, state: stateOf(version, last, guideline.withdrawnAt !== null), addressees: addressees.get(version.id) ?? [] }));
    if (told.length === 0) return [];
    return [{ ...guideline, table, versions: told, current: told.find(({ version }) => version === last) ?? null, draft: told.find(({ state }) => state === "draft") ?? null }];
  });
}

/** The tables whose drafts the viewer reads. */
async function whoseDrafts(ctx: Reader, tables: (typeof workingTables.$inferSelect)[], db: Db): Promise<Set<string>> {
  const own = new Set<string>();
  if (!ctx.actor) return own;
  for (const table of new Map(tables.map((each) => [each.id, each])).values()) {
    if (draftGuideline(ctx.actor, { ...table, closedAt: null }, await standingAt(db, ctx.actor, table.id, ctx.now)).ok) own.add(table.id);
  }
  return own;
}

async function addresseesOf(db: Db, versionIds: string[]): Promise<Map<string, Addressee[]>> {
  const found = new Map<string, Addressee[]>();
  if (versionIds.length === 0) return found;
  const rows = await db
    .select({ addressee: guidelineAddressees, table: { slug: workingTables.slug, name: workingTables.name, sensitive: workingTables.sensitive }, body: { slug: organisations.slug, name: organisations.name, kind: organisations.kind } })
    .from(guidelineAddressees)
    .leftJoin(workingTables, eq(workingTables.id, guidelineAddressees.tableId))
    .leftJoin(organisations, eq(organisations.id, guidelineAddressees.organisationId))
    .where(inArray(guidelineAddressees.versionId, versionIds))
    .orderBy(asc(workingTables.name), asc(organisations.name), asc(guidelineAddressees.actors));
  const answers = await answersTo(db, rows.map(({ addressee }) => addressee.id));
  for (const { addressee, table, body } of rows) {
    const said = answers.filter(({ addresseeId }) => addresseeId === addressee.id);
    found.set(addressee.versionId, [...(found.get(addressee.versionId) ?? []), { ...addressee, table: table?.slug ? table : null, body: body?.slug ? body : null, answers: said }]);
  }
  return found;
}

/** The last word of each body, by the name of the body: the only order in which bodies are ever shown. */
async function answersTo(db: Db, addresseeIds: string[]): Promise<Answer[]> {
  if (addresseeIds.length === 0) return [];
  const rows = await db
    .select({ answer: guidelineAnswers, body: organisations.name, bodySlug: organisations.slug, kind: organisations.kind })
    .from(guidelineAnswers)
    .innerJoin(organisations, eq(organisations.id, guidelineAnswers.organisationId))
    .where(inArray(guidelineAnswers.addresseeId, addresseeIds))
    .orderBy(desc(guidelineAnswers.at), desc(guidelineAnswers.id));
  const last = rows.filter((row, i) => rows.findIndex(({ answer }) => answer.addresseeId === row.answer.addresseeId && answer.organisationId === row.answer.organisationId) === i);
  return last.map(({ answer, ...body }) => ({ ...answer, ...body })).sort((a, b) => a.body.localeCompare(b.body, "it"));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, max } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { takenDecisionsOf } from "~/meetings/index.server";
import { listOrganisations } from "~/registry/index.server";
import { findItem, findTable, listTables, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { guidelineAddressees, guidelines, guidelineTargets, guidelineVersions } from "~db/plan/guidelines";
import { findGuideline } from "./find-guidelines.server";
import { type GuidelineFields, GuidelineInput } from "./guideline";
import { draftGuideline as mayDraft } from "./policy";

type Form = FormData | z.input<typeof GuidelineInput>;

/** Begins an indirizzo: the draft of its first version, under the next number of the table. Throws `forbidden` with the reason, `invalid` with the wrong fields. */
export async function draftGuideline(ctx: Ctx, slug: string, form: Form): Promise<{ number: number }> {
  const table = await drafting(ctx, slug);
  const fields = await checked(ctx, table.id, form);
  return ctx.db.tx(async (db) => {
    const last = one(await db.select({ n: max(guidelines.number) }).from(guidelines).where(eq(guidelines.tableId, table.id)))?.n ?? 0;
    const guidelineId = newId();
    const number = last + 1;
    await db.insert(guidelines).values({ id: guidelineId, tableId: table.id, number, createdAt: ctx.now });
    await writeVersion(db, ctx, { guidelineId, version: 1, fields });
    await record(db, ctx, { act: "guideline.drafted", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId, number, version: 1, itemId: fields.itemId } });
    return { number };
  });
}

/**
 * Keeps the draft of an indirizzo, or begins that of its next version. Throws `conflict` when somebody changed the draft meanwhile, or the
 * indirizzo was withdrawn.
 */
export async function reviseGuideline(ctx: Ctx, slug: string, number: number, form: Form): Promise<void> {
  const table = await drafting(ctx, slug);
  const guideline = await findGuideline(ctx, table, number);
  const fields = await checked(ctx, table.id, form);
  if (guideline.withdrawnAt) throw problem("conflict", { because: "guidelines.withdrawnAlready" });
  const { draft } = guideline;
  if ((draft?.revision ?? 0) !== fields.revision) throw problem("conflict", { because: "guidelines.changedMeanwhile" });
  await ctx.db.tx(async (db) => {
    const version = draft?.version ?? (guideline.current?.version ?? 0) + 1;
    await writeVersion(db, ctx, { guidelineId: guideline.id, version, fields, draft });
    if (!draft) await record(db, ctx, { act: "guideline.drafted", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId: guideline.id, number, version, itemId: fields.itemId } });
  });
}

/** Throws a draft away; an indirizzo that was never issued leaves with it, and its number is free again. */
export async function discardDraft(ctx: Ctx, slug: string, number: number): Promise<{ left: boolean }> {
  const table = await drafting(ctx, slug);
  const { id, draft, current } = await findGuideline(ctx, table, number);
  if (!draft) throw problem("conflict", { because: "guidelines.noDraft" });
  await ctx.db.tx(async (db) => {
    await db.delete(guidelineAddressees).where(eq(guidelineAddressees.versionId, draft.id));
    await db.delete(guidelineVersions).where(eq(guidelineVersions.id, draft.id));
    if (!current) {
      await db.delete(guidelineTargets).where(eq(guidelineTargets.guidelineId, id));
      await db.delete(guidelines).where(eq(guidelines.id, id));
    }
    await record(db, ctx, { act: "guideline.discarded", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId: id, number, version: draft.version } });
  });
  return { left: current === null };
}

/** The table, for who may write its drafts. */
export async function drafting(ctx: Ctx, slug: string) {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, slug);
  enforce(mayDraft(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  return table;
}

/** Whatever the form names must be there, and within the viewer's sight. */
async function checked(ctx: Ctx, tableId: string, form: Form): Promise<GuidelineFields> {
  const fields = parse(GuidelineInput, form);
  const tables = await listTables(ctx);
  const bodies = await listOrganisations(ctx);
  const wrong = (name: string) => problem("invalid", { fields: { [name]: "web.field.invalid" } });
  if (fields.tables.some((id) => id === tableId || !tables.some((table) => table.id === id))) throw wrong("tables");
  if (fields.bodies.some((id) => !bodies.some((body) => body.id === id))) throw wrong("bodies");
  if (fields.decisionId && !(await takenDecisionsOf(ctx, tableId)).some(({ id }) => id === fields.decisionId)) throw wrong("decisionId");
  if (fields.itemId && (await findItem(ctx, fields.itemId)).atTableId !== tableId) throw wrong("itemId");
  return fields;
}

type Write = { guidelineId: string; version: number; fields: GuidelineFields; draft?: { id: string; revision: number } | null };

async function writeVersion(db: Db, ctx: Ctx, { guidelineId, version, fields: { tables, bodies, actors, revision, ...said }, draft }: Write): Promise<void> {
  const versionId = draft?.id ?? newId();
  if (draft) {
    const kept = await db.update(guidelineVersions).set({ ...said, revision: revision + 1, writtenAt: ctx.now }).where(and(eq(guidelineVersions.id, draft.id), eq(guidelineVersions.revision, revision))).returning({ id: guidelineVersions.id });
    if (kept.length === 0) throw problem("conflict", { because: "guidelines.changedMeanwhile" });
    await db.delete(guidelineAddressees).where(inArray(guidelineAddressees.versionId, [draft.id]));
  } else {
    const written = await db.insert(guidelineVersions).values({ id: versionId, guidelineId, version, ...said, revision: 1, writtenAt: ctx.now }).onConflictDoNothing().returning({ id: guidelineVersions.id });
    if (written.length === 0) throw problem("conflict", { because: "guidelines.changedMeanwhile" });
  }
  const addressed = [...tables.map((tableId) => ({ tableId })), ...bodies.map((organisationId) => ({ organisationId })), ...actors.map((family) => ({ actors: family }))];
  if (addressed.length > 0) await db.insert(guidelineAddressees).values(addressed.map((each) => ({ id: newId(), versionId, ...each })));
}

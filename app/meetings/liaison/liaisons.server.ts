// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, count, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { can } from "~/identity";
import { record } from "~/journal/index.server";
import { isEnded } from "~/tables";
import { findTable, type Item, itemsRaisedBy, stepsOf, writeItem } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { liaisonElements, liaisons, neighbourhoods, workshops, workshopThemes } from "~db/meetings/workshops";
import { enforceDistrict } from "./district.server";
import { BringInput, ElementInput, KeepInput, LiaisonInput } from "./liaison";

export type Liaison = typeof liaisons.$inferSelect;
export type Gathered = typeof liaisonElements.$inferSelect & { theme: string | null; neighbourhood: string | null; workshops: { id: string; title: string }[]; item: Item | null; answer: { reason: string | null; at: Date } | null };

/** Who reads what was gathered: the Municipio, the offices that manage tables, administrators. For everybody else there are only counts. */
function scope({ actor }: Pick<Ctx, "actor">): SQL | undefined | null {
  if (!actor) return null;
  if (actor.administrator || can(actor, "manage_tables")) return undefined;
  return actor.organisationId ? eq(liaisons.organisationId, actor.organisationId) : null;
}

/** The liaison moments of a Municipio within the viewer's sight, newest first. */
export async function listLiaisons(ctx: Pick<Ctx, "db" | "actor">, district: number): Promise<Liaison[]> {
  const within = scope(ctx);
  if (within === null) return [];
  return ctx.db.read.select().from(liaisons).where(and(eq(liaisons.district, district), within)).orderBy(desc(liaisons.heldOn));
}

export async function findLiaison(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<Liaison> {
  const within = scope(ctx);
  const found = within === null ? undefined : one(await ctx.db.read.select().from(liaisons).where(and(eq(liaisons.id, id), within)));
  if (!found) throw problem("missing");
  return found;
}

/** Plans a liaison moment, or records one that took place. */
export async function planLiaison(ctx: Ctx, district: number, form: FormData | z.input<typeof LiaisonInput>): Promise<{ liaisonId: string }> {
  const { personId, organisationId } = signedIn(ctx);
  await enforceDistrict(ctx, district);
  const fields = parse(LiaisonInput, form);
  const liaisonId = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(liaisons).values({ id: liaisonId, organisationId: organisationId as string, district, ...fields, createdAt: ctx.now, byPersonId: personId });
    await record(db, ctx, { act: "liaison.planned", subject: { kind: "liaison", id: liaisonId }, data: { liaisonId, district, heldOn: fields.heldOn } });
  });
  return { liaisonId };
}

/** Adds something gathered. Workshops and neighbourhood are those of the Municipio. */
export async function addElement(ctx: Ctx, liaisonId: string, form: FormData | z.input<typeof ElementInput>): Promise<{ elementId: string }> {
  const liaison = await findLiaison(ctx, liaisonId);
  await enforceDistrict(ctx, liaison.district);
  const { workshops: asked, ...fields } = parse(ElementInput, form);
  const known = asked.length === 0 ? [] : await ctx.db.read.select({ id: workshops.id }).from(workshops).where(and(inArray(workshops.id, asked), eq(workshops.district, liaison.district)));
  if (known.length !== new Set(asked).size) throw problem("invalid", { fields: { workshops: "web.field.invalid" } });
  const elementId = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(liaisonElements).values({ id: elementId, liaisonId, ...fields, workshopIds: known.map(({ id }) => id), addedAt: ctx.now });
    await record(db, ctx, { act: "liaison.gathered", subject: { kind: "liaison", id: liaisonId }, data: { liaisonId, elementId } });
  });
  return { elementId };
}

/** Brings something gathered to a city table: an item raised by the Municipio, with the table's term to answer. Once only. */
export async function bringToTable(ctx: Ctx, liaisonId: string, form: FormData | z.input<typeof BringInput>): Promise<{ itemId: string }> {
  const { element } = await own(ctx, liaisonId, parse(BringInput, form).elementId);
  const table = await findTable(ctx, parse(BringInput, form).tableId);
  if (table.closedAt && table.closedAt <= ctx.now) throw problem("invalid", { fields: { tableId: "liaison.element.tableClosed" } });
  return ctx.db.tx(async (db) => {
    const { itemId } = await writeItem(db, ctx, { title: element.title, text: element.text, originTableId: null, atTableId: table.id });
    const brought = await db.update(liaisonElements).set({ itemId, keptReason: null }).where(and(eq(liaisonElements.id, element.id), isNull(liaisonElements.itemId))).returning({ id: liaisonElements.id });
    if (brought.length === 0) throw problem("conflict", { because: "liaison.element.already" });
    await record(db, ctx, { act: "liaison.broughtToTable", subject: { kind: "liaison", id: liaisonId }, data: { liaisonId, elementId: element.id, itemId, tableId: table.id } });
    return { itemId };
  });
}

/** Says why something gathered is brought to no table: the Municipio sees to it, or somebody else does. */
export async function keepElement(ctx: Ctx, liaisonId: string, form: FormData | z.input<typeof KeepInput>): Promise<void> {
  const { elementId, reason } = parse(KeepInput, form);
  const { element } = await own(ctx, liaisonId, elementId);
  if (element.itemId) throw problem("conflict", { because: "liaison.element.already" });
  await ctx.db.tx(async (db) => {
    await db.update(liaisonElements).set({ keptReason: reason }).where(eq(liaisonElements.id, elementId));
    await record(db, ctx, { act: "liaison.kept", subject: { kind: "liaison", id: liaisonId }, data: { liaisonId, elementId } });
  });
}

async function own(ctx: Ctx, liaisonId: string, elementId: string) {
  const liaison = await findLiaison(ctx, liaisonId);
  await enforceDistrict(ctx, liaison.district);
  const element = one(await ctx.db.read.select().from(liaisonElements).where(and(eq(liaisonElements.id, elementId), eq(liaisonElements.liaisonId, liaisonId))));
  if (!element) throw problem("missing");
  return { liaison, element };
}

/** What was gathered at these liaison moments (all in the viewer's sight), each with the item it became and what the table did with it. */
export async function elementsOf(ctx: Pick<Ctx, "db" | "actor" | "now">, found: readonly Liaison[]): Promise<Gathered[]> {
  if (found.length === 0) return [];
  const rows = await ctx.db.read
    .select({ element: liaisonElements, theme: workshopThemes.title, neighbourhood: neighbourhoods.name })
    .from(liaisonElements)
    .leftJoin(workshopThemes, eq(workshopThemes.id, liaisonElements.themeId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, liaisonElements.neighbourhoodId))
    .where(inArray(liaisonElements.liaisonId, found.map(({ id }) => id)))
    .orderBy(asc(liaisonElements.addedAt), asc(liaisonElements.id));
  const raised = (await Promise.all([...new Set(found.map(({ organisationId }) => organisationId))].map((id) => itemsRaisedBy(ctx, id)))).flat();
  const named = await ctx.db.read.select({ id: workshops.id, title: workshops.title }).from(workshops);
  return Promise.all(
    rows.map(async ({ element, theme, neighbourhood }) => {
      const item = raised.find(({ id }) => id === element.itemId) ?? null;
      const last = item && isEnded(item.state) ? (await stepsOf(ctx, item.id)).at(-1) : undefined;
      return { ...element, theme, neighbourhood, workshops: named.filter(({ id }) => element.workshopIds.includes(id)), item, answer: last ? { reason: last.reason, at: last.at } : null };
    }),
  );
}

/** How many things a Municipio gathered, and how many it brought to tables: all that the public sees of them. */
export async function countsOf(ctx: Pick<Ctx, "db">, district: number): Promise<{ liaisons: number; elements: number; brought: number }> {
  const moments = one(await ctx.db.read.select({ n: count() }).from(liaisons).where(eq(liaisons.district, district)))?.n ?? 0;
  const gathered = one(await ctx.db.read.select({ n: count(), brought: count(liaisonElements.itemId) }).from(liaisonElements).innerJoin(liaisons, eq(liaisons.id, liaisonElements.liaisonId)).where(eq(liaisons.district, district)));
  return { liaisons: moments, elements: gathered?.n ?? 0, brought: gathered?.brought ?? 0 };
}

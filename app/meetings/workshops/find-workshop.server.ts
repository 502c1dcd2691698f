// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { can } from "~/identity";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { neighbourhoods, workshopRegistrations, workshops, workshopSyntheses, workshopThemes } from "~db/meetings/workshops";
import { organisations } from "~db/registry/schema";

export type WorkshopRow = typeof workshops.$inferSelect;
export type Workshop = WorkshopRow & { office: { name: string; slug: string }; neighbourhood: string | null; themes: { id: string; title: string }[] };
type Viewer = Pick<Ctx, "db" | "actor" | "now">;

/** Drafts are seen by the office that prepares them; what is published is public, cancelled workshops included. */
function visible({ actor }: Viewer): SQL | undefined {
  const known = isNotNull(workshops.publishedAt);
  return actor?.organisationId && can(actor, "manage_tables") ? or(known, eq(workshops.organisationId, actor.organisationId)) : known;
}

async function select(ctx: Viewer, where: SQL | undefined, newest: boolean): Promise<Workshop[]> {
  const rows = await ctx.db.read
    .select({ workshop: workshops, name: organisations.name, slug: organisations.slug, neighbourhood: neighbourhoods.name })
    .from(workshops)
    .innerJoin(organisations, eq(organisations.id, workshops.organisationId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, workshops.neighbourhoodId))
    .where(and(where, visible(ctx)))
    .orderBy(newest ? desc(workshops.startsAt) : asc(workshops.startsAt), asc(workshops.id));
  const themes = rows.length === 0 ? [] : await ctx.db.read
    .select({ workshopId: workshopSyntheses.workshopId, id: workshopThemes.id, title: workshopThemes.title })
    .from(workshopSyntheses)
    .innerJoin(workshopThemes, eq(workshopThemes.id, workshopSyntheses.themeId))
    .where(inArray(workshopSyntheses.workshopId, rows.map(({ workshop }) => workshop.id)))
    .orderBy(asc(workshopThemes.position));
  return rows.map(({ workshop, name, slug, neighbourhood }) => ({ ...workshop, office: { name, slug }, neighbourhood, themes: themes.filter(({ workshopId }) => workshopId === workshop.id).map(({ id, title }) => ({ id, title })) }));
}

/** A workshop within the viewer's sight; `missing` otherwise. */
export async function findWorkshop(ctx: Viewer, id: string): Promise<Workshop> {
  const found = one(await select(ctx, eq(workshops.id, id), false));
  if (!found) throw problem("missing");
  return found;
}

export type WorkshopFilters = { district?: number | undefined; themeId?: string | undefined };

/** Workshops to come (nearest first) and past or cancelled ones (newest first), within the viewer's sight. */
export async function listWorkshops(ctx: Viewer, { district, themeId }: WorkshopFilters = {}): Promise<{ coming: Workshop[]; past: Workshop[] }> {
  const onTheme = themeId ? inArray(workshops.id, ctx.db.read.select({ id: workshopSyntheses.workshopId }).from(workshopSyntheses).where(eq(workshopSyntheses.themeId, themeId))) : undefined;
  const within = and(district ? eq(workshops.district, district) : undefined, onTheme);
  const live = and(gt(workshops.endsAt, ctx.now), isNull(workshops.cancelledAt));
  return {
    coming: await select(ctx, and(within, live), false),
    past: await select(ctx, and(within, or(lte(workshops.endsAt, ctx.now), isNotNull(workshops.cancelledAt))), true),
  };
}

/** The themes, in their order; `open`: only those that a new workshop may take. */
export async function listThemes(ctx: Pick<Ctx, "db">, open = false): Promise<(typeof workshopThemes.$inferSelect)[]> {
  return ctx.db.read.select().from(workshopThemes).where(open ? isNull(workshopThemes.retiredAt) : undefined).orderBy(asc(workshopThemes.position), asc(workshopThemes.title));
}

/** How many seats are taken and how many people wait, confirmed registrations only. */
export async function placesTaken(ctx: Pick<Ctx, "db">, workshopId: string, db: Ctx["db"]["read"] = ctx.db.read): Promise<{ seats: number; waiting: number }> {
  const rows = await db.select({ place: workshopRegistrations.place }).from(workshopRegistrations).where(and(eq(workshopRegistrations.workshopId, workshopId), isNotNull(workshopRegistrations.confirmedAt)));
  return { seats: rows.filter(({ place }) => place === "seat").length, waiting: rows.filter(({ place }) => place === "waiting").length };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { findOrganisation } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { neighbourhoods, workshopRegistrations, workshops, workshopSyntheses, workshopThemes } from "~db/meetings/workshops";
import { findWorkshop, type Workshop } from "./find-workshop.server";
import { writeTo } from "./letters.server";
import { hold, run } from "./policy";
import { moveUp } from "./register.server";
import { CancelInput, ThemeInput, WorkshopInput, workshopState } from "./workshop";

/** The number of the Municipio that the viewer's office is; null for other offices and bodies. */
export async function ownDistrict(ctx: Pick<Ctx, "db" | "actor">): Promise<number | null> {
  if (!ctx.actor?.organisationId) return null;
  const { kind, territory } = await findOrganisation(ctx, ctx.actor.organisationId);
  return kind === "municipal_district" ? (territory.districts[0] ?? null) : null;
}

/** Columns from the form: a Municipio's workshops are in that Municipio; themes and neighbourhood are among those that there are. */
async function read(ctx: Ctx, form: FormData | z.input<typeof WorkshopInput>) {
  const { minutes, themes, district: asked, neighbourhoodId, ...fields } = parse(WorkshopInput, form);
  const district = (await ownDistrict(ctx)) ?? asked;
  if (fields.startsAt <= ctx.now) throw problem("invalid", { fields: { startsAt: "workshops.form.past" } });
  const known = await ctx.db.read.select({ id: workshopThemes.id }).from(workshopThemes).where(inArray(workshopThemes.id, themes));
  if (known.length !== new Set(themes).size) throw problem("invalid", { fields: { themes: "workshops.form.themesNeeded" } });
  const place = neighbourhoodId ? one(await ctx.db.read.select().from(neighbourhoods).where(eq(neighbourhoods.id, neighbourhoodId))) : undefined;
  if (neighbourhoodId && place?.district !== district) throw problem("invalid", { fields: { neighbourhoodId: "workshops.form.otherDistrict" } });
  return { columns: { ...fields, district, neighbourhoodId, endsAt: new Date(fields.startsAt.getTime() + minutes * 60_000) }, themes: known.map(({ id }) => id) };
}

/** Drafts a workshop: nobody outside the office sees it yet. */
export async function draftWorkshop(ctx: Ctx, form: FormData | z.input<typeof WorkshopInput>): Promise<{ workshopId: string }> {
  const { organisationId } = signedIn(ctx);
  enforce(hold(ctx.actor));
  const { columns, themes } = await read(ctx, form);
  const workshopId = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(workshops).values({ id: workshopId, organisationId: organisationId as string, ...columns, createdAt: ctx.now });
    await db.insert(workshopSyntheses).values(themes.map((themeId) => ({ workshopId, themeId })));
    await record(db, ctx, { act: "workshop.drafted", subject: { kind: "workshop", id: workshopId }, data: { workshopId, district: columns.district } });
  });
  return { workshopId };
}

/** Changes a workshop that has not begun. Who registered is told when day or place change; more seats go to whoever waits. */
export async function changeWorkshop(ctx: Ctx, id: string, form: FormData | z.input<typeof WorkshopInput>): Promise<void> {
  const workshop = await mine(ctx, id);
  if (!["draft", "open"].includes(workshopState(workshop, ctx.now))) throw problem("conflict", { because: "workshops.form.tooLate" });
  const { columns, themes } = await read(ctx, form);
  await ctx.db.tx(async (db) => {
    await db.update(workshops).set({ ...columns, revision: workshop.revision + 1 }).where(eq(workshops.id, id));
    await db.delete(workshopSyntheses).where(and(eq(workshopSyntheses.workshopId, id), isNull(workshopSyntheses.text), notInArray(workshopSyntheses.themeId, themes)));
    await db.insert(workshopSyntheses).values(themes.map((themeId) => ({ workshopId: id, themeId }))).onConflictDoNothing();
    await record(db, ctx, { act: "workshop.changed", subject: { kind: "workshop", id }, data: { workshopId: id } });
    const moved = columns.startsAt.getTime() !== workshop.startsAt.getTime() || columns.place !== workshop.place;
    if (moved && workshop.publishedAt) for (const person of await registered(db, id)) await writeTo(db, ctx, "changed", { ...workshop, ...columns }, person);
    await moveUp(db, ctx, { ...workshop, ...columns });
  });
}

/** Opens the registration: from now on the workshop is public. */
export async function publishWorkshop(ctx: Ctx, id: string): Promise<void> {
  const workshop = await mine(ctx, id);
  if (workshopState(workshop, ctx.now) !== "draft" || workshop.startsAt <= ctx.now) throw problem("conflict", { because: "workshops.form.tooLate" });
  await ctx.db.tx(async (db) => {
    await db.update(workshops).set({ publishedAt: ctx.now }).where(and(eq(workshops.id, id), isNull(workshops.publishedAt)));
    await record(db, ctx, { act: "workshop.published", subject: { kind: "workshop", id }, data: { workshopId: id } });
  });
}

/** Calls a workshop off, with a reason that stays on its page and goes to everybody who registered. */
export async function cancelWorkshop(ctx: Ctx, id: string, form: FormData | z.input<typeof CancelInput>): Promise<void> {
  const workshop = await mine(ctx, id);
  if (!["draft", "open"].includes(workshopState(workshop, ctx.now))) throw problem("conflict", { because: "workshops.form.tooLate" });
  const { reason } = parse(CancelInput, form);
  await ctx.db.tx(async (db) => {
    await db.update(workshops).set({ cancelledAt: ctx.now, cancelledReason: reason }).where(eq(workshops.id, id));
    for (const person of await registered(db, id)) await writeTo(db, ctx, "cancelled", { ...workshop, cancelledReason: reason }, person);
    await record(db, ctx, { act: "workshop.cancelled", subject: { kind: "workshop", id }, data: { workshopId: id } });
  });
}

/** One more theme at the end of the list. */
export async function addTheme(ctx: Ctx, form: FormData | z.input<typeof ThemeInput>): Promise<{ themeId: string }> {
  enforce(hold(ctx.actor));
  const { title } = parse(ThemeInput, form);
  const themeId = newId();
  await ctx.db.tx(async (db) => {
    const all = await db.select({ title: workshopThemes.title }).from(workshopThemes);
    if (all.some((known) => known.title.toLowerCase() === title.toLowerCase())) throw problem("invalid", { fields: { title: "workshops.themes.known" } });
    await db.insert(workshopThemes).values({ id: themeId, title, position: all.length + 1, createdAt: ctx.now });
    await record(db, ctx, { act: "workshopTheme.added", subject: { kind: "workshopTheme", id: themeId } });
  });
  return { themeId };
}

/** Retires a theme: no new workshop takes it, what was gathered stays; done again, it comes back. */
export async function retireTheme(ctx: Ctx, themeId: string): Promise<void> {
  enforce(hold(ctx.actor));
  await ctx.db.tx(async (db) => {
    const theme = one(await db.select().from(workshopThemes).where(eq(workshopThemes.id, themeId)));
    if (!theme) throw problem("missing");
    await db.update(workshopThemes).set({ retiredAt: theme.retiredAt ? null : ctx.now }).where(eq(workshopThemes.id, themeId));
    await record(db, ctx, { act: theme.retiredAt ? "workshopTheme.restored" : "workshopTheme.retired", subject: { kind: "workshopTheme", id: themeId } });
  });
}

const registered = (db: Db, workshopId: string) => db.select().from(workshopRegistrations).where(and(eq(workshopRegistrations.workshopId, workshopId), isNotNull(workshopRegistrations.confirmedAt)));

/** A workshop that the viewer's office holds: `missing` when it is not in sight, `forbidden` when it is another's. */
export async function mine(ctx: Ctx, id: string): Promise<Workshop> {
  const workshop = await findWorkshop(ctx, id);
  enforce(run(ctx.actor, workshop));
  return workshop;
}

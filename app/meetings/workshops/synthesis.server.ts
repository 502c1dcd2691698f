// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { workshops, workshopSyntheses, workshopThemes } from "~db/meetings/workshops";
import type { Workshop } from "./find-workshop.server";
import { mine } from "./save-workshop.server";
import { SynthesisInput, workshopState } from "./workshop";

export type Synthesis = { themeId: string; theme: string; text: string | null };

/** What came out of a workshop, theme by theme, in the order of the themes. The caller has found the workshop. */
export async function synthesesOf(ctx: Pick<Ctx, "db">, workshopId: string): Promise<Synthesis[]> {
  return ctx.db.read
    .select({ themeId: workshopThemes.id, theme: workshopThemes.title, text: workshopSyntheses.text })
    .from(workshopSyntheses)
    .innerJoin(workshopThemes, eq(workshopThemes.id, workshopSyntheses.themeId))
    .where(eq(workshopSyntheses.workshopId, workshopId))
    .orderBy(asc(workshopThemes.position));
}

/** Writes what came out of a workshop on one of its themes. Once published it can still be corrected: the journal says when. */
export async function writeSynthesis(ctx: Ctx, workshopId: string, form: FormData | z.input<typeof SynthesisInput>): Promise<void> {
  const { personId } = signedIn(ctx);
  const workshop = await mine(ctx, workshopId);
  if (!["running", "held"].includes(workshopState(workshop, ctx.now))) throw problem("conflict", { because: "workshops.synthesis.notYet" });
  const { themeId, text } = parse(SynthesisInput, form);
  await ctx.db.tx(async (db) => {
    const written = await db.update(workshopSyntheses).set({ text, writtenAt: ctx.now, byPersonId: personId }).where(and(eq(workshopSyntheses.workshopId, workshopId), eq(workshopSyntheses.themeId, themeId))).returning({ themeId: workshopSyntheses.themeId });
    if (written.length === 0) throw problem("missing");
    await record(db, ctx, { act: "workshop.synthesisWritten", subject: { kind: "workshop", id: workshopId }, data: { workshopId, themeId } });
  });
}

/** Publishes the synthesis: every theme has its text. */
export async function publishSynthesis(ctx: Ctx, workshopId: string): Promise<void> {
  await mine(ctx, workshopId);
  const written = await synthesesOf(ctx, workshopId);
  const missing = written.filter(({ text }) => !text);
  if (missing.length > 0) throw problem("conflict", { because: "workshops.synthesis.incomplete", values: { count: missing.length } });
  await ctx.db.tx(async (db) => {
    await db.update(workshops).set({ synthesisPublishedAt: ctx.now }).where(eq(workshops.id, workshopId));
    await record(db, ctx, { act: "workshop.synthesisPublished", subject: { kind: "workshop", id: workshopId }, data: { workshopId } });
  });
}

/** The syntheses that the viewer may read: all of them for the office, for everybody else once they are published. */
export function readable(workshop: Pick<Workshop, "synthesisPublishedAt">, runs: boolean, syntheses: Synthesis[]): Synthesis[] {
  return workshop.synthesisPublishedAt || runs ? syntheses.filter(({ text }) => text !== null) : [];
}

/** What published workshops said on a theme, newest first. */
export async function saidOn(ctx: Pick<Ctx, "db">, themeId: string) {
  return ctx.db.read
    .select({ workshopId: workshops.id, title: workshops.title, startsAt: workshops.startsAt, district: workshops.district, text: workshopSyntheses.text })
    .from(workshopSyntheses)
    .innerJoin(workshops, eq(workshops.id, workshopSyntheses.workshopId))
    .where(and(eq(workshopSyntheses.themeId, themeId), isNotNull(workshops.synthesisPublishedAt), isNotNull(workshopSyntheses.text)))
    .orderBy(asc(workshops.startsAt));
}

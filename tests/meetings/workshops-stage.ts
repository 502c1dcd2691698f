// SPDX-License-Identifier: AGPL-3.0-or-later
/** A Municipio with its office, a theme and a published workshop; and the links that letters carry. */
import { desc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { addTheme, draftWorkshop, publishWorkshop } from "~/meetings/index.server";
import { powers } from "~/identity";
import { outbox } from "~db/notices/schema";
import { makeWorld, type World } from "~tests/harness";

export const HELD = new Date("2026-03-20T17:00:00Z");
export const DAY_MS = 86_400_000;

export const workshopInput = (themes: string[], more: Record<string, unknown> = {}) => ({
  title: "Spazi serali nel quartiere",
  description: "Chi apre, chi chiude, chi paga la luce: ne parliamo insieme.",
  place: "Biblioteca di quartiere",
  startsAt: HELD,
  minutes: 120,
  capacity: 2,
  themes,
  ...more,
});

export async function municipioStage(world?: World) {
  const city = world ?? (await makeWorld());
  const municipio = await city.organisation("Municipio 8", { kind: "municipal_district", territory: { scale: "district", districts: [8] } });
  const office = await city.voice(municipio.id, { label: "Referente welfare di Municipio", capacity: "officer", powers });
  const { themeId } = await addTheme(office.ctx, { title: "Spazi sociali" });
  const { workshopId } = await draftWorkshop(office.ctx, workshopInput([themeId]));
  await publishWorkshop(office.ctx, workshopId);
  return { city, municipio, office, themeId, workshopId };
}

export const later = (ctx: Ctx, at: Date): Ctx => ({ ...ctx, now: at });

/** The last letter to an address, and the secret in its link. */
export async function lastLetter(ctx: Pick<Ctx, "db">, email: string): Promise<{ subject: string; body: string; secret: string }> {
  const [letter] = await ctx.db.read.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(desc(outbox.createdAt), desc(outbox.id)).limit(1);
  if (!letter) throw new Error(`No letter to ${email}`);
  return { subject: letter.subject, body: letter.body, secret: /iscrizioni\/([\w-]+)/.exec(letter.body)?.[1] ?? "" };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, countDistinct, eq, isNotNull, isNull, ne, type SQL, sum } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { one } from "~db/client.server";
import { workshopBodies, workshopCounts, workshops, workshopSyntheses } from "~db/meetings/workshops";
import { type AttendeeKind, attendeeKinds } from "./workshop";

export type ByKind = { kind: AttendeeKind; people: number }[];
/** What workshops amount to. `people` were present, registered before or not; `bodies` are other than the Comune, each counted once. */
export type Figures = { workshops: number; themes: number; people: number; comune: number; others: number; bodies: number; byKind: ByKind };

/** The figures of the published workshops whose attendance was recorded: all of them, those of one Municipio (null: those for the whole city), or a single one. */
export async function figuresOf(ctx: Pick<Ctx, "db">, within: { district?: number | null; workshopId?: string } = {}): Promise<Figures> {
  const where: SQL | undefined = and(
    isNotNull(workshops.publishedAt),
    isNotNull(workshops.attendanceClosedAt),
    isNull(workshops.cancelledAt),
    within.district === undefined ? undefined : within.district === null ? isNull(workshops.district) : eq(workshops.district, within.district),
    within.workshopId === undefined ? undefined : eq(workshops.id, within.workshopId),
  );
  const { read } = ctx.db;
  const held = one(await read.select({ n: count() }).from(workshops).where(where))?.n ?? 0;
  const themes = one(await read.select({ n: countDistinct(workshopSyntheses.themeId) }).from(workshopSyntheses).innerJoin(workshops, eq(workshops.id, workshopSyntheses.workshopId)).where(where))?.n ?? 0;
  const bodies = one(await read.select({ n: countDistinct(workshopBodies.key) }).from(workshopBodies).innerJoin(workshops, eq(workshops.id, workshopBodies.workshopId)).where(and(where, ne(workshopBodies.kind, "comune"))))?.n ?? 0;
  const rows = await read
    .select({ kind: workshopCounts.kind, attended: sum(workshopCounts.attended).mapWith(Number), unregistered: sum(workshopCounts.unregistered).mapWith(Number) })
    .from(workshopCounts)
    .innerJoin(workshops, eq(workshops.id, workshopCounts.workshopId))
    .where(where)
    .groupBy(workshopCounts.kind);
  const people = new Map(rows.map(({ kind, attended, unregistered }) => [kind, attended + unregistered]));
  const byKind = attendeeKinds.map((kind) => ({ kind, people: people.get(kind) ?? 0 })).filter(({ people: n }) => n > 0);
  const all = byKind.reduce((total, { people: n }) => total + n, 0);
  const comune = people.get("comune") ?? 0;
  return { workshops: held, themes, people: all, comune, others: all - comune, bodies, byKind };
}

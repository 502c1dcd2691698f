// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { workshopBodies, workshopCounts, workshopRegistrations, workshops } from "~db/meetings/workshops";
import { mine } from "./save-workshop.server";
import { AttendanceInput, type AttendeeKind, attendeeKinds, bodyKey, CONFIRM_HOURS, KEEP_DAYS, workshopState } from "./workshop";

export type Registered = typeof workshopRegistrations.$inferSelect;

/** Who registered and confirmed, seats first, by name. Personal data: for the office that holds the workshop, until they are deleted. */
export async function registrationsOf(ctx: Ctx, workshopId: string): Promise<Registered[]> {
  await mine(ctx, workshopId);
  return ctx.db.read.select().from(workshopRegistrations).where(and(eq(workshopRegistrations.workshopId, workshopId), isNotNull(workshopRegistrations.confirmedAt))).orderBy(asc(workshopRegistrations.place), asc(workshopRegistrations.name));
}

/** A form sends the people who came as `present[]` and the others as `unregistered-KIND`. */
function fromForm(form: FormData): Record<string, unknown> {
  const unregistered = Object.fromEntries(attendeeKinds.flatMap((kind) => (form.get(`unregistered-${kind}`) ? [[kind, form.get(`unregistered-${kind}`)]] : [])));
  return { present: form.getAll("present[]"), unregistered, bodies: form.get("bodies") ?? "" };
}

/**
 * Records who came, once the workshop has begun: the people on the list, and the others as numbers by kind and names of bodies. What is
 * kept for good are counts; until the list is deleted they can be corrected.
 */
export async function recordAttendance(ctx: Ctx, workshopId: string, form: FormData | { present: string[]; unregistered?: Partial<Record<AttendeeKind, number>>; bodies?: string }): Promise<void> {
  const workshop = await mine(ctx, workshopId);
  if (!["running", "held"].includes(workshopState(workshop, ctx.now))) throw problem("conflict", { because: "workshops.attendance.notYet" });
  if (workshop.forgottenAt) throw problem("conflict", { because: "workshops.attendance.forgotten" });
  const { present, unregistered, bodies } = parse(AttendanceInput, form instanceof FormData ? fromForm(form) : form);
  await ctx.db.tx(async (db) => {
    const own = eq(workshopRegistrations.workshopId, workshopId);
    await db.update(workshopRegistrations).set({ attendedAt: null }).where(own);
    for (let from = 0; from < present.length; from += 200) await db.update(workshopRegistrations).set({ attendedAt: ctx.now }).where(and(own, inArray(workshopRegistrations.id, present.slice(from, from + 200))));
    await count(db, workshopId, unregistered, bodies);
    await db.update(workshops).set({ attendanceClosedAt: ctx.now }).where(eq(workshops.id, workshopId));
    await record(db, ctx, { act: "workshop.attendanceRecorded", subject: { kind: "workshop", id: workshopId }, data: { workshopId } });
  });
}

/** Writes the counts and the bodies of a workshop anew from its registrations. */
async function count(db: Db, workshopId: string, unregistered: Partial<Record<AttendeeKind, number>>, bodies: readonly string[]): Promise<void> {
  const rows = await db.select().from(workshopRegistrations).where(and(eq(workshopRegistrations.workshopId, workshopId), isNotNull(workshopRegistrations.confirmedAt)));
  await db.delete(workshopCounts).where(eq(workshopCounts.workshopId, workshopId));
  await db.delete(workshopBodies).where(eq(workshopBodies.workshopId, workshopId));
  for (const kind of attendeeKinds) {
    const own = rows.filter((row) => row.kind === kind);
    const counted = { registered: own.length, attended: own.filter(({ attendedAt }) => attendedAt !== null).length, unregistered: unregistered[kind] ?? 0 };
    if (counted.registered + counted.unregistered > 0) await db.insert(workshopCounts).values({ workshopId, kind, ...counted });
  }
  const came = rows.filter(({ attendedAt, bodyName }) => attendedAt !== null && bodyName).map(({ bodyName, kind }) => ({ name: bodyName as string, kind }));
  const named = [...came, ...bodies.map((name) => ({ name, kind: "unregistered" }))];
  for (const { name, kind } of named) await db.insert(workshopBodies).values({ workshopId, key: bodyKey(name), name, kind }).onConflictDoNothing();
}

/**
 * Deletes what is no longer needed (GDPR art. 5.1.e): registrations never confirmed in time, and, some time after a workshop or its
 * cancellation, the list of who registered; counts stay. For a job; gives the number of workshops forgotten.
 */
export async function forgetPeople(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const limit = new Date(ctx.now.getTime() - KEEP_DAYS * 86_400_000);
  return ctx.db.tx(async (db) => {
    await db.delete(workshopRegistrations).where(and(isNull(workshopRegistrations.confirmedAt), lte(workshopRegistrations.askedAt, new Date(ctx.now.getTime() - CONFIRM_HOURS * 3_600_000))));
    const old = await db.select().from(workshops).where(and(isNull(workshops.forgottenAt), or(lte(workshops.endsAt, limit), lte(workshops.cancelledAt, limit))));
    for (const { id, attendanceClosedAt } of old) {
      // an office that never recorded who came still keeps how many had registered
      if (!attendanceClosedAt) await count(db, id, {}, []);
      await db.delete(workshopRegistrations).where(eq(workshopRegistrations.workshopId, id));
      await db.update(workshops).set({ forgottenAt: ctx.now }).where(eq(workshops.id, id));
      await record(db, { actor: null, now: ctx.now }, { act: "workshop.peopleForgotten", subject: { kind: "workshop", id }, data: { workshopId: id } });
    }
    return old.length;
  });
}

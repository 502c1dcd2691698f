// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockDocument, unlockDocument, writeUnder } from "~/documents/index.server";
import { record } from "~/journal/index.server";
import { rulesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { type LiveTexts, signedIn } from "~/web/guard.server";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { decisions } from "~db/meetings/decisions";
import { minutes, minutesRecipients } from "~db/meetings/minutes";
import type { FoundMeeting } from "../find-meeting.server";
import { factsOf } from "./facts.server";
import { findMinutes, type MinutesRow, presentAt } from "./find-minutes.server";
import { endOfTerm, LOCKED, ReasonInput } from "./minutes";
import { circulate as mayCirculate, recall as mayRecall } from "./policy";

/**
 * Sends the minutes to those who were there: what the house recorded enters the text (presences, conflicts, documents examined, decisions, commitments), the text
 * stands still, and the days to ask for amendments begin, as many as the rules of the table say. Throws `conflict` while a decision is open.
 */
export async function circulateMinutes(ctx: Ctx, texts: Pick<LiveTexts, "readDocument" | "submit">, minutesId: string): Promise<void> {
  const found = await mayNow(ctx, minutesId);
  const { documentId, writtenBlockIds } = found.minutes;
  // a correction starts from words in which all this stands already
  const writtenNow = await writeUnder(ctx, texts, documentId, { remove: writtenBlockIds, tidy: true, parts: found.minutes.correctsId ? [] : await factsOf(ctx, found) });
  await ctx.db.tx(async (db) => {
    const { table, meeting } = await mayNow(ctx, minutesId, db);
    await lockDocument(ctx, { documentId, reason: LOCKED });
    const { rules } = await rulesOf(ctx, table.id, ctx.now, db);
    const amendableUntil = endOfTerm(ctx.now, rules.minutesDays);
    const changed = await db.update(minutes).set({ circulatedAt: ctx.now, amendableUntil, writtenBlockIds: writtenNow }).where(and(eq(minutes.id, minutesId), isNull(minutes.circulatedAt))).returning({ id: minutes.id });
    if (changed.length === 0) throw problem("conflict", { because: "meetings.minutes.notFrom.circulated" });
    const told = await tellThoseThere(ctx, db, found, { minutesId, amendableUntil });
    await record(db, ctx, { act: "minutes.circulated", subject: { kind: "table", id: table.id }, data: { minutesId, meetingId: meeting.id, tableId: table.id, documentId, amendableUntil: amendableUntil.toISOString(), days: rules.minutesDays, organisationIds: told } });
  });
}

async function mayNow(ctx: Ctx, minutesId: string, db?: Db) {
  const found = await findMinutes(ctx, minutesId, db);
  enforce(mayCirculate(signedIn(ctx), found.table, found.standing, found.meeting, found.minutes));
  const open = await (db ?? ctx.db.read).select({ id: decisions.id }).from(decisions).where(and(eq(decisions.meetingId, found.meeting.id), isNull(decisions.outcome)));
  if (open.length > 0) throw problem("conflict", { because: "meetings.minutes.openDecisions", values: { count: open.length } });
  return found;
}

async function tellThoseThere(ctx: Ctx, db: Db, { meeting, table }: FoundMeeting, { minutesId, amendableUntil }: { minutesId: string; amendableUntil: Date }): Promise<string[]> {
  const there = new Map((await presentAt(db, meeting.id)).map(({ attendance }) => [`${attendance.organisationId} ${attendance.personId}`, attendance]));
  for (const { organisationId, personId } of there.values()) await db.insert(minutesRecipients).values({ id: newId(), minutesId, organisationId, personId, at: ctx.now });
  const ids = [...new Set([...there.values()].map(({ personId }) => personId))];
  const people = ids.length > 0 ? await db.select().from(persons).where(and(inArray(persons.id, ids), isNull(persons.closedAt))) : [];
  for (const { email, locale } of people) {
    const values = { table: table.name, day: formatDate(meeting.startsAt, locale), until: formatDate(new Date(amendableUntil.getTime() - 1), locale), link: absolute(paths.minutes(meeting.id)) };
    await enqueueLetter(db, ctx, letterFrom(table.sensitive ? "meetings.minutes.letterSensitive" : "meetings.minutes.letter", { to: email, locale, values }));
  }
  return [...new Set([...there.values()].map(({ organisationId }) => organisationId))];
}

/** Takes circulated minutes back to be written again, with the reason. They are circulated anew, and the term begins anew. */
export async function recallMinutes(ctx: Ctx, minutesId: string, form: FormData | z.input<typeof ReasonInput>): Promise<void> {
  const { reason } = parse(ReasonInput, form);
  await ctx.db.tx(async (db) => {
    const found = await findMinutes(ctx, minutesId, db);
    enforce(mayRecall(signedIn(ctx), found.table, found.standing, found.minutes));
    await unlockDocument(ctx, { documentId: found.minutes.documentId });
    await db.update(minutes).set({ circulatedAt: null, amendableUntil: null }).where(eq(minutes.id, minutesId));
    await recordOf(ctx, db, found, "minutes.recalled", { reason });
  });
}

/** What passes between the table and who keeps its minutes: it is not told on the public page of the table. */
const INSIDE = new Set(["minutes.contested", "minutes.amendmentAnswered", "minutes.amendmentWithdrawn"]);

/** An act on minutes, told at their table, or only at their session. */
export function recordOf(ctx: Pick<Ctx, "actor" | "now">, db: Db, { minutes: row, table }: { minutes: MinutesRow; table: { id: string } }, act: string, data: Record<string, unknown> = {}) {
  return record(db, ctx, { act, subject: INSIDE.has(act) ? { kind: "meeting", id: row.meetingId } : { kind: "table", id: table.id }, data: { minutesId: row.id, meetingId: row.meetingId, documentId: row.documentId, tableId: table.id, ...data } });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { type Limit, spend } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { calendarFeeds } from "~db/meetings/schema";
import { listMeetings } from "../list-meetings.server";
import { stateOf } from "../meeting";
import { calendarOf } from "./entry.server";
import { tablesOfPerson } from "./inside-tables.server";

const YEAR_MS = 366 * 86_400_000;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Calendar programs ask every few minutes at most; whoever guesses addresses, or asks more, waits. */
const ofFeed: Limit = { name: "feed", points: 30, seconds: 600 };
const ofGuesses: Limit = { name: "feed-guess", points: 30, seconds: 600 };
const ofPublicFeed: Limit = { name: "feed-public", points: 120, seconds: 600 };

/** Makes an address for calendar programs; the secret in it is returned here and kept nowhere. */
export async function openFeed(ctx: Ctx): Promise<{ token: string }> {
  const { personId } = signedIn(ctx);
  const token = randomBytes(24).toString("base64url");
  await ctx.db.tx(async (db) => {
    const id = newId();
    await db.insert(calendarFeeds).values({ id, personId, tokenHash: hashOf(token), createdAt: ctx.now });
    await record(db, ctx, { act: "feed.opened", subject: { kind: "person", id: personId }, data: { feedId: id } });
  });
  return { token };
}

/** Revokes an address of one's own: from then on it answers as if it had never been. */
export async function revokeFeed(ctx: Ctx, feedId: string): Promise<void> {
  const { personId } = signedIn(ctx);
  await ctx.db.tx(async (db) => {
    const done = await db
      .update(calendarFeeds)
      .set({ revokedAt: ctx.now })
      .where(and(eq(calendarFeeds.id, feedId), eq(calendarFeeds.personId, personId), isNull(calendarFeeds.revokedAt)))
      .returning({ id: calendarFeeds.id });
    if (done.length === 0) throw problem("missing");
    await record(db, ctx, { act: "feed.revoked", subject: { kind: "person", id: personId }, data: { feedId } });
  });
}

/** The addresses that the viewer has made and not revoked. */
export async function feedsOf(ctx: Ctx): Promise<{ id: string; createdAt: Date }[]> {
  return ctx.db.read
    .select({ id: calendarFeeds.id, createdAt: calendarFeeds.createdAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.personId, signedIn(ctx).personId), isNull(calendarFeeds.revokedAt)))
    .orderBy(desc(calendarFeeds.createdAt));
}

/**
 * The calendar behind an address: the meetings of the tables where its person speaks now, a year back and everything ahead, cancelled ones as
 * cancelled. `missing` when the address was revoked, never was, or the account is closed; `tooMany` when it is asked too often.
 */
export async function readFeed(ctx: Ctx, token: string): Promise<string> {
  const feed = one(
    await ctx.db.read
      .select({ personId: persons.id, locale: persons.locale })
      .from(calendarFeeds)
      .innerJoin(persons, and(eq(persons.id, calendarFeeds.personId), isNull(persons.closedAt)))
      .where(and(eq(calendarFeeds.tokenHash, hashOf(token)), isNull(calendarFeeds.revokedAt))),
  );
  if (!feed) {
    await spend(ctx, ofGuesses, ctx.address);
    throw problem("missing");
  }
  await spend(ctx, ofFeed, hashOf(token));
  const tableIds = await tablesOfPerson(ctx, feed.personId);
  // drafts are not in anybody's calendar: the list is the one that everybody may know of
  const listed = await listMeetings({ ...ctx, actor: null }, { tableIds, from: new Date(ctx.now.getTime() - YEAR_MS) });
  return calendarOf(listed, { locale: feed.locale, reader: "called", name: translate(feed.locale, "meetings.calendar.feedName") });
}

/** The calendar that anybody may read, of all tables or of one. */
export async function readPublicFeed(ctx: Ctx, { tableId, name }: { tableId?: string; name: string }): Promise<string> {
  await spend(ctx, ofPublicFeed, ctx.address);
  const listed = await listMeetings({ ...ctx, actor: null }, { ...(tableId ? { tableIds: [tableId] } : {}), from: new Date(ctx.now.getTime() - YEAR_MS) });
  return calendarOf(listed.filter(({ meeting }) => stateOf(meeting) !== "draft"), { locale: ctx.locale, reader: "public", name });
}

/** The answer that carries a calendar. */
export function calendarResponse(text: string): Response {
  return new Response(text, { headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'inline; filename="incontri.ics"', "Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex" } });
}

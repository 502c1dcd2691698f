// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { rulesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { type Db, one } from "~db/client.server";
import { meetings } from "~db/meetings/schema";
import { isOverdue } from "../commitments/commitment";
import { openCommitmentsOf } from "../commitments/find-commitments.server";
import { appendPoint } from "./append-point.server";
import type { Suggestion } from "./agenda";
import { agendaRows } from "./read-agenda.server";

const MINUTES = 10;

type Asked = Pick<Ctx, "db" | "now" | "locale">;
type At = { id: string; slug: string };

/**
 * What the next agenda of a table opens with: the minutes of the session before, the commitments not kept yet, and the points that its rules
 * ask of every session; where the rules name none, those that came back with the same words in the last two sessions.
 */
export async function usualPointsOf(ctx: Asked, table: At, db: Db = ctx.db.read): Promise<Suggestion[]> {
  const say = (key: string) => translate("it", `meetings.agenda.usual.${key}`);
  const held = await db
    .select({ id: meetings.id, openedAt: meetings.openedAt })
    .from(meetings)
    .where(and(eq(meetings.tableId, table.id), isNotNull(meetings.openedAt), isNull(meetings.cancelledAt), lte(meetings.openedAt, ctx.now)))
    .orderBy(desc(meetings.openedAt))
    .limit(2);
  const last = one(held);
  const open = await openCommitmentsOf(ctx, table.id);
  const late = open.filter((commitment) => isOverdue(commitment, ctx.now)).length;
  const points: Suggestion[] = [];
  if (last?.openedAt) points.push({ kind: "usual", id: "minutes", title: say("minutes"), says: "meetings.suggest.usualMinutes", values: { date: formatShortDate(last.openedAt, ctx.locale) }, to: paths.meeting(last.id), agendaKind: "minutes", minutes: MINUTES });
  if (open.length > 0) points.push({ kind: "usual", id: "commitments", title: say("commitments"), says: late > 0 ? "meetings.suggest.usualCommitmentsLate" : "meetings.suggest.usualCommitments", values: { count: open.length, late }, to: paths.tableCommitments(table.slug), agendaKind: "commitments", minutes: MINUTES });
  const { rules } = await rulesOf(ctx, table.id, ctx.now, db);
  const ruled = rules.usualPoints.length > 0;
  for (const title of ruled ? rules.usualPoints : await cameBack(db, held.map(({ id }) => id))) {
    points.push({ kind: "usual", id: title, title, says: ruled ? "meetings.suggest.usualRule" : "meetings.suggest.usualAgain", to: ruled ? paths.tableRules(table.slug) : paths.meeting(last?.id ?? ""), agendaKind: "discussion", minutes: MINUTES });
  }
  return points;
}

/** Titles of points that stood by themselves, with the same words, on the agendas of both sessions. */
async function cameBack(db: Db, meetingIds: string[]): Promise<string[]> {
  if (meetingIds.length < 2) return [];
  const [newer = [], older = []] = await Promise.all(meetingIds.map((id) => agendaRows(db, id)));
  const before = new Set(older.map(({ title }) => title));
  return newer.filter(({ title, kind, documentId, itemId, proposerOrganisationId, sourceKind }) => before.has(title) && !["minutes", "commitments"].includes(kind) && !documentId && !itemId && !proposerOrganisationId && (!sourceKind || sourceKind === "usual")).map(({ title }) => title);
}

/** Those that an agenda does not have yet, whoever wrote them there. */
export function lackingOn(rows: readonly { title: string; kind: string }[], points: readonly Suggestion[]): Suggestion[] {
  return points.filter(({ id, title, agendaKind }) => !rows.some((row) => (id === "minutes" || id === "commitments" ? row.kind === agendaKind : row.title === title)));
}

/** Puts the usual points on an agenda that has none, in a transaction whose caller has checked who may. Returns how many. */
export async function openWithUsual(db: Db, ctx: Asked, meetingId: string, table: At): Promise<number> {
  const points = await usualPointsOf(ctx, table, db);
  for (const { id, title, agendaKind, minutes } of points) await appendPoint(db, meetingId, { title: title.slice(0, 200), minutes, kind: agendaKind, sourceKind: "usual", sourceId: id });
  return points.length;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { asc, and, eq, gt, isNotNull } from "drizzle-orm";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { meetings } from "~db/meetings/schema";
import { lastDay } from "../commitments/find-commitments.server";
import type { FoundMeeting } from "../find-meeting.server";
import { allMinutesOf, amendmentsOf, type MinutesRow, recipientsOf, wasThere } from "./find-minutes.server";
import { howExamined } from "./examined";
import { examinedFor } from "./examined.server";
import { minutesState } from "./minutes";
import * as may from "./policy";

/** Minutes and what the viewer may do with them now: everything the page shows. */
export async function viewMinutes(ctx: Ctx, found: FoundMeeting, row: MinutesRow) {
  const { table, standing, meeting } = found;
  const db = ctx.db.read;
  const asked = await amendmentsOf(db, row.id);
  const there = await wasThere(ctx, db, row);
  const open = asked.filter(({ outcome }) => outcome === null).length;
  const day = (at: Date | null) => at && formatShortDate(at, ctx.locale);
  const later = await db
    .select({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(eq(meetings.tableId, table.id), gt(meetings.startsAt, meeting.startsAt), isNotNull(meetings.openedAt)))
    .orderBy(asc(meetings.startsAt));
  const approval = (inSession: boolean) => may.approve(ctx.actor, table, standing, row, { inSession, open, now: ctx.now });
  const amend = may.amend(ctx.actor, table, standing, row, there, ctx.now);
  return {
    id: row.id,
    documentId: row.documentId,
    state: minutesState(row),
    begun: day(row.begunAt),
    circulated: day(row.circulatedAt),
    until: row.amendableUntil && lastDay(ctx, row.amendableUntil),
    approved: day(row.approvedAt),
    approval: row.approval,
    sealed: day(row.sealedAt),
    published: day(row.publishedAt),
    publication: row.publication,
    publicationReason: row.publicationReason,
    corrects: row.correctsSha256 && { sha256: row.correctsSha256, reason: row.correctionReason ?? "" },
    versions: (await allMinutesOf(db, meeting.id)).map(({ id, documentId, begunAt, correctsId }) => ({ id, documentId, day: formatShortDate(begunAt, ctx.locale), correction: correctsId !== null })),
    /** Requests that wait for an answer: the minutes are not approved before. */
    open,
    /** What the session had before it, as it stood when the minutes were circulated. */
    examined: (await examinedFor(ctx, meeting, row.circulatedAt ?? ctx.now)).map((each) => ({ id: each.documentId, title: each.title, inText: each.open ? null : each.neutral, position: each.position, how: howExamined((key, values) => translate(ctx.locale, key, values), ctx.locale, each) })),
    recipients: (await recipientsOf(db, row)).length,
    amendments: asked.map(({ id, body, item, text, reason, outcome, answer, at, ...own }) => ({ id, body, item, text, reason, outcome, answer, when: formatShortDate(at, ctx.locale), mayWithdraw: outcome === null && may.withdrawAmendment(ctx.actor, row, own).ok })),
    sessions: later.map(({ id, title, startsAt }) => ({ value: id, label: `${title}, ${formatShortDate(startsAt, ctx.locale)}` })),
    may: {
      circulate: may.circulate(ctx.actor, table, standing, meeting, row).ok,
      recall: may.recall(ctx.actor, table, standing, row).ok,
      amend: amend.ok,
      // those who were there and come too late are told so
      notAmend: !amend.ok && row.circulatedAt !== null && row.approvedAt === null ? amend.because : null,
      answer: may.answerAmendment(ctx.actor, table, standing, row).ok,
      approve: approval(false).ok || (later.length > 0 && approval(true).ok),
      approveOutside: approval(false).ok,
      seal: may.seal(ctx.actor, table, standing, row).ok,
      publish: may.publish(ctx.actor, table, standing, row, null).ok,
      publishFull: may.publish(ctx.actor, table, standing, row, "full").ok,
      correct: may.correct(ctx.actor, table, standing, row).ok,
    },
  };
}

export type MinutesView = Awaited<ReturnType<typeof viewMinutes>>;

// SPDX-License-Identifier: AGPL-3.0-or-later
import { can } from "~/identity";
import type { Standing } from "~/tables/index.server";
import { all, allow, type Decision, no, yes } from "~/web/policy";
import { keepRecord, speaks, type TableFacts } from "../commitments/policy";
import { isAmendable, minutesState } from "./minutes";

type At = Standing | null;
export type MinutesFacts = { circulatedAt: Date | null; amendableUntil: Date | null; approvedAt: Date | null; sealedAt: Date | null; publishedAt: Date | null };
export type Session = { convenedAt: Date | null; openedAt: Date | null; closedAt: Date | null; cancelledAt: Date | null };

const when = (condition: boolean, because: string): Decision => (condition ? yes() : no(because));
const isNow = (minutes: MinutesFacts, ...states: ReturnType<typeof minutesState>[]) => when(states.includes(minutesState(minutes)), `meetings.minutes.notFrom.${minutesState(minutes)}`);

/** Who begins the minutes: who keeps the record of the table, once the session is convened. */
export const beginMinutes = allow((actor, table: TableFacts, standing: At, session: Session) =>
  all(keepRecord(actor, table, standing), when(session.cancelledAt === null, "meetings.minutes.cancelled"), when(session.convenedAt !== null || session.openedAt !== null, "meetings.minutes.notConvened")),
);

/** Who sends them to those who were there: who keeps the record, when the session is over. */
export const circulate = allow((actor, table: TableFacts, standing: At, session: Session, minutes: MinutesFacts) =>
  all(keepRecord(actor, table, standing), isNow(minutes, "writing"), when(session.closedAt !== null, "meetings.minutes.sessionNotOver")),
);

/** Who takes them back to be written again: they will be circulated anew, with a new term. */
export const recall = allow((actor, table: TableFacts, standing: At, minutes: MinutesFacts) => all(keepRecord(actor, table, standing), isNow(minutes, "circulated")));

/**
 * Who may ask to amend: those who were there, and whoever speaks at the table today for a body that was there. Within the term, and only while
 * the minutes are circulated.
 */
export const amend = allow((actor, table: TableFacts, standing: At, minutes: MinutesFacts, there: { person: boolean; body: boolean }, now: Date) => {
  if (table.closedAt) return no("meetings.record.tableClosed");
  if (!there.person && !(there.body && speaks(standing))) return no("meetings.minutes.amend.notThere");
  if (!actor.organisationId) return no("meetings.minutes.amend.notThere");
  const going = isNow(minutes, "circulated");
  if (!going.ok) return going;
  return when(isAmendable(minutes, now), "meetings.minutes.amend.tooLate");
});

/** Who answers a request to amend: who keeps the record, until the minutes are approved. */
export const answerAmendment = recall;

/** Who takes a request back: the body that made it. */
export const withdrawAmendment = allow((actor, minutes: MinutesFacts, amendment: { organisationId: string }) =>
  all(isNow(minutes, "circulated"), when(actor.organisationId === amendment.organisationId && (can(actor, "speak") || can(actor, "write")), "meetings.minutes.amend.notYours")),
);

/** Who declares them approved: who keeps the record. Inside the term only a session of the table can do it. */
export const approve = allow((actor, table: TableFacts, standing: At, minutes: MinutesFacts, { inSession, open, now }: { inSession: boolean; open: number; now: Date }) =>
  all(
    keepRecord(actor, table, standing),
    isNow(minutes, "circulated"),
    open > 0 ? no("meetings.minutes.stillOpen", { count: open }) : yes(),
    when(inSession || !isAmendable(minutes, now), "meetings.minutes.termOpen"),
  ),
);

export const seal = allow((actor, table: TableFacts, standing: At, minutes: MinutesFacts) => all(keepRecord(actor, table, standing), isNow(minutes, "approved")));

/** What the city reads is decided once, on sealed minutes; those of a sensitive table are never published whole (domain reference 4.2). */
export const publish = allow((actor, table: TableFacts & { sensitive: boolean }, standing: At, minutes: MinutesFacts, publication: "full" | "extract" | "none" | null) =>
  all(keepRecord(actor, table, standing), isNow(minutes, "sealed"), when(!(table.sensitive && publication === "full"), "meetings.minutes.publish.sensitive")),
);

/** Sealed minutes are corrected by other minutes that cite their fingerprint. */
export const correct = allow((actor, table: TableFacts, standing: At, minutes: MinutesFacts) => all(keepRecord(actor, table, standing), isNow(minutes, "sealed", "published")));

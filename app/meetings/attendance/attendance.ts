// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who counts as what at the door of a session: pure rules about mandates and presence. */
import { z } from "zod";

/** How early before its beginning people may be recorded as present. */
export const DOORS_OPEN_MS = 90 * 60_000;

/** Whether arrivals can be recorded at an instant. */
export function doorsOpen(state: string, startsAt: Date, now: Date): boolean {
  return (state === "convened" || state === "open") && now.getTime() >= startsAt.getTime() - DOORS_OPEN_MS;
}

export type AtTheDoor = {
  /** The mandate in force at this very instant, if any. */
  mandate: { id: string; capacity: "titular" | "deputy" } | null;
  /** The last mandate on the seat, ended by now. */
  ended: { id: string; capacity: "titular" | "deputy" } | null;
  role: "coordinator" | "secretary" | "member" | "observer";
  /** Whether the rules of the table have deputies. */
  substitutes: boolean;
  /** Whether the body may speak at all: false when the rules ask for an enrolment that it has lost. */
  enrolled: boolean;
};

export type Admission = { capacity: "titular" | "deputy" | "observer"; mandateId: string | null; because: string | null };

/**
 * As what a person enters: titular or deputy with a mandate in force at that instant, otherwise an observer with the reason. A mandate that ended
 * yesterday lets in an observer, until somebody extends it (domain reference, scenario 3).
 */
export function admit({ mandate, ended, role, substitutes, enrolled }: AtTheDoor): Admission {
  const observer = (because: string): Admission => ({ capacity: "observer", mandateId: null, because: `meetings.attendance.because.${because}` });
  if (role === "observer") return observer("observerSeat");
  if (!enrolled) return observer("notEnrolled");
  if (mandate) return mandate.capacity === "deputy" && !substitutes ? observer("noSubstitutes") : { capacity: mandate.capacity, mandateId: mandate.id, because: null };
  return observer(ended ? "mandateEnded" : "noMandate");
}

/** True when the admission can be turned into a voice by extending the mandate. */
export function extendable({ capacity, because }: { capacity: string; because: string | null }): boolean {
  return capacity === "observer" && because === "meetings.attendance.because.mandateEnded";
}

export const ArrivalInput = z.object({
  /** The affiliation of who arrives, when an officer records it; without it the actor's own. */
  affiliationId: z.string().max(60).optional().transform((text) => text || null),
  remote: z.union([z.boolean(), z.literal("on").transform(() => true)]).optional().transform(Boolean),
});

export const ExtensionInput = z.object({ attendanceId: z.string().min(1), reason: z.string().trim().min(10, "meetings.attendance.extensionReasonNeeded").max(1000, "web.field.tooLong") });
export const ConflictInput = z.object({
  /** The body that declares, when who keeps the door writes down what was said in the room; without it the actor's own. */
  organisationId: z.string().optional().transform((id) => id || null),
  agendaItemId: z.string().min(1, "meetings.conflict.chooseItem"),
  interest: z.string().trim().min(10, "meetings.conflict.interestNeeded").max(1000, "web.field.tooLong"),
});
export const RecordWithdrawalInput = z.object({ declarationId: z.string().min(1), reason: z.string().trim().min(10, "meetings.conflict.withdrawReasonNeeded").max(1000, "web.field.tooLong") });
export const OpenInput = z.object({
  call: z.enum(["first", "second"]).default("first"),
  withoutQuorum: z.union([z.boolean(), z.literal("on").transform(() => true)]).optional().transform(Boolean),
});

// SPDX-License-Identifier: AGPL-3.0-or-later
/** A commitment before a table: open until it is kept or given up; overdue when its last day has gone by. */
import { z } from "zod";

export const commitmentFilters = ["open", "overdue", "closed", "all"] as const;
export type CommitmentFilter = (typeof commitmentFilters)[number];

export type CommitmentState = "open" | "done" | "dropped";

/** What can be done with a commitment, one step at a time. */
export const commitmentSteps = ["note", "done", "move", "drop", "reopen"] as const;
export type CommitmentStep = (typeof commitmentSteps)[number];

/** Those that the body that took it may take by itself. */
export const ownSteps: readonly CommitmentStep[] = ["note", "done"];

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "meetings.commitments.dayNeeded");
const words = (least: number, says: string) => z.string().trim().min(least, says).max(1000, "web.field.tooLong");

export const CommitmentInput = z.object({
  what: words(8, "meetings.commitments.whatNeeded"),
  organisationId: z.string().min(1, "meetings.commitments.bodyNeeded"),
  due: day,
  /** The session and the point of its agenda in which it was taken. */
  meetingId: z.string().optional().transform((id) => id || null),
  agendaItemId: z.string().optional().transform((id) => id || null),
});

export const StepInput = z.discriminatedUnion(
  "step",
  [
    z.object({ step: z.literal("note"), note: words(5, "meetings.commitments.noteNeeded") }),
    z.object({ step: z.literal("done"), note: words(5, "meetings.commitments.doneNeeded") }),
    z.object({ step: z.literal("move"), due: day, note: words(5, "meetings.commitments.reasonNeeded") }),
    z.object({ step: z.literal("drop"), note: words(10, "meetings.commitments.reasonNeeded") }),
    z.object({ step: z.literal("reopen"), note: words(5, "meetings.commitments.reasonNeeded") }),
  ],
  { message: "web.field.invalid" },
);

/** Whether a step may follow a state. */
export function mayFollow(step: CommitmentStep, state: CommitmentState): boolean {
  return step === "reopen" ? state !== "open" : state === "open";
}

/** True when it is still open and its last day has gone by. */
export function isOverdue(commitment: { state: CommitmentState; due: Date }, now: Date): boolean {
  return commitment.state === "open" && commitment.due <= now;
}

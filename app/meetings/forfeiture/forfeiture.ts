// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

/** What a seat did at a closed session: somebody came with a voice, an absence was justified, or neither. */
export type SeatAt = "present" | "justified" | "absent";

/** The sessions missed in a row without justification up to the last one, oldest first. A justified absence neither counts nor breaks the row. */
export function missedInRow(sessions: readonly { id: string; seat: SeatAt }[]): string[] {
  const missed: string[] = [];
  for (const { id, seat } of [...sessions].reverse()) {
    if (seat === "present") break;
    if (seat === "absent") missed.unshift(id);
  }
  return missed;
}

export const ForfeitInput = z.object({
  seatId: z.string().min(1),
  outcome: z.enum(["forfeited", "kept"], { message: "meetings.forfeit.chooseOutcome" }),
  reason: z.string().trim().min(5, "meetings.forfeit.reasonNeeded").max(1000, "web.field.tooLong"),
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import { z } from "zod";
import { ROME } from "~/web/time";

export const rhythms = ["week", "two_weeks", "six_weeks", "month", "two_months", "three_months"] as const;
export type Rhythm = (typeof rhythms)[number];

export const Recurrence = z.object({
  rhythm: z.enum(rhythms, { message: "meetings.programme.rhythmNeeded" }),
  times: z.coerce.number("meetings.programme.timesWrong").int("meetings.programme.timesWrong").min(2, "meetings.programme.timesWrong").max(26, "meetings.programme.timesWrong"),
});
export type Recurrence = z.output<typeof Recurrence>;

const weeks: Partial<Record<Rhythm, number>> = { week: 1, two_weeks: 2, six_weeks: 6 };
const months: Partial<Record<Rhythm, number>> = { month: 1, two_months: 2, three_months: 3 };

/**
 * The dates of a programme, at the same hour of Italy whatever the season: every so many weeks, or in a later month on the same weekday of the same
 * week ("the second Tuesday"; the last one when the month has no fifth).
 */
export function datesOf(first: Date, { rhythm, times }: Recurrence): Date[] {
  const start = DateTime.fromJSDate(first, { zone: ROME });
  return Array.from({ length: times }, (_, i) => {
    const everyWeeks = weeks[rhythm];
    return (everyWeeks ? start.plus({ weeks: everyWeeks * i }) : sameWeekday(start, (months[rhythm] ?? 1) * i)).toJSDate();
  });
}

function sameWeekday(start: DateTime, later: number): DateTime {
  const month = start.startOf("month").plus({ months: later });
  const ordinal = Math.ceil(start.day / 7);
  const firstOne = month.plus({ days: (start.weekday - month.weekday + 7) % 7 });
  const wanted = firstOne.plus({ weeks: ordinal - 1 });
  return (wanted.month === month.month ? wanted : wanted.minus({ weeks: 1 })).set({ hour: start.hour, minute: start.minute });
}

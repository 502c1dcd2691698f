// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import { ROME } from "~/web/time";

export type Day = { /** "2026-12-12" */ day: string; number: number; inMonth: boolean };

/** The month that an address asks for ("2026-12"), or that of the instant. */
export function monthAsked(text: string | null, now: Date): DateTime {
  const asked = /^\d{4}-\d{2}$/.test(text ?? "") ? DateTime.fromISO(`${text}-01`, { zone: ROME }) : null;
  return (asked?.isValid ? asked : DateTime.fromJSDate(now, { zone: ROME })).startOf("month");
}

/** The weeks that cover a month, from Monday to Sunday. */
export function weeksOf(month: DateTime): Day[][] {
  const first = month.startOf("month").startOf("week");
  const last = month.endOf("month").endOf("week");
  const weeks: Day[][] = [];
  for (let day = first; day <= last; day = day.plus({ days: 1 })) {
    if (day.weekday === 1) weeks.push([]);
    weeks.at(-1)?.push({ day: day.toFormat("yyyy-MM-dd"), number: day.day, inMonth: day.month === month.month });
  }
  return weeks;
}

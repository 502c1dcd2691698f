// SPDX-License-Identifier: AGPL-3.0-or-later
/** Working days as offices count them: neither Saturdays, Sundays nor the public holidays of Italy. Patron saints are not counted as holidays. */
import Holidays from "date-holidays";
import { DateTime } from "luxon";
import { ROME } from "./time";

const italy = new Holidays("IT", { types: ["public"] });
const holidaysOf = new Map<number, Set<string>>();

function isWorkingDay(day: DateTime): boolean {
  let holidays = holidaysOf.get(day.year);
  if (!holidays) {
    holidays = new Set(italy.getHolidays(day.year).map(({ date }) => date.slice(0, 10)));
    holidaysOf.set(day.year, holidays);
  }
  return day.weekday <= 5 && !holidays.has(day.toISODate() ?? "");
}

/** Whole working days between the days of two instants in Europe/Rome: neither the first day nor the last counts ("giorni liberi"). */
export function freeWorkingDays(from: Date, to: Date): number {
  const end = DateTime.fromJSDate(to, { zone: ROME }).startOf("day");
  let count = 0;
  for (let day = DateTime.fromJSDate(from, { zone: ROME }).startOf("day").plus({ days: 1 }); day < end; day = day.plus({ days: 1 })) {
    if (isWorkingDay(day)) count++;
  }
  return count;
}

/** The first day (its first instant in Europe/Rome) with so many free working days between it and the day of `from`. */
export function afterFreeWorkingDays(from: Date, days: number): Date {
  let day = DateTime.fromJSDate(from, { zone: ROME }).startOf("day").plus({ days: 1 });
  for (let left = days; left > 0 || !isWorkingDay(day); day = day.plus({ days: 1 })) if (isWorkingDay(day)) left--;
  return day.toJSDate();
}

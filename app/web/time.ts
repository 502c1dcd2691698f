// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import type { Locale } from "./i18n";

export const ROME = "Europe/Rome";

const tags = { it: "it-IT", en: "en-GB" } as const;

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tags[locale], { timeZone: ROME, ...options });
}

/** "venerdì 12 dicembre 2026" in Europe/Rome. */
export function formatDate(instant: Date, locale: Locale): string {
  return formatter(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(instant);
}

/** "12 dic 2026": for tables and side notes. */
export function formatShortDate(instant: Date, locale: Locale): string {
  return formatter(locale, { day: "numeric", month: "short", year: "numeric" }).format(instant);
}

/** "venerdì 12 dicembre 2026, ore 12:00" in Europe/Rome. */
export function formatDateTime(instant: Date, locale: Locale): string {
  return `${formatDate(instant, locale)}, ${locale === "it" ? "ore " : ""}${formatTime(instant, locale)}`;
}

/** As `formatDateTime`, to the second: receipts and deadlines. */
export function formatInstant(instant: Date, locale: Locale): string {
  const time = formatter(locale, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  return `${formatDate(instant, locale)}, ${locale === "it" ? "ore " : ""}${time.format(instant)}`;
}

/** "12:00". */
export function formatTime(instant: Date, locale: Locale): string {
  return formatter(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/**
 * Reads what a date-time field sends ("2026-12-12T12:00" or with seconds), meant in Europe/Rome.
 * Null when it is not a moment, or a moment that the change to summer time skips. A moment that the change back
 * repeats is read as the second of the two: a term that can be read in two ways favours whoever must keep it.
 */
export function parseRomeLocal(text: string): Date | null {
  const moment = DateTime.fromISO(text, { zone: ROME });
  if (!moment.isValid || text.length < 16) return null;
  if (moment.toFormat("yyyy-MM-dd'T'HH:mm") !== text.slice(0, 16)) return null;
  return new Date(Math.max(...moment.getPossibleOffsets().map((possible) => possible.toMillis())));
}

/** The value of a date-time field that shows the instant in Europe/Rome, to the second. */
export function toRomeLocal(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: ROME }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

/** Reads a date field ("2026-12-12") as the first instant of that day in Europe/Rome; null when it is not a day. */
export function parseRomeDay(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = DateTime.fromISO(text, { zone: ROME }).startOf("day");
  return day.isValid ? day.toJSDate() : null;
}

/** The value of a date field that shows the day of the instant in Europe/Rome. */
export function toRomeDay(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: ROME }).toFormat("yyyy-MM-dd");
}

/** The instant without its fraction of a second: terms are compared at second precision. */
export function truncateToSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 1000) * 1000);
}

/** Whole days from now to the instant as people count them on the calendar of Europe/Rome (0: today). */
export function daysUntil(instant: Date, now: Date): number {
  const from = DateTime.fromJSDate(now, { zone: ROME }).startOf("day");
  return Math.round(DateTime.fromJSDate(instant, { zone: ROME }).startOf("day").diff(from, "days").days);
}

/** True when `at` is inside [from, to); a null end is open. The law of every seat, mandate and affiliation. */
export function inForce(period: { validFrom: Date; validTo: Date | null }, at: Date): boolean {
  return period.validFrom <= at && (period.validTo === null || at < period.validTo);
}

/** Euro from integer cents: "1.234,56 €". */
export function formatEuro(cents: number, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { style: "currency", currency: "EUR", useGrouping: "always" }).format(cents / 100);
}

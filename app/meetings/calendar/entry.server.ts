// SPDX-License-Identifier: AGPL-3.0-or-later
/** Meetings as calendar entries (RFC 5545): one stable UID each, SEQUENCE growing with every correction, times in Europe/Rome. */
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { DateTime } from "luxon";
import { readEnv } from "~/web/env.server";
import type { Locale } from "~/web/i18n";
import { absolute } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { ROME } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { MeetingRow, TableRow } from "../find-meeting.server";
import { stateOf } from "../meeting";

/** The hour of Italy, summer time included, as calendars without a time-zone database need it. */
const romeZone = [
  "BEGIN:VTIMEZONE",
  `TZID:${ROME}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/** Who reads the entry: whoever is called finds place and remote room in it, the public the date, the place and the page. */
export type Reader = "called" | "public";

/** Name of an entry in calendars, which others may look at: that of a sensitive table says nothing (domain reference 4.2). */
export function entryTitle({ title }: Pick<MeetingRow, "title">, table: Pick<TableRow, "sensitive" | "name">, locale: Locale): string {
  return table.sensitive ? translate(locale, "meetings.neutralTitle") : `${table.name}: ${title}`;
}

/** A calendar of meetings. `method`: "publish" for feeds and convocations, "cancel" for the letter that cancels one. */
export function calendarOf(listed: readonly { meeting: MeetingRow; table: TableRow }[], { locale, reader, name, method = "publish" }: { locale: Locale; reader: Reader; name?: string; method?: "publish" | "cancel" }): string {
  const calendar = ical({
    prodId: { company: "Concerto", product: "Incontri", language: locale.toUpperCase() },
    method: method === "cancel" ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    timezone: { name: ROME, generator: () => romeZone },
    ...(name ? { name } : {}),
  });
  const host = new URL(readEnv().origin).hostname;
  for (const { meeting, table } of listed) {
    const link = absolute(paths.meeting(meeting.id));
    const shown = !table.sensitive;
    const room = reader === "called" && shown && meeting.link ? [translate(locale, "meetings.entry.room", { link: meeting.link })] : [];
    const state = stateOf(meeting);
    calendar.createEvent({
      id: `${meeting.id}@${host}`,
      sequence: meeting.sequence,
      stamp: DateTime.fromJSDate(meeting.changedAt, { zone: "utc" }),
      lastModified: DateTime.fromJSDate(meeting.changedAt, { zone: "utc" }),
      start: DateTime.fromJSDate(meeting.startsAt, { zone: ROME }),
      end: DateTime.fromJSDate(meeting.endsAt, { zone: ROME }),
      timezone: ROME,
      summary: entryTitle(meeting, table, locale),
      description: [...room, translate(locale, "meetings.entry.page", { link })].join("\n"),
      location: shown ? (meeting.place ?? (meeting.mode === "remote" ? translate(locale, "meetings.mode.remote") : null)) : null,
      status: state === "cancelled" ? ICalEventStatus.CANCELLED : state === "announced" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      url: link,
    });
  }
  return calendar.toString();
}

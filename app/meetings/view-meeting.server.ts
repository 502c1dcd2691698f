// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { formatDate, formatTime, toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { MeetingRow, TableRow } from "./find-meeting.server";
import { type MeetingMode, type MeetingState, stateOf } from "./meeting";

/** A meeting in a list. */
export type MeetingLine = {
  id: string;
  title: string;
  table: { name: string; slug: string };
  state: MeetingState;
  mode: MeetingMode;
  place: string | null;
  /** "2026-12-12", for calendars; and the same in words. */
  day: string;
  date: string;
  from: string;
  until: string;
  to: string;
};

/** The title that the viewer may read: at a sensitive table whoever is outside reads a neutral one (domain reference 4.2). */
export function titleFor(ctx: Pick<Ctx, "locale">, { title }: Pick<MeetingRow, "title">, table: Pick<TableRow, "sensitive">, inside: boolean): string {
  return table.sensitive && !inside ? translate(ctx.locale, "meetings.neutralTitle") : title;
}

/** Presents a meeting for a list. `inside`: the viewer reads what members read. */
export function lineOf(ctx: Pick<Ctx, "locale">, { meeting, table }: { meeting: MeetingRow; table: TableRow }, inside: boolean): MeetingLine {
  return {
    id: meeting.id,
    title: titleFor(ctx, meeting, table, inside),
    table: { name: table.name, slug: table.slug },
    state: stateOf(meeting),
    mode: meeting.mode,
    place: table.sensitive && !inside ? null : meeting.place,
    day: toRomeDay(meeting.startsAt),
    date: formatDate(meeting.startsAt, ctx.locale),
    from: formatTime(meeting.startsAt, ctx.locale),
    until: formatTime(meeting.endsAt, ctx.locale),
    to: paths.meeting(meeting.id),
  };
}

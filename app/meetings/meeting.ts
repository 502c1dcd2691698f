// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a meeting of a table is made of, and the pure rules about its states: for the browser and the server. */
import { z } from "zod";
import { parseRomeLocal } from "~/web/time";

export const meetingModes = ["in_person", "remote", "mixed"] as const;
export type MeetingMode = (typeof meetingModes)[number];

export const meetingStates = ["draft", "announced", "convened", "open", "closed", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

type Instants = { announcedAt: Date | null; convenedAt: Date | null; openedAt: Date | null; closedAt: Date | null; cancelledAt: Date | null };

/** Where a meeting is on its way. */
export function stateOf({ announcedAt, convenedAt, openedAt, closedAt, cancelledAt }: Instants): MeetingState {
  if (cancelledAt) return "cancelled";
  if (closedAt) return "closed";
  if (openedAt) return "open";
  if (convenedAt) return "convened";
  return announcedAt ? "announced" : "draft";
}

/** Meetings last between a quarter of an hour and ten hours. */
export const SHORTEST = 15;
export const LONGEST = 600;

const optional = (most: number) => z.string().trim().max(most, "web.field.tooLong").optional().transform((text) => text || null);
const romeInstant = z.string().transform((text, issue) => {
  const instant = parseRomeLocal(text);
  if (!instant) issue.addIssue({ code: "custom", message: "meetings.when.wrong" });
  return instant ?? new Date(0);
});

export const minutesLong = z.coerce.number("meetings.length.wrong").int("meetings.length.wrong").min(SHORTEST, "meetings.length.wrong").max(LONGEST, "meetings.length.wrong");

/** What a form says of a meeting. Times are meant in Europe/Rome. */
export const MeetingInput = z
  .object({
    title: z.string().trim().min(3, "meetings.title.needed").max(160, "web.field.tooLong"),
    startsAt: z.union([z.date(), romeInstant]),
    minutes: minutesLong,
    mode: z.enum(meetingModes, { message: "meetings.mode.needed" }),
    place: optional(300),
    link: optional(500).refine((text) => text === null || /^https:\/\/\S+$/.test(text), "meetings.link.wrong"),
    note: optional(2000),
  })
  .refine(({ mode, place }) => mode === "remote" || place !== null, { path: ["place"], message: "meetings.place.needed" });

/** The columns that a form fills. */
export function columnsOf({ startsAt, minutes, mode, place, link, ...rest }: z.output<typeof MeetingInput>) {
  return { ...rest, mode, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), place: mode === "remote" ? null : place, link: mode === "in_person" ? null : link };
}

/** How long a meeting lasts, in minutes. */
export function minutesOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number {
  return Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
}

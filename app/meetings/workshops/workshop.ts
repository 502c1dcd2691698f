// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Workshops of the Municipi: open meetings to which anybody may register without an account (city's plan, chapters 4.2 and 5: the city was
 * heard theme by theme). Schemas and pure rules, for browser and server.
 */
import { z } from "zod";
import { districtNumbers } from "~/registry";
import { parseRomeLocal } from "~/web/time";

/** For whom somebody comes, in the order in which lists show them. */
export const attendeeKinds = ["comune", "health", "institutions", "school", "third_sector", "informal", "company", "private"] as const;
export type AttendeeKind = (typeof attendeeKinds)[number];

/** Days after a workshop for which the names of who registered are kept; then only counts are left (domain reference 4.2). */
export const KEEP_DAYS = 30;
/** Hours in which the link in the letter confirms a registration. */
export const CONFIRM_HOURS = 48;

type Instants = { publishedAt: Date | null; cancelledAt: Date | null; startsAt: Date; endsAt: Date };
export type WorkshopState = "draft" | "open" | "running" | "held" | "cancelled";

/** Where a workshop is on its way; registration is possible while it is `open`. */
export function workshopState({ publishedAt, cancelledAt, startsAt, endsAt }: Instants, now: Date): WorkshopState {
  if (cancelledAt) return "cancelled";
  if (!publishedAt) return "draft";
  if (now < startsAt) return "open";
  return now < endsAt ? "running" : "held";
}

/** Where a confirmed registration goes: a seat while there is one, otherwise the waiting list. */
export function placeFor(seatsTaken: number, capacity: number): "seat" | "waiting" {
  return seatsTaken < capacity ? "seat" : "waiting";
}

/** Who moves up from the waiting list (first come, first served) when so many seats are taken. */
export function promoted<T extends { confirmedAt: Date | null }>(waiting: readonly T[], seatsTaken: number, capacity: number): T[] {
  const free = Math.max(0, capacity - seatsTaken);
  return [...waiting].sort((a, b) => (a.confirmedAt?.getTime() ?? 0) - (b.confirmedAt?.getTime() ?? 0)).slice(0, free);
}

/** The name of a body as it is compared: two people of one body count as one body however they write it. */
export function bodyKey(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

const text = (least: number, most: number, needed: string) => z.string().trim().min(least, needed).max(most, "web.field.tooLong");
const optional = (most: number) => z.string().trim().max(most, "web.field.tooLong").optional().transform((value) => value || null);
const whole = (most: number) => z.coerce.number("web.field.invalid").int("web.field.invalid").min(0, "web.field.invalid").max(most, "web.field.invalid");

export const WorkshopInput = z.object({
  title: text(5, 160, "workshops.form.titleNeeded"),
  description: text(20, 4000, "workshops.form.descriptionNeeded"),
  place: text(3, 200, "workshops.form.placeNeeded"),
  startsAt: z.union([z.date(), z.string().transform((value, issue) => {
    const at = parseRomeLocal(value);
    if (!at) issue.addIssue({ code: "custom", message: "workshops.form.whenNeeded" });
    return at ?? new Date(0);
  })]),
  minutes: z.coerce.number("workshops.form.minutesNeeded").int("workshops.form.minutesNeeded").min(15, "workshops.form.minutesNeeded").max(600, "workshops.form.minutesNeeded"),
  capacity: z.coerce.number("workshops.form.capacityNeeded").int("workshops.form.capacityNeeded").min(1, "workshops.form.capacityNeeded").max(2000, "workshops.form.capacityNeeded"),
  /** Only offices for the whole city choose; a Municipio has its own. */
  district: z.union([z.literal("").transform(() => null), z.coerce.number().int().refine((n) => districtNumbers.includes(n as never), "web.field.invalid")]).nullish().transform((value) => value ?? null),
  neighbourhoodId: optional(60),
  themes: z.array(z.string()).min(1, "workshops.form.themesNeeded"),
});

export const RegistrationInput = z
  .object({
    name: text(2, 120, "workshops.register.nameNeeded"),
    email: z.string().trim().toLowerCase().pipe(z.email("workshops.register.emailNeeded")),
    kind: z.enum(attendeeKinds, { message: "workshops.register.kindNeeded" }),
    bodyName: optional(160),
    read: z.literal("on", { message: "workshops.register.readNeeded" }),
  })
  .transform(({ read: _read, bodyName, ...fields }) => ({ ...fields, bodyName: fields.kind === "private" ? null : bodyName }));

export const AttendanceInput = z.object({
  present: z.array(z.string()).default([]),
  unregistered: z.partialRecord(z.enum(attendeeKinds), whole(1000)).default({}),
  bodies: z.string().max(8000, "web.field.tooLong").default("").transform((lines) => [...new Set(lines.split(/\r?\n/).map((line) => line.trim()).filter((line) => line.length > 1))].slice(0, 200)),
});

export const ThemeInput = z.object({ title: text(3, 120, "workshops.themes.titleNeeded") });
export const CancelInput = z.object({ reason: text(5, 500, "workshops.cancel.reasonNeeded") });
export const SynthesisInput = z.object({ themeId: z.string().min(1), text: text(10, 8000, "workshops.synthesis.textNeeded") });

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Liaison moments (city's plan, chapter 4.2): a Municipio keeps the relation with bodies that no city table sees, and several times a year
 * brings what it gathered into the discussion of the city's tables.
 */
import { z } from "zod";
import { parseRomeDay } from "~/web/time";

const text = (least: number, most: number, needed: string) => z.string().trim().min(least, needed).max(most, "web.field.tooLong");
const optional = (most: number) => z.string().trim().max(most, "web.field.tooLong").optional().transform((value) => value || null);

export const LiaisonInput = z.object({
  title: text(5, 160, "liaison.form.titleNeeded"),
  heldOn: z.string().transform((day, issue) => {
    const at = parseRomeDay(day);
    if (!at) issue.addIssue({ code: "custom", message: "liaison.form.dayNeeded" });
    return at ?? new Date(0);
  }),
  note: optional(2000),
});

export const ElementInput = z.object({
  title: text(5, 160, "liaison.element.titleNeeded"),
  text: text(10, 4000, "liaison.element.textNeeded"),
  themeId: optional(60),
  neighbourhoodId: optional(60),
  workshops: z.array(z.string()).default([]),
  voices: z.union([z.literal("").transform(() => null), z.coerce.number("web.field.invalid").int("web.field.invalid").min(1, "web.field.invalid").max(1000, "web.field.invalid")]).nullish().transform((value) => value ?? null),
});

export const BringInput = z.object({ elementId: z.string().min(1), tableId: z.string().min(1, "liaison.element.tableNeeded") });
export const KeepInput = z.object({ elementId: z.string().min(1), reason: text(5, 500, "liaison.element.reasonNeeded") });
export const NeighbourhoodInput = z.object({ name: text(2, 80, "liaison.nil.nameNeeded"), code: optional(10) });

/** Bodies without a register of their own, that a Municipio may enter by itself. */
export const localKinds = ["informal_group", "other_nonprofit", "religious_body", "company"] as const;
export const LocalBodyInput = z.object({ name: text(3, 160, "liaison.bodies.nameNeeded"), kind: z.enum(localKinds, { message: "liaison.bodies.kindNeeded" }), purpose: optional(500), neighbourhoodId: optional(60), note: optional(500) });
export const KnownBodyInput = z.object({ organisationId: z.string().min(1), neighbourhoodId: optional(60), note: optional(500) });

const DAY_MS = 86_400_000;
/** Days before the term at which a table is reminded, and days between reminders once it has passed. */
const SOON = 7;
const AGAIN = 30;

/** On which occasion a table is to be reminded of an item now; null: not yet. The same occasion is told once. */
export function occasionOf(due: Date, now: Date): { name: string; late: boolean } | null {
  const left = due.getTime() - now.getTime();
  if (left > SOON * DAY_MS) return null;
  if (left > 0) return { name: `${due.getTime()}-soon`, late: false };
  return { name: `${due.getTime()}-late-${Math.floor(-left / (AGAIN * DAY_MS))}`, late: true };
}

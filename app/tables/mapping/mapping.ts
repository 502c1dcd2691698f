// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The form of the mapping: what the city's plan (chapter 4.2) asks of each table actually active: object, participants, criteria for
 * choosing them, periodicity, working methods; and whether it really works, which is not the same as having been set up.
 */
import { z } from "zod";
import { formalStatuses } from "../levels";

/** The five fields of the plan. */
export const mappingFields = ["object", "participants", "criteria", "periodicity", "method"] as const;
export type MappingField = (typeof mappingFields)[number];

const text = z.string().trim().max(1000, "web.field.tooLong").optional().transform((value) => value || null);
const box = z.union([z.boolean(), z.literal("on").transform(() => true)]).optional().transform(Boolean);

export const MappingAnswers = z.object({
  object: text,
  participants: text,
  criteria: text,
  periodicity: text,
  method: text,
  /** Whether the table was set up, and whether it really works: two questions. */
  active: box,
  working: box,
  /** ISO day of the last session. */
  lastSession: z.union([z.literal("").transform(() => null), z.iso.date("tables.mappingForm.dateWrong")]).nullish().transform((day) => day ?? null),
  status: z.union([z.literal("").transform(() => null), z.enum(formalStatuses)]).nullish().transform((value) => value ?? null),
  act: z.string().trim().max(200, "web.field.tooLong").optional().transform((value) => value || null),
  note: text,
});
export type MappingAnswers = z.output<typeof MappingAnswers>;

/** The fields of the plan that a form leaves empty: the gaps that the map shows. */
export function gapsOf(answers: Pick<MappingAnswers, MappingField> | null): MappingField[] {
  return mappingFields.filter((field) => !answers?.[field]);
}

/** "working", "dormant" (no session for so many months, or the office says it does not work), "unknown". */
export type Activity = "working" | "dormant" | "unknown";

/** Whether a table is really at work. The last session counts more than what somebody says. */
export function activityOf(facts: { lastSession: Date | null; working: boolean | null }, dormantMonths: number, now: Date): Activity {
  if (facts.lastSession) {
    const limit = new Date(facts.lastSession);
    limit.setUTCMonth(limit.getUTCMonth() + dormantMonths);
    return limit >= now ? "working" : "dormant";
  }
  if (facts.working === null) return "unknown";
  return facts.working ? "working" : "dormant";
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * An indirizzo (city's plan, chapter 4.1): what the policy table asks of those who have a part in the city's welfare. Drafted, issued, then
 * replaced by its next version or withdrawn; addressed to tables, bodies or families of bodies, who say what they do with it.
 */
import { z } from "zod";
import { kindGroups } from "~/registry";
import { parseRomeDay, toRomeDay } from "~/web/time";

export type VersionState = "draft" | "issued" | "superseded" | "withdrawn";

/** What an addressee may say. `noted`: it has read it, and will say later what it does. */
export const guidelineAnswers = ["noted", "taken_on", "partly", "cannot"] as const;
export type GuidelineAnswer = (typeof guidelineAnswers)[number];

/** How a version stands: `last` is the number of the last issued one. */
export function stateOf(version: { version: number; issuedAt: Date | null }, last: number, withdrawn: boolean): VersionState {
  if (!version.issuedAt) return "draft";
  if (version.version < last) return "superseded";
  return withdrawn ? "withdrawn" : "issued";
}

/** An addressee that is one body has until the term; a family of bodies has none: nobody in it is late. */
export function isLate(addressee: { actors: string | null; answered: boolean }, answerBy: Date | null, now: Date): boolean {
  return addressee.actors === null && !addressee.answered && answerBy !== null && answerBy <= now;
}

const Day = z.string().transform((text, check) => {
  const day = parseRomeDay(text);
  if (!day) check.addIssue({ code: "custom", message: "guidelines.dayWrong" });
  return day as Date;
});

/** The first instant after a day in Europe/Rome, also where the clock changes. */
const after = (day: Date): Date => parseRomeDay(toRomeDay(new Date(day.getTime() + 36 * 3_600_000))) as Date;

const none = (value: unknown) => (value === "" || value === undefined ? null : value);
const ids = z.array(z.string()).default([]);

export const GuidelineInput = z.object({
  title: z.string().trim().min(5, "guidelines.titleNeeded").max(160, "web.field.tooLong"),
  text: z.string().trim().min(20, "guidelines.textNeeded").max(8000, "web.field.tooLong"),
  reason: z.string().trim().min(10, "guidelines.reasonNeeded").max(4000, "web.field.tooLong"),
  decisionId: z.preprocess(none, z.string().nullable()),
  act: z.preprocess(none, z.string().trim().max(300, "web.field.tooLong").nullable()),
  effectiveOn: Day,
  /** The last day to answer, as people write it; kept as the instant at which it is over. */
  answerBy: z.preprocess(none, Day.transform((day) => (day ? after(day) : day)).nullable()),
  tables: ids,
  bodies: ids,
  actors: z.array(z.enum(kindGroups)).default([]),
  /** The item between tables that it answers. */
  itemId: z.preprocess(none, z.string().nullable()),
  /** The draft as it was last seen; 0 for one that is not there yet. */
  revision: z.coerce.number().int().min(0).default(0),
});
export type GuidelineFields = z.output<typeof GuidelineInput>;

export const AnswerInput = z
  .object({
    addresseeId: z.string().min(1),
    answer: z.enum(guidelineAnswers, { message: "guidelines.answer.choose" }),
    text: z.preprocess(none, z.string().trim().max(2000, "web.field.tooLong").nullable()),
  })
  .refine(({ answer, text }) => answer === "noted" || (text?.length ?? 0) >= 10, { path: ["text"], message: "guidelines.answer.reasonNeeded" });

export const WithdrawInput = z.object({ reason: z.string().trim().min(10, "guidelines.withdraw.reasonNeeded").max(2000, "web.field.tooLong") });

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { parseRomeLocal } from "~/web/time";
import { minutesLong } from "../meeting";

export const pollAnswers = ["yes", "if_needed", "no"] as const;
export type PollAnswer = (typeof pollAnswers)[number];

/** Lines that the form offers for dates. */
export const OPTIONS = 6;

export const PollInput = z.object({
  title: z.string().trim().min(3, "meetings.title.needed").max(160, "web.field.tooLong"),
  minutes: minutesLong,
  note: z.string().trim().max(1000, "web.field.tooLong").optional().transform((text) => text || null),
  answersBy: z.string().transform((text, issue) => {
    const at = parseRomeLocal(`${text}T23:59`);
    if (!at) issue.addIssue({ code: "custom", message: "meetings.poll.answersByWrong" });
    return at ?? new Date(0);
  }),
  options: z
    .array(z.string())
    .transform((lines) => [...new Set(lines.filter((line) => line !== ""))].map((line) => parseRomeLocal(line)))
    .refine((dates) => dates.every((date) => date !== null), "meetings.when.wrong")
    .transform((dates) => dates.filter((date) => date !== null).sort((a, b) => a.getTime() - b.getTime()))
    .refine((dates) => dates.length >= 2, "meetings.poll.twoDates"),
});

export type Tally = { yes: number; ifNeeded: number; no: number };

/** Counts the answers of an option; a seat that said nothing is in none of the three. */
export function tallyOf(answers: readonly PollAnswer[]): Tally {
  return { yes: answers.filter((answer) => answer === "yes").length, ifNeeded: answers.filter((answer) => answer === "if_needed").length, no: answers.filter((answer) => answer === "no").length };
}

/** The option that suits most: most seats that can come, then most that can come gladly, then the earliest. */
export function best<T extends { startsAt: Date; tally: Tally }>(options: readonly T[]): T | null {
  const order = [...options].sort((a, b) => b.tally.yes + b.tally.ifNeeded - (a.tally.yes + a.tally.ifNeeded) || b.tally.yes - a.tally.yes || a.startsAt.getTime() - b.startsAt.getTime());
  const [first] = order;
  return first && first.tally.yes + first.tally.ifNeeded > 0 ? first : null;
}

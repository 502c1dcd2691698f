// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const outcomes = ["accepted", "partly", "refused", "postponed"] as const;
export type Outcome = (typeof outcomes)[number];

/** How a contribution stands: waiting for an answer, answered in one of four ways, taken back by who made it. */
export type Standing = "open" | Outcome | "withdrawn";

export const MAX_TEXT = 4000;

const Reason = z
  .string({ error: "contributions.answer.reasonMissing" })
  .trim()
  .min(1, { error: "contributions.answer.reasonMissing" })
  .max(MAX_TEXT, { error: "contributions.answer.tooLong" });

/** The form with which something is answered. `wording` counts for a suggestion that is partly accepted. */
export const Answer = z.object({
  kind: z.enum(["suggestion", "observation"]),
  id: z.string(),
  outcome: z.enum(outcomes, { error: "contributions.answer.outcomeMissing" }),
  reason: Reason,
  wording: z.string().max(MAX_TEXT, { error: "contributions.answer.tooLong" }).optional(),
});
export type AnswerInput = z.output<typeof Answer>;

export const Observe = z.object({
  section: z.string().max(64).default(""),
  text: z.string({ error: "contributions.observation.missing" }).trim().min(1, { error: "contributions.observation.missing" }).max(MAX_TEXT, { error: "contributions.answer.tooLong" }),
});

export const Which = z.object({ kind: z.enum(["suggestion", "observation"]), id: z.string() });

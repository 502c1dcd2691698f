// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const stances = ["favourable", "reserve", "abstained", "contrary"] as const;
export type Stance = (typeof stances)[number];

const MAX_CONDITION = 2000;

/** How a body stands. Who has a reserve says under which condition it would be overcome. */
export const TakePosition = z
  .object({
    section: z.string().max(64).default(""),
    stance: z.enum(stances, { error: "contributions.position.stanceMissing" }),
    condition: z.string().trim().max(MAX_CONDITION, { error: "contributions.position.tooLong" }).default(""),
  })
  .refine(({ stance, condition }) => stance !== "reserve" || condition !== "", { error: "contributions.position.conditionMissing", path: ["condition"] });

export const AskAgain = z.object({
  section: z.string().max(64).default(""),
  note: z.string({ error: "contributions.position.noteMissing" }).trim().min(1, { error: "contributions.position.noteMissing" }).max(MAX_CONDITION, { error: "contributions.position.tooLong" }),
});

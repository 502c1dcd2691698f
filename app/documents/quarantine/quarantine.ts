// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const quarantineStates = ["open", "resolved"] as const;
export type QuarantineState = (typeof quarantineStates)[number];

const REASONS = ["read-only", "sealed", "foreign-author", "malformed", "incomplete", "not-a-suggestion", "not-saved", "damaged", "unreadable"];

/** The word under which a reason is explained; rows of another version may carry one that this version does not know. */
export const reasonKey = (reason: string): string => (REASONS.includes(reason) ? reason : "unknown");

const MAX_NOTE = 1000;

/** `alike`: the word holds for everything else that the same connection sent and was refused for the same reason. */
export const Resolution = z.object({
  note: z
    .string({ error: "documents.quarantine.note.missing" })
    .trim()
    .min(1, { error: "documents.quarantine.note.missing" })
    .max(MAX_NOTE, { error: "documents.quarantine.note.tooLong" }),
  alike: z
    .string()
    .nullish()
    .transform((ticked) => Boolean(ticked)),
});

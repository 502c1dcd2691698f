// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { Reason } from "../lifecycle/forms";

export const MAX_NAME = 120;

/** The form with which a person keeps the text of now. */
export const NewVersion = z.object({
  name: z
    .string({ error: "documents.versions.name.missing" })
    .trim()
    .min(1, { error: "documents.versions.name.missing" })
    .max(MAX_NAME, { error: "documents.versions.name.tooLong" }),
  reason: Reason,
});

/** The form with which a person brings an earlier text back. */
export const RestoreReason = z.object({ reason: Reason });

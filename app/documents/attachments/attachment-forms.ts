// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";

export const MAX_DESCRIPTION = 300;

const words = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(MAX_DESCRIPTION, { error: "documents.attachments.tooLong" });

const file = z.instanceof(File, { error: "documents.attachments.fileMissing" }).refine((one) => one.name !== "", { error: "documents.attachments.fileMissing" });

export const NewAttachment = z.object({ file, description: words("documents.attachments.description.missing") });

/** A picture enters a text only with what it shows in words. */
export const NewPicture = z.object({ file, description: words("documents.writing.image.missing") });

export const Withdrawal = z.object({ fileId: z.string(), reason: words("documents.attachments.reason.missing") });

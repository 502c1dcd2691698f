// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { MAX_TITLE, visibilities } from "../document";

export const incomingFile = z.instanceof(File, { error: "documents.attachments.fileMissing" }).refine((one) => one.name !== "", { error: "documents.attachments.fileMissing" });

/** A file that becomes a document at a table. Without a title, the one in the file counts, or its name. */
export const ImportDocument = z.object({
  file: incomingFile,
  title: z.string().trim().max(MAX_TITLE, { error: "documents.title.tooLong" }).default(""),
  visibility: z.enum(visibilities).default("table"),
});

/** The wish of an import, as kept with its job. */
export const ImportWish = z.object({ tableId: z.string(), title: z.string(), visibility: z.enum(visibilities), format: z.enum(["docx", "odt", "md", "html"]) });

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { MAX_TITLE, visibilities } from "../document";
import { importFormats } from "./reading";

export const incomingFile = z.instanceof(File, { error: "documents.attachments.fileMissing" }).refine((one) => one.name !== "", { error: "documents.attachments.fileMissing" });

/** A file that becomes a document at a table. Without a title, the one in the file counts, or its name. */
export const ImportDocument = z.object({
  file: incomingFile,
  title: z.string().trim().max(MAX_TITLE, { error: "documents.title.tooLong" }).default(""),
  visibility: z.enum(visibilities).default("table"),
});

export const ImportFormatWish = z.object({ format: z.enum(importFormats) });

/** The wish of an import, as kept with its job. */
export const ImportWish = ImportFormatWish.extend({ tableId: z.string(), title: z.string(), visibility: z.enum(visibilities) });

/** A file that comes back to a document. */
export const ProposeFromFile = z.object({ file: incomingFile });

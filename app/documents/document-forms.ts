// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { MAX_TITLE, offeredTemplates, visibilities } from "./document";

export const Title = z
  .string({ error: "documents.title.missing" })
  .trim()
  .min(1, { error: "documents.title.missing" })
  .max(MAX_TITLE, { error: "documents.title.tooLong" });

/** The form with which a document begins at a table. */
export const NewDocument = z.object({
  title: Title,
  template: z.enum(offeredTemplates, { error: "documents.new.chooseTemplate" }),
  visibility: z.enum(visibilities).default("table"),
});

export const Rename = z.object({ title: Title });

export const ChangeVisibility = z.object({ visibility: z.enum(visibilities) });

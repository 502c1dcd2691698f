// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";

export const importFormats = ["docx", "odt", "md", "html"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** What a file may hold that our texts have no place for, or have only in another shape. */
export const losses = [
  "pictures", "outsidePictures", "undescribed", "comments", "tracked", "textBoxes", "charts", "formulas", "code", "raw", "definitions",
  "pageFrame", "deepHeadings", "letteredLists", "badLinks", "captions", "nestedTables",
] as const;
export type Loss = (typeof losses)[number];

/** A comment that stood in the file. */
export type ReadComment = { id: string; author: string; text: string; blockId: string | null };

/** A file as read: blocks of our schema, whose pictures are still named as in the file. */
export type Reading = {
  /** Set as title in the file, if any was. */
  title: string | null;
  blocks: JSONContent[];
  pictures: Record<string, Uint8Array>;
  lost: { what: Loss; count: number }[];
  comments: ReadComment[];
  /** From which document the file was made and from which moment of it, when it is one of ours. */
  origin: { documentId: string; seq: number } | null;
};

/**
 * With `foreign` the file is read as another version of a text of ours: headings keep the level they have in it, and
 * revisions that are somebody's open suggestions (author and instant) are not taken as changes of the text.
 */
export type ReadOrder = { bytes: Uint8Array; format: ImportFormat; foreign?: { author: string; date: string }[] };

/** What the page says of a finished import. */
export type ImportResult = {
  fileName: string;
  paragraphs: number;
  headings: number;
  lists: number;
  tables: number;
  pictures: number;
  notes: number;
  lost: { what: Loss; count: number }[];
};

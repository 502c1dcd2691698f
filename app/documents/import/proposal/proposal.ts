// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { KeptPicture } from "../../attachments/keep-picture.server";
import type { ImportResult, ReadComment } from "../reading";

/** What a file said that came back with changes, kept until somebody confirms them. */
export type Proposal = {
  fileName: string;
  blocks: JSONContent[];
  /** What it would have said if nobody had edited it, and the level that our highest headings have in it. */
  untouched: JSONContent[];
  topLevel: number;
  /** Up to which stored change the text was that the file was made from; null when the file does not say. */
  seq: number | null;
  pictures: (KeptPicture & { scanned: boolean })[];
  comments: ReadComment[];
  lost: ImportResult["lost"];
  /** Set once, when its changes have become suggestions. */
  confirmed: { made: number; comments: number } | null;
};

/** More differences than this are another text, not changes of this one. */
export const MOST_DIFFERENCES = 1000;

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Shape } from "../../schema/suggested/shape";

/** One thing that a file has differently, for people to look at before it becomes a suggestion. */
export type Difference = {
  kind: "changed" | "looks" | "structure" | "moved" | "removed" | "inserted";
  /** Words before and after. */
  before: string;
  after: string;
  /** The heading under which it stands. */
  section: string | null;
  /** Somebody else has changed the same words since the file was made. */
  meanwhile: boolean;
  /** What the block is, and what it would become. */
  shape?: { was: Shape; becomes: Shape };
};

/** What a file has differently and cannot be proposed from it. */
export const notCarried = ["gone", "structure"] as const;
export type NotCarried = (typeof notCarried)[number];

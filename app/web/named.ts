// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "./context";

/** Something that may be named in a text and becomes a link to its page. */
export type Named = {
  kind: "person" | "body" | "strategy" | "guideline" | "document";
  target: string;
  label: string;
  /** What tells it apart from others of the same name. */
  note: string;
  /** Address of its page on this site. */
  to: string;
};

/** Looks for what may be named, within what the viewer may see; later floors offer theirs through the composition. */
export type NamedSource = (ctx: Pick<Ctx, "actor" | "now" | "db">, words: string, limit: number) => Promise<Named[]>;

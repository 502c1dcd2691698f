// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { BlockChanges } from "../../schema/suggested/propose";
import type { Beside } from "./beside";
import type { Difference, NotCarried } from "./difference";
import { leavesIn, wordsOf } from "./tree";

export type Comparison = { changes: Required<BlockChanges>; differences: Difference[]; notCarried: Partial<Record<NotCarried, number>> };

/** Where blocks go: after one of the text, or first inside a container; `instead` of blocks that then go. */
export type Spot = { after: string | null; inside: string | null; instead?: string[] };

type What = Pick<Difference, "kind" | "shape">;

/** What is found while a file is compared, each thing as a change to propose and as a difference for people to look at. */
export class Findings {
  private readonly changes: Comparison["changes"] = { changed: {}, removed: [], inserted: [] };
  private readonly placed: (Difference & { place: number })[] = [];
  private readonly lost: Comparison["notCarried"] = {};

  constructor(private readonly beside: Beside) {}

  changed(id: string, wanted: JSONContent, what: What): void {
    this.changes.changed[id] = wanted;
    const { is, placeOf, meanwhile } = this.beside;
    this.placed.push({ place: placeOf(id), ...what, before: wordsOf(is.node(id)!), after: wordsOf(wanted), section: is.section(id), meanwhile: meanwhile([id]) });
  }

  inserted(nodes: JSONContent[], { after, inside, instead = [] }: Spot, what: What = { kind: "inserted" }): void {
    const { is, placeOf, meanwhile, ours } = this.beside;
    const blocks = nodes.map(ours);
    const last = this.changes.inserted.at(-1);
    const goesOn = last && last.after === after && (last.inside ?? null) === inside && !last.instead && instead.length === 0;
    if (goesOn) last.blocks.push(...blocks);
    else this.changes.inserted.push({ after, blocks, ...(after === null && inside !== null && { inside }), ...(instead.length > 0 && { instead }) });
    const place = after !== null ? placeOf(after, true) + 0.5 : inside !== null ? placeOf(inside) - 0.5 : -0.5;
    const words = blocks.flatMap(leavesIn).map(wordsOf).join("\n");
    const before = instead.map((id) => this.wordsIn(id)).join("\n");
    this.placed.push({ place, ...what, before, after: words, section: after === null ? null : is.section(after), meanwhile: meanwhile(instead) });
  }

  removed(id: string): void {
    this.changes.removed.push(id);
    this.gone(id, this.beside.meanwhile([id]));
  }

  /** A cell of a table, which stays without words. */
  emptied(id: string): void {
    this.changes.changed[id] = { type: "paragraph", content: [] };
    this.gone(id, false);
  }

  notCarried(what: NotCarried): void {
    this.lost[what] = (this.lost[what] ?? 0) + 1;
  }

  /** All of it; the differences in the order of the text. */
  result(): Comparison {
    const differences = this.placed.sort((a, b) => a.place - b.place).map(({ place: _place, ...difference }) => difference);
    return { changes: this.changes, differences, notCarried: this.lost };
  }

  private gone(id: string, meanwhile: boolean): void {
    const { is, placeOf } = this.beside;
    this.placed.push({ place: placeOf(id), kind: "removed", before: this.wordsIn(id), after: "", section: is.section(id), meanwhile });
  }

  private wordsIn(id: string): string {
    const { is } = this.beside;
    return is.leaves(id).map((leaf) => wordsOf(is.node(leaf)!)).filter(Boolean).join("\n");
  }
}

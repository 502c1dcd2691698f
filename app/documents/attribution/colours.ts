// SPDX-License-Identifier: AGPL-3.0-or-later
/** How the bodies of a text are told apart: a tint and an underline each, the same wherever the text is shown. */
import type { JSONContent } from "@tiptap/core";
import type { Contribution } from "./contributions";
import { each, type Stretches } from "./stretches";

/** Tints there are in attribution.css. */
export const TINTS = 12;

/** One entry of the legend. */
export type Tint = { name: string; className: string; organisationId: string | null };

type Named = Pick<Contribution, "organisationId" | "initial" | "uncertain" | "contributors"> & { body: string | null };

/** The class of each contribution, in their order. */
export function classesOf(contributions: Pick<Named, "initial" | "uncertain">[]): string[] {
  let next = 0;
  return contributions.map(({ initial, uncertain }) => (uncertain ? "by-body by-uncertain" : initial ? "by-body by-initial" : `by-body by-${(next++ % TINTS) + 1}`));
}

/** The legend, and for each contributor of the authorship the number of its entry. `nameOf` says what it is called. */
export function legendOf<C extends Named>(contributions: C[], nameOf: (contribution: C) => string): { legend: Tint[]; entryOf: Record<number, number> } {
  const classes = classesOf(contributions);
  const legend = contributions.map((contribution, i) => ({ name: nameOf(contribution), className: classes[i] as string, organisationId: contribution.organisationId }));
  return { legend, entryOf: Object.fromEntries(contributions.flatMap(({ contributors }, i) => contributors.map((contributor) => [contributor, i]))) };
}

/**
 * The text with a mark `author` on every run of letters; unchanged when the runs are not of this text. `runs` cover all its
 * letters in the order of reading.
 */
export function colouredText(content: JSONContent, runs: Stretches, tintOf: (contributor: number) => Tint | undefined): JSONContent {
  const ends: { end: number; contributor: number }[] = [];
  each(runs, (length, contributor, from) => ends.push({ end: from + length, contributor }));
  if (lettersIn(content) !== (ends.at(-1)?.end ?? 0)) return content;
  let at = 0;
  let run = 0;
  const marks = new Map<number, { type: string; attrs: Record<string, string> } | undefined>();
  const markOf = (contributor: number) => {
    if (!marks.has(contributor)) {
      const tint = tintOf(contributor);
      marks.set(contributor, tint && { type: "author", attrs: { name: tint.name, className: tint.className } });
    }
    return marks.get(contributor);
  };
  const paint = (node: JSONContent, parts: JSONContent[]): JSONContent[] => {
    if (node.type !== "text") {
      const content: JSONContent[] = [];
      for (const child of node.content ?? []) paint(child, content);
      parts.push(node.content ? { ...node, content } : node);
      return parts;
    }
    const text = node.text ?? "";
    for (let from = 0; from < text.length; ) {
      while ((ends[run]?.end ?? Number.POSITIVE_INFINITY) <= at) run++;
      const length = Math.min(text.length - from, (ends[run]?.end ?? at + text.length) - at);
      const mark = markOf(ends[run]?.contributor ?? -1);
      parts.push({ ...node, text: text.slice(from, from + length), marks: mark ? [...(node.marks ?? []), mark] : (node.marks ?? []) });
      from += length;
      at += length;
    }
    return parts;
  };
  return paint(content, [])[0] as JSONContent;
}

const lettersIn = (node: JSONContent): number => (node.type === "text" ? (node.text ?? "").length : (node.content ?? []).reduce((sum, child) => sum + lettersIn(child), 0));

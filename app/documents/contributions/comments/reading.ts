// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A text read as one line of characters, with the way back to where each stands: in the shared state (Yjs) or in the
 * editor (ProseMirror). Both give the same characters for the same text; blocks are parted by a line break.
 */
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";

/** A stretch of characters that stand one after the other also where they come from. */
export type Run<At> = { from: number; length: number; at: At; inserted: boolean };

export type Reading<At> = {
  raw: string;
  runs: Run<At>[];
  blocks: { id: string | null; from: number; to: number }[];
};

/** A place in the shared state: a text and how many characters into it. */
export type SharedPlace = { type: Y.XmlText; index: number };

const TEXT_BLOCKS = new Set(["paragraph", "heading"]);
const DEEPEST = 200;

/** Reads the shared text. */
export function readShared(fragment: Y.XmlFragment): Reading<SharedPlace> {
  const reading = empty<SharedPlace>();
  for (const item of fragment.toArray()) readElement(reading, item, 0);
  return reading;
}

function readElement(reading: Reading<SharedPlace>, item: unknown, depth: number): void {
  if (!(item instanceof Y.XmlElement) || depth > DEEPEST) return;
  const children = item.toArray();
  if (TEXT_BLOCKS.has(item.nodeName) || children.some((child) => child instanceof Y.XmlText)) {
    const id: unknown = item.getAttribute("id");
    inBlock(reading, typeof id === "string" ? id : null, () => {
      for (const child of children) if (child instanceof Y.XmlText) readRuns(reading, child);
    });
    return;
  }
  for (const child of children) readElement(reading, child, depth + 1);
}

function readRuns(reading: Reading<SharedPlace>, type: Y.XmlText): void {
  let index = 0;
  for (const { insert, attributes } of type.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert === "string") add(reading, insert, { type, index }, isInserted(attributes));
    index += typeof insert === "string" ? insert.length : 1;
  }
}

/** Proposals of several bodies on the same words have names of their own: the kind, two hyphens, a sign. */
const isInserted = (attributes: Record<string, unknown> = {}): boolean => Object.keys(attributes).some((name) => name === "insertion" || name.startsWith("insertion--"));

/** Reads the text of an editor; a place is a position of ProseMirror. */
export function readNode(doc: Node): Reading<number> {
  const reading = empty<number>();
  doc.descendants((block, start) => {
    if (!block.isTextblock) return true;
    const id: unknown = block.attrs.id;
    inBlock(reading, typeof id === "string" ? id : null, () => {
      block.forEach((child, offset) => {
        if (child.isText) add(reading, child.text ?? "", start + 1 + offset, child.marks.some(({ type }) => type.name === "insertion"));
      });
    });
    return false;
  });
  return reading;
}

function empty<At>(): Reading<At> {
  return { raw: "", runs: [], blocks: [] };
}

function inBlock<At>(reading: Reading<At>, id: string | null, fill: () => void): void {
  if (reading.blocks.length > 0) reading.raw += "\n";
  const from = reading.raw.length;
  fill();
  reading.blocks.push({ id, from, to: reading.raw.length });
}

function add<At>(reading: Reading<At>, text: string, at: At, inserted: boolean): void {
  reading.runs.push({ from: reading.raw.length, length: text.length, at, inserted });
  reading.raw += text;
}

/** The stretches of a range, each with where it stands and how many characters it takes there. */
export function stretches<At>({ runs }: Reading<At>, from: number, to: number): { at: At; skip: number; length: number }[] {
  return runs
    .filter((run) => run.from < to && run.from + run.length > from)
    .map((run) => {
      const skip = Math.max(0, from - run.from);
      return { at: run.at, skip, length: Math.min(run.from + run.length, to) - run.from - skip };
    });
}

/** The range of the characters between two positions of an editor. */
export function rangeBetween({ runs }: Reading<number>, from: number, to: number): { from: number; to: number } | null {
  const inside = runs.filter((run) => run.at < to && run.at + run.length > from);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return null;
  return { from: first.from + Math.max(0, from - first.at), to: last.from + Math.min(last.length, to - last.at) };
}

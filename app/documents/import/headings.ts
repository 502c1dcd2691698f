// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { plainText } from "../schema/text";
import type { Lost } from "./losses";

const LEVELS = [2, 3, 4];

const isHeading = ({ type }: JSONContent) => type === "heading";
const levelOf = ({ attrs }: JSONContent) => Number(attrs?.level) || 1;

/** Bold in a heading is a look, not an emphasis. Deeper levels than ours become the deepest we have; headings without words go. */
export function levelled(blocks: JSONContent[], lost: Lost): JSONContent[] {
  const deepest = LEVELS.length;
  return blocks.flatMap((block) => {
    if (!isHeading(block)) return block.content && block.type !== "paragraph" ? [{ ...block, content: levelled(block.content, lost) }] : [block];
    if (plainText(block) === "" && !block.attrs?.id) return [];
    if (levelOf(block) > deepest + 1) lost.count("deepHeadings");
    const content = block.content?.map((node) => (node.marks ? { ...node, marks: node.marks.filter(({ type }) => type !== "bold") } : node)) ?? [];
    return [{ ...block, content }];
  });
}

/**
 * The title, as set in the file or as its only heading of the first level at the very top, and the text without it; the
 * headings that remain begin at our first level.
 */
export function takeTitle(blocks: JSONContent[], set: string | null): { title: string | null; rest: JSONContent[] } {
  const [first] = blocks;
  const alone = first && isHeading(first) && levelOf(first) === 1 && blocks.filter((block) => isHeading(block) && levelOf(block) === 1).length === 1;
  const words = alone ? plainText(first) : null;
  const taken = alone && (!set || set === words);
  const rest = taken ? blocks.slice(1) : blocks;
  const highest = Math.min(...rest.filter(isHeading).map(levelOf));
  return { title: set || words, rest: rest.map((block) => shifted(block, highest)) };
}

function shifted(block: JSONContent, highest: number): JSONContent {
  if (!isHeading(block)) return block.content && block.type !== "paragraph" ? { ...block, content: block.content.map((child) => shifted(child, highest)) } : block;
  const level = Math.min(LEVELS.at(-1)!, Math.max(LEVELS[0]!, levelOf(block) - highest + LEVELS[0]!));
  return { ...block, attrs: { ...block.attrs, level } };
}

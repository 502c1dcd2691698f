// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { isBlockId } from "../schema/block-id";
import { withoutSuggestions } from "../schema/suggested/resolve";
import { plainText } from "../schema/text";

/** A part of a document: a heading and what stands below it, as far as the next heading as high. */
export type Section = { id: string; title: string; level: number; words: string };

/** The sections of the accepted text, in its order. */
export function sectionsOf(content: JSONContent): Section[] {
  const blocks = withoutSuggestions(content).content ?? [];
  return blocks.flatMap((block, i): Section[] => {
    const id: unknown = block.attrs?.id;
    if (block.type !== "heading" || !isBlockId(id)) return [];
    const level = Number(block.attrs?.level) || 2;
    const next = blocks.findIndex((other, j) => j > i && other.type === "heading" && (Number(other.attrs?.level) || 2) <= level);
    const title = plainText(block);
    return title === "" ? [] : [{ id, title, level, words: plainText({ type: "doc", content: blocks.slice(i, next < 0 ? undefined : next) }) }];
  });
}

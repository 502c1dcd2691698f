// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { expect, test } from "vitest";
import { compareFile } from "~/documents/import/compare/compare";
import { inOrder } from "~/documents/import/compare/order";
import { paragraph } from "../export/papers";

const PARAGRAPHS = 3000;
const text: JSONContent = { type: "doc", content: Array.from({ length: PARAGRAPHS }, (_, i) => paragraph(`Capoverso numero ${i} con alcune parole`, `p${String(i).padStart(11, "0")}`)) };

test.each([["with its bookmarks", true], ["without them", false]])("a text of a hundred pages that comes back %s is compared whole", (_, bookmarks) => {
  const blocks = text.content!.filter((_block, i) => i % 10 !== 3).map((block, i) => ({ ...(i % 100 === 7 ? paragraph(`${block.content![0]!.text} e una di più`) : block), attrs: bookmarks ? block.attrs! : {} }));
  const { differences, notCarried } = compareFile({ base: text, current: text, blocks, untouched: text.content ?? [], topLevel: 2 });
  const count = (what: string) => differences.filter(({ kind }) => kind === what).length;
  expect(notCarried).toEqual({});
  expect(count("removed") - count("inserted")).toBe(PARAGRAPHS / 10);
  expect(count("changed") + count("inserted")).toBe(27);
});

test("of what was moved as little as possible counts as moved", () => {
  const stays = (places: number[]) => [...inOrder(places.map(String), Number)].map(Number).sort((a, b) => a - b);
  expect(stays([0, 1, 2, 3])).toEqual([0, 1, 2, 3]);
  expect(stays([1, 2, 3, 0])).toEqual([1, 2, 3]);
  expect(stays([2, 0, 1, 4, 3])).toHaveLength(3);
  expect(stays([])).toEqual([]);
});

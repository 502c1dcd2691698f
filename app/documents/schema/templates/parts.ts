// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Block } from "../blocks";

/** A part of a template: a heading and what it begins with. */
export type Part = { heading: string; mandatory: boolean; blocks: Block[] };

const space: Block = { type: "paragraph", text: "" };

/** Advice to who writes; it stays in the editor. */
export const advice = (text: string): Block => ({ type: "guidance", text });
export const bulleted: Block = { type: "bullets", items: [""] };
export const numbered: Block = { type: "numbers", items: [""] };
export const tasked: Block = { type: "tasks", items: [""] };
export const tabled = (...head: string[]): Block => ({ type: "table", rows: [head, head.map(() => ""), head.map(() => "")] });

function part(heading: string, mandatory: boolean, inside: Block[]): Part {
  // only advice: there must also be somewhere to write
  const body = inside.every(({ type }) => type === "guidance") ? [...inside, space] : inside;
  return { heading, mandatory, blocks: [{ type: "heading", level: 2, text: heading }, ...body] };
}

/** A part that may be left out. */
export const chapter = (heading: string, ...inside: Block[]): Part => part(heading, false, inside);

/** A part without which the text cannot be approved. */
export const must = (heading: string, ...inside: Block[]): Part => part(heading, true, inside);

export const named = ({ heading }: Part): string => heading;

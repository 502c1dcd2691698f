// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a block says and how it looks, in a form that does not change on the way through Word or LibreOffice: they move
 * blanks in and out of emphasis, join runs, underline links.
 */
import type { JSONContent } from "@tiptap/core";
import { plain } from "../../export/clean-text";
import { isTextBlock } from "./tree";

const LOOKS = new Set(["bold", "italic", "underline", "strike", "superscript", "subscript"]);

/** Two blocks with the same print are the same to whoever reads. */
export const printOf = remembered((block) => (isTextBlock(block) ? JSON.stringify(pieces(block.content ?? [], block.type === "heading")) : `${block.type}:${block.attrs?.src ?? ""}`));

/** The words alone, in that form. */
export const lettersOf = remembered((block) => (isTextBlock(block) ? pieces(block.content ?? [], true).map(([text]) => text).join("") : printOf(block)));

/** Blocks do not change while they are compared, and each is asked many times. */
function remembered(make: (block: JSONContent) => string): (block: JSONContent) => string {
  const made = new WeakMap<JSONContent, string>();
  return (block) => {
    const known = made.get(block);
    if (known !== undefined) return known;
    const fresh = make(block);
    made.set(block, fresh);
    return fresh;
  };
}

type Piece = [text: string, look: string];

function pieces(nodes: JSONContent[], heading: boolean): Piece[] {
  const out: Piece[] = [];
  const add = (text: string, look: string) => {
    const last = out.at(-1);
    if (last?.[1] === look) last[0] += text;
    else out.push([text, look]);
  };
  for (const node of nodes) {
    if (node.type === "hardBreak") add("\n", "");
    else if (node.type === "footnote") add(`[${squeezed((node.content ?? []).map(({ text = "" }) => text).join("")).trim()}]`, "note");
    else {
      const look = lookOf(node, heading);
      const text = squeezed(node.type === "mention" ? String(node.attrs?.label ?? "") : (node.text ?? ""));
      for (const part of text.split(/( )/).filter(Boolean)) add(part, part === " " ? (out.at(-1)?.[1] ?? "") : look);
    }
  }
  const joined: Piece[] = [];
  for (const [text, look] of out.map(tightened)) {
    const last = joined.at(-1);
    const fits = last && (last[0].endsWith(" ") ? text.replace(/^ /, "") : text);
    if (last && last[1] === look) last[0] += fits;
    else if (fits ?? text) joined.push([fits ?? text, look]);
  }
  return trimmed(joined);
}

const tightened = ([text, look]: Piece): Piece => [text.replace(/ {2,}/g, " "), look];
const squeezed = (text: string) => plain(text).replace(/[ \t\n]+/g, " ");

function trimmed(list: Piece[]): Piece[] {
  const first = list[0];
  const last = list.at(-1);
  if (first) first[0] = first[0].replace(/^\s+/, "");
  if (last) last[0] = last[0].replace(/\s+$/, "");
  return list.filter(([text]) => text !== "");
}

function lookOf({ marks = [] }: JSONContent, heading: boolean): string {
  const link = marks.find(({ type }) => type === "link")?.attrs?.href ?? "";
  const looks = marks.map(({ type }) => type).filter((type) => LOOKS.has(type) && !(heading && type === "bold") && !(link && type === "underline"));
  return [...new Set(looks)].sort().join() + (link ? ` ${link}` : "");
}

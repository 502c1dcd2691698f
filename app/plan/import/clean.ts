// SPDX-License-Identifier: AGPL-3.0-or-later
import { Parser } from "htmlparser2";

const blockTags = new Set([
  "p",
  "ol",
  "ul",
  "li",
  "br",
  "div",
  "table",
  "tbody",
  "thead",
  "tr",
  "td",
  "th",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
]);
const inlineTags = ["i", "b", "u", "s", "a", "em", "strong", "span", "sup", "sub", "font", "small"];
const knownTag = new RegExp(`^</?(?:${[...blockTags, ...inlineTags].join("|")})(?=[\\s/>])[^<>]*>`, "i");

/** A stretch of text between block tags; `item` when a list item opened it. */
export type Block = { text: string; item: boolean };

/**
 * Takes HTML and Markdown marks out of a fragment and returns its blocks of plain text. Only tags that exist in documents are read as tags: any
 * other "<" is text (an address between angle brackets, "< 18 anni"), because a word must never be taken for a mark.
 */
export function blocksOf(fragment: string): Block[] {
  const blocks: Block[] = [{ text: "", item: false }];
  const last = () => blocks[blocks.length - 1] as Block;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (blockTags.has(name)) blocks.push({ text: "", item: name === "li" });
      },
      onclosetag: (name) => {
        if (blockTags.has(name)) blocks.push({ text: "", item: false });
      },
      ontext: (text) => {
        last().text += text;
      },
    },
    { decodeEntities: true },
  );
  parser.end(escapeLooseBrackets(fragment));
  return blocks.map((block) => ({ ...block, text: plain(block.text) })).filter((block) => block.text !== "");
}

/** The whole fragment as one line of text. */
export function textOf(fragment: string): string {
  return blocksOf(fragment)
    .map((block) => block.text)
    .join(" ");
}

/** Removes Markdown emphasis, closes up spaces, and drops dashes left alone at either end. */
export function plain(text: string): string {
  return text
    .replace(/\\([*_|#-])/g, "$1")
    .replace(/(\*{1,3})(?=\S)([^*]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\d])_{1,2}(?=\S)([^_]*?\S)_{1,2}(?![\p{L}\d])/gu, "$1")
    .replace(/\s+/g, " ")
    .replace(/^(?:[-–—]+ )+/, "")
    .replace(/(?: [-–—]+)+$/, "")
    .trim();
}

function escapeLooseBrackets(fragment: string): string {
  return fragment.replace(/</g, (_, at: number) => (knownTag.test(fragment.slice(at)) ? "<" : "&lt;"));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Words of Pandoc's form as words of ours: marks, links, notes. Pictures and comments are handed on as nodes of their own. */
import type { JSONContent } from "@tiptap/core";
import type { Pandoc } from "../export/pandoc-text";
import { isSafeAddress } from "../schema/address";
import { isOurs, signOf } from "./bookmarks";
import type { Lost } from "./losses";

/** Who made a revision, and when. */
export type Revision = { author: string; date: string };

export type Needs = { lost: Lost; pictures: Record<string, Uint8Array>; foreign: Revision[] | null };

type Marks = NonNullable<JSONContent["marks"]>;
type Pairs = [string, string][];

const WRAPS: Record<string, string> = { Emph: "italic", Strong: "bold", Underline: "underline", Strikeout: "strike", Superscript: "superscript", Subscript: "subscript" };

/** Runs of text, line breaks and notes; beside them `image`, `comment` and `joined` (the paragraph goes on in the next). */
export function wordsOf(inlines: Pandoc[], needs: Needs, marks: Marks = []): JSONContent[] {
  return merged(inlines.flatMap((inline) => wordOf(inline, needs, marks)));
}

function wordOf({ t, c }: Pandoc, needs: Needs, marks: Marks): JSONContent[] {
  const inside = (inlines: unknown, more: Marks = []) => wordsOf(inlines as Pandoc[], needs, withMarks(marks, more));
  const wrap = WRAPS[t];
  if (wrap) return inside(c, [{ type: wrap }]);
  switch (t) {
    case "Str":
      return [text(c as string, marks)];
    case "Space":
    case "SoftBreak":
      return [text(" ", marks)];
    case "LineBreak":
      return [{ type: "hardBreak" }];
    case "SmallCaps":
      return inside(c);
    case "Quoted": {
      const [open, close] = (c as [Pandoc])[0].t === "DoubleQuote" ? ["“", "”"] : ["‘", "’"];
      return [text(open, marks), ...inside((c as unknown[])[1]), text(close, marks)];
    }
    case "Cite":
      return inside((c as unknown[])[1]);
    case "Code":
      return [text((c as [unknown, string])[1], marks)];
    case "Math":
      needs.lost.count("formulas");
      return [text((c as [unknown, string])[1], marks)];
    case "RawInline":
      if (!/^<!--|^<\/?(br|span|a|u|font)\b/i.test((c as [string, string])[1])) needs.lost.count("raw");
      return [];
    case "Link":
      return linkOf(c as [unknown, Pandoc[], [string, string]], needs, marks);
    case "Image":
      return pictureOf(c as [unknown, Pandoc[], [string, string]], needs);
    case "Note":
      return [noteOf(c as Pandoc[], needs)];
    case "Span":
      return spanOf(c as [[string, string[], Pairs], Pandoc[]], needs, marks);
    default:
      return [];
  }
}

const text = (words: string, marks: Marks): JSONContent => ({ type: "text", text: words, ...(marks.length > 0 ? { marks } : {}) });

const withMarks = (marks: Marks, more: Marks): Marks => [...marks.filter(({ type }) => more.every((one) => one.type !== type)), ...more];

function linkOf([, inlines, [address]]: [unknown, Pandoc[], [string, string]], needs: Needs, marks: Marks): JSONContent[] {
  const safe: boolean = isSafeAddress(address);
  // places within the file that was left behind lead nowhere here
  if (!safe && !address.startsWith("#")) needs.lost.count("badLinks");
  return wordsOf(inlines, needs, safe ? withMarks(marks, [{ type: "link", attrs: { href: address } }]) : marks);
}

function pictureOf([, alt, [address, title]]: [unknown, Pandoc[], [string, string]], needs: Needs): JSONContent[] {
  const described = plainOf(alt) || title;
  if (!(address in needs.pictures)) {
    needs.lost.count(/^(https?:)?\/\//i.test(address) ? "outsidePictures" : "pictures");
    return described ? [text(described, [{ type: "italic" }])] : [];
  }
  return [{ type: "image", attrs: { src: address, alt: described } }];
}

/** Our notes hold words only. */
function noteOf(blocks: Pandoc[], needs: Needs): JSONContent {
  const words = blocks.map((block) => plainOf(Array.isArray(block.c) ? (block.c as Pandoc[]) : [], needs)).filter(Boolean).join(" ");
  return { type: "footnote", content: words ? [{ type: "text", text: words }] : [] };
}

function spanOf([[id, classes, pairs], inlines]: [[string, string[], Pairs], Pandoc[]], needs: Needs, marks: Marks): JSONContent[] {
  const value = (name: string) => pairs.find(([key]) => key === name)?.[1] ?? "";
  if (classes.includes("comment-start")) return [{ type: "comment", attrs: { id: value("id"), author: value("author"), text: plainOf(inlines) } }];
  if (classes.includes("comment-end")) return [];
  if (isOurs(id)) return [text(signOf(id), []), ...wordsOf(inlines, needs, marks)];
  // what Pandoc leaves of a picture that was not in the file
  if (value("original-image-src")) return pictureOf([null, inlines, [value("original-image-src"), value("original-image-title")]], needs);
  const [change] = classes.filter((name) => /^(paragraph-)?(insertion|deletion)$/.test(name));
  if (!change) return wordsOf(inlines, needs, marks);
  const foreign = needs.foreign?.some(({ author, date }) => author === value("author") && date.slice(0, 19) === value("date").slice(0, 19)) ?? false;
  if (change === "paragraph-deletion") return foreign ? [] : [{ type: "joined" }];
  // what others have open as a suggestion is not in the text yet; what this file changes is
  const stays = change.endsWith("insertion") !== foreign;
  return stays ? wordsOf(inlines, needs, marks) : [];
}

/** The words alone. */
export function plainOf(inlines: Pandoc[], needs?: Needs): string {
  const quiet = needs ?? { lost: { count() {} } as unknown as Lost, pictures: {}, foreign: null };
  return wordsOf(inlines, quiet).map((node) => (node.type === "hardBreak" ? " " : node.type === "footnote" ? (node.content?.[0]?.text ?? "") : (node.text ?? ""))).join("").trim();
}

/** Neighbours with the same marks are one run. */
function merged(nodes: JSONContent[]): JSONContent[] {
  const out: JSONContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === "text" && last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? [])) out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else out.push(node);
  }
  return out;
}

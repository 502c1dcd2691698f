// SPDX-License-Identifier: AGPL-3.0-or-later
/** The text in Pandoc's own form (its JSON), from which it writes every office format. Escaping is Pandoc's: nothing here makes markup. */
import type { JSONContent } from "@tiptap/core";
import type { PaperComment } from "./paper";

export type Pandoc = { t: string; c?: unknown };
type Attr = [string, string[], [string, string][]];

/** What bookmarks of paragraphs are called in the file, so that the way back finds them. */
export const BOOKMARK = "b_";

/** Bookmarks of what is on the paper and not in the text: the lines below the title, the appendices. */
export const FRAME = "c_";

/** The property of the file that says from which document, and from which moment of it, it was made. */
export const ORIGIN = "concerto";

/** The sign in Markdown before the appendices. */
export const APPENDICES = "concerto-appendici";

type Options = {
  /** Comments by the block they are about; shown only where the format has comments. */
  comments: Map<string, PaperComment[]>;
  /** Whether suggestions stay, as tracked changes. */
  tracked: boolean;
  /** Whether blocks carry their ids, as bookmarks. */
  bookmarks: boolean;
  /** Names of pictures in the parcel by the address they have in the text. */
  images: Map<string, string>;
  words: { done: string; open: string };
};

/** Blocks that went through `cleanText`, as Pandoc's. */
export function pandocBlocks(blocks: JSONContent[], options: Options): Pandoc[] {
  return blocks.flatMap((block) => blockOf(block, options));
}

export const attr = (id = "", classes: string[] = [], pairs: [string, string][] = []): Attr => [id, classes, pairs];
export const str = (text: string): Pandoc => ({ t: "Str", c: text });

function blockOf(node: JSONContent, options: Options): Pandoc[] {
  const inside = node.content ?? [];
  const nested = () => pandocBlocks(inside, options);
  switch (node.type) {
    case "paragraph":
      return [{ t: "Para", c: anchored(node, options) }];
    case "heading":
      return [{ t: "Header", c: [node.attrs?.level ?? 1, attr(), anchored(node, options)] }];
    case "bulletList":
      return [{ t: "BulletList", c: itemsOf(node, options) }];
    case "orderedList":
      return [{ t: "OrderedList", c: [[node.attrs?.start ?? 1, { t: "Decimal" }, { t: "Period" }], itemsOf(node, options)] }];
    case "taskList":
      return [{ t: "BulletList", c: itemsOf(node, options).map((blocks, i) => withBox(blocks, inside[i]?.attrs?.checked === true)) }];
    case "blockquote":
      return [{ t: "BlockQuote", c: nested() }];
    case "horizontalRule":
      return options.tracked && node.marks?.length ? [{ t: "Para", c: [{ t: "Span", c: [attr(BOOKMARK + (node.attrs?.id ?? "")), revised(WORD_RULE, node, options)] }] }] : [{ t: "HorizontalRule" }];
    case "image":
      return [{ t: "Para", c: revised(picture(node, options), node, options) }];
    case "table":
      return [tableOf(node, options)];
    default:
      return nested();
  }
}

function picture({ attrs }: JSONContent, { images }: Options): Pandoc {
  const alt = [str(String(attrs?.alt ?? ""))];
  const name = images.get(attrs?.src);
  return name ? { t: "Image", c: [attr(), alt, [name, ""]] } : { t: "Emph", c: alt };
}

/** Items of one paragraph each make a tight list. */
function itemsOf(list: JSONContent, options: Options): Pandoc[][] {
  const items = (list.content ?? []).map((item) => pandocBlocks(item.content ?? [], options));
  // in Markdown a list that does not begin at 1 needs an empty line in front of it
  const tight = items.every((blocks) => blocks.filter(({ t }) => t === "Para").length <= 1 && !blocks.some(startsLater));
  return tight ? items.map((blocks) => blocks.map(tightened)) : items;
}

const startsLater = ({ t, c }: Pandoc): boolean => t === "OrderedList" && (c as [[number]])[0][0] !== 1;

const tightened = (block: Pandoc): Pandoc => (block.t === "Para" ? { ...block, t: "Plain" } : block);

/** Pandoc's own way of writing tasks. */
function withBox(blocks: Pandoc[], checked: boolean): Pandoc[] {
  const [first, ...rest] = blocks;
  const box = [str(checked ? "☒" : "☐"), { t: "Space" }];
  if (first?.t === "Para" || first?.t === "Plain") return [{ t: first.t, c: [...box, ...(first.c as Pandoc[])] }, ...rest];
  return [{ t: "Plain", c: box }, ...blocks];
}

function tableOf(node: JSONContent, options: Options): Pandoc {
  const rows = (node.content ?? []).map((row) => [attr(), (row.content ?? []).map((cell) => [attr(), { t: "AlignDefault" }, cell.attrs?.rowspan ?? 1, cell.attrs?.colspan ?? 1, cellOf(cell, options)])]);
  const columns = Number(node.attrs?.columns);
  const header = Number(node.attrs?.header);
  const width = { t: "ColWidth", c: 1 / columns };
  return {
    t: "Table",
    c: [attr(), [null, []], Array.from({ length: columns }, () => [{ t: "AlignDefault" }, width]), [attr(), rows.slice(0, header)], [[attr(), 0, [], rows.slice(header)]], [attr(), []]],
  };
}

function cellOf(cell: JSONContent, options: Options): Pandoc[] {
  const blocks = pandocBlocks(cell.content ?? [], options);
  return blocks.length === 1 ? blocks.map(tightened) : blocks;
}

/** The words of a block, with its bookmark and the comments about it around them. */
function anchored(node: JSONContent, options: Options): Pandoc[] {
  const words = inlines(node.content ?? [], options);
  const id = node.attrs?.id as string | undefined;
  const about = (id && options.comments.get(id)) || [];
  const commented = [
    ...about.map((comment): Pandoc => ({ t: "Span", c: [attr("", ["comment-start"], [["id", comment.id], ["author", comment.author], ["date", comment.at]]), spaced(comment.text)] })),
    ...words,
    ...about.map((comment): Pandoc => ({ t: "Span", c: [attr("", ["comment-end"], [["id", comment.id]]), []] })),
  ];
  return options.bookmarks && id ? [{ t: "Span", c: [attr(BOOKMARK + id), commented] }] : commented;
}

function inlines(nodes: JSONContent[], options: Options): Pandoc[] {
  return nodes.flatMap((node): Pandoc[] => {
    if (node.type === "hardBreak") return revised({ t: "LineBreak" }, node, options);
    if (node.type === "footnote") return revised({ t: "Note", c: [{ t: "Para", c: inlines(node.content ?? [], options) }] }, node, options);
    return [...(node.marks ?? [])].sort(outermostLast).reduce((inner, mark) => marked(inner, mark, options), spaced(node.text ?? ""));
  });
}

/** A line across the page as Word has it: Pandoc makes no revision of its own. */
const WORD_RULE: Pandoc = { t: "RawInline", c: ["openxml", '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" /></w:pict></w:r>'] };

/** A sign, a note or a picture within what is proposed about it. */
const revised = (sign: Pandoc, { marks = [] }: JSONContent, options: Options): Pandoc[] => marks.filter(({ type }) => type === "insertion" || type === "deletion").reduce<Pandoc[]>((inner, mark) => marked(inner, mark, options), [sign]);

const ORDER = ["superscript", "subscript", "strike", "underline", "italic", "bold", "link", "deletion", "insertion"];
const outermostLast = (a: { type: string }, b: { type: string }) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type);
const WRAPS: Record<string, string> = { superscript: "Superscript", subscript: "Subscript", strike: "Strikeout", underline: "Underline", italic: "Emph", bold: "Strong" };

function marked(inner: Pandoc[], { type, attrs = {} }: { type: string; attrs?: Record<string, unknown> }, { tracked }: Options): Pandoc[] {
  if (type === "link") return [{ t: "Link", c: [attr(), inner, [String(attrs.href), ""]] }];
  if (type === "insertion" || type === "deletion") {
    if (!tracked) return inner;
    return [{ t: "Span", c: [attr("", [type], pairsOf(attrs)), inner] }];
  }
  const wrap = WRAPS[type];
  return wrap ? [{ t: wrap, c: inner }] : inner;
}

/** Who made a revision and when, as the file names it. */
export type Revision = { number?: unknown; author?: unknown; date?: unknown };

const pairsOf = ({ number, author, date }: Revision): [string, string][] => [["id", String(number ?? 0)], ["author", String(author ?? "")], ["date", String(date ?? "")]];

/** Words and single spaces apart, as Pandoc wants them; every other blank stays inside its word, so that none is lost. */
export function spaced(text: string): Pandoc[] {
  return text.split(/( )/).filter(Boolean).map((part) => (part === " " ? { t: "Space" } : str(part)));
}

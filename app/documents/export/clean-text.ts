// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The text as it goes on paper. What a client may have put into the shared state is anything; what comes out of here has
 * only shapes that both writers (Typst, Pandoc) know, so that no document can break them.
 */
import type { JSONContent } from "@tiptap/core";
import { isSafeAddress } from "../schema/address";
import { readEntries } from "../schema/suggested/entry";
import { resolve, withoutSuggestions } from "../schema/suggested/resolve";
import { squareTable } from "./square-table";

/** Lists deeper than this go on at this depth; no person writes deeper, and writers have their limits. */
const DEEPEST_LIST = 6;
/** Quotes in quotes, tables in tables. */
const DEEPEST = 24;

type Options = {
  /** "without": open suggestions are left out, as if not made. "marked": they stay, for formats that can show them. */
  suggestions: "without" | "marked";
};

type Place = Options & { lists: number; depth: number; lastLevel: { is: number } };

/** Marks that carry an open suggestion. */
const SUGGESTED = new Set(["insertion", "deletion", "modification"]);
const PLAIN_MARKS = new Set(["bold", "italic", "underline", "strike", "superscript", "subscript"]);
/** Guidance tells writers what belongs in a place; it is not the text. */
const NEVER = new Set(["guidance", "guide"]);
/** What is proposed about these stands in an attribute. */
const SIGNS = new Set(["image", "footnote", "hardBreak", "mention", "horizontalRule"]);
const INLINE = new Set(["text", "hardBreak", "mention", "footnote"]);

/** The document's blocks, cleaned. Headings count from 1 and never skip a level, as readers of tagged files demand. */
export function cleanText(content: JSONContent, options: Options): JSONContent[] {
  // no format of the outside can show that a heading would be a paragraph: until it is answered it is what it was
  const text = options.suggestions === "without" ? withoutSuggestions(content) : resolve(content, ({ kind }) => (kind === "modification" ? "drop" : "keep"));
  return blocksOf(text.content ?? [], { ...options, lists: 0, depth: 0, lastLevel: { is: 0 } });
}

function blocksOf(nodes: JSONContent[], place: Place): JSONContent[] {
  const out: JSONContent[] = [];
  let loose: JSONContent[] = [];
  const close = () => {
    if (loose.length > 0) out.push({ type: "paragraph", content: loose });
    loose = [];
  };
  for (const node of nodes) {
    if (INLINE.has(node.type ?? "")) loose.push(...inlineOf([node], place));
    else {
      close();
      out.push(...blockOf(node, { ...place, depth: place.depth + 1 }));
    }
  }
  close();
  return out;
}

function blockOf(node: JSONContent, place: Place): JSONContent[] {
  if (!node.type || NEVER.has(node.type) || leftOut(node, place)) return [];
  if (place.depth > DEEPEST) return [withId(node, "paragraph", inlineOf(flat(node), place))];
  const inside = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return [withId(node, "paragraph", inlineOf(inside, place))];
    case "heading":
      return [{ ...withId(node, "heading", inlineOf(inside, place)), attrs: { ...idOf(node), ...(node.attrs?.comes ? { comes: node.attrs.comes } : {}), level: levelOf(node, place.lastLevel) } }];
    case "bulletList":
    case "orderedList":
    case "taskList":
      return listOf(node, place);
    case "blockquote":
      return inside.length > 0 ? [withId(node, "blockquote", blocksOf(inside, place))] : [];
    case "horizontalRule":
      return [{ type: "horizontalRule", marks: revisionsOf(node, place), attrs: { ...idOf(node), ...(node.attrs?.comes ? { comes: node.attrs.comes } : {}) } }];
    case "table":
      return squareTable(node, (cell) => blocksOf(cell.content ?? [], { ...place, depth: place.depth + 3 }));
    case "image":
      return [{ type: "image", marks: revisionsOf(node, place), attrs: { ...idOf(node), src: String(node.attrs?.src ?? ""), alt: plain(String(node.attrs?.alt ?? "")) } }];
    default:
      return blocksOf(inside, place);
  }
}

function listOf(node: JSONContent, place: Place): JSONContent[] {
  const items = (node.content ?? []).filter((item) => !leftOut(item, place));
  if (place.lists >= DEEPEST_LIST) return items.flatMap((item) => blocksOf(item.content ?? [], place));
  const inner = { ...place, lists: place.lists + 1 };
  const content = items.map((item) => {
    const blocks = blocksOf(item.content ?? [], inner);
    const attrs = node.type === "taskList" ? { ...idOf(item), checked: item.attrs?.checked === true } : idOf(item);
    return { type: node.type === "taskList" ? "taskItem" : "listItem", attrs, content: blocks.length > 0 ? blocks : [{ type: "paragraph", content: [] }] };
  });
  if (content.length === 0) return [];
  const start = Number(node.attrs?.start);
  return [{ type: node.type, attrs: { ...idOf(node), ...(node.type === "orderedList" ? { start: Number.isInteger(start) && start >= 0 && start < 1e6 ? start : 1 } : {}) }, content }];
}

function inlineOf(nodes: JSONContent[], place: Place): JSONContent[] {
  return nodes.flatMap((node): JSONContent[] => {
    if (leftOut(node, place) || NEVER.has(node.type ?? "")) return [];
    const marks = marksOf(node, place);
    switch (node.type) {
      case "text":
        return node.text ? [{ type: "text", text: plain(node.text), marks }] : [];
      case "hardBreak":
        return [{ type: "hardBreak", marks: [...marks, ...revisionsOf(node, place)] }];
      case "mention":
        return [{ type: "text", text: plain(String(node.attrs?.label ?? node.attrs?.id ?? "")), marks: [...marks, ...revisionsOf(node, place)] }];
      case "footnote":
        return [{ type: "footnote", marks: revisionsOf(node, place), content: inlineOf(footnoteWords(node), place) }];
      default:
        return inlineOf(node.content ?? [], place);
    }
  });
}

/** A footnote holds its words inside, or as an attribute. */
function footnoteWords(node: JSONContent): JSONContent[] {
  const inside = flat(node);
  return inside.length > 0 ? inside : [{ type: "text", text: String(node.attrs?.text ?? "") }];
}

const flat = (node: JSONContent): JSONContent[] => (INLINE.has(node.type ?? "") && node.type !== "footnote" ? [node] : (node.content ?? []).flatMap(flat));

/** What is only suggested and cannot be shown as such. */
const leftOut = (node: JSONContent, place: Place): boolean => (place.suggestions === "without" || isUntracked(node, place)) && ((node.marks ?? []).some(({ type }) => type === "insertion") || readEntries(node.attrs?.suggested).some(({ kind }) => kind === "insertion"));

const isUntracked = (node: JSONContent, place: Place): boolean => SIGNS.has(node.type ?? "") && revisionsOf(node, place).length === 0;

/** What others propose about a sign, a note or a picture, with the names that `withAuthorsNamed` has put there. */
function revisionsOf({ attrs }: JSONContent, { suggestions }: Options): NonNullable<JSONContent["marks"]> {
  return suggestions === "marked" && Array.isArray(attrs?.revisions) ? attrs.revisions.filter((one) => one?.type === "insertion" || one?.type === "deletion") : [];
}

function marksOf(node: JSONContent, { suggestions }: Options): NonNullable<JSONContent["marks"]> {
  return (node.marks ?? []).filter(({ type, attrs }) => {
    if (SUGGESTED.has(type)) return suggestions === "marked" && type !== "modification";
    return type === "link" ? isSafeAddress(attrs?.href) : PLAIN_MARKS.has(type);
  });
}

function levelOf(node: JSONContent, last: { is: number }): number {
  const wanted = Math.min(Math.max(Math.trunc(Number(node.attrs?.level)) || 2, 2), 6) - 1;
  last.is = Math.min(wanted, last.is + 1);
  return last.is;
}

const withId = (node: JSONContent, type: string, content: JSONContent[]): JSONContent => ({ type, attrs: { ...idOf(node), ...(node.attrs?.comes ? { comes: node.attrs.comes } : {}) }, content });

/** Ids become names of bookmarks: only those our own editor could have given. */
const idOf = ({ attrs }: JSONContent): { id?: string } => (typeof attrs?.id === "string" && /^[\w-]{6,36}$/.test(attrs.id) ? { id: attrs.id } : {});

/** Without what no file format can hold: control characters, halves of characters. */
export function plain(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  return whole.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "").replace(/[\r\n\t\u2028\u2029]/g, " ");
}

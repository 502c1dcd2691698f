// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { type Entry, entriesOf, isSuggestionMark, writeEntries } from "./entry";

/** What becomes of a proposed change: it enters the text, it leaves no trace, it stays proposed. */
export type Fate = "take" | "drop" | "keep";
type Decide = (entry: Entry) => Fate;

const DEEPEST = 200;
const TEXT_BLOCKS = new Set(["paragraph", "heading"]);
const INLINE = new Set(["text", "hardBreak", "mention", "footnote"]);
/** Without anything inside they are nothing. */
const VANISH = new Set(["bulletList", "orderedList", "taskList", "listItem", "taskItem", "table", "tableRow", "blockquote"]);
/** These always hold at least a paragraph; items begin with one. */
const HOLDERS = new Set(["doc", "tableCell", "tableHeader"]);
const ITEMS = new Set(["listItem", "taskItem"]);

/** The text after each proposed change has met its fate. Pure; the same text gives the same answer. */
export function resolve(content: JSONContent, decide: Decide): JSONContent {
  const { content: children = [], ...rest } = content;
  const out: JSONContent[] = [];
  siblings(children, out, decide, 0);
  return filled({ ...rest, content: out });
}

/** The accepted text: as if nobody had proposed anything. */
export const withoutSuggestions = (content: JSONContent): JSONContent => resolve(content, () => "drop");

function siblings(children: JSONContent[], out: JSONContent[], decide: Decide, depth: number): void {
  for (const child of children) {
    if (INLINE.has(child.type ?? "")) addInline(out, inline(child, decide));
    else block(child, out, decide, depth);
  }
}

function inline(node: JSONContent, decide: Decide): JSONContent | null {
  const entries = entriesOf(node);
  if (entries.length === 0) return node;
  const kept: Entry[] = [];
  let looks = (node.marks ?? []).filter(({ type }) => !isSuggestionMark(type));
  for (const entry of entries) {
    const fate = decide(entry);
    if (fate === "keep") kept.push(entry);
    else if (isGone(entry, fate)) return null;
    else if (entry.kind === "modification" && fate === "drop") looks = looksOf(entry);
  }
  const { marks: _marks, ...rest } = node;
  if (node.type !== "text") return { ...rest, attrs: { ...node.attrs, suggested: writeEntries(kept) }, ...(looks.length > 0 && { marks: looks }) };
  const marks = [...looks, ...kept.map(({ kind, ...attrs }) => ({ type: kind, attrs }))];
  return { ...rest, ...(marks.length > 0 && { marks }) };
}

/** Letters beside each other that look the same are one piece. */
function addInline(out: JSONContent[], node: JSONContent | null): void {
  if (!node) return;
  const last = out.at(-1);
  if (node.type === "text" && last?.type === "text" && sameMarks(last, node)) out[out.length - 1] = { ...last, text: `${last.text ?? ""}${node.text ?? ""}` };
  else if (node.type !== "text" || node.text) out.push(node);
}

const sameMarks = (one: JSONContent, other: JSONContent) => marksKey(one) === marksKey(other);
const marksKey = ({ marks = [] }: JSONContent) => (marks.length === 0 ? "" : marks.map((mark) => JSON.stringify([mark.type, mark.attrs ?? {}])).sort().join());

function block(node: JSONContent, out: JSONContent[], decide: Decide, depth: number): void {
  const children = node.content ?? [];
  if (depth > DEEPEST) return;
  const { kept, gone, shape } = fateOf(node, decide);
  if (!gone) {
    const inside: JSONContent[] = [];
    siblings(children, inside, decide, depth + 1);
    const attrs = { ...plainAttrs(shape), ...(node.attrs?.id !== undefined && { id: node.attrs.id }), ...(kept.length > 0 && { suggested: writeEntries(kept) }) };
    const done = { ...node, type: shape.type, attrs, ...(node.content && { content: inside }) };
    if (inside.length > 0 || children.length === 0 || !VANISH.has(shape.type ?? "")) out.push(filled(done));
    return;
  }
  if (TEXT_BLOCKS.has(node.type ?? "")) return joinWords(node, out, decide, depth);
  const before = out.at(-1);
  if (before?.type === node.type && before?.content && children.length > 0) return siblings(children, before.content, decide, depth + 1);
  const loose: JSONContent[] = [];
  siblings(children, loose, decide, depth + 1);
  out.push(...loose);
}

/** The border before a block goes: its words follow those before. Where there are none, they need a block of their own. */
function joinWords(node: JSONContent, out: JSONContent[], decide: Decide, depth: number): void {
  const words: JSONContent[] = [];
  siblings(node.content ?? [], words, decide, depth + 1);
  if (words.length === 0) return;
  const before = lastTextBlock(out.at(-1));
  if (!before) {
    out.push({ ...node, attrs: plainAttrs(node), content: words });
    return;
  }
  before.content ??= [];
  for (const word of words) addInline(before.content, word);
}

function plainAttrs({ attrs = {} }: Pick<JSONContent, "attrs">): Record<string, unknown> {
  const { suggested: _suggested, ...rest } = attrs;
  return rest;
}

/** Not inside a note: its words are its own. */
function lastTextBlock(node: JSONContent | undefined): JSONContent | null {
  if (!node || node.type === "table" || INLINE.has(node.type ?? "")) return null;
  return TEXT_BLOCKS.has(node.type ?? "") ? node : lastTextBlock(node.content?.at(-1));
}

function fateOf(node: JSONContent, decide: Decide) {
  const kept: Entry[] = [];
  let gone = false;
  let shape: Pick<JSONContent, "type" | "attrs"> = { type: node.type, attrs: node.attrs };
  for (const entry of entriesOf(node)) {
    const fate = decide(entry);
    if (fate === "keep") kept.push(entry);
    else if (isGone(entry, fate)) gone = true;
    else if (entry.kind === "modification" && fate === "drop") shape = shapeOf(entry) ?? shape;
  }
  return { kept, gone, shape };
}

const isGone = ({ kind }: Entry, fate: Fate) => (kind === "insertion" && fate === "drop") || (kind === "deletion" && fate === "take");

/** Only what an editor of ours could have written. */
function looksOf({ was }: Entry): NonNullable<JSONContent["marks"]> {
  const found = parsed(was);
  return Array.isArray(found) ? found.filter((mark) => typeof mark?.type === "string" && !isSuggestionMark(mark.type)) : [];
}

function shapeOf({ was }: Entry): Pick<JSONContent, "type" | "attrs"> | null {
  const found = parsed(was) as Pick<JSONContent, "type" | "attrs"> | null;
  return typeof found?.type === "string" ? { type: found.type, attrs: found.attrs ?? {} } : null;
}

function parsed(was: string | undefined): unknown {
  try {
    return was === undefined ? null : JSON.parse(was);
  } catch {
    return null;
  }
}

function filled(node: JSONContent): JSONContent {
  const { content = [] } = node;
  const lacks = ITEMS.has(node.type ?? "") ? content[0]?.type !== "paragraph" : HOLDERS.has(node.type ?? "") && content.length === 0;
  return lacks ? { ...node, content: [{ type: "paragraph" }, ...content] } : node;
}

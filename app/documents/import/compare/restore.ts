// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a file cannot say (that a name is a link to a body, what a note is called), taken from the block as it stands. */
import type { JSONContent } from "@tiptap/core";
import { lettersOf, printOf } from "./print";
import { isTextBlock, type Tree } from "./tree";

/** `topLevel`: the level that our highest headings have in the file; `untouched`: a block as the file has it that nobody edited. */
export type Levels = { topLevel: number; untouched: (id: string) => JSONContent | undefined };

/** A block of the file as our texts have it: `id` is the block it is, if any. Where the file says nothing new, what stands is kept. */
export function inOurForm(leaf: JSONContent, id: string, was: Tree, is: Tree, { topLevel, untouched }: Levels): JSONContent {
  const [old, now, before] = [was.node(id), is.node(id), untouched(id)];
  const said = now && isTextBlock(leaf) ? (old && isTextBlock(now) && printOf(leaf) === printOf(old) ? (now.content ?? []) : restored(leaf, now)) : leaf.content;
  const { attrs: { id: _id, ...attrs } = {}, ...rest } = leaf;
  if (leaf.type !== "heading") return { ...rest, ...(Object.keys(attrs).length > 0 && { attrs }), ...(said && { content: said }) };
  const asBefore = before?.type === "heading" && before.attrs?.level === attrs.level && now?.type === "heading";
  const level = asBefore ? now.attrs?.level : Math.min(4, Math.max(2, (Number(attrs.level) || 1) - topLevel + 2));
  return { ...rest, attrs: { ...attrs, level }, content: said ?? [] };
}

/** The block as the file has it, with mentions and notes of the standing block where their words still are. */
export function restored(block: JSONContent, standing: JSONContent): JSONContent[] {
  const notes = (standing.content ?? []).filter(({ type }) => type === "footnote");
  const mentions = (standing.content ?? []).filter(({ type, attrs }) => type === "mention" && attrs?.label);
  const withNotes = (block.content ?? []).map((node) => {
    if (node.type !== "footnote") return node;
    const same = notes.findIndex((note) => lettersOf({ type: "paragraph", content: note.content ?? [] }) === lettersOf({ type: "paragraph", content: node.content ?? [] }));
    return same < 0 ? node : notes.splice(same, 1)[0]!;
  });
  return smoothed(mentions.reduce(placed, withNotes));
}

/** The first text that holds the label is cut around it. */
function placed(content: JSONContent[], mention: JSONContent): JSONContent[] {
  const label = String(mention.attrs?.label);
  const at = content.findIndex(({ type, text }) => type === "text" && text?.includes(label));
  if (at < 0) return content;
  const node = content[at]!;
  const start = node.text!.indexOf(label);
  const piece = (text: string) => (text ? [{ ...node, text }] : []);
  return [...content.slice(0, at), ...piece(node.text!.slice(0, start)), mention, ...piece(node.text!.slice(start + label.length)), ...content.slice(at + 1)];
}

/** A blank between two pieces that look alike looks like them: programs are not of one mind about it. */
function smoothed(content: JSONContent[]): JSONContent[] {
  const key = (node: JSONContent | undefined) => (node?.type === "text" ? JSON.stringify(node.marks ?? []) : null);
  const looks = content.map((node, i) => {
    const [before, after] = [content[i - 1], content[i + 1]];
    return node.type === "text" && node.text?.trim() === "" && before && key(before) === key(after) ? { ...before, text: node.text } : node;
  });
  const out: JSONContent[] = [];
  for (const node of looks) {
    const last = out.at(-1);
    if (last && node.type === "text" && key(last) === key(node)) out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else out.push(node);
  }
  return out;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Mark, type Node } from "@tiptap/pm/model";
import { AddMarkStep, type RemoveMarkStep, type Transform } from "@tiptap/pm/transform";
import { type Author, type Entry, isBy, readEntries, type Signature, writeEntries } from "../../../schema/suggested/entry";
import { looksOf, markOf, ownEntry } from "./own";

type Sign = (from: number, to?: number) => Signature;
type ShapeChange = { pos: number; node: Node };

/** Proposes another look of words: bold, a link. */
export function proposeLooks(tr: Transform, steps: (AddMarkStep | RemoveMarkStep)[], author: Author, sign: Sign): void {
  const [first] = steps;
  const signature = first ? sign(first.from, first.to) : null;
  for (const step of steps) {
    const words: { node: Node; from: number; to: number }[] = [];
    tr.doc.nodesBetween(step.from, step.to, (node, pos) => {
      if (node.isText) words.push({ node, from: Math.max(pos, step.from), to: Math.min(pos + node.nodeSize, step.to) });
    });
    for (const { node, from, to } of words) {
      if (step instanceof AddMarkStep) tr.addMark(from, to, step.mark);
      else tr.removeMark(from, to, step.mark);
      if (ownEntry(node, author, "insertion") || !signature) continue;
      const earlier = ownEntry(node, author, "modification");
      const was = earlier?.was ?? JSON.stringify(looksOf(node).map((mark) => mark.toJSON()));
      if (earlier) tr.removeMark(from, to, markOf(node, earlier));
      const now = tr.doc.nodeAt(from);
      if (now && JSON.stringify(looksOf(now).map((mark) => mark.toJSON())) !== was) tr.addMark(from, to, markOf(node, { ...(earlier ?? signature), kind: "modification", was }));
    }
  }
}

/** The blocks that are of another type or have other attributes, all else being the same; null when something else differs. */
export function shapeChanges(before: Node, after: Node): ShapeChange[] | null {
  const found: ShapeChange[] = [];
  const look = (was: Node, is: Node, pos: number): boolean => {
    if (was === is) return true;
    if (was.childCount !== is.childCount || was.text !== is.text || !Mark.sameSet(was.marks, is.marks)) return false;
    if (!was.hasMarkup(is.type, is.attrs, is.marks)) {
      if (was.isInline || pos < 0) return false;
      found.push({ pos, node: is });
    }
    let at = pos + 1;
    for (let i = 0; i < was.childCount; i++) {
      if (!look(was.child(i), is.child(i), at)) return false;
      at += was.child(i).nodeSize;
    }
    return true;
  };
  return look(before, after, -1) && found.length > 0 ? found : null;
}

/** Proposes that blocks are of another type, or have other attributes: a heading, a task that is done. */
export function proposeShapes(tr: Transform, changes: ShapeChange[], author: Author, sign: Sign): void {
  const [first] = changes;
  if (!first) return;
  const signature = sign(first.pos);
  for (const { pos, node } of changes) {
    const old = tr.doc.nodeAt(pos) as Node;
    const entries = readEntries(old.attrs.suggested);
    const earlier = entries.find((entry) => isBy(entry, author) && entry.kind === "modification");
    const was = earlier?.was ?? shapeOf(old);
    const others = entries.filter((entry) => entry !== earlier);
    const fresh = ownEntry(old, author, "insertion") || shapeOf(node) === was;
    const suggested: Entry[] = fresh ? others : [...others, { ...(earlier ?? signature), kind: "modification", was }];
    tr.setNodeMarkup(pos, node.type, { ...node.attrs, ...("id" in old.attrs && "id" in node.attrs && { id: old.attrs.id }), suggested: writeEntries(suggested) }, old.marks);
  }
}

function shapeOf({ type, attrs }: Node): string {
  const { suggested: _suggested, ...rest } = attrs;
  return JSON.stringify({ type: type.name, attrs: rest });
}

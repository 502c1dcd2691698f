// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Gives and keeps ids while somebody writes. The plugin of the unique-id library is left off: it renames every pasted
 * block, so that a paragraph cut and put elsewhere would lose its comments, and it writes after the first
 * synchronisation, also for readers. Here only a change made in this editor gives ids, never one that arrives:
 * two editors cannot answer each other for ever.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceAroundStep, ReplaceStep } from "@tiptap/pm/transform";
import { isBlockId, isNamed, newBlockId } from "./block-id";

/** Set by y-tiptap on what arrives from the shared state, undo and redo included. */
const FROM_SHARED = "y-sync$";

type Range = { from: number; to: number };
type Place = { node: Node; pos: number };

export const KeepBlockIds = Extension.create({
  name: "keepBlockIds",
  // before extensions that look at the finished document
  priority: 1000,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey("keepBlockIds"),
        appendTransaction: (transactions, before, after) => {
          const changing = transactions.filter((transaction) => transaction.docChanged);
          if (changing.length === 0 || !editor.isEditable || changing.some((transaction) => transaction.getMeta(FROM_SHARED))) return null;
          return named(changing, before, after);
        },
      }),
    ];
  },
});

/** The transaction that names what a change has brought, or null when all is named already. */
function named(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const ranges = changedRanges(transactions);
  if (!ranges.some((range) => mayLackNames(after.doc, range)) && !transactions.some(bringsBlocks)) return null;
  const places = blocksOf(after.doc);
  const fresh = new Set(places.filter(({ pos }) => ranges.some(({ from, to }) => pos >= from && pos < to)));
  const owners = new Map<string, Place>();
  const rename: Place[] = [];
  // what was there comes first, so that a copy never takes the name of its original
  for (const place of [...places.filter((one) => !fresh.has(one)), ...places.filter((one) => fresh.has(one))]) {
    const id: unknown = place.node.attrs.id;
    if (!isBlockId(id)) rename.push(place);
    else if (!owners.has(id)) owners.set(id, place);
    else if (isWordless(owners.get(id)) && !isWordless(place)) {
      // split before its first letter: the name goes with the words
      rename.push(owners.get(id) as Place);
      owners.set(id, place);
    } else rename.push(place);
  }
  if (rename.length === 0) return null;
  const tr = after.tr;
  const back = mappingOf(transactions).invert();
  for (const { node, pos } of rename) tr.setNodeAttribute(pos, "id", formerId(node, back.map(pos), before.doc, owners) ?? newBlockId());
  return tr.setStoredMarks(after.storedMarks);
}

/** A block that became of another kind (a paragraph turned into a heading) is still the same block. */
function formerId(node: Node, pos: number, before: Node, owners: Map<string, unknown>): string | null {
  if (isBlockId(node.attrs.id) || pos < 0 || pos >= before.content.size) return null;
  const former = before.nodeAt(pos);
  const id: unknown = former?.attrs.id;
  if (!former?.isTextblock || !node.isTextblock || !isBlockId(id) || owners.has(id)) return null;
  owners.set(id, node);
  return id;
}

const isWordless = (place: Place | undefined): boolean => place !== undefined && place.node.content.size === 0;

function blocksOf(doc: Node): Place[] {
  const places: Place[] = [];
  doc.descendants((node, pos) => {
    if (isNamed(node.type.name)) places.push({ node, pos });
    return !node.isTextblock || node.childCount > 0;
  });
  return places;
}

const mappingOf = (transactions: readonly Transaction[]) => {
  const whole = new Mapping();
  for (const { mapping } of transactions) whole.appendMapping(mapping);
  return whole;
};

/** Where the document is new, in its final positions. */
function changedRanges(transactions: readonly Transaction[]): Range[] {
  const { maps } = mappingOf(transactions);
  return maps.flatMap((map, i) => {
    const later = new Mapping(maps.slice(i + 1));
    const found: Range[] = [];
    map.forEach((_from, _to, from, to) => found.push({ from: later.map(from, -1), to: later.map(to, 1) }));
    return found;
  });
}

/** Typing happens inside blocks that have their names; only then may the rest of the document be left unread. */
function mayLackNames(doc: Node, { from }: Range): boolean {
  const place = doc.resolve(Math.min(from, doc.content.size));
  return Array.from({ length: place.depth }, (_, i) => place.node(i + 1)).some((node) => isNamed(node.type.name) && !isBlockId(node.attrs.id));
}

/** Anything but letters inside one block. */
function bringsBlocks(transaction: Transaction): boolean {
  return transaction.steps.some((step) => {
    if (!(step instanceof ReplaceStep)) return step instanceof ReplaceAroundStep;
    let blocks = false;
    step.slice.content.descendants((node) => {
      blocks ||= isNamed(node.type.name);
    });
    return blocks;
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Turns what an editor is about to do into a proposal to do it: words that would go stay and are marked, words that come
 * are marked as coming, blocks alike. What one proposed oneself is changed for real: it is not there for others yet.
 */
import type { Node, Slice } from "@tiptap/pm/model";
import { type EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { AddMarkStep, Mapping, RemoveMarkStep, ReplaceStep } from "@tiptap/pm/transform";
import { newBlockId } from "../../../schema/block-id";
import type { Author, Signature } from "../../../schema/suggested/entry";
import { proposeAbsence } from "./absence";
import { proposeLooks, proposeShapes, shapeChanges } from "./looks";
import { ownEntry } from "./own";
import { proposePresence, splitsBefore } from "./presence";

type Replacement = { from: number; to: number; slice: Slice };

/** The proposal in the place of the transaction. Throws when there is no way to propose it. */
export function tracked(original: Transaction, state: EditorState, author: Author, at: string): Transaction {
  const tr = state.tr;
  const sign = (pos: number, to = pos): Signature => signatureNear(original.before, pos, to, author) ?? { id: newBlockId(), ...author, at };
  const shapes = original.steps.some((step) => step instanceof ReplaceStep) ? null : shapeChanges(original.before, original.doc);
  if (original.steps.every((step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep)) proposeLooks(tr, original.steps as AddMarkStep[], author, sign);
  else if (shapes) proposeShapes(tr, shapes, author, sign);
  else for (const each of replacements(original)) propose(tr, each, sign(each.from, each.to), author, state.selection);
  if (original.storedMarksSet) tr.setStoredMarks(original.storedMarks);
  if (original.scrolledIntoView) tr.scrollIntoView();
  copyMeta(original, tr);
  return tr;
}

function propose(tr: Transaction, { from, to, slice }: Replacement, signature: Signature, author: Author, selection: Selection): void {
  const before = splitsBefore(tr.doc, from, to, slice);
  if (before) {
    proposePresence(tr, before.at, before.slice, signature);
    return;
  }
  const start = tr.steps.length;
  if (to > from) proposeAbsence(tr, from, to, signature, author);
  const left = new Mapping(tr.mapping.maps.slice(start));
  if (slice.size > 0) {
    const end = proposePresence(tr, left.map(to, -1), slice, signature);
    if (end !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1));
    return;
  }
  // who deletes forwards goes on behind what is marked, who deletes backwards before it
  const forwards = selection.empty && selection.head <= from;
  tr.setSelection(TextSelection.near(tr.doc.resolve(left.map(forwards ? to : from, forwards ? 1 : -1)), forwards ? 1 : -1));
}

/** What one has proposed right beside goes on; a new place is a new suggestion. */
function signatureNear(doc: Node, from: number, to: number, author: Author): Signature | null {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const beside = [$from.nodeBefore, $from.nodeAfter, $to.nodeBefore, $to.nodeAfter].filter((node) => node?.isInline);
  const inside = $from.parent.content.size === 0 ? [$from.parent] : [];
  for (const node of [...beside, ...inside]) {
    const entry = node && ownEntry(node, author);
    if (entry) return { id: entry.id, person: entry.person, organisation: entry.organisation, at: entry.at };
  }
  return null;
}

/** The change as ranges of the text before it, the last first, so that none moves another. */
function replacements(original: Transaction): Replacement[] {
  const apart = original.steps.length > 1 ? separate(original) : null;
  const [only] = original.steps;
  const found = apart ?? (original.steps.length === 1 && only instanceof ReplaceStep ? [{ from: only.from, to: only.to, slice: only.slice }] : whole(original));
  return found.map((each) => aroundSigns(original, each)).sort((a, b) => b.from - a.from);
}

/** Steps that replace, each in a place of its own; null when they build on each other. */
function separate(original: Transaction): Replacement[] | null {
  const found: Replacement[] = [];
  for (const [i, step] of original.steps.entries()) {
    if (!(step instanceof ReplaceStep)) return null;
    const back = new Mapping(original.mapping.maps.slice(0, i)).invert();
    const [from, to] = [back.mapResult(step.from, 1), back.mapResult(step.to, -1)];
    if (from.deletedAcross || to.deletedAcross || to.pos < from.pos) return null;
    found.push({ from: from.pos, to: to.pos, slice: step.slice });
  }
  const inOrder = [...found].sort((a, b) => a.from - b.from);
  return inOrder.every((each, i) => i === 0 || each.from > (inOrder[i - 1] as Replacement).to) ? found : null;
}

/** All of it as one replacement: from the first place where the texts differ to the last. */
function whole({ before, doc }: Transaction): Replacement[] {
  const from = before.content.findDiffStart(doc.content);
  const end = before.content.findDiffEnd(doc.content);
  if (from === null || end === null) return [];
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return [{ from, to: end.a + overlap, slice: doc.slice(from, end.b + overlap) }];
}

/** The words of a note are no place for marks: the note as a whole is another. */
function aroundSigns({ before, doc, mapping }: Transaction, each: Replacement): Replacement {
  const $from = before.resolve(each.from);
  if ($from.parent.type.name !== "footnote") return each;
  const [from, to] = [$from.before(), $from.after()];
  return { from, to, slice: doc.slice(mapping.map(from, -1), mapping.map(to, 1)) };
}

/** Plug-ins recognise a transaction by what is attached to it. */
function copyMeta(from: Transaction, to: Transaction): void {
  const { meta } = from as unknown as { meta: Record<string, unknown> };
  for (const [key, value] of Object.entries(meta)) to.setMeta(key, value);
}

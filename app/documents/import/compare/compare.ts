// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { shapeOf } from "../../schema/suggested/shape";
import { type Beside, putBeside, type Sides } from "./beside";
import { type Comparison, Findings } from "./findings";
import { inOrder } from "./order";
import { printOf } from "./print";
import { removals } from "./removals";
import { isLeaf, isTextBlock, leavesIn, wordsOf } from "./tree";

/**
 * What the file has differently from the text it was made from, as changes of the text as it stands now: whoever edited
 * the file wished those, and nothing of what others have written since. Pure.
 */
export function compareFile(sides: Sides): Comparison {
  const beside = putBeside(sides);
  const findings = new Findings(beside);
  compareBlocks(sides.blocks, null, beside, findings);
  const { was, is, pairs, structure } = beside;
  const kept = was.leaves().filter((id) => structure.untouched(id) === undefined);
  const absent = removals(was, is, new Set([...pairs.values(), ...kept]));
  for (const id of absent.removed) findings.removed(id);
  for (const id of absent.emptied) findings.emptied(id);
  return findings.result();
}

/** Blocks of the file that stand side by side, `parent` being the block of the text that they are in. */
function compareBlocks(nodes: JSONContent[], parent: string | null, beside: Beside, findings: Findings): void {
  const { is, pairs, structure, same, wentElsewhere } = beside;
  const ids = nodes.map(same);
  const first = new Map(ids.map((id, i): [string | null, number] => [id, i]).reverse());
  const at = (id: string | null, i: number): id is string => id !== null && is.node(id) !== undefined && is.parent(id) === parent && first.get(id) === i;
  const stay = inOrder(ids.filter((id, i): id is string => at(id, i)), (id) => is.place(id));
  const restructured = (i: number) => !at(ids[i]!, i) && !wentElsewhere(nodes[i]!) && structure.changed(nodes[i]!);

  let after: string | null = null;
  for (let i = 0; i < nodes.length; i++) {
    const [node, id] = [nodes[i]!, ids[i]!];
    const spot = { after, inside: parent };
    const known = leavesIn(node).filter((leaf) => pairs.has(leaf));
    if (at(id, i) && stay.has(id)) {
      if (isLeaf(node)) compareLeaf(node, id, beside, findings);
      else compareBlocks(node.content ?? [], id, beside, findings);
      after = id;
    } else if (at(id, i)) findings.inserted([node], { ...spot, instead: [id] }, { kind: "moved" });
    else if (restructured(i)) {
      const group = sameSource(nodes, i, restructured, parent, beside);
      const instead = structure.insteadOf(group, parent);
      if (instead === null) for (const each of group) compareWords(each, beside, findings);
      else {
        after = instead.filter((each) => is.parent(each) === parent && (after === null || is.place(each) > is.place(after))).at(-1) ?? after;
        const [source] = structure.sources(node, parent);
        findings.inserted(group, { after, inside: parent, instead }, { kind: "structure", shape: { was: shapeOf(is.node(source!)!), becomes: shapeOf(beside.ours(node)) } });
      }
      i += group.length - 1;
    } else if (known.length > 0 && wentElsewhere(node)) {
      const instead = structure.insteadOf([node], parent);
      if (instead) findings.inserted([node], { ...spot, instead }, { kind: "moved" });
      else compareWords(node, beside, findings);
    } else if (known.length > 0) for (const leaf of known) compareLeaf(leaf, pairs.get(leaf)!, beside, findings);
    else if (leavesIn(node).some((leaf) => wordsOf(leaf) !== "" && !structure.isOfTheFormat(leaf))) findings.inserted([node], spot);
  }
}

/** The blocks from `start` on that were put into another structure out of the same ones: together they are one change. */
function sameSource(nodes: JSONContent[], start: number, restructured: (i: number) => boolean, parent: string | null, { structure }: Beside): JSONContent[] {
  const from = new Set(structure.sources(nodes[start]!, parent));
  let end = start + 1;
  for (; end < nodes.length && restructured(end); end++) {
    const sources = structure.sources(nodes[end]!, parent);
    if (!sources.some((source) => from.has(source))) break;
    for (const source of sources) from.add(source);
  }
  return nodes.slice(start, end);
}

/** Of a block whose place in the structure cannot be proposed, the words are compared all the same. */
function compareWords(node: JSONContent, beside: Beside, findings: Findings): void {
  const leaves = leavesIn(node);
  for (const leaf of leaves) if (beside.pairs.has(leaf)) compareLeaf(leaf, beside.pairs.get(leaf)!, beside, findings);
  if (leaves.some(beside.stands)) findings.notCarried("structure");
}

function compareLeaf(leaf: JSONContent, id: string, { was, is, structure, ours }: Beside, findings: Findings): void {
  const [old, now, before] = [was.node(id)!, is.node(id), structure.untouched(id)];
  const sameShape = !isTextBlock(old) || (leaf.type === (before ?? old).type && (leaf.type !== "heading" || leaf.attrs?.level === before?.attrs?.level));
  if (printOf(leaf) === printOf(old) && sameShape) return;
  if (!now) return findings.notCarried("gone");
  if (!isTextBlock(now) || !isTextBlock(leaf)) return;
  const wanted = ours(leaf);
  if (printOf(wanted) === printOf(now) && wanted.type === now.type && sameShape) return;
  const kind = wordsOf(now) !== wordsOf(wanted) ? "changed" : sameShape ? "looks" : "structure";
  findings.changed(id, wanted, { kind, ...(!sameShape && { shape: { was: shapeOf(now), becomes: shapeOf(wanted) } }) });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Tree, wordsOf } from "./tree";

/**
 * What was in the text, is in it now, and is no longer in the file: the largest containers of which nothing is left, else
 * the blocks by themselves. Cells of tables are not taken away but emptied. `kept` are ids found in the file.
 */
export function removals(was: Tree, is: Tree, kept: ReadonlySet<string>): { removed: string[]; emptied: string[] } {
  const absent = new Set(was.leaves().filter((id) => !kept.has(id) && is.node(id)));
  const all = (id: string) => is.leaves(id).every((leaf) => absent.has(leaf));
  const said = (id: string) => is.leaves(id).some((leaf) => wordsOf(is.node(leaf)!) !== "");
  const removed = new Set<string>();
  const emptied: string[] = [];
  const covered = (id: string) => [id, ...is.above(id)].some((each) => removed.has(each));
  for (const leaf of absent) {
    if (covered(leaf)) continue;
    const whole = is.above(leaf).filter((id) => all(id) && !isCell(is, id)).at(-1) ?? leaf;
    if (!said(whole)) continue;
    const cell = is.parent(leaf);
    const alone = cell !== null && isCell(is, cell) && is.leaves(cell).length === 1;
    if (whole === leaf && alone) emptied.push(leaf);
    else removed.add(whole);
  }
  return { removed: [...removed], emptied };
}

const isCell = (tree: Tree, id: string) => /^table(Cell|Header)$/.test(tree.node(id)?.type ?? "");

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Two texts compared block by block. Blocks are known by their ids, so that a paragraph is found again wherever it went and
 * whatever became of it; where ids differ (an imported text), by their words.
 */
import { diffArrays } from "diff";
import type { Cell, Line, Table, Unit } from "./units";
import { type Part, whole, wordChanges } from "./word-changes";

export type Change = "same" | "changed" | "came" | "went" | "moved";

export type ComparedLine = {
  what: "line";
  change: Change;
  kind: string;
  sign: string;
  parts: Part[];
  /** Moved and changed, or of another kind than before, or only its look. */
  also: ("changed" | "kind" | "look")[];
};
export type ComparedCell = { head: boolean; parts: Part[] };
export type ComparedTable = { what: "table"; change: Change; rows: { change: Change; cells: ComparedCell[] }[] };
export type Compared = ComparedLine | ComparedTable;

/** The later text with what came, and what went where it stood. */
export function compareUnits(before: Unit[], after: Unit[]): Compared[] {
  const partner = pairs(before, after);
  const steady = inOrder(after.map((_, i) => partner.get(i)));
  const taken = new Set(partner.values());
  const compared: Compared[] = [];
  let old = 0;
  const goneUpTo = (end: number) => {
    for (; old < end; old++) if (!taken.has(old)) compared.push(gone(before[old] as Unit));
  };
  for (const [i, unit] of after.entries()) {
    const from = partner.get(i);
    if (from === undefined) compared.push(fresh(unit));
    else {
      if (steady.has(i)) goneUpTo(from);
      compared.push(both(before[from] as Unit, unit, !steady.has(i)));
    }
  }
  goneUpTo(before.length);
  return compared;
}

/** For each unit of the later text, the number of the earlier one it was. */
function pairs(before: Unit[], after: Unit[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (i: number, from: number) => {
    found.set(i, from);
    taken.add(from);
  };
  const byId = new Map(before.flatMap(({ id, what }, i) => (id === null ? [] : [[`${what} ${id}`, i] as const])));
  for (const [i, { id, what }] of after.entries()) {
    const from = id === null ? undefined : byId.get(`${what} ${id}`);
    if (from !== undefined && !taken.has(from)) pair(i, from);
  }
  const left = (units: Unit[], isTaken: (i: number) => boolean) => units.flatMap((unit, i) => (isTaken(i) ? [] : [{ i, words: textOf(unit) }]));
  const [olds, news] = [left(before, (i) => taken.has(i)), left(after, (i) => found.has(i))];
  if (olds.length === 0 || news.length === 0) return found;
  let [a, b] = [0, 0];
  for (const { added, removed, value } of diffArrays(olds.map(({ words }) => words), news.map(({ words }) => words))) {
    if (!added && !removed) for (let k = 0; k < value.length; k++) pair((news[b + k] as { i: number }).i, (olds[a + k] as { i: number }).i);
    if (!added) a += value.length;
    if (!removed) b += value.length;
  }
  return found;
}

/** The largest set of units that are still in the same order: the others have been moved. */
function inOrder(partners: (number | undefined)[]): Set<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const [i, from] of partners.entries()) {
    if (from === undefined) continue;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((partners[tails[middle] as number] as number) < from) low = middle + 1;
      else high = middle;
    }
    previous.set(i, low > 0 ? tails[low - 1] : undefined);
    tails[low] = i;
  }
  const steady = new Set<number>();
  for (let i = tails.at(-1); i !== undefined; i = previous.get(i)) steady.add(i);
  return steady;
}

function both(before: Unit, after: Unit, moved: boolean): Compared {
  if (after.what === "table") return bothTables(before as Table, after, moved);
  const old = before as Line;
  const changed = old.text !== after.text;
  const also: ComparedLine["also"] = [];
  if (moved && changed) also.push("changed");
  if (old.kind !== after.kind) also.push("kind");
  if (!changed && old.look !== after.look) also.push("look");
  const change = moved ? "moved" : changed || also.length > 0 ? "changed" : "same";
  return { what: "line", change, kind: after.kind, sign: after.sign, parts: wordChanges(old, after), also };
}

function bothTables(before: Table, after: Table, moved: boolean): ComparedTable {
  const partner = new Map<number, number>();
  for (const [i, { id }] of after.rows.entries()) {
    const from = before.rows.findIndex((row, j) => (id !== null && row.id === id) || (id === null && row.id === null && j === i));
    if (from >= 0) partner.set(i, from);
  }
  const taken = new Set(partner.values());
  const rows: ComparedTable["rows"] = [];
  let old = 0;
  const goneUpTo = (end: number) => {
    for (; old < end; old++) if (!taken.has(old)) rows.push(rowOf(before.rows[old]?.cells ?? [], "went"));
  };
  for (const [i, row] of after.rows.entries()) {
    const from = partner.get(i);
    if (from === undefined) rows.push(rowOf(row.cells, "came"));
    else {
      goneUpTo(from);
      const cells = row.cells.map((cell, column) => cellOf(before.rows[from]?.cells[column], cell));
      rows.push({ change: cells.some(({ parts }) => parts.some(({ what }) => what !== "same")) ? "changed" : "same", cells });
    }
  }
  goneUpTo(before.rows.length);
  return { what: "table", change: moved ? "moved" : rows.some(({ change }) => change !== "same") ? "changed" : "same", rows };
}

const cellOf = (before: Cell | undefined, after: Cell): ComparedCell => ({ head: after.head, parts: before ? wordChanges(before, after) : whole(after, "came") });

const rowOf = (cells: Cell[], change: "came" | "went"): ComparedTable["rows"][number] => ({ change, cells: cells.map((cell) => ({ head: cell.head, parts: whole(cell, change) })) });

const fresh = (unit: Unit): Compared => alone(unit, "came");
const gone = (unit: Unit): Compared => alone(unit, "went");

function alone(unit: Unit, change: "came" | "went"): Compared {
  if (unit.what === "table") return { what: "table", change, rows: unit.rows.map(({ cells }) => rowOf(cells, change)) };
  return { what: "line", change, kind: unit.kind, sign: unit.sign, parts: whole(unit, change), also: [] };
}

const textOf = (unit: Unit): string => (unit.what === "line" ? unit.text : unit.rows.map(({ cells }) => cells.map(({ text }) => text).join("\t")).join("\n"));

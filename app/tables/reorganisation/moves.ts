// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a proposal to put the tables in order would do, move by move, and how the system would look afterwards. Pure: the picture before and
 * after is computed from the tables of today; only an act of approval changes anything.
 */
import { z } from "zod";
import { type TableLevel, tableLevels } from "../levels";

const reason = z.string().trim().min(10, "tables.reorganisation.reasonNeeded").max(1000, "web.field.tooLong");
const name = z.string().trim().min(3, "web.field.required").max(160, "web.field.tooLong");
const object = z.string().trim().min(3, "web.field.required").max(1000, "web.field.tooLong");
const table = z.string().min(1, "tables.items.chooseTable");

export const moveKinds = ["merge", "split", "formalise", "link", "close"] as const;
export type MoveKind = (typeof moveKinds)[number];

export const Move = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("merge"), tableIds: z.array(z.string()).min(2, "tables.reorganisation.chooseTwo"), name, object, level: z.enum(tableLevels, { message: "tables.form.chooseLevel" }), reason }),
  z.object({ kind: z.literal("split"), tableId: table, first: name, firstObject: object, second: name, secondObject: object, reason }),
  z.object({ kind: z.literal("formalise"), tableId: table, reason }),
  z.object({ kind: z.literal("link"), tableId: table, toTableId: z.string().min(1, "tables.items.chooseTable"), relation: z.enum(["reports_to", "linked"]), reason }).refine(({ tableId, toTableId }) => tableId !== toTableId, { path: ["toTableId"], message: "tables.reorganisation.sameTable" }),
  z.object({ kind: z.literal("close"), tableId: table, reason }),
]);
export type Move = z.output<typeof Move>;

/** The tables of today that a move touches. */
export function touched(move: Move): string[] {
  if (move.kind === "merge") return move.tableIds;
  return move.kind === "link" ? [move.tableId, move.toTableId] : [move.tableId];
}

/** Tables that a move takes away: no other move may rest on them. */
export function consumed(move: Move): string[] {
  if (move.kind === "merge") return move.tableIds;
  return move.kind === "split" || move.kind === "close" ? [move.tableId] : [];
}

/** Why a move does not go together with the others of the proposal; null when it does. */
export function clash(moves: readonly Move[], next: Move): string | null {
  const gone = new Set(moves.flatMap(consumed));
  if (touched(next).some((id) => gone.has(id))) return "tables.reorganisation.alreadyMoved";
  const used = new Set(moves.flatMap(touched));
  return consumed(next).some((id) => used.has(id)) ? "tables.reorganisation.alreadyMoved" : null;
}

export type Before = { id: string; name: string; level: TableLevel; memberIds: readonly string[]; formal: boolean };
export type After = { key: string; name: string; level: TableLevel; members: number; formal: boolean; state: "kept" | "new" | "changed" | "closed"; from: string[]; links: { to: string; relation: "reports_to" | "linked" }[] };

/** The system as it would be: tables kept and changed, new ones with the tables they come from, closed ones last. */
export function afterMoves(tables: readonly Before[], moves: readonly Move[]): After[] {
  const byId = new Map(tables.map((known) => [known.id, known]));
  const after = new Map<string, After>(tables.map(({ id, name: called, level, memberIds, formal }) => [id, { key: id, name: called, level, members: memberIds.length, formal, state: "kept", from: [id], links: [] }]));
  const fresh: After[] = [];
  const members = (ids: readonly string[]) => new Set(ids.flatMap((id) => byId.get(id)?.memberIds ?? [])).size;
  for (const [i, move] of moves.entries()) {
    for (const id of consumed(move)) {
      const gone = after.get(id);
      if (gone) after.set(id, { ...gone, state: "closed" });
    }
    if (move.kind === "merge") fresh.push({ key: `new-${i}`, name: move.name, level: move.level, members: members(move.tableIds), formal: true, state: "new", from: move.tableIds, links: [] });
    if (move.kind === "split") {
      const level = byId.get(move.tableId)?.level ?? "objective";
      for (const [k, called] of [move.first, move.second].entries()) fresh.push({ key: `new-${i}-${k}`, name: called, level, members: members([move.tableId]), formal: true, state: "new", from: [move.tableId], links: [] });
    }
    const own = move.kind === "formalise" || move.kind === "link" ? after.get(move.tableId) : undefined;
    if (own && move.kind === "formalise") after.set(move.tableId, { ...own, formal: true, state: "changed" });
    if (own && move.kind === "link") after.set(move.tableId, { ...own, state: "changed", links: [...own.links, { to: byId.get(move.toTableId)?.name ?? "", relation: move.relation }] });
  }
  const rank = { new: 0, changed: 1, kept: 2, closed: 3 };
  return [...fresh, ...after.values()].sort((a, b) => rank[a.state] - rank[b.state] || a.name.localeCompare(b.name, "it"));
}

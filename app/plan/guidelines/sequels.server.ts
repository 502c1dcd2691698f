// SPDX-License-Identifier: AGPL-3.0-or-later
import { standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import type { Sequel, SequelSource } from "~/web/sequel";
import { workingTables } from "~db/tables/schema";
import { allGuidelines } from "./find-guidelines.server";
import { draftGuideline } from "./policy";

/** The versions of indirizzi with which items were answered; where there is none yet, the offer to write it to who may. */
export const guidelineSequels: SequelSource = async (ctx, items) => {
  if (items.length === 0) return [];
  const found: Sequel[] = (await allGuidelines(ctx)).flatMap(({ number, table, versions }) =>
    versions.flatMap(({ itemId, version, state, title }): Sequel[] => {
      if (!itemId || !items.some(({ id }) => id === itemId)) return [];
      return [{ itemId, kind: "result", says: state === "draft" ? "guidelines.sequel.draft" : "guidelines.sequel.issued", values: { number, version, title }, to: paths.guideline(table.slug, number, version) }];
    }),
  );
  const open = items.filter(({ id, state }) => (state === "accepted" || state === "adapted") && !found.some(({ itemId }) => itemId === id));
  return [...found, ...(await offers(ctx, open))];
};

async function offers(ctx: Ctx, items: readonly { id: string; atTableId: string | null }[]): Promise<Sequel[]> {
  if (!ctx.actor || items.length === 0) return [];
  const tables = new Map((await ctx.db.read.select().from(workingTables)).map((table) => [table.id, table]));
  const offered: Sequel[] = [];
  for (const { id, atTableId } of items) {
    const table = tables.get(atTableId ?? "");
    if (table && draftGuideline(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)).ok) offered.push({ itemId: id, kind: "offer", says: "guidelines.sequel.offer", to: paths.newGuideline(table.slug, id) });
  }
  return offered;
}

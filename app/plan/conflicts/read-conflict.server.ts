// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, desc, eq, inArray } from "drizzle-orm";
import { findItem, findTable, itemsOfTable, standingAt, stepsOf, viewItem } from "~/tables/index.server";
import { isEnded } from "~/tables";
import { sessionsAbout, takenDecisionsOf } from "~/meetings/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import type { SequelSource } from "~/web/sequel";
import { formatDate, formatDateTime, formatShortDate } from "~/web/time";
import { one } from "~db/client.server";
import { conflictResolutions, conflictSides, policyConflicts } from "~db/plan/conflicts";
import { decisions } from "~db/meetings/decisions";
import { workingTables } from "~db/tables/schema";
import { allGuidelines } from "../guidelines/find-guidelines.server";
import { partsWith } from "../guidelines/traces.server";
import { planParts } from "../guidelines/view-trace.server";
import { actionsWith } from "../list-actions.server";
import { resolveConflict } from "./policy";

/** The conflicts of a table within the viewer's sight, newest first: as its items are. */
export async function conflictsOfTable(ctx: Ctx, tableId: string, filter: "open" | "overdue" | "ended" | "all") {
  const found = (await itemsOfTable(ctx, tableId, filter)).filter(({ kind }) => kind === "conflict");
  const sides = await sidesOf(ctx, found.map(({ id }) => id));
  return found.map((item) => ({ ...viewItem(ctx, item), sides: sides.filter(({ itemId }) => itemId === item.id).map(({ label }) => label) }));
}

/** A conflict with all that was said of it, for who may know the item; `missing` otherwise. */
export async function readConflict(ctx: Ctx, itemId: string) {
  const item = await findItem(ctx, itemId);
  const conflict = one(await ctx.db.read.select().from(policyConflicts).where(eq(policyConflicts.itemId, itemId)));
  if (!conflict || !item.atTableId) throw problem("missing");
  const table = await findTable(ctx, item.atTableId);
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  const may = resolveConflict(ctx.actor, table, standing).ok;
  const sides = await sidesOf(ctx, [itemId]);
  const given = (await allGuidelines(ctx)).filter((each) => each.table.id === table.id);
  const taken = await takenDecisionsOf(ctx, table.id);
  const resolutions = await ctx.db.read.select().from(conflictResolutions).where(eq(conflictResolutions.itemId, itemId)).orderBy(desc(conflictResolutions.at));
  const changed = await partsWith(ctx, resolutions.flatMap(({ objectiveId }) => objectiveId ?? []), resolutions.flatMap(({ strategyId }) => strategyId ?? []));
  return {
    item: viewItem(ctx, item),
    text: item.text,
    nature: conflict.nature,
    sides,
    sessions: (await sessionsAbout(ctx, itemId)).map(({ id, title, startsAt }) => ({ id, title, on: formatDate(startsAt, ctx.locale) })),
    steps: (await stepsOf(ctx, itemId)).map(({ at, ...step }) => ({ ...step, when: formatDateTime(at, ctx.locale) })),
    resolutions: resolutions.map((row, i) => {
      const guideline = given.find(({ id }) => id === row.guidelineId);
      const part = changed.get(row.strategyId ?? row.objectiveId ?? "");
      return {
        id: row.id, resolution: row.resolution, reason: row.reason, referredTo: row.referredTo, on: formatDate(row.at, ctx.locale),
        /** False for what a reopening set aside. */
        stands: i === 0 && item.state === "resolved",
        prevailing: sides.find(({ id }) => id === row.prevailingSideId)?.label ?? null,
        decision: taken.find(({ id }) => id === row.decisionId)?.text ?? null,
        guideline: guideline ? { number: guideline.number, title: (guideline.current ?? guideline.draft)?.title ?? "", to: paths.guideline(guideline.table.slug, guideline.number) } : null,
        part: part ? { code: part.code, text: part.text, to: part.to } : null,
      };
    }),
    mayResolve: may && !isEnded(item.state) && item.state !== "forwarded",
    mayReopen: may && item.state === "resolved",
    choices: may
      ? {
          decisions: taken.map(({ id, text, heldAt }) => ({ value: id, label: `${formatShortDate(heldAt, ctx.locale)}: ${text.slice(0, 100)}` })),
          guidelines: given.map(({ id, number, current, draft }) => ({ value: id, label: `${number}. ${(current ?? draft)?.title}` })),
          parts: await planParts(ctx),
        }
      : null,
  };
}
export type ConflictView = Awaited<ReturnType<typeof readConflict>>;

export type SideView = { id: string; itemId: string; kind: string; label: string; to: string | null };

/** The sides of conflicts as lines; a decision is named only by what it is to who sits at its table, who alone reads the conflict. */
export async function sidesOf(ctx: Ctx, itemIds: string[]): Promise<SideView[]> {
  if (itemIds.length === 0) return [];
  const rows = await ctx.db.read.select().from(conflictSides).where(inArray(conflictSides.itemId, itemIds)).orderBy(asc(conflictSides.id));
  const ids = (pick: "objectiveId" | "strategyId" | "actionId" | "decisionId" | "tableId") => rows.flatMap((row) => row[pick] ?? []);
  const parts = await partsWith(ctx, ids("objectiveId"), ids("strategyId"));
  const actions = new Map((await actionsWith(ctx, ids("actionId"))).map((action) => [action.id, action]));
  const given = new Map((await allGuidelines(ctx)).map((guideline) => [guideline.id, guideline]));
  const tables = new Map((await ctx.db.read.select().from(workingTables)).map((table) => [table.id, table]));
  const taken = ids("decisionId").length === 0 ? [] : await ctx.db.read.select().from(decisions).where(inArray(decisions.id, ids("decisionId")));
  return rows.map((row): SideView => {
    const line = (kind: string, label: string, to: string | null) => ({ id: row.id, itemId: row.itemId, kind, label, to });
    const part = parts.get(row.strategyId ?? row.objectiveId ?? "");
    if (part) return line(part.kind, `${part.code ?? ""} ${part.text}`.trim(), part.to);
    const action = actions.get(row.actionId ?? "");
    if (action) return line("action", `${action.title} (${action.organisation.name})`, paths.action(action.id));
    const guideline = given.get(row.guidelineId ?? "");
    if (guideline) return line("guideline", `${guideline.number}. ${guideline.current?.title ?? ""}`, paths.guideline(guideline.table.slug, guideline.number));
    const table = tables.get(row.tableId ?? "");
    if (table) return line("table", table.name, paths.tableRules(table.slug));
    const decision = taken.find(({ id }) => id === row.decisionId);
    if (decision) return line("decision", decision.text, paths.decision(decision.meetingId, decision.id));
    return line("named", row.name ?? "—", null);
  });
}

/** From the page of an item to its record as a conflict. */
export const conflictSequels: SequelSource = async (ctx, items) => {
  if (items.length === 0) return [];
  const rows = await ctx.db.read.select({ itemId: policyConflicts.itemId }).from(policyConflicts).where(inArray(policyConflicts.itemId, items.map(({ id }) => id)));
  return rows.map(({ itemId }) => ({ itemId, kind: "result", says: "conflicts.sequel", to: paths.conflict(itemId) }));
};

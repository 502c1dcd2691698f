// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { organisationsByIds } from "~/registry/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { overlapDecisions, seats } from "~db/tables/schema";
import { findTable } from "../find-table.server";
import { writeItem } from "../items/move-item.server";
import { listTables } from "../list-tables.server";
import { orderTables } from "../policy";
import { validAt } from "../standing.server";
import { translate } from "~/web/translate.server";
import { type Overlap, overlapKinds, overlapsOf, type Passage } from "./overlap";

/** What later floors know of tables: the objectives they follow and the passages of their approved documents. */
export type TableKnowledge = {
  objectives(ctx: Pick<Ctx, "db" | "now">): Promise<{ tableId: string; objectiveId: string; label: string }[]>;
  passages(ctx: Pick<Ctx, "db" | "now">): Promise<Passage[]>;
};

export type FoundOverlap = Overlap & { decision: { reason: string; at: Date } | null };

/** The overlaps between the open tables as they are today, those set aside included, with their reason. For who orders the tables. */
export async function findOverlaps(ctx: Pick<Ctx, "db" | "actor" | "now">, knowledge: TableKnowledge): Promise<FoundOverlap[]> {
  enforce(orderTables(ctx.actor));
  const tables = await listTables(ctx);
  const seated = await ctx.db.read.select({ tableId: seats.tableId, organisationId: seats.organisationId }).from(seats).where(validAt(seats, ctx.now));
  const members = byTable(seated);
  const objectives = byTable(await knowledge.objectives(ctx));
  const found = overlapsOf(
    tables.map(({ id, slug, name, object, participants, method }) => ({
      id,
      slug,
      name,
      text: [name, object, participants, method].filter(Boolean).join(" "),
      memberIds: new Set(members.get(id)?.map(({ organisationId }) => organisationId)),
      objectives: new Map(objectives.get(id)?.map(({ objectiveId, label }) => [objectiveId, label])),
    })),
    await knowledge.passages(ctx),
  );
  const names = await organisationsByIds(ctx, found.flatMap(({ kind, shared }) => (kind === "members" ? shared : [])));
  const decisions = await ctx.db.read.select().from(overlapDecisions);
  return found.map((overlap) => {
    const decision = decisions.find(({ firstTableId, secondTableId, finding }) => firstTableId === overlap.first.id && secondTableId === overlap.second.id && finding === overlap.kind);
    const shared = overlap.kind === "members" ? overlap.shared.flatMap((id) => names.get(id)?.name ?? []).sort((a, b) => a.localeCompare(b, "it")) : overlap.shared;
    return { ...overlap, shared, decision: decision ? { reason: decision.reason, at: decision.at } : null };
  });
}

const pair = { firstTableId: z.string().min(1), secondTableId: z.string().min(1) };
function byTable<T extends { tableId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.tableId);
    if (own) own.push(row);
    else found.set(row.tableId, [row]);
  }
  return found;
}

const Dismissal = z.object({ ...pair, finding: z.enum(overlapKinds), reason: z.string().trim().min(5, "tables.overlap.reasonNeeded").max(500, "web.field.tooLong") });

/** Sets a finding aside, with the reason why it is no overlap or a wanted one. */
export async function dismissOverlap(ctx: Ctx, form: FormData | z.input<typeof Dismissal>): Promise<void> {
  const actor = signedIn(ctx);
  enforce(orderTables(actor));
  const { firstTableId, secondTableId, finding, reason } = parse(Dismissal, form);
  await Promise.all([firstTableId, secondTableId].map((id) => findTable(ctx, id)));
  await ctx.db.tx(async (db) => {
    const same = and(eq(overlapDecisions.firstTableId, firstTableId), eq(overlapDecisions.secondTableId, secondTableId), eq(overlapDecisions.finding, finding));
    await db.delete(overlapDecisions).where(same);
    await db.insert(overlapDecisions).values({ firstTableId, secondTableId, finding, reason, at: ctx.now, byPersonId: actor.personId });
    await record(db, ctx, { act: "overlap.dismissed", subject: { kind: "table", id: firstTableId }, data: { tableId: firstTableId, otherTableId: secondTableId, finding } });
  });
}

/** Proposes a joint session: an item on each of the two tables, which they answer like any other. */
export async function proposeJointSession(ctx: Ctx, form: FormData | z.input<z.ZodObject<typeof pair>>): Promise<void> {
  enforce(orderTables(ctx.actor));
  const { firstTableId, secondTableId } = parse(z.object(pair), form);
  const [first, second] = await Promise.all([firstTableId, secondTableId].map((id) => findTable(ctx, id)));
  if (!first || !second) return;
  await ctx.db.tx(async (db) => {
    for (const [at, other] of [[first, second], [second, first]] as const) {
      const title = translate("it", "tables.overlap.jointTitle", { table: other.name });
      await writeItem(db, ctx, { title, text: translate("it", "tables.overlap.jointText", { table: other.name }), originTableId: null, atTableId: at.id });
    }
  });
}

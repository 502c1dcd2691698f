// SPDX-License-Identifier: AGPL-3.0-or-later
import { findTable, maySpeak, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { findObjective } from "./find-parts.server";
import type { LinkFacts } from "./policy";

/** What the policy of links asks about a table and an objective, and the link in force between them. `missing` when either is not there. */
export async function linkFacts(
  ctx: Ctx,
  { tableId, objectiveId }: { tableId: string; objectiveId: string },
): Promise<{ facts: LinkFacts; tableId: string; link: string | null }> {
  const table = await findTable(ctx, tableId);
  const { objective } = await findObjective(ctx, objectiveId);
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  const facts = {
    tableClosed: table.closedAt !== null && table.closedAt <= ctx.now,
    objectiveEnded: objective.endedAt !== null,
    coordinates: standing?.role === "coordinator" && maySpeak(standing),
  };
  return { facts, tableId: table.id, link: objective.tables.find((one) => one.id === table.id)?.linkId ?? null };
}

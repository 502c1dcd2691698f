// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, desc, eq, type SQL } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { one } from "~db/client.server";
import { realtimeUpdates } from "~db/realtime/schema";
import { findDocument } from "../access.server";
import { mayGovern } from "../policy";
import { stateChanges } from "../versions/timeline.server";
import { namesOf } from "../versions/list-versions.server";

/** What the document is: where it stands in its life, when it began, who changed it last. For every reader. */
export async function informationPanel(ctx: Ctx, documentId: string) {
  const { document, position } = await findDocument(ctx, documentId);
  const first = await edgeOf(ctx, documentId, asc(realtimeUpdates.seq));
  const last = await edgeOf(ctx, documentId, desc(realtimeUpdates.seq));
  const names = await namesOf(ctx, [first?.organisationId ?? null, last?.organisationId ?? null]);
  const edge = (row: typeof first) => row && { at: row.at, body: names.get(row.organisationId ?? "") ?? null };
  const { state, consultationEndsAt, template, createdAt } = document;
  return {
    state, consultationEndsAt, template, createdAt,
    begun: edge(first),
    changed: edge(last),
    lastStep: (await stateChanges(ctx, documentId))[0] ?? null,
    mayGovern: mayGovern(ctx.actor, document, position).ok,
  };
}

/** The first or the last row of the log. */
async function edgeOf(ctx: Ctx, documentId: string, order: SQL) {
  const rows = ctx.db.read
    .select({ at: realtimeUpdates.at, organisationId: realtimeUpdates.organisationId })
    .from(realtimeUpdates)
    .where(eq(realtimeUpdates.documentId, documentId));
  return one(await rows.orderBy(order).limit(1));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { recentDocuments } from "~/documents/index.server";
import { comingToAll } from "~/meetings/index.server";
import { planMatrix } from "~/plan/index.server";
import { openNotices } from "~/procedures/index.server";
import { listTables } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { daysUntil } from "~/web/time";

const NEXT = 5;

/** What the public home shows: the same to everybody, whoever looks. */
export async function readHome(ctx: Ctx) {
  const asNobody = { ...ctx, actor: null };
  const thematic = await listTables(ctx, { level: "objective" });
  const tables = [];
  for (const { id, slug, name, object, members } of thematic) {
    const [last] = await recentDocuments(asNobody, 1, { tableId: id });
    tables.push({ slug, name, object, members, lastDocument: last ? { id: last.id, title: last.title } : null });
  }
  const notices = (await openNotices(ctx)).flatMap(({ id, title, kind, organisationName, closesAt }) =>
    closesAt ? [{ id, title, kind, organisationName, closesAt, days: daysUntil(closesAt, ctx.now) }] : [],
  );
  return { tables, notices, meetings: await comingToAll(ctx, NEXT), matrix: await planMatrix(ctx) };
}

export type Home = Awaited<ReturnType<typeof readHome>>;

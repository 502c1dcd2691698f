// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { persons } from "~db/identity/schema";
import { realtimeQuarantine as refused, realtimeQuarantineResolutions as resolutions } from "~db/realtime/schema";
import { organisations } from "~db/registry/schema";
import { wordsIn } from "~realtime/index.server";
import { tendQuarantine } from "./policy";
import type { QuarantineState } from "./quarantine";

const PAGE = 50;

const inState = { open: isNull(resolutions.at), resolved: isNotNull(resolutions.at) };

const facts = {
  id: refused.id,
  at: refused.at,
  reason: refused.reason,
  documentId: refused.documentId,
  connectionId: refused.connectionId,
  title: documents.title,
  person: persons.label,
  body: organisations.name,
  size: sql<number>`length(${refused.bytes})`.mapWith(Number),
  resolvedAt: resolutions.at,
  note: resolutions.note,
  resolvedBy: resolutions.personId,
};

/** What was refused and waits for somebody to look at it, or was looked at, newest first. `page` counts from 1. */
export async function listQuarantine(ctx: Ctx, { state, page }: { state: QuarantineState; page: number }) {
  enforce(tendQuarantine(ctx.actor));
  const { read } = ctx.db;
  const rows = await joined(ctx)
    .where(inState[state])
    .orderBy(desc(refused.at), desc(refused.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const counts = {} as Record<QuarantineState, number>;
  for (const each of ["open", "resolved"] as const) {
    const found = await read.select({ n: count() }).from(refused).leftJoin(resolutions, eq(resolutions.quarantineId, refused.id)).where(inState[each]);
    counts[each] = one(found)?.n ?? 0;
  }
  return { rows, counts, pages: Math.max(1, Math.ceil(counts[state] / PAGE)) };
}

/** One of them, with the words that can be read in it (null when it is no text at all), and how many are like it. */
export async function readQuarantined(ctx: Ctx, id: string) {
  enforce(tendQuarantine(ctx.actor));
  const row = one(await joined(ctx).where(eq(refused.id, id)));
  const stored = one(await ctx.db.read.select({ bytes: refused.bytes }).from(refused).where(eq(refused.id, id)));
  if (!row || !stored) throw problem("missing");
  const alike = one(
    await ctx.db.read
      .select({ n: count() })
      .from(refused)
      .leftJoin(resolutions, eq(resolutions.quarantineId, refused.id))
      .where(and(eq(refused.connectionId, row.connectionId), eq(refused.reason, row.reason), isNull(resolutions.at), ne(refused.id, id))),
  );
  const resolver = row.resolvedBy ? one(await ctx.db.read.select({ label: persons.label }).from(persons).where(eq(persons.id, row.resolvedBy))) : undefined;
  return { ...row, resolver: resolver?.label ?? null, words: wordsIn(stored.bytes), alike: alike?.n ?? 0 };
}

function joined({ db }: Ctx) {
  return db.read
    .select(facts)
    .from(refused)
    .leftJoin(resolutions, eq(resolutions.quarantineId, refused.id))
    .leftJoin(documents, eq(documents.id, refused.documentId))
    .leftJoin(persons, eq(persons.id, refused.personId))
    .leftJoin(organisations, eq(organisations.id, refused.organisationId))
    .$dynamic();
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { contributionsWaiting, recentDocuments } from "~/documents/index.server";
import { comingFor, commitmentsWaiting, meetingsWaiting, minutesWaiting, waitingAtMunicipio } from "~/meetings/index.server";
import { guidelinesWaiting } from "~/plan/index.server";
import { waiting as atProcedures } from "~/procedures/index.server";
import { waiting as atRegistry } from "~/registry/index.server";
import { type TableOfBody, tablesOf, waiting as atTables } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import type { Waiting } from "~/web/waiting";

const RECENT = 6;

/** What a person finds on their desk: what waits for them, nearest term first; what changed; where their body sits. */
export async function readDesk(ctx: Ctx) {
  const actor = signedIn(ctx);
  const found = await Promise.all([
    atRegistry(ctx),
    atTables(ctx),
    contributionsWaiting(ctx),
    meetingsWaiting(ctx),
    commitmentsWaiting(ctx),
    minutesWaiting(ctx),
    waitingAtMunicipio(ctx),
    guidelinesWaiting(ctx),
    atProcedures(ctx),
  ]);
  const waiting = found.flat().sort(byTerm);
  const tables = actor.organisationId ? await tablesOf(ctx, actor.organisationId) : [];
  return { meetings: await comingFor(ctx, actor.personId, RECENT), waiting, documents: await recentDocuments(ctx, RECENT), tables: once(tables) };
}

/** What has no term comes last. */
function byTerm(a: Waiting, b: Waiting): number {
  return (a.due?.getTime() ?? Number.POSITIVE_INFINITY) - (b.due?.getTime() ?? Number.POSITIVE_INFINITY) || a.id.localeCompare(b.id);
}

/** A body with two roles at a table has one line. */
function once(tables: TableOfBody[]): TableOfBody[] {
  return tables.filter(({ id }, i) => tables.findIndex((other) => other.id === id) === i);
}

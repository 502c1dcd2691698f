// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { organisations } from "~db/registry/schema";
import { findOwnApplication, present } from "./application-rows.server";

/** Names of the bodies that the notice addresses and that are not in the application yet, to complete what is typed. */
export async function bodiesToInvite(ctx: Ctx, applicationId: string): Promise<string[]> {
  const { partners, dossier } = await findOwnApplication(ctx, applicationId);
  const inside = new Set(present(partners).map(({ organisationId }) => organisationId));
  const kind = dossier.notice.content.onlyEts ? eq(organisations.kind, "ets") : undefined;
  const rows = await ctx.db.read.select({ id: organisations.id, name: organisations.name }).from(organisations).where(and(isNull(organisations.closedAt), kind)).orderBy(asc(organisations.name)).limit(500);
  return rows.filter(({ id }) => !inside.has(id)).map(({ name }) => name);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { organisations } from "~db/registry/schema";

/** The bodies that may be partners of an action of this body, by name. */
export async function partnerChoices(
  ctx: Pick<Ctx, "db">,
  organisationId: string,
): Promise<{ id: string; name: string }[]> {
  const rows = await ctx.db.read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(isNull(organisations.closedAt))
    .orderBy(asc(organisations.name));
  return rows.filter((row) => row.id !== organisationId);
}

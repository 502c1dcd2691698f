// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, isNull, ne, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { organisations } from "~db/registry/schema";

export type Namesake = { name: string; slug: string; fiscalCode: string | null };

/** Other open bodies with the very same name. Two bodies may have one name and two codes: whoever enters the second is warned, not stopped. */
export async function namesakesOf(ctx: Pick<Ctx, "db">, name: string, ownId = ""): Promise<Namesake[]> {
  const { name: named, slug, fiscalCode, id } = organisations;
  return ctx.db.read
    .select({ name: named, slug, fiscalCode })
    .from(organisations)
    .where(and(sql`lower(${named}) = lower(${name.trim()})`, ne(id, ownId), isNull(organisations.closedAt)))
    .orderBy(asc(slug))
    .limit(5);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { organisations } from "~db/registry/schema";

export type Organisation = typeof organisations.$inferSelect;

/** The body with this slug or id; `missing` when there is none. The registry of bodies is public. */
export async function findOrganisation(ctx: Pick<Ctx, "db">, slugOrId: string): Promise<Organisation> {
  const found = one(
    await ctx.db.read
      .select()
      .from(organisations)
      .where(or(eq(organisations.slug, slugOrId), eq(organisations.id, slugOrId))),
  );
  if (!found) throw problem("missing");
  return found;
}

/** The bodies with these ids, by id; ids that are nobody's are left out. */
export async function organisationsByIds(ctx: Pick<Ctx, "db">, ids: readonly (string | null | undefined)[]): Promise<Map<string, Organisation>> {
  const wanted = [...new Set(ids.filter((id): id is string => typeof id === "string"))];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db.read.select().from(organisations).where(inArray(organisations.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The body in activity that has this fiscal code, if there is one. */
export async function bodyWithCode(ctx: Pick<Ctx, "db">, fiscalCode: string): Promise<Organisation | undefined> {
  return one(await ctx.db.read.select().from(organisations).where(and(eq(organisations.fiscalCode, fiscalCode), isNull(organisations.closedAt))));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { organisations } from "~db/registry/schema";
import type { BodyStanding } from "./enrolment";

/**
 * Of some bodies, those that are no longer in the RUNTS, by their id: for whatever shows a body where it sits. Public, as on its own page: that it
 * is so and since when, never why.
 */
export async function warnedAmong(ctx: Pick<Ctx, "db">, ids: readonly (string | null | undefined)[]): Promise<Record<string, BodyStanding>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return {};
  const rows = await ctx.db.read
    .select({ id: organisations.id, kind: organisations.kind, enrolment: organisations.enrolment, enrolmentFrom: organisations.enrolmentFrom })
    .from(organisations)
    .where(and(eq(organisations.kind, "ets"), inArray(organisations.enrolment, ["cancelled", "not_found"]), inArray(organisations.id, wanted)));
  return Object.fromEntries(rows.map(({ id, ...standing }) => [id, standing]));
}

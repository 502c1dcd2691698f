// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { inForce } from "~/web/time";
import { persons } from "~db/identity/schema";
import { affiliations } from "~db/registry/schema";
import { mandates } from "~db/tables/schema";

/** Every mandate of a seat, the newest first; `held` is false when the affiliation under it has ended. For those who manage the seat. */
export async function mandatesOf(ctx: Pick<Ctx, "db" | "now">, seatId: string) {
  const rows = await ctx.db.read
    .select({ mandate: mandates, affiliation: affiliations, personLabel: persons.label })
    .from(mandates)
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(eq(mandates.seatId, seatId))
    .orderBy(desc(mandates.validFrom), desc(mandates.id));
  return rows.map(({ mandate, affiliation, personLabel }) => ({
    mandateId: mandate.id,
    capacity: mandate.capacity,
    validFrom: mandate.validFrom,
    validTo: mandate.validTo,
    evidence: mandate.evidence,
    personLabel: personLabel === affiliation.roleLabel ? personLabel : `${personLabel}, ${affiliation.roleLabel}`,
    held: inForce(affiliation, ctx.now),
  }));
}

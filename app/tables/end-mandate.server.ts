// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { affiliations } from "~db/registry/schema";
import { mandates } from "~db/tables/schema";
import { findMandate } from "./find-seat.server";
import { manageMandates } from "./policy";
import { standingAt } from "./standing.server";

const EndInput = z.object({
  mandateId: z.string().min(1),
  /** Exclusive end; now, unless said otherwise. Never in the past. */
  at: z.date().optional(),
});

/** Ends a mandate: the person keeps their past and can do nothing new from that seat. Throws `conflict` when it had ended. */
export async function endMandate(ctx: Ctx, input: z.input<typeof EndInput>): Promise<{ tableSlug: string }> {
  const { mandateId, at = ctx.now } = parse(EndInput, input);
  if (at < ctx.now) throw problem("invalid", { fields: { at: "tables.notInThePast" } });
  return ctx.db.tx(async (db) => {
    const { mandate, seat, table } = await findMandate(db, mandateId);
    enforce(manageMandates(ctx.actor, table, await standingAt(db, ctx.actor, table.id, ctx.now), seat));
    if (mandate.validTo && mandate.validTo <= at) throw problem("conflict", { because: "tables.mandate.ended" });
    const held = one(await db.select({ personId: affiliations.personId }).from(affiliations).where(eq(affiliations.id, mandate.affiliationId)));
    await db.update(mandates).set({ validTo: at }).where(eq(mandates.id, mandateId));
    const { affiliationId, capacity } = mandate;
    await record(db, ctx, {
      act: "mandate.ended",
      subject: { kind: "table", id: table.id },
      data: { tableId: table.id, seatId: seat.id, mandateId, organisationId: seat.organisationId, affiliationId, personId: held?.personId, capacity, validTo: at },
    });
    return { tableSlug: table.slug };
  });
}

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
import { endAffiliation as policy } from "./policy";

const EndInput = z.object({
  affiliationId: z.string().min(1),
  reason: z.string().trim().min(3, { message: "registry.affiliation.reasonNeeded" }).max(500),
  /** Exclusive end; now, unless said otherwise. Never in the past: what was true stays true. */
  at: z.date().optional(),
});

/** Ends an affiliation: the person keeps their past and can do nothing new for the body. Throws `conflict` when it had ended. */
export async function endAffiliation(ctx: Ctx, input: FormData | z.input<typeof EndInput>): Promise<{ organisationId: string }> {
  const { affiliationId, reason, at = ctx.now } = parse(EndInput, input);
  if (at < ctx.now) throw problem("invalid", { fields: { at: "registry.affiliation.notInThePast" } });
  return ctx.db.tx(async (db) => {
    const held = one(await db.select().from(affiliations).where(eq(affiliations.id, affiliationId)));
    if (!held) throw problem("missing");
    enforce(policy(ctx.actor, held));
    if (held.validTo && held.validTo <= at) throw problem("conflict", { because: "registry.affiliation.ended" });
    await db.update(affiliations).set({ validTo: at, endedReason: reason }).where(eq(affiliations.id, affiliationId));
    const { personId, organisationId, capacity } = held;
    await record(db, ctx, {
      act: "affiliation.ended",
      subject: { kind: "organisation", id: organisationId },
      data: { affiliationId, personId, organisationId, capacity, validTo: at },
    });
    return { organisationId };
  });
}

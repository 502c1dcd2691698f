// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { findOrganisation } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { inForce } from "~/web/time";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { affiliations } from "~db/registry/schema";
import { joinRequests } from "~db/tables/schema";
import { findTable } from "./find-table.server";
import { mandatePerson } from "./give-mandate.server";
import { seatBody } from "./grant-seat.server";
import { answerRequest } from "./policy";
import { falls, holdAgainst } from "./rules/admission";
import { rulesOf } from "./rules/adopt-rules.server";
import { standingAt } from "./standing.server";

const AnswerInput = z
  .object({
    requestId: z.string().min(1),
    outcome: z.enum(["accepted", "refused"], { message: "tables.join.chooseOutcome" }),
    /** Why not, or on what ground; a refusal without it does not exist. */
    reason: z.string().trim().max(2000).default(""),
    role: z.enum(["member", "observer"]).default("member"),
    /** Whoever asked becomes the titular person of the seat. */
    titular: z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false),
  })
  .refine(({ outcome, reason }) => outcome === "accepted" || reason.length >= 10, { path: ["reason"], message: "tables.join.reasonNeeded" });

/**
 * Accepts a request to join (the body has its seat in the same transaction) or refuses it with a reason. Throws `conflict` when
 * the request was answered or withdrawn meanwhile.
 */
export async function answerJoinRequest(ctx: Ctx, input: z.input<typeof AnswerInput>): Promise<{ tableSlug: string; seatId: string | null }> {
  const { requestId, outcome, reason, role, titular } = parse(AnswerInput, input);
  return ctx.db.tx(async (db) => {
    const request = one(await db.select().from(joinRequests).where(eq(joinRequests.id, requestId)));
    if (!request) throw problem("missing");
    const table = await findTable(ctx, request.tableId);
    enforce(answerRequest(ctx.actor, table, await standingAt(db, ctx.actor, table.id, ctx.now)));
    if (request.outcome) throw problem("conflict", { because: `tables.join.was.${request.outcome}` });
    const { organisationId, tableId } = request;
    const ids = { tableId, requestId, organisationId };
    let seatId: string | null = null;
    if (outcome === "accepted") {
      const { rules } = await rulesOf(ctx, tableId, ctx.now, db);
      // the rules are the table's: who sets them aside says why, and the reason stays with the seat
      if (reason.length < 10 && falls(holdAgainst(rules, await findOrganisation(ctx, organisationId), ctx.now))) {
        throw problem("invalid", { fields: { reason: "tables.join.reasonAgainstRules" } });
      }
      const basis = reason || translate("it", "tables.join.basis");
      seatId = await seatBody(db, ctx, { tableId, organisationId, role, basis, validFrom: ctx.now, validTo: null, requestId });
      const asker = one(await db.select().from(affiliations).where(eq(affiliations.id, request.askedByAffiliationId)));
      if (titular && asker && inForce(asker, ctx.now) && asker.powers.includes("speak")) {
        const given = { affiliationId: asker.id, capacity: "titular" as const, validFrom: ctx.now, validTo: null, evidence: null };
        await mandatePerson(db, ctx, { id: seatId, tableId, organisationId }, given);
      }
    }
    await db
      .update(joinRequests)
      .set({ outcome, reason: reason || null, answeredAt: ctx.now, answeredByAffiliationId: ctx.actor?.affiliationId ?? null, seatId })
      .where(eq(joinRequests.id, requestId));
    await record(db, ctx, { act: `join.${outcome}`, subject: { kind: "table", id: tableId }, data: { ...ids, seatId } });
    return { tableSlug: table.slug, seatId };
  });
}

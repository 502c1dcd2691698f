// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNotNull, lt } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { procedures } from "~db/procedures/schema";
import { move, settle } from "./move.server";
import { mayManage } from "./policy";
import { factsOf, loadProcedure } from "./procedure-rows.server";

/** The steps an officer takes with a button. */
export const officeEvents = ["declare_deserted", "open_admissibility", "approve_admissions", "revoke"] as const;
export type OfficeEvent = (typeof officeEvents)[number];

/** Takes a step of the procedure; refused with the first thing that is missing. A revocation needs its reason. */
export async function advanceProcedure(ctx: Ctx, { procedureId, event, reason = null }: { procedureId: string; event: OfficeEvent; reason?: string | null }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const dossier = await loadProcedure(db, procedureId, ctx.now);
    enforce(mayManage(ctx.actor, dossier.procedure));
    const facts = await factsOf(db, dossier, { now: ctx.now, reason, objectivesExist: false });
    await move(db, ctx, dossier, { event, facts });
  });
}

/** Writes down every term that has passed. For the clock of the house; returns how many. The state on screen does not wait for it. */
export async function closeDueProcedures(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const due = await ctx.db.read
    .select({ id: procedures.id })
    .from(procedures)
    .where(and(eq(procedures.state, "published"), isNotNull(procedures.closesAt), lt(procedures.closesAt, ctx.now)));
  let closed = 0;
  for (const { id } of due) {
    const done = await ctx.db.tx(async (db) => settle(db, ctx, await loadProcedure(db, id, ctx.now)));
    if (done) closed += 1;
  }
  return closed;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq, inArray } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { applications, budgetCosts, budgetResources } from "~db/procedures/schema";
import { accepted, findOwnApplication } from "./application-rows.server";
import { type BudgetRows, readRows } from "./budget-form";
import { mayWorkOn } from "./policy";

/**
 * Saves the economic plan as typed. The lead writes every line, a partner those of its own body. It may be saved before
 * it balances; figures that cannot be read are refused. `version` is the one the person had before their eyes.
 */
export async function saveBudget(ctx: Ctx, { applicationId, version, rows }: { applicationId: string; version: number; rows: BudgetRows }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { application, partners, part, own } = await findOwnApplication(ctx, applicationId, db);
    enforce(mayWorkOn(ctx.actor, { part, state: application.state }));
    const editable = part?.role === "lead" ? accepted(partners).map(({ id }) => id) : [own.id];
    const { budget, fields } = readRows(rows, editable);
    if (Object.keys(fields).length > 0) throw problem("invalid", { fields });
    if (application.budgetVersion !== version) throw problem("conflict", { because: "procedures.budget.changedMeanwhile" });
    await db.delete(budgetCosts).where(inArray(budgetCosts.partnerId, editable));
    await db.delete(budgetResources).where(inArray(budgetResources.partnerId, editable));
    const place = (line: { partnerId: string }, i: number) => ({ ...line, id: newId(), applicationId, position: i });
    if (budget.costs.length > 0) await db.insert(budgetCosts).values(budget.costs.map((line, i) => ({ ...line, ...place(line, i) })));
    if (budget.resources.length > 0) await db.insert(budgetResources).values(budget.resources.map((line, i) => ({ ...line, ...place(line, i) })));
    await db.update(applications).set({ budgetVersion: version + 1 }).where(eq(applications.id, applicationId));
    await record(db, ctx, { act: "application.budgetSaved", subject: { kind: "application", id: applicationId }, data: { version: version + 1, partnerIds: editable } });
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { mappingCampaigns, mappingForms, workingTables } from "~db/tables/schema";
import { fillMapping, orderTables } from "../policy";
import { formsWhere, type MappingForm } from "./campaigns.server";
import { gapsOf, MappingAnswers, mappingFields } from "./mapping";

/** A form and its mapping; `missing` for whoever may neither fill nor read it. */
export async function findForm(ctx: Pick<Ctx, "db" | "actor">, id: string) {
  const form = one(await formsWhere(ctx, eq(mappingForms.id, id)));
  if (!form || (!orderTables(ctx.actor).ok && form.organisationId !== ctx.actor?.organisationId)) throw problem("missing");
  const campaign = one(await ctx.db.read.select().from(mappingCampaigns).where(eq(mappingCampaigns.id, form.campaignId)));
  if (!campaign) throw problem("missing");
  return { form, campaign };
}

const Names = z.object({ tableName: z.string().trim().max(160, "web.field.tooLong").optional().transform((name) => name ?? "") });

/**
 * Saves what an office writes about a table; with `send` it also goes back to who asked. Gaps do not stop it: the map shows them. A form
 * without a table needs at least its name, or the word that there is none.
 */
export async function fillForm(ctx: Ctx, id: string, input: FormData, send: boolean): Promise<MappingForm> {
  const actor = signedIn(ctx);
  const { form, campaign } = await findForm(ctx, id);
  enforce(fillMapping(actor, { organisationId: form.organisationId, returned: form.returnedAt !== null, closed: campaign.closedAt !== null }));
  const answers = parse(MappingAnswers, input);
  const tableName = form.tableId ? form.tableName : parse(Names, input).tableName;
  if (send && !form.tableId && tableName === "" && !answers.note) throw problem("invalid", { fields: { tableName: "tables.mappingForm.nameNeeded" } });
  await ctx.db.tx(async (db) => {
    await db
      .update(mappingForms)
      .set({ answers, tableName, savedAt: ctx.now, ...(send ? { returnedAt: ctx.now, returnedByPersonId: actor.personId } : {}) })
      .where(and(eq(mappingForms.id, id), isNull(mappingForms.returnedAt)));
    if (send) await record(db, ctx, { act: "mapping.returned", subject: { kind: "mapping", id: form.campaignId }, data: { formId: id, tableId: form.tableId, gaps: gapsOf(answers) } });
  });
  return { ...form, answers, tableName };
}

/** Another table that the office runs and the registry does not know: one more form. */
export async function addForm(ctx: Ctx, campaignId: string): Promise<{ formId: string }> {
  const actor = signedIn(ctx);
  const campaign = one(await ctx.db.read.select().from(mappingCampaigns).where(eq(mappingCampaigns.id, campaignId)));
  const asked = await formsWhere(ctx, eq(mappingForms.campaignId, campaignId));
  const own = asked.some(({ organisationId }) => organisationId === actor.organisationId);
  if (!campaign || !own || !actor.organisationId) throw problem("missing");
  enforce(fillMapping(actor, { organisationId: actor.organisationId, returned: false, closed: campaign.closedAt !== null }));
  const formId = newId();
  await ctx.db.tx((db) => db.insert(mappingForms).values({ id: formId, campaignId, organisationId: actor.organisationId as string, tableId: null, tableName: "", answers: null }));
  return { formId };
}

/**
 * Brings what a form says to the page of its table: the fields it fills in, and the formal status as one more source beside those that are
 * there. What the table's page says and the form leaves empty stays.
 */
export async function applyForm(ctx: Ctx, id: string): Promise<void> {
  enforce(orderTables(ctx.actor));
  const { form } = await findForm(ctx, id);
  const { answers, tableId } = form;
  if (!form.returnedAt || !answers || !tableId) throw problem("conflict", { because: "tables.mappingForm.notReturned" });
  await ctx.db.tx(async (db) => {
    const table = one(await db.select().from(workingTables).where(eq(workingTables.id, tableId)));
    if (!table) throw problem("missing");
    const next: Partial<typeof workingTables.$inferInsert> = {};
    for (const field of mappingFields) if (answers[field] && answers[field] !== table[field]) next[field] = answers[field];
    const source = `Mappatura, ${form.organisationName}`;
    if (answers.status) {
      const said = { status: answers.status, source, ...(answers.act ? { act: answers.act } : {}) };
      next.statusSources = [...table.statusSources.filter((known) => known.source !== source), said];
    }
    if (Object.keys(next).length > 0) await db.update(workingTables).set(next).where(eq(workingTables.id, tableId));
    await db.update(mappingForms).set({ appliedAt: ctx.now }).where(eq(mappingForms.id, id));
    await record(db, ctx, { act: "table.changed", subject: { kind: "table", id: tableId }, data: { tableId, formId: id, changed: Object.keys(next) } });
  });
}

/** Ends a mapping: forms not sent back stay as gaps. */
export async function closeCampaign(ctx: Ctx, campaignId: string): Promise<void> {
  enforce(orderTables(ctx.actor));
  await ctx.db.tx(async (db) => {
    const closed = await db.update(mappingCampaigns).set({ closedAt: ctx.now }).where(and(eq(mappingCampaigns.id, campaignId), isNull(mappingCampaigns.closedAt))).returning({ id: mappingCampaigns.id });
    if (closed.length === 0) throw problem("conflict", { because: "tables.mappingForm.campaignClosed" });
    await record(db, ctx, { act: "mapping.closed", subject: { kind: "mapping", id: campaignId } });
  });
}

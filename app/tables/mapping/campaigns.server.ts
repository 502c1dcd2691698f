// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { can } from "~/identity";
import { isCityOffice } from "~/registry";
import { managersOf, organisationsByIds } from "~/registry/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDate, parseRomeDay } from "~/web/time";
import type { Waiting } from "~/web/waiting";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import { mappingCampaigns, mappingForms, workingTables } from "~db/tables/schema";
import { orderTables } from "../policy";
import { MappingAnswers } from "./mapping";

export type Campaign = typeof mappingCampaigns.$inferSelect;
export type MappingForm = Omit<typeof mappingForms.$inferSelect, "answers"> & { answers: MappingAnswers | null; organisationName: string; tableSlug: string | null };

const CampaignInput = z.object({
  title: z.string().trim().min(5, "web.field.required").max(160, "web.field.tooLong"),
  due: z.string().transform((day, check) => {
    const at = parseRomeDay(day);
    if (!at) check.addIssue({ code: "custom", message: "tables.mappingForm.dueNeeded" });
    return at ?? new Date(0);
  }),
  dormantMonths: z.coerce.number("tables.rules.number").int("tables.rules.number").min(1, "tables.rules.number").max(36, "tables.rules.tooMany"),
  offices: z.array(z.string()).min(1, "tables.mappingForm.chooseOffices"),
});

/** Opens a mapping: each office asked gets a form for each table it answers for, and a letter. An office without tables gets an empty one. */
export async function openCampaign(ctx: Ctx, form: FormData | z.input<typeof CampaignInput>): Promise<{ campaignId: string }> {
  enforce(orderTables(ctx.actor));
  const { offices, due, title, dormantMonths } = parse(CampaignInput, form);
  if (due <= ctx.now) throw problem("invalid", { fields: { due: "tables.mappingForm.dueAhead" } });
  return ctx.db.tx(async (db) => {
    const campaignId = newId();
    await db.insert(mappingCampaigns).values({ id: campaignId, title, opensAt: ctx.now, due, dormantMonths });
    const known = await db.select().from(workingTables).where(and(isNull(workingTables.closedAt), inArray(workingTables.ownerOrganisationId, offices)));
    for (const organisationId of offices) {
      const own = known.filter(({ ownerOrganisationId }) => ownerOrganisationId === organisationId);
      for (const table of own) await db.insert(mappingForms).values({ id: newId(), campaignId, organisationId, tableId: table.id, tableName: table.name, answers: null });
      if (own.length === 0) await db.insert(mappingForms).values({ id: newId(), campaignId, organisationId, tableId: null, tableName: "", answers: null });
    }
    await tell(db, ctx, offices, { title, due, campaignId });
    await record(db, ctx, { act: "mapping.opened", subject: { kind: "mapping", id: campaignId }, data: { campaignId, offices, due } });
    return { campaignId };
  });
}

async function tell(db: Db, ctx: Ctx, offices: string[], { title, due, campaignId }: { title: string; due: Date; campaignId: string }): Promise<void> {
  const managers = await managersOf(db, ctx.now, offices);
  const ids = [...new Set([...managers.values()].flat())];
  const people = ids.length === 0 ? [] : await db.select().from(persons).where(and(inArray(persons.id, ids), isNull(persons.closedAt)));
  for (const { email, locale } of people) {
    const values = { title, until: formatDate(due, locale), link: absolute(paths.mapping(campaignId)) };
    await enqueueLetter(db, ctx, letterFrom("tables.letter.mapping", { to: email, locale, values }));
  }
}

/** The offices that can be asked: directorates, districts and whoever else answers for a table. */
export async function officesToAsk(ctx: Pick<Ctx, "db">): Promise<{ id: string; name: string; tables: number }[]> {
  const bodies = await ctx.db.read.select().from(organisations).where(isNull(organisations.closedAt)).orderBy(asc(organisations.name));
  const tables = await ctx.db.read.select({ owner: workingTables.ownerOrganisationId }).from(workingTables).where(isNull(workingTables.closedAt));
  const count = (id: string) => tables.filter(({ owner }) => owner === id).length;
  return bodies.filter((body) => isCityOffice(body.kind) || count(body.id) > 0).map(({ id, name }) => ({ id, name, tables: count(id) }));
}

/** Every mapping, newest first. For who orders the tables and for the offices that were asked. */
export async function listCampaigns(ctx: Pick<Ctx, "db" | "actor">): Promise<Campaign[]> {
  const rows = await ctx.db.read.select().from(mappingCampaigns).orderBy(desc(mappingCampaigns.opensAt));
  if (orderTables(ctx.actor).ok) return rows;
  if (!ctx.actor?.organisationId) throw problem("missing");
  const own = await ctx.db.read.select({ id: mappingForms.campaignId }).from(mappingForms).where(eq(mappingForms.organisationId, ctx.actor.organisationId));
  return rows.filter(({ id }) => own.some((form) => form.id === id));
}

/** A mapping with the forms that the viewer may see: all, or those of their own office. `missing` for anybody else. */
export async function findCampaign(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<{ campaign: Campaign; forms: MappingForm[]; all: boolean }> {
  const campaign = one(await ctx.db.read.select().from(mappingCampaigns).where(eq(mappingCampaigns.id, id)));
  if (!campaign) throw problem("missing");
  const all = orderTables(ctx.actor).ok;
  const forms = (await formsWhere(ctx, eq(mappingForms.campaignId, id))).filter(({ organisationId }) => all || organisationId === ctx.actor?.organisationId);
  if (!all && forms.length === 0) throw problem("missing");
  return { campaign, forms, all };
}

/** Forms with the names of their office and table. */
export async function formsWhere(ctx: Pick<Ctx, "db">, condition: ReturnType<typeof eq>): Promise<MappingForm[]> {
  const rows = await ctx.db.read
    .select({ form: mappingForms, slug: workingTables.slug })
    .from(mappingForms)
    .leftJoin(workingTables, eq(workingTables.id, mappingForms.tableId))
    .where(condition)
    .orderBy(asc(mappingForms.tableName));
  const bodies = await organisationsByIds(ctx, rows.map(({ form }) => form.organisationId));
  return rows.map(({ form, slug }) => ({ ...form, answers: form.answers as MappingAnswers | null, organisationName: bodies.get(form.organisationId)?.name ?? "", tableSlug: slug }));
}

/** The forms still to be sent back by the office of the viewer. */
export async function mappingWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor } = ctx;
  if (!actor?.organisationId || !(can(actor, "write") || can(actor, "manage_tables"))) return [];
  const rows = await ctx.db.read
    .select({ form: mappingForms, due: mappingCampaigns.due, title: mappingCampaigns.title })
    .from(mappingForms)
    .innerJoin(mappingCampaigns, eq(mappingCampaigns.id, mappingForms.campaignId))
    .where(and(eq(mappingForms.organisationId, actor.organisationId), isNull(mappingForms.returnedAt), isNull(mappingCampaigns.closedAt)));
  return rows.map(({ form, due, title }) => ({ id: `mapping-${form.id}`, says: form.tableName ? "tables.mappingForm.waiting" : "tables.mappingForm.waitingOffice", values: { table: form.tableName, title }, to: paths.mappingForm(form.id), due }));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { tableRules } from "~db/tables/schema";
import { findTable } from "../find-table.server";
import { adoptRules as mayAdopt } from "../policy";
import { standingAt } from "../standing.server";
import { customaryRules, type RuleName, ruleNames, TableRules } from "./rules";

const Adoption = z.object({
  /** The act, session or agreement with which the table adopted them. */
  act: z.string().trim().min(3, "tables.rules.actNeeded").max(300, "web.field.tooLong"),
  /** The version that the form was filled from: somebody else may have adopted another meanwhile. */
  version: z.coerce.number().int().min(0),
});

export type RulesVersion = { version: number; rules: TableRules; act: string | null; from: Date | null; adopted: boolean };

/** The rules of a table in force at an instant; those of common practice (`adopted: false`) where it has none. */
export async function rulesOf(ctx: Pick<Ctx, "db">, tableId: string, at: Date, db: Db = ctx.db.read): Promise<RulesVersion> {
  const found = (await versionsOf(ctx, tableId, db)).find(({ from }) => from !== null && from <= at);
  return found ?? { version: 0, rules: customaryRules, act: null, from: null, adopted: false };
}

/** Every version of the rules that a table adopted, newest first. */
export async function versionsOf(ctx: Pick<Ctx, "db">, tableId: string, db: Db = ctx.db.read): Promise<RulesVersion[]> {
  const rows = await db.select().from(tableRules).where(eq(tableRules.tableId, tableId)).orderBy(desc(tableRules.version));
  return rows.map(({ version, rules, act, from }) => ({ version, rules: { ...customaryRules, ...(rules as TableRules) }, act, from, adopted: true }));
}

/** Adopts new rules, in force from now, as an act that says with what they were decided. Earlier versions stay readable. */
export async function adoptRules(ctx: Ctx, slug: string, form: FormData | Record<string, unknown>): Promise<void> {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, slug);
  enforce(mayAdopt(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  const rules = parse(TableRules, withArticles(form));
  const { act, version } = parse(Adoption, form);
  await ctx.db.tx(async (db) => {
    const last = one(await versionsOf(ctx, table.id, db))?.version ?? 0;
    if (last !== version) throw problem("conflict", { because: "tables.rules.changedMeanwhile" });
    const row = { id: newId(), tableId: table.id, version: version + 1, rules, act, from: ctx.now, byPersonId: actor.personId, byOrganisationId: actor.organisationId };
    await db.insert(tableRules).values(row);
    await record(db, ctx, { act: "rules.adopted", subject: { kind: "table", id: table.id }, data: { tableId: table.id, version: row.version, rules, by: act } });
  });
}

/** A form sends the articles as `article-notice` and so on. */
function withArticles(form: FormData | Record<string, unknown>): Record<string, unknown> {
  if (!(form instanceof FormData)) return form;
  const articles: Partial<Record<RuleName, string>> = {};
  for (const name of ruleNames) {
    const article = form.get(`article-${name}`);
    if (typeof article === "string" && article.trim() !== "") articles[name] = article;
  }
  const plain = Object.fromEntries([...form.keys()].map((key) => (key.endsWith("[]") ? [key.slice(0, -2), form.getAll(key)] : [key, form.get(key)])));
  return { ...plain, articles };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, count, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import type { Waiting } from "~/web/waiting";
import { paths } from "~/web/paths";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { organisations, registryChecks } from "~db/registry/schema";
import { keepRegistry } from "../policy";
import { checkDue } from "./enrolment";

const PER_PAGE = 20;
const CHECK_EVERY_MS = 180 * 86_400_000;

const dueAt = (now: Date) =>
  and(eq(organisations.kind, "ets"), isNull(organisations.closedAt), or(isNull(organisations.checkedAt), lt(organisations.checkedAt, new Date(now.getTime() - CHECK_EVERY_MS))));

/** The bodies to be looked up again in the RUNTS, longest unseen first. For who keeps the registry. */
export async function dueChecks(ctx: Pick<Ctx, "db" | "actor" | "now">, page: number) {
  enforce(keepRegistry(ctx.actor));
  const total = one(await ctx.db.read.select({ n: count() }).from(organisations).where(dueAt(ctx.now)))?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const here = Math.min(page, pages);
  const rows = await ctx.db.read
    .select()
    .from(organisations)
    .where(dueAt(ctx.now))
    // never looked up comes first on either engine
    .orderBy(asc(sql`case when ${organisations.checkedAt} is null then 0 else 1 end`), asc(organisations.checkedAt), asc(organisations.name))
    .limit(PER_PAGE)
    .offset((here - 1) * PER_PAGE);
  return { total, page: here, pages, rows: rows.map((body) => ({ ...body, due: checkDue(body) })) };
}

/** The bodies that are no longer, or not found, in the RUNTS. */
export async function notEnrolled(ctx: Pick<Ctx, "db" | "actor">) {
  enforce(keepRegistry(ctx.actor));
  return ctx.db.read
    .select()
    .from(organisations)
    .where(and(isNull(organisations.closedAt), or(eq(organisations.enrolment, "cancelled"), eq(organisations.enrolment, "not_found"))))
    .orderBy(desc(organisations.enrolmentFrom));
}

/** Each time a body was looked up, newest first. For who keeps the registry and the body itself (the caller has checked). */
export async function checksOf(ctx: Pick<Ctx, "db">, organisationId: string) {
  return ctx.db.read
    .select({ check: registryChecks, by: persons.label })
    .from(registryChecks)
    .innerJoin(persons, eq(persons.id, registryChecks.byPersonId))
    .where(eq(registryChecks.organisationId, organisationId))
    .orderBy(desc(registryChecks.at))
    .limit(20);
}

/** One line on the desk of the registry, when bodies are due. */
export async function checksWaiting(ctx: Ctx): Promise<Waiting[]> {
  if (!keepRegistry(ctx.actor).ok || ctx.actor?.administrator) return [];
  const n = one(await ctx.db.read.select({ n: count() }).from(organisations).where(dueAt(ctx.now)))?.n ?? 0;
  return n === 0 ? [] : [{ id: "registry-checks", says: "registry.checks.waiting", values: { count: n }, to: paths.registryChecks(), due: null }];
}

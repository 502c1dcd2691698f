// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, count, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "~/web/context";
import { one } from "~db/client.server";
import { organisations } from "~db/registry/schema";
import { organisationKinds } from "./categories";
import type { Organisation } from "./find-organisation.server";
import { normaliseCode } from "./fiscal-code";
import { etsCategories, runtsSections } from "./runts";

export const ORGANISATIONS_PER_PAGE = 20;

const absent = { catch: undefined };
/** The filters of the list as they stand in the address; what is not understood is ignored. */
export const OrganisationFilters = z.object({
  testo: z.string().trim().max(100).optional().catch(absent.catch),
  tipo: z.enum(organisationKinds).optional().catch(absent.catch),
  categoria: z.enum(etsCategories).optional().catch(absent.catch),
  sezione: z.enum(runtsSections).optional().catch(absent.catch),
  municipio: z.coerce.number().int().min(1).max(9).optional().catch(absent.catch),
  scala: z.enum(["city", "district"]).optional().catch(absent.catch),
  tavolo: z.string().max(100).optional().catch(absent.catch),
  pagina: z.coerce.number().int().min(1).max(10_000).optional().catch(absent.catch),
});
export type OrganisationFilters = z.infer<typeof OrganisationFilters>;

export type OrganisationPage = { rows: Organisation[]; total: number; page: number; pages: number };

/**
 * A page of the bodies that match, by name. `among` limits them to the given ids (for instance those of a table).
 * A body that has ceased is left out.
 */
export async function findOrganisations(ctx: Pick<Ctx, "db">, filters: OrganisationFilters, among?: readonly string[]): Promise<OrganisationPage> {
  if (among?.length === 0) return { rows: [], total: 0, page: 1, pages: 1 };
  const where = and(...conditions(filters), ...(among ? [inArray(organisations.id, [...among])] : []));
  const total = one(await ctx.db.read.select({ n: count() }).from(organisations).where(where))?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / ORGANISATIONS_PER_PAGE));
  const page = Math.min(filters.pagina ?? 1, pages);
  const rows = await ctx.db.read
    .select()
    .from(organisations)
    .where(where)
    .orderBy(asc(sql`lower(${organisations.name})`), asc(organisations.id))
    .limit(ORGANISATIONS_PER_PAGE)
    .offset((page - 1) * ORGANISATIONS_PER_PAGE);
  return { rows, total, page, pages };
}

/** How many bodies of each kind there are. */
export async function countByKind(ctx: Pick<Ctx, "db">): Promise<Record<string, number>> {
  const rows = await ctx.db.read
    .select({ kind: organisations.kind, n: count() })
    .from(organisations)
    .where(isNull(organisations.closedAt))
    .groupBy(organisations.kind);
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

/** Every body that has not ceased, by name: for choosing one from a list. */
export async function listOrganisations(ctx: Pick<Ctx, "db">): Promise<{ id: string; slug: string; name: string; kind: string }[]> {
  return ctx.db.read
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name, kind: organisations.kind })
    .from(organisations)
    .where(isNull(organisations.closedAt))
    .orderBy(asc(sql`lower(${organisations.name})`));
}

function conditions(filters: OrganisationFilters): SQL[] {
  const found: (SQL | undefined)[] = [isNull(organisations.closedAt)];
  if (filters.testo) found.push(matches(filters.testo));
  if (filters.tipo) found.push(eq(organisations.kind, filters.tipo));
  if (filters.categoria) found.push(eq(organisations.etsCategory, filters.categoria));
  if (filters.sezione) found.push(eq(organisations.runtsSection, filters.sezione));
  // Municipi have one digit and no other digit stands in the territory: text search is exact on both engines
  if (filters.municipio) found.push(sql`cast(${organisations.territory} as text) like ${`%districts%${filters.municipio}%`}`);
  if (filters.scala) found.push(sql`cast(${organisations.territory} as text) like ${`%"${filters.scala}"%`}`);
  return found.filter((condition): condition is SQL => condition !== undefined);
}

/** So many digits in one word are a code: only the codes are looked up, each through its index. */
const LIKE_A_CODE = /^\S*(?:\d\S*){5}$/;

/** Every word stands in the name or purpose, or the whole is one of the body's codes. */
function matches(text: string): SQL | undefined {
  const code = normaliseCode(text);
  const codes = [eq(organisations.fiscalCode, code), eq(organisations.vatNumber, code), eq(organisations.runtsNumber, code), eq(organisations.ipaCode, text.toLowerCase())];
  if (LIKE_A_CODE.test(text)) return or(...codes);
  const words = text.toLowerCase().split(/\s+/).slice(0, 8);
  const everyWord = words.map((word) => {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    return sql`(lower(${organisations.name}) like ${pattern} escape '\\' or lower(coalesce(${organisations.purpose}, '')) like ${pattern} escape '\\')`;
  });
  return or(and(...everyWord), ...codes);
}

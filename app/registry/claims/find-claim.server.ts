// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, isNull, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import type { Waiting } from "~/web/waiting";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { claims, organisations } from "~db/registry/schema";
import { answerClaim, keepRegistry } from "../policy";

type Row = typeof claims.$inferSelect;
export type Claim = Row & { bodyName: string; bodySlug: string | null; personLabel: string; email: string };

const from = (ctx: Pick<Ctx, "db">) =>
  ctx.db.read
    .select({ claim: claims, bodyName: organisations.name, bodySlug: organisations.slug, personLabel: persons.label, email: persons.email })
    .from(claims)
    .innerJoin(persons, eq(persons.id, claims.personId))
    .leftJoin(organisations, eq(organisations.id, claims.organisationId));

type Joined = Awaited<ReturnType<typeof from>>[number];

const told = ({ claim, bodyName, ...rest }: Joined): Claim => ({ ...claim, bodyName: bodyName ?? String(claim.data?.name ?? ""), ...rest });

/** A request to speak for a body; `missing` for anybody but the person who asked and those who may answer. */
export async function findClaim(ctx: Pick<Ctx, "db" | "actor">, id: string): Promise<Claim> {
  const found = one(await from(ctx).where(eq(claims.id, id)));
  if (!found) throw problem("missing");
  const claim = told(found);
  if (claim.personId !== ctx.actor?.personId && !answerClaim(ctx.actor, claim).ok) throw problem("missing");
  return claim;
}

/** The requests that the viewer answers: all of them for the registry, those for their own body otherwise. */
export async function claimsToAnswer(ctx: Pick<Ctx, "db" | "actor">, open: boolean): Promise<Claim[]> {
  const all = keepRegistry(ctx.actor).ok;
  if (!all) enforce(answerClaim(ctx.actor, { organisationId: ctx.actor?.organisationId ?? null }));
  const rows = await from(ctx)
    .where(and(open ? isNull(claims.outcome) : undefined, all ? undefined : eq(claims.organisationId, ctx.actor?.organisationId ?? "")))
    .orderBy(open ? asc(claims.askedAt) : desc(claims.askedAt))
    .limit(200);
  return rows.map(told);
}

/** The requests of the person signed in. */
export async function ownClaims(ctx: Pick<Ctx, "db" | "actor">): Promise<Claim[]> {
  if (!ctx.actor) return [];
  return (await from(ctx).where(eq(claims.personId, ctx.actor.personId)).orderBy(desc(claims.askedAt))).map(told);
}

/** Requests to answer, one line each, on the desk of the registry and of who manages the body. */
export async function claimsWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor } = ctx;
  if (!actor || actor.administrator) return [];
  const registry = keepRegistry(actor).ok;
  if (!registry && !(actor.organisationId && answerClaim(actor, { organisationId: actor.organisationId }).ok)) return [];
  const mine = registry ? or(isNull(claims.organisationId), eq(claims.organisationId, actor.organisationId ?? "")) : eq(claims.organisationId, actor.organisationId ?? "");
  const rows = (await from(ctx).where(and(isNull(claims.outcome), mine)).orderBy(asc(claims.askedAt)).limit(20)).map(told);
  return rows.map((claim) => ({ id: `claim-${claim.id}`, says: "registry.claims.waiting", values: { body: claim.bodyName }, to: paths.claim(claim.id), due: null }));
}

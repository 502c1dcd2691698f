// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { claims, organisations } from "~db/registry/schema";
import { beginAffiliation } from "../affiliate-person.server";
import { settleActs } from "../delegations/keep-act.server";
import { slugOf } from "../organisation";
import { answerClaim as mayAnswer, withdrawClaim as mayWithdraw } from "../policy";
import { freeSlug } from "../register-organisation.server";
import { type ClaimCapacity, powersOfCapacity } from "./claim";
import { type Claim, findClaim } from "./find-claim.server";

const Answer = z
  .object({ outcome: z.enum(["accepted", "refused"], { message: "registry.claims.chooseOutcome" }), reason: z.string().trim().max(1000).default("") })
  .refine(({ outcome, reason }) => outcome === "accepted" || reason !== "", { path: ["reason"], message: "registry.claims.reasonNeeded" });

/**
 * Accepts or refuses a request to speak for a body. Accepting enters a new body in the registry, as declared by itself, and gives the person
 * the powers of the quality they asked for. A refusal needs a reason. The person is told by letter.
 */
export async function answerClaim(ctx: Ctx, claimId: string, form: FormData | z.input<typeof Answer>): Promise<void> {
  const claim = await findClaim(ctx, claimId);
  enforce(mayAnswer(ctx.actor, claim));
  const { outcome, reason } = parse(Answer, form);
  await ctx.db.tx(async (db) => {
    await close(db, ctx, claim, outcome, reason || null);
    const organisationId = outcome === "accepted" ? await begin(db, ctx, claim) : claim.organisationId;
    await record(db, ctx, { act: `claim.${outcome}`, subject: { kind: "claim", id: claim.id }, data: { claimId: claim.id, organisationId, personId: claim.personId } });
    const person = one(await db.select().from(persons).where(eq(persons.id, claim.personId)));
    if (!person) return;
    const values = { body: claim.bodyName, reason, link: absolute(outcome === "accepted" ? paths.desk() : paths.claim(claim.id)) };
    await enqueueLetter(db, ctx, letterFrom(`registry.letter.claim.${outcome}`, { to: person.email, locale: person.locale, values }));
  });
}

/** The person takes their own request back. */
export async function withdrawClaim(ctx: Ctx, claimId: string): Promise<void> {
  const claim = await findClaim(ctx, claimId);
  enforce(mayWithdraw(ctx.actor, claim));
  await ctx.db.tx(async (db) => {
    await close(db, ctx, claim, "withdrawn", null);
    await record(db, ctx, { act: "claim.withdrawn", subject: { kind: "claim", id: claim.id }, data: { claimId: claim.id, organisationId: claim.organisationId } });
  });
}

async function close(db: Db, ctx: Ctx, claim: Claim, outcome: "accepted" | "refused" | "withdrawn", reason: string | null): Promise<void> {
  const closed = await db
    .update(claims)
    .set({ outcome, reason, answeredAt: ctx.now, answeredByPersonId: signedIn(ctx).personId })
    .where(and(eq(claims.id, claim.id), isNull(claims.outcome)))
    .returning({ id: claims.id });
  if (closed.length === 0) throw problem("conflict", { because: "registry.claims.answered" });
}

async function begin(db: Db, ctx: Ctx, claim: Claim): Promise<string> {
  const organisationId = claim.organisationId ?? (await enter(db, ctx, claim));
  const capacity = claim.capacity as ClaimCapacity;
  const { personId, roleLabel, evidence } = claim;
  const { affiliationId } = await beginAffiliation(db, ctx, { personId, organisationId, capacity, powers: [...powersOfCapacity[capacity]], roleLabel, evidence: evidence.slice(0, 500) });
  await settleActs(db, ctx, claim.id, { organisationId, affiliationId });
  return organisationId;
}

/** The body as it was described; or the one that has its code by now, if somebody entered it meanwhile. */
async function enter(db: Db, ctx: Ctx, claim: Claim): Promise<string> {
  const { name = "", kind = "ets" } = (claim.data ?? {}) as { name?: string; kind?: string };
  const meanwhile = one(await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.fiscalCode, claim.fiscalCode ?? "")));
  if (meanwhile) return meanwhile.id;
  const id = newId();
  const slug = await freeSlug(db, slugOf(name));
  const territory = { scale: "city" as const, districts: [] };
  await db.insert(organisations).values({ id, slug, name, kind, fiscalCode: claim.fiscalCode, art5Letters: [], territory, source: "self_declared", createdAt: ctx.now });
  await record(db, ctx, { act: "organisation.registered", subject: { kind: "organisation", id }, data: { organisationId: id, kind, source: "self_declared", claimId: claim.id } });
  await db.update(claims).set({ organisationId: id }).where(eq(claims.id, claim.id));
  return id;
}

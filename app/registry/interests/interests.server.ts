// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { interests, organisations } from "~db/registry/schema";
import { findOrganisation } from "../find-organisation.server";
import { declareInterest as mayDeclare, readInterests } from "../policy";

/** Whose the interest is: the body's, or of the person who declares it. */
export const holders = ["body", "person"] as const;

const InterestInput = z.object({
  holder: z.enum(holders, { message: "registry.interests.chooseHolder" }),
  what: z.string().trim().min(10, "registry.interests.whatNeeded").max(1000, "web.field.tooLong"),
});

export type Interest = { id: string; organisationId: string; body: string; holder: (typeof holders)[number]; person: string; what: string; declaredAt: Date; endedAt: Date | null };

/**
 * Enters in the register an interest of the body, or of the person who speaks for it, that may matter at a table (art. 6-bis L. 241/1990 and
 * the duty that participants accept at entry). It stays with the body, the registry and whoever coordinates a table where the body sits.
 */
export async function declareInterest(ctx: Ctx, slug: string, form: FormData | z.input<typeof InterestInput>): Promise<{ interestId: string }> {
  const { personId } = signedIn(ctx);
  const body = await findOrganisation(ctx, slug);
  enforce(mayDeclare(ctx.actor, body));
  const { holder, what } = parse(InterestInput, form);
  const interestId = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(interests).values({ id: interestId, organisationId: body.id, personId, holder, what, declaredAt: ctx.now });
    await record(db, ctx, { act: "interest.declared", subject: { kind: "organisation", id: body.id }, data: { organisationId: body.id, interestId, holder } });
  });
  return { interestId };
}

/** Says that an interest is over: it stays in the register with its dates. */
export async function endInterest(ctx: Ctx, slug: string, interestId: string): Promise<void> {
  const body = await findOrganisation(ctx, slug);
  enforce(mayDeclare(ctx.actor, body));
  await ctx.db.tx(async (db) => {
    const over = await db
      .update(interests)
      .set({ endedAt: ctx.now })
      .where(and(eq(interests.id, interestId), eq(interests.organisationId, body.id), isNull(interests.endedAt)))
      .returning({ id: interests.id });
    if (over.length === 0) throw problem("missing");
    await record(db, ctx, { act: "interest.ended", subject: { kind: "organisation", id: body.id }, data: { organisationId: body.id, interestId } });
  });
}

/** The register of a body, what is over included, newest first. For the body itself and the registry. */
export async function interestsOf(ctx: Pick<Ctx, "db" | "actor" | "now">, body: { id: string }): Promise<Interest[]> {
  enforce(readInterests(ctx.actor, body));
  return rowsOf(ctx, [body.id], true);
}

/** The interests in force of some bodies, for a page whose caller has checked that the viewer coordinates a table where they sit. */
export async function interestsInForce(ctx: Pick<Ctx, "db" | "now">, organisationIds: string[]): Promise<Interest[]> {
  return organisationIds.length === 0 ? [] : rowsOf(ctx, organisationIds, false);
}

/** What the viewer's own body has in the register now: shown beside the form in which a session asks for declarations. */
export async function ownInterests(ctx: Pick<Ctx, "db" | "actor" | "now">): Promise<Interest[]> {
  const { actor } = ctx;
  if (!actor?.organisationId) return [];
  return rowsOf(ctx, [actor.organisationId], false);
}

async function rowsOf(ctx: Pick<Ctx, "db" | "now">, organisationIds: string[], over: boolean): Promise<Interest[]> {
  const rows = await ctx.db.read
    .select({ row: interests, body: organisations.name, person: persons.label })
    .from(interests)
    .innerJoin(organisations, eq(organisations.id, interests.organisationId))
    .innerJoin(persons, eq(persons.id, interests.personId))
    .where(and(inArray(interests.organisationId, organisationIds), over ? undefined : or(isNull(interests.endedAt), gt(interests.endedAt, ctx.now))))
    .orderBy(desc(interests.declaredAt), desc(interests.id));
  return rows.map(({ row: { id, organisationId, holder, what, declaredAt, endedAt }, body, person }) => ({ id, organisationId, body, holder, person, what, declaredAt, endedAt }));
}

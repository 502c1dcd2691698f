// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Capacity, Power } from "~/identity";
import { emailOf, type EmailToken, findToken } from "~/identity/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import type { Waiting } from "~/web/waiting";
import { paths } from "~/web/paths";
import { one } from "~db/client.server";
import { emailTokens, persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import { findOrganisation, type Organisation } from "../find-organisation.server";

export type FoundInvitation = {
  token: EmailToken;
  body: Organisation;
  offer: { capacity: Capacity; powers: Power[]; roleLabel: string };
  /** The account of the invited address, if it has one: then only that person accepts. */
  account: { id: string; label: string } | null;
};

const open = (now: Date) => and(eq(emailTokens.kind, "invitation"), isNull(emailTokens.usedAt), gt(emailTokens.expiresAt, now));

/**
 * An invitation that can still be accepted, by the secret of its link; or by its id, for the person signed in with the
 * invited address. Anything else is `missing`, without saying why.
 */
export async function findInvitation(ctx: Ctx, key: string): Promise<FoundInvitation> {
  const token = (await own(ctx, key)) ?? (await findToken(ctx, "invitation", key));
  const body = await findOrganisation(ctx, token.organisationId ?? "");
  if (body.closedAt) throw problem("missing", { because: "identity.link.spent" });
  const account = one(await ctx.db.read.select().from(persons).where(eq(persons.email, token.email)));
  const offer = { capacity: token.capacity as Capacity, powers: (token.powers ?? []) as Power[], roleLabel: token.label ?? "" };
  return { token, body, offer, account: account ? { id: account.id, label: account.label } : null };
}

async function own(ctx: Ctx, id: string): Promise<EmailToken | undefined> {
  if (!ctx.actor) return undefined;
  const email = await emailOf(ctx, ctx.actor.personId);
  return one(await ctx.db.read.select().from(emailTokens).where(and(eq(emailTokens.id, id), eq(emailTokens.email, email), open(ctx.now))));
}

/** The invitations to a body that nobody has accepted yet. For who may see its people. */
export async function pendingInvitations(ctx: Pick<Ctx, "db" | "now">, organisationId: string): Promise<EmailToken[]> {
  return ctx.db.read
    .select()
    .from(emailTokens)
    .where(and(eq(emailTokens.organisationId, organisationId), open(ctx.now)))
    .orderBy(asc(emailTokens.createdAt));
}

/** The invitations that wait for an answer of the person signed in. */
export async function waiting(ctx: Ctx): Promise<Waiting[]> {
  if (!ctx.actor) return [];
  const email = await emailOf(ctx, ctx.actor.personId);
  const rows = await ctx.db.read
    .select({ id: emailTokens.id, expiresAt: emailTokens.expiresAt, name: organisations.name })
    .from(emailTokens)
    .innerJoin(organisations, eq(organisations.id, emailTokens.organisationId))
    .where(and(eq(emailTokens.email, email), open(ctx.now), isNull(organisations.closedAt)))
    .orderBy(asc(emailTokens.expiresAt));
  return rows.map(({ id, name, expiresAt }) => ({
    id: `invitation-${id}`,
    says: "identity.waiting.invitation",
    values: { body: name },
    to: paths.invitation(id),
    due: expiresAt,
  }));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { asPerson, beginSession, hashPassword, NewPassword, sessionHash, useToken } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { problem } from "~/web/problem";
import { type Db, isUniqueViolation } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { beginAffiliation } from "../affiliate-person.server";
import { broughtActs, settleActs } from "../delegations/keep-act.server";
import { affiliate } from "../policy";
import { actorWith } from "../who-speaks.server";
import { findInvitation, type FoundInvitation } from "./find-invitation.server";

const NewAccount = z.object({ label: z.string().trim().min(2, "web.field.required").max(120, "web.field.tooLong"), password: NewPassword });

/**
 * Accepts an invitation (by the secret of its link, or its id: see `findInvitation`). Whose address has an account must
 * be signed in with it; anybody else sets a label and a password, gets an account and is signed in. Whoever invited must
 * still be entitled to. Gives the clear identifier of the new session, if one was opened.
 */
export async function acceptInvitation(ctx: Ctx, key: string, form: FormData | Record<string, unknown>): Promise<{ sessionId: string | null }> {
  const found = await findInvitation(ctx, key);
  await assertInviterStillMay(ctx, found);
  const { account } = found;
  if (account) {
    if (ctx.actor?.personId !== account.id) throw problem("forbidden", { because: "identity.invitation.otherAccount" });
    await ctx.db.tx((db) => join(db, ctx, found, account.id));
    return { sessionId: null };
  }
  const { label, password } = parse(NewAccount, form);
  const passwordHash = await hashPassword(password);
  const id = newId();
  const as = asPerson(ctx, { id, label, administrator: false });
  const sessionId = await ctx.db.tx(async (db) => {
    await db.insert(persons).values({ id, label, email: found.token.email, passwordHash, locale: ctx.locale, createdAt: ctx.now });
    await record(db, as, { act: "account.opened", subject: { kind: "person", id }, data: { personId: id, invitationId: found.token.id } });
    await join(db, as, found, id);
    const session = await beginSession(ctx, id);
    await record(db, as, { act: "session.opened", subject: { kind: "person", id }, data: { personId: id, sessionId: sessionHash(session) } });
    return session;
  }).catch((failure: unknown) => {
    // the address got an account since the page was opened
    throw isUniqueViolation(failure) ? problem("conflict", { because: "identity.invitation.otherAccount" }) : failure;
  });
  return { sessionId };
}

async function join(db: Db, ctx: Ctx, { token, body, offer }: FoundInvitation, personId: string): Promise<void> {
  await useToken(db, ctx, token.id);
  const [act] = await broughtActs(ctx, token.id);
  const { affiliationId } = await beginAffiliation(db, ctx, { ...offer, personId, organisationId: body.id, evidence: act?.description ?? null });
  await settleActs(db, ctx, token.id, { organisationId: body.id, affiliationId });
  await record(db, ctx, {
    act: "invitation.accepted",
    subject: { kind: "organisation", id: body.id },
    data: { invitationId: token.id, organisationId: body.id, personId, affiliationId, invitedBy: token.createdBy },
  });
}

async function assertInviterStillMay(ctx: Ctx, { token, body, offer }: FoundInvitation): Promise<void> {
  const inviter = await actorWith(ctx.db, token.createdBy ?? "", token.createdByAffiliationId, ctx.now);
  if (!affiliate(inviter, body, offer).ok) throw problem("conflict", { because: "identity.invitation.inviterGone" });
}

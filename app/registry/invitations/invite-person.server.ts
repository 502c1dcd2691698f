// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { EmailAddress, issueToken, limits, spend } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import type { Scan } from "~/web/files/take-file.server";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDate } from "~/web/time";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { bringAct, takeAct } from "../delegations/keep-act.server";
import { findOrganisation } from "../find-organisation.server";
import { affiliate } from "../policy";
import { InvitationOffer } from "./invitation";

export const Invitation = InvitationOffer.extend({ email: EmailAddress });

/**
 * Invites somebody, by letter, to speak for a body: the link works once, within 7 days. The answer is the same whether
 * the address has an account or not. Who invites gives only what they could give at once (policy `affiliate`). The act on
 * which the affiliation will rest may come along: `invalid` beside `file` when it is not taken (see `takeFile`).
 */
export async function invitePerson(ctx: Ctx, organisation: string, offer: z.output<typeof Invitation>, act: { file: File; description: string; scan: Scan } | null = null): Promise<{ invitationId: string }> {
  const { actor } = ctx;
  if (!actor) throw problem("unauthenticated");
  const { email, capacity, roleLabel, powers } = offer;
  const body = await findOrganisation(ctx, organisation);
  enforce(affiliate(actor, body, { capacity, powers }));
  await spend(ctx, limits.invitations, actor.personId);
  const taken = act && (await takeAct(ctx, act, act.scan));
  return ctx.db.tx(async (db) => {
    const known = one(await db.select({ locale: persons.locale }).from(persons).where(eq(persons.email, email)));
    const locale = known?.locale ?? "it";
    const { id, secret, expiresAt } = await issueToken(db, ctx, { kind: "invitation", email, organisationId: body.id, capacity, powers, label: roleLabel });
    const values = { body: body.name, role: roleLabel, link: absolute(paths.invitation(secret)), until: formatDate(expiresAt, locale) };
    await enqueueLetter(db, ctx, letterFrom("identity.letter.invitation", { to: email, locale, values }));
    const brought = taken && (await bringAct(db, ctx, id, taken));
    await record(db, ctx, {
      act: "invitation.sent",
      subject: { kind: "organisation", id: body.id },
      data: { invitationId: id, organisationId: body.id, capacity, powers, ...(brought ? { delegation: brought } : {}) },
    });
    return { invitationId: id };
  });
}

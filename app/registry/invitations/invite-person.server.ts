// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { EmailAddress, issueToken, limits, spend } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDate } from "~/web/time";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { findOrganisation } from "../find-organisation.server";
import { affiliate } from "../policy";
import { InvitationOffer } from "./invitation";

export const Invitation = InvitationOffer.extend({ email: EmailAddress });

/**
 * Invites somebody, by letter, to speak for a body: the link works once, within 7 days. The answer is the same whether
 * the address has an account or not. Who invites gives only what they could give at once (policy `affiliate`).
 */
export async function invitePerson(ctx: Ctx, organisation: string, offer: z.output<typeof Invitation>): Promise<{ invitationId: string }> {
  const { actor } = ctx;
  if (!actor) throw problem("unauthenticated");
  const { email, capacity, roleLabel, powers } = offer;
  const body = await findOrganisation(ctx, organisation);
  enforce(affiliate(actor, body, { capacity, powers }));
  await spend(ctx, limits.invitations, actor.personId);
  return ctx.db.tx(async (db) => {
    const known = one(await db.select({ locale: persons.locale }).from(persons).where(eq(persons.email, email)));
    const locale = known?.locale ?? "it";
    const { id, secret, expiresAt } = await issueToken(db, ctx, { kind: "invitation", email, organisationId: body.id, capacity, powers, label: roleLabel });
    const values = { body: body.name, role: roleLabel, link: absolute(paths.invitation(secret)), until: formatDate(expiresAt, locale) };
    await enqueueLetter(db, ctx, letterFrom("identity.letter.invitation", { to: email, locale, values }));
    await record(db, ctx, {
      act: "invitation.sent",
      subject: { kind: "organisation", id: body.id },
      data: { invitationId: id, organisationId: body.id, capacity, powers },
    });
    return { invitationId: id };
  });
}

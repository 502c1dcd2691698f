// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { Capacity, Power } from "~/identity";
import { useToken } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { emailTokens } from "~db/identity/schema";
import { findOrganisation } from "../find-organisation.server";
import { affiliate } from "../policy";

/** Takes back an invitation that nobody has accepted: its link stops working. Who could send it can take it back. */
export async function withdrawInvitation(ctx: Ctx, organisation: string, invitationId: string): Promise<void> {
  const body = await findOrganisation(ctx, organisation);
  await ctx.db.tx(async (db) => {
    const token = one(await db.select().from(emailTokens).where(and(eq(emailTokens.id, invitationId), eq(emailTokens.organisationId, body.id))));
    if (!token) throw problem("missing");
    enforce(affiliate(ctx.actor, body, { capacity: token.capacity as Capacity, powers: (token.powers ?? []) as Power[] }));
    await useToken(db, ctx, token.id);
    await record(db, ctx, { act: "invitation.withdrawn", subject: { kind: "organisation", id: body.id }, data: { invitationId, organisationId: body.id } });
  });
}

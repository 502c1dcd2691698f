// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { emailTokens } from "~db/identity/schema";
import { affiliationFiles } from "~db/registry/schema";
import { findClaim } from "../claims/find-claim.server";
import { findOrganisation } from "../find-organisation.server";
import { seePeople } from "../policy";

/**
 * The bytes of an act that came with an invitation, or with a request to speak for a body: for who may see the people of the body, or may
 * read the request. `missing` for anybody else.
 */
export async function openBroughtAct(ctx: Pick<Ctx, "db" | "actor" | "now">, fileId: string): Promise<{ file: { name: string; mediaType: string }; bytes: Buffer }> {
  const file = one(await ctx.db.read.select().from(affiliationFiles).where(eq(affiliationFiles.id, fileId)));
  if (!file?.broughtBy) throw problem("missing");
  const invitation = one(await ctx.db.read.select({ body: emailTokens.organisationId }).from(emailTokens).where(eq(emailTokens.id, file.broughtBy)));
  if (!invitation) await findClaim(ctx, file.broughtBy);
  else if (!seePeople(ctx.actor, await findOrganisation(ctx, invitation.body ?? "")).ok) throw problem("missing");
  return { file, bytes: await ctx.db.files.readFile(file.sha256) };
}

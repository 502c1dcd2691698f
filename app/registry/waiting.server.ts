// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import type { Waiting } from "~/web/waiting";
import { checksWaiting } from "./checks/due-checks.server";
import { claimsWaiting } from "./claims/find-claim.server";
import { waiting as invitations } from "./invitations/find-invitation.server";

/** What the registry has waiting for the viewer: invitations, requests to answer, bodies to look up again. */
export async function waiting(ctx: Ctx): Promise<Waiting[]> {
  return [...(await invitations(ctx)), ...(await claimsWaiting(ctx)), ...(await checksWaiting(ctx))];
}

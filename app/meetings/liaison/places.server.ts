// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, isNotNull, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import type { Places } from "~/web/places";
import { localBodies } from "~db/meetings/workshops";
import { allNeighbourhoods } from "./import-neighbourhoods.server";

/** Which neighbourhoods there are, and which bodies the lists of the Municipi place there today. Public, as those lists are. */
export async function placesOf(ctx: Pick<Ctx, "db">): Promise<Places> {
  const neighbourhoods = (await allNeighbourhoods(ctx)).map(({ id, name, district }) => ({ id, name, district }));
  const rows = await ctx.db.read
    .select({ organisationId: localBodies.organisationId, neighbourhoodId: localBodies.neighbourhoodId })
    .from(localBodies)
    .where(and(isNull(localBodies.removedAt), isNotNull(localBodies.neighbourhoodId)));
  const ofBodies = new Map<string, string[]>();
  for (const { organisationId, neighbourhoodId } of rows) {
    if (neighbourhoodId) ofBodies.set(organisationId, [...(ofBodies.get(organisationId) ?? []), neighbourhoodId]);
  }
  return { neighbourhoods, ofBodies };
}

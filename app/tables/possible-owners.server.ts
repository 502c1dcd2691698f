// SPDX-License-Identifier: AGPL-3.0-or-later
import { isCityOffice } from "~/registry";
import { listOrganisations } from "~/registry/index.server";
import type { Ctx } from "~/web/context";

/** The offices of the Comune that may answer for a table, as choices. */
export async function possibleOwners(ctx: Pick<Ctx, "db">): Promise<{ value: string; label: string }[]> {
  return (await listOrganisations(ctx)).filter(({ kind }) => isCityOffice(kind)).map(({ id, name }) => ({ value: id, label: name }));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { sealHealth } from "./seal-health.server";
import { sealOf } from "./seal-rows.server";

/** What the page of a document says of its seal; null when it has none. Asks nobody's permission: the page has. */
export async function sealNote({ db }: Pick<Ctx, "db">, documentId: string) {
  const seal = await sealOf(db.read, documentId);
  return seal ? { at: seal.at, body: seal.organisationName, broken: await sealHealth(db, seal) } : null;
}

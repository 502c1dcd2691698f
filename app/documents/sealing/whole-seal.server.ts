// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { sealHealth } from "./seal-health.server";
import { sealOf } from "./seal-rows.server";

/** What is made from a sealed text rests on its seal: `conflict` when anything about it does not agree. A document without a seal passes. Asks nobody's permission. */
export async function enforceWholeSeal({ db }: Pick<Ctx, "db">, documentId: string): Promise<void> {
  const seal = await sealOf(db.read, documentId);
  if (seal && (await sealHealth(db, seal)).length > 0) throw problem("conflict", { because: "sealing.broken.dependent" });
}

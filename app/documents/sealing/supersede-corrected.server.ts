// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { type Db, one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import type { documentCorrections } from "~db/documents/seals";
import { moveState } from "../lifecycle/move-state.server";

/** What was corrected is superseded by what was just sealed, inside the same transaction. Already superseded by another: stays so. */
export async function supersedeCorrected(tx: Db, ctx: Ctx, correction: typeof documentCorrections.$inferSelect): Promise<void> {
  const corrected = one(await tx.select().from(documents).where(eq(documents.id, correction.correctsId)));
  if (corrected?.state !== "approved") return;
  await moveState(tx, ctx, corrected, { name: "supersede", reason: correction.reason, supersededById: correction.documentId, facts: { supersededById: correction.documentId } });
}

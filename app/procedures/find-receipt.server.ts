// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { applicationReceipts } from "~db/procedures/schema";
import { findApplication } from "./application-rows.server";
import type { ApplicationPackage, Receipt } from "./package";
import { receiptsInForce } from "./procedure-rows.server";
import { openReceived } from "./read-received.server";

/** A receipt with what was sent under it, for whoever may read the application. `missing` for all others, whether it exists or not. */
export async function findReceipt(ctx: Ctx, number: string) {
  const db = ctx.db.read;
  const row = one(await db.select().from(applicationReceipts).where(eq(applicationReceipts.number, number)));
  // asked also when there is no such receipt, so that the refusal is the same
  const folder = await findApplication(ctx, row?.applicationId ?? "");
  if (!row) throw problem("missing");
  // a submission taken back is the partners' own business
  if (!folder.own && row.withdrawnAt) throw problem("missing");
  if (!folder.own) await openReceived(ctx, row.applicationId);
  const inForce = one(await receiptsInForce(db, [row.applicationId]));
  return {
    row, supersededBy: row.withdrawnAt ? (inForce?.number ?? null) : null,
    receipt: JSON.parse(row.receiptBytes.toString("utf8")) as Receipt,
    content: JSON.parse(row.packageBytes.toString("utf8")) as ApplicationPackage,
  };
}

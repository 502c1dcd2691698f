// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { readFingerprint } from "~/web/fingerprint";
import { one } from "~db/client.server";
import { applicationReceipts, procedures } from "~db/procedures/schema";
import { windowAt } from "./deadline";

/**
 * `authentic`: the fingerprint is that of the package or of the receipt given under this number. `different`: the number
 * exists, the fingerprint is another. `unknown`: nothing is known of it.
 */
export type Check =
  | { verdict: "authentic"; what: "package" | "receipt"; receivedAt: Date; state: "inForce" | "withdrawn" }
  | { verdict: "different" }
  | { verdict: "unknown" };

/**
 * Compares a fingerprint with the one kept under a receipt number. Open to everybody: it tells nothing of the content
 * nor of who applied. Before the term a number alone tells nothing either: a fingerprint that does not match is answered as
 * if there were no such number, so that nobody can count what was received.
 */
export async function checkReceipt({ db, now }: Pick<Ctx, "db" | "now">, { number, fingerprint }: { number: string; fingerprint: string }): Promise<Check> {
  const wanted = readFingerprint(fingerprint);
  const row = one(
    await db.read
      .select({
        packageSha256: applicationReceipts.packageSha256, receiptSha256: applicationReceipts.receiptSha256, receivedAt: applicationReceipts.receivedAt,
        withdrawnAt: applicationReceipts.withdrawnAt, opensAt: procedures.opensAt, closesAt: procedures.closesAt,
      })
      .from(applicationReceipts)
      .innerJoin(procedures, eq(procedures.id, applicationReceipts.procedureId))
      .where(eq(applicationReceipts.number, number.trim())),
  );
  if (!row) return { verdict: "unknown" };
  const what = wanted === row.packageSha256 ? "package" : wanted === row.receiptSha256 ? "receipt" : null;
  if (what) return { verdict: "authentic", what, receivedAt: row.receivedAt, state: row.withdrawnAt ? "withdrawn" : "inForce" };
  return { verdict: windowAt(row, now) === "past" ? "different" : "unknown" };
}

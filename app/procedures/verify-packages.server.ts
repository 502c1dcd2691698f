// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import { type Db, one } from "~db/client.server";
import { journalEntries } from "~db/journal/schema";
import { applicationReceipts } from "~db/procedures/schema";
import type { Receipt } from "./package";
import { sha256 } from "./part-digest.server";

export type SealVerdict = { ok: true; packages: number } | { ok: false; packages: number; broken: { number: string; part: "package" | "receipt" | "journal" | "sequence" }[] };

/**
 * Checks every stored package and receipt: its bytes still have the fingerprint kept beside them, the receipt names that
 * package, the act in the register says the same, and no number of a year is missing.
 */
export async function verifySeals(db: Db): Promise<SealVerdict> {
  const rows = await db.select({ number: applicationReceipts.number, year: applicationReceipts.year, sequence: applicationReceipts.sequence }).from(applicationReceipts).orderBy(asc(applicationReceipts.year), asc(applicationReceipts.sequence));
  const acts = await db.select({ data: journalEntries.data }).from(journalEntries).where(eq(journalEntries.act, "application.submitted"));
  const told = new Map(acts.map(({ data }) => [data.number as string, data]));
  const broken: { number: string; part: "package" | "receipt" | "journal" | "sequence" }[] = [];
  let previous = { year: 0, sequence: 0 };
  for (const { number, year, sequence } of rows) {
    const expected = year === previous.year ? previous.sequence + 1 : 1;
    if (sequence !== expected) broken.push({ number, part: "sequence" });
    previous = { year, sequence };
    const part = await faultOf(db, number, told.get(number));
    if (part) broken.push({ number, part });
    told.delete(number);
  }
  for (const number of told.keys()) broken.push({ number, part: "sequence" });
  return broken.length === 0 ? { ok: true, packages: rows.length } : { ok: false, packages: rows.length, broken };
}

/** One at a time: packages may be large. */
async function faultOf(db: Db, number: string, act: Record<string, unknown> | undefined): Promise<"package" | "receipt" | "journal" | null> {
  const row = one(await db.select().from(applicationReceipts).where(eq(applicationReceipts.number, number)));
  if (!row || sha256(row.packageBytes) !== row.packageSha256) return "package";
  if (sha256(row.receiptBytes) !== row.receiptSha256) return "receipt";
  const receipt = JSON.parse(row.receiptBytes.toString("utf8")) as Receipt;
  if (receipt.packageSha256 !== row.packageSha256 || receipt.number !== number) return "receipt";
  return act?.packageSha256 === row.packageSha256 && act.receiptSha256 === row.receiptSha256 ? null : "journal";
}

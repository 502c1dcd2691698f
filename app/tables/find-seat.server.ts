// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { mandates, seats, workingTables } from "~db/tables/schema";

/** A seat with its table; `missing` when there is none. */
export async function findSeat(db: Db, seatId: string) {
  const found = one(
    await db.select({ seat: seats, table: workingTables }).from(seats).innerJoin(workingTables, eq(workingTables.id, seats.tableId)).where(eq(seats.id, seatId)),
  );
  if (!found) throw problem("missing");
  return found;
}

/** A mandate with its seat and table; `missing` when there is none. */
export async function findMandate(db: Db, mandateId: string) {
  const mandate = one(await db.select().from(mandates).where(eq(mandates.id, mandateId)));
  if (!mandate) throw problem("missing");
  return { mandate, ...(await findSeat(db, mandate.seatId)) };
}

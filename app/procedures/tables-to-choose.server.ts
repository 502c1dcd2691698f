// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { workingTables } from "~db/tables/schema";

/** The tables a procedure may be tied to, by name. */
export async function tablesToChoose({ db }: Pick<Ctx, "db">): Promise<{ id: string; name: string }[]> {
  return db.read.select({ id: workingTables.id, name: workingTables.name }).from(workingTables).where(isNull(workingTables.closedAt)).orderBy(asc(workingTables.name));
}

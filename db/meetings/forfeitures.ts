// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, instant, json, table, text } from "../columns";
import { persons } from "../identity/schema";
import { seats, workingTables } from "../tables/schema";

/** A seat that the rules would forfeit after too many absences: proposed by rule, decided by the coordination with a reason. */
export const forfeitures = table(
  "forfeitures",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    seatId: text("seat_id").notNull().references(() => seats.id),
    /** The sessions missed in a row without justification, oldest first. */
    missedIds: json<string[]>("missed_ids").notNull(),
    outcome: text<"forfeited" | "kept">("outcome").notNull(),
    reason: text("reason").notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedByPersonId: text("decided_by_person_id").notNull().references(() => persons.id),
  },
  (t) => [index("forfeitures_table").on(t.tableId), index("forfeitures_seat").on(t.seatId)],
);

// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, instant, int, json, table, text } from "../columns";

/**
 * The registro degli atti: append-only, each row chained to the one before it by hash.
 * `seq` is given by the writer (last + 1), never by the engine: a gap is a deletion and must be seen.
 */
export const journalEntries = table(
  "journal_entries",
  {
    seq: int("seq").primaryKey(),
    at: instant("at").notNull(),
    personId: text("person_id"),
    organisationId: text("organisation_id"),
    capacity: text("capacity").notNull(),
    act: text("act").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    data: json<Record<string, unknown>>("data").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [index("journal_subject").on(t.subjectKind, t.subjectId, t.seq), index("journal_act").on(t.act, t.seq)],
);

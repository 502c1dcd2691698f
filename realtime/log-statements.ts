// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Database, Statement } from "better-sqlite3";

type Seq = { seq: number };

export type LogStatements = ReturnType<typeof prepareStatements>;

/** The statements of the log on one connection. The tables are those of `db/realtime/schema`; instants are milliseconds. */
export function prepareStatements(on: Database, sealed: string | null) {
  return {
    begin: on.prepare("BEGIN IMMEDIATE"),
    commit: on.prepare("COMMIT"),
    sealed: sealed === null ? null : on.prepare<[string]>(sealed),
    head: on.prepare("SELECT head_seq AS seq FROM realtime_documents WHERE id = ?") as Statement<[string], Seq>,
    setHead: on.prepare("UPDATE realtime_documents SET head_seq = ? WHERE id = ?"),
    insert: on.prepare(
      `INSERT INTO realtime_updates
         (document_id, seq, at, person_id, organisation_id, session_id, connection_id, kind, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    find: on.prepare(
      "SELECT seq FROM realtime_updates WHERE document_id = ? AND connection_id = ? AND at = ? AND bytes = ?",
    ) as Statement<[string, string, number, Uint8Array], Seq>,
    bind: on.prepare(
      `INSERT INTO realtime_bindings (document_id, client, person_id, organisation_id, first_seq)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    quarantine: on.prepare(
      `INSERT INTO realtime_quarantine
         (id, document_id, at, person_id, organisation_id, connection_id, reason, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    baseSeq: on.prepare("SELECT seq FROM realtime_bases WHERE document_id = ?") as Statement<[string], Seq>,
    setBase: on.prepare(
      `INSERT INTO realtime_bases (document_id, seq, at, state, sha256, summary, summary_sha256)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (document_id) DO UPDATE SET seq = excluded.seq, at = excluded.at, state = excluded.state,
         sha256 = excluded.sha256, summary = excluded.summary, summary_sha256 = excluded.summary_sha256`,
    ),
    dropBase: on.prepare("DELETE FROM realtime_bases WHERE document_id = ? AND seq >= ?"),
    nextEpoch: on.prepare("UPDATE realtime_documents SET epoch = epoch + 1 WHERE id = ?"),
    noteEpoch: on.prepare(
      `INSERT INTO realtime_epochs (document_id, epoch, after_seq, at, cause)
       SELECT id, epoch, head_seq, ?, ? FROM realtime_documents WHERE id = ?`,
    ),
    setAside: on.prepare(
      "INSERT INTO realtime_set_aside (document_id, seq, at, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    quarantineRow: on.prepare(
      `INSERT INTO realtime_quarantine
         (id, document_id, at, person_id, organisation_id, connection_id, reason, bytes)
       SELECT ?, document_id, ?, person_id, organisation_id, connection_id, ?, bytes
       FROM realtime_updates WHERE document_id = ? AND seq = ?`,
    ),
  };
}

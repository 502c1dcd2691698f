// SPDX-License-Identifier: AGPL-3.0-or-later
import { bytes, index, instant, int, primaryKey, table, text } from "../columns";

/** One row per live document. `epoch` grows when its past is replaced; `headSeq` counts its stored updates. */
export const realtimeDocuments = table("realtime_documents", {
  id: text("id").primaryKey(),
  epoch: int("epoch").notNull(),
  headSeq: int("head_seq").notNull(),
  createdAt: instant("created_at").notNull(),
});

/**
 * When the past of a document was replaced: a copy was put back, a row turned out to be damaged, or no editor could show the
 * document with one. What was lost before row `afterSeq` was written may be brought back by others than those who wrote it.
 */
export const realtimeEpochs = table(
  "realtime_epochs",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => realtimeDocuments.id),
    epoch: int("epoch").notNull(),
    afterSeq: int("after_seq").notNull(),
    at: instant("at").notNull(),
    cause: text<"restored" | "damaged" | "unreadable">("cause").notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.epoch] })],
);

/** The update log: who sent which bytes, for whom and when. Rows are never changed or removed: authorship rests on them. */
export const realtimeUpdates = table(
  "realtime_updates",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => realtimeDocuments.id),
    seq: int("seq").notNull(),
    at: instant("at").notNull(),
    personId: text("person_id").notNull(),
    organisationId: text("organisation_id"),
    sessionId: text("session_id"),
    connectionId: text("connection_id").notNull(),
    kind: text<"creation" | "update" | "recovered">("kind").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.seq] })],
);

/**
 * The state of a document up to `seq`, so that loading does not read the whole log. Can be rebuilt from it. `summary` is
 * what the server must know of the state without taking it apart; `summarySha256` covers both.
 */
export const realtimeBases = table("realtime_bases", {
  documentId: text("document_id")
    .primaryKey()
    .references(() => realtimeDocuments.id),
  seq: int("seq").notNull(),
  at: instant("at").notNull(),
  state: bytes("state").notNull(),
  sha256: text("sha256").notNull(),
  summary: bytes("summary"),
  summarySha256: text("summary_sha256"),
});

/**
 * Rows of the log that no longer count: damaged on disk, or such that no editor could show the document with them. Their
 * bytes stay in the log, and in the quarantine for whoever has to judge them.
 */
export const realtimeSetAside = table(
  "realtime_set_aside",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => realtimeDocuments.id),
    seq: int("seq").notNull(),
    at: instant("at").notNull(),
    reason: text<"unreadable" | "damaged">("reason").notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.seq] })],
);

/** Which person, for which organisation, a Yjs client number belongs to: the first who sent it. */
export const realtimeBindings = table(
  "realtime_bindings",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => realtimeDocuments.id),
    client: int("client").notNull(),
    personId: text("person_id").notNull(),
    organisationId: text("organisation_id"),
    firstSeq: int("first_seq").notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.client] })],
);

/** What was refused, with the reason the sender was told. */
export const realtimeQuarantine = table(
  "realtime_quarantine",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => realtimeDocuments.id),
    at: instant("at").notNull(),
    personId: text("person_id").notNull(),
    organisationId: text("organisation_id"),
    connectionId: text("connection_id").notNull(),
    reason: text("reason").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (row) => [index("realtime_quarantine_document").on(row.documentId, row.at)],
);

/** What an administrator said of something refused, once it was looked at. Several rows may share one word. */
export const realtimeQuarantineResolutions = table("realtime_quarantine_resolutions", {
  quarantineId: text("quarantine_id")
    .primaryKey()
    .references(() => realtimeQuarantine.id),
  at: instant("at").notNull(),
  personId: text("person_id").notNull(),
  note: text("note").notNull(),
});

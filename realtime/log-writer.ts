// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The log of the shared texts on SQLite, in plain prepared statements: this is what every keystroke waits for. Every
 * method is one transaction, written through to the disk before it returns; what throws has stored nothing.
 */
import { createHash } from "node:crypto";
import type Sqlite from "better-sqlite3";
import { newId } from "../db/id";
import type { Turns } from "../db/turns";
import type { LogJobs, NewBase } from "./log-jobs";
import { type NewUpdate, NotTaken, type RefusedUpdate } from "./ports";
import { type LogStatements, prepareStatements } from "./log-statements";

/** Bytes written since the last checkpoint after which the next one waits for no quiet moment. */
const LONG_LOG_BYTES = 16 * 1024 * 1024;
/** Every row costs about a page in each of the trees it enters. */
const BYTES_PER_ROW = 3 * 4096;

type Settings = {
  /** Opens a connection that syncs at each commit. */
  open(): Sqlite.Database;
  turns: Pick<Turns, "takeOrSleep" | "give">;
  /** See `LogStart`. */
  sealed: string | null;
  /** Milliseconds to wait for the turn. */
  patience: number;
};

export class LogWriter {
  private connection: Sqlite.Database | undefined;
  private statements!: LogStatements;
  private uncheckpointed = 0;

  constructor(private readonly settings: Settings) {}

  /** So much was written that the file should be checkpointed even while people write. */
  get isLong(): boolean {
    return this.uncheckpointed > LONG_LOG_BYTES;
  }

  /**
   * Adds rows; answers their numbers. Rows that are `perhapsStored` are looked for first and keep the number they have.
   * Throws `NotTaken` when one of the documents takes nothing any more.
   */
  append(rows: NewUpdate[], perhapsStored: boolean): number[] {
    return this.inTransaction((on) => {
      const heads = new Map<string, number>();
      const seqs = rows.map((row) => {
        const { documentId, at, who, connectionId, kind, bytes, binds } = row;
        const stored = perhapsStored ? on.find.get(documentId, connectionId, at.getTime(), bytes) : undefined;
        if (stored) return stored.seq;
        const seq = (heads.get(documentId) ?? this.headOf(documentId)) + 1;
        heads.set(documentId, seq);
        const { personId, organisationId, sessionId } = who;
        on.insert.run(documentId, seq, at.getTime(), personId, organisationId, sessionId, connectionId, kind, bytes);
        for (const client of binds) on.bind.run(documentId, client, personId, organisationId, seq);
        this.uncheckpointed += BYTES_PER_ROW + bytes.length;
        return seq;
      });
      for (const [documentId, seq] of heads) on.setHead.run(seq, documentId);
      return seqs;
    });
  }

  quarantine({ documentId, at, who, connectionId, reason, bytes }: RefusedUpdate): void {
    this.inTransaction((on) => {
      on.quarantine.run(newId(), documentId, at.getTime(), who.personId, who.organisationId, connectionId, reason, bytes);
    });
  }

  /** Replaces the base if it is still at `expectedBaseSeq`. */
  compact({ documentId, expectedBaseSeq, seq, at, state, summary }: NewBase): boolean {
    const hash = createHash("sha256").update(state);
    const ofState = hash.copy().digest("hex");
    const ofBoth = summary && hash.update(summary).digest("hex");
    return this.inTransaction((on) => {
      if ((on.baseSeq.get(documentId)?.seq ?? 0) !== expectedBaseSeq) return false;
      on.setBase.run(documentId, seq, at.getTime(), state, ofState, summary, ofBoth);
      this.uncheckpointed += state.length;
      return true;
    });
  }

  /** See `Store`. */
  setAside({ documentId, seqs, at, reason }: LogJobs["setAside"]["asks"]): void {
    this.inTransaction((on) => {
      const fresh = seqs.filter((seq) => on.setAside.run(documentId, seq, at.getTime(), reason).changes > 0);
      if (fresh.length === 0) return;
      for (const seq of fresh) on.quarantineRow.run(newId(), at.getTime(), reason, documentId, seq);
      on.dropBase.run(documentId, Math.min(...fresh));
      on.nextEpoch.run(documentId);
      on.noteEpoch.run(at.getTime(), reason, documentId);
    });
  }

  /** Moves what was written into the database itself, as far as readers allow. Nobody has to wait for it to write. */
  checkpoint(): void {
    this.connect().pragma("wal_checkpoint(PASSIVE)");
    this.uncheckpointed = 0;
  }

  close(): void {
    const { connection } = this;
    this.connection = undefined;
    connection?.close();
  }

  private headOf(documentId: string): number {
    if (this.statements.sealed?.get(documentId)) throw new NotTaken("sealed");
    const head = this.statements.head.get(documentId);
    if (!head) throw new Error(`No live document ${documentId}`);
    return head.seq;
  }

  private connect(): Sqlite.Database {
    if (this.connection) return this.connection;
    const connection = this.settings.open();
    this.statements = prepareStatements(connection, this.settings.sealed);
    return (this.connection = connection);
  }

  private inTransaction<T>(work: (on: LogStatements) => T): T {
    const { turns, patience } = this.settings;
    if (!turns.takeOrSleep(patience)) throw Object.assign(new Error("Others write for too long"), { code: "SQLITE_BUSY" });
    try {
      const connection = this.connect();
      try {
        this.statements.begin.run();
        const result = work(this.statements);
        this.statements.commit.run();
        return result;
      } catch (failure) {
        if (connection.inTransaction) connection.exec("ROLLBACK");
        throw failure;
      }
    } catch (failure) {
      // after a failed write or sync nobody knows what this handle believes to be on the disk
      if (/^SQLITE_(IOERR|CORRUPT|NOTADB|CANTOPEN)/.test((failure as { code?: string }).code ?? "")) this.close();
      throw failure;
    } finally {
      turns.give();
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the log's thread is asked to do, and how rows travel to it. Copying objects and many small blocks of memory from
 * thread to thread costs more than storing what they say: so all bytes go in one block that changes hands, and the rest
 * as plain lists.
 */
import type { NewUpdate, RefusedUpdate } from "./ports";
import type { Refusal } from "./protocol";

export type LogJobs = {
  /** `perhapsStored`: these rows were handed in before and nobody knows whether they reached the disk. Answers their numbers. */
  append: { asks: { rows: PackedRows; perhapsStored: boolean }; answers: number[] };
  quarantine: { asks: RefusedUpdate; answers: null };
  /** False when the base is not the expected one. */
  compact: { asks: NewBase; answers: boolean };
  setAside: { asks: { documentId: string; seqs: number[]; at: Date; reason: "damaged" | "unreadable" }; answers: null };
  close: { asks: null; answers: null };
};

export type NewBase = {
  documentId: string;
  expectedBaseSeq: number;
  seq: number;
  at: Date;
  state: Uint8Array;
  summary: Uint8Array | null;
};

export type LogJob = keyof LogJobs;
export type LogRequest = { [K in LogJob]: { job: K; asks: LogJobs[K]["asks"] } }[LogJob];
export type LogReply =
  | { ok: true; answer: LogJobs[LogJob]["answers"] }
  | { ok: false; message: string; code: string | undefined; refusal: Refusal | undefined };

/** What the thread is given at its start. */
export type LogStart = {
  path: string;
  turns: SharedArrayBuffer;
  /** SQL with one parameter, the id of a document, that finds a row when nothing may be added to it any more. */
  sealed: string | null;
  /** Milliseconds to wait for another process that writes to the same file. */
  patience: number;
};

/** Rows on their way: what is said of each, and the bytes of all in one block. */
export type PackedRows = { heads: Head[]; bytes: ArrayBuffer };

/** Of one row: document, instant, person, organisation, session, connection, kind, how many bytes, and the client numbers it binds. */
type Head = [string, number, string, string | null, string | null, string, NewUpdate["kind"], number, number[]];

export function packRows(rows: NewUpdate[]): PackedRows {
  const all = new Uint8Array(rows.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let end = 0;
  const heads = rows.map(({ documentId, at, who, connectionId, kind, bytes, binds }): Head => {
    all.set(bytes, end);
    end += bytes.length;
    const { personId, organisationId, sessionId } = who;
    return [documentId, at.getTime(), personId, organisationId, sessionId, connectionId, kind, bytes.length, binds];
  });
  return { heads, bytes: all.buffer };
}

export function unpackRows({ heads, bytes: all }: PackedRows): NewUpdate[] {
  let end = 0;
  return heads.map(([documentId, at, personId, organisationId, sessionId, connectionId, kind, length, binds]) => {
    const bytes = new Uint8Array(all, end, length);
    end += length;
    return { documentId, at: new Date(at), who: { personId, organisationId, sessionId }, connectionId, kind, bytes, binds };
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the log's thread is asked to do, and how rows travel to it: packed into one block of memory that changes hands,
 * because copying hundreds of small objects between threads costs more than storing them.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { NewUpdate, RefusedUpdate } from "./ports";
import type { Refusal } from "./protocol";

export type LogJobs = {
  /** `perhapsStored`: these rows were handed in before and nobody knows whether they reached the disk. Answers their numbers. */
  append: { asks: { rows: ArrayBuffer; perhapsStored: boolean }; answers: number[] };
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

export function packRows(rows: NewUpdate[]): ArrayBuffer {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, rows.length);
  for (const { documentId, at, who, connectionId, kind, bytes, binds } of rows) {
    encoding.writeVarString(to, documentId);
    encoding.writeVarUint(to, at.getTime());
    encoding.writeVarString(to, who.personId);
    encoding.writeAny(to, who.organisationId);
    encoding.writeAny(to, who.sessionId);
    encoding.writeVarString(to, connectionId);
    encoding.writeVarString(to, kind);
    encoding.writeVarUint8Array(to, bytes);
    encoding.writeVarUint(to, binds.length);
    for (const client of binds) encoding.writeVarUint(to, client);
  }
  return encoding.toUint8Array(to).buffer;
}

export function unpackRows(packed: ArrayBuffer): NewUpdate[] {
  const from = decoding.createDecoder(new Uint8Array(packed));
  return Array.from({ length: decoding.readVarUint(from) }, () => ({
    documentId: decoding.readVarString(from),
    at: new Date(decoding.readVarUint(from)),
    who: {
      personId: decoding.readVarString(from),
      organisationId: decoding.readAny(from) as string | null,
      sessionId: decoding.readAny(from) as string | null,
    },
    connectionId: decoding.readVarString(from),
    kind: decoding.readVarString(from) as NewUpdate["kind"],
    bytes: decoding.readVarUint8Array(from),
    binds: Array.from({ length: decoding.readVarUint(from) }, () => decoding.readVarUint(from)),
  }));
}

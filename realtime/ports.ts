// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the realtime server is handed when it is composed: who may enter, where updates are kept, where it logs. */
import type { IncomingMessage } from "node:http";
import type { Refusal } from "./protocol";

/** Who speaks on a connection, for whom; taken from the session, shown to everybody in the document. */
export type Who = {
  personId: string;
  organisationId: string | null;
  sessionId: string | null;
  name: string;
  organisationName: string | null;
  role: string;
};

/** "suggest": what they send is taken only when it leaves the accepted text as it is; see `suggestions`. */
export type Access = "read" | "suggest" | "write";

/**
 * `epoch` only when the application keeps its own; otherwise the stored one counts. `sealed` documents are readable
 * and take no writes. `reason` is a short ASCII word or sentence (≤ 120 bytes) that closes the socket.
 */
export type Admission =
  | { ok: true; access: Access; who: Who; epoch?: number | undefined; sealed?: boolean | undefined }
  | { ok: false; code: 4401 | 4403 | 4404 | 4410; reason: string };

/** Decides about one document for the session of a request, by the same policy as the page. Asked again on `invalidate`. */
export type Admit = (request: IncomingMessage, documentId: string) => Promise<Admission>;

/** Person and organisation that a client number is bound to. */
export type Owner = Pick<Who, "personId" | "organisationId">;

/**
 * A document as kept: `base` covers everything up to `baseSeq`, `updates` what came after, in order. `summary` is what
 * was handed in with the base, if it is sound. Of rows that were set aside, `updates` has what remains of them.
 */
export type StoredDocument = {
  epoch: number;
  /** Copies since this epoch hold nothing that this document does not, or lost: they may be merged. */
  oldestEpoch: number;
  headSeq: number;
  base: Uint8Array | null;
  baseSeq: number;
  summary: Uint8Array | null;
  updates: { seq: number; bytes: Uint8Array }[];
  bindings: { client: number; owner: Owner }[];
  /**
   * Until when what was lost may be brought back, and the numbers whose holders have written since the loss. Null when
   * nothing was lost, or too long ago.
   */
  recovery: { until: Date; heard: number[] } | null;
};

/**
 * One row of the update log: what one connection sent between two commits. `binds` are client numbers first seen in it.
 * "recovered" rows hold words of others, brought back after a loss by whom the row names.
 */
export type NewUpdate = {
  documentId: string;
  at: Date;
  who: Pick<Who, "personId" | "organisationId" | "sessionId">;
  connectionId: string;
  kind: "creation" | "update" | "recovered";
  bytes: Uint8Array;
  binds: number[];
};

export type RefusedUpdate = {
  documentId: string;
  at: Date;
  who: Pick<Who, "personId" | "organisationId">;
  connectionId: string;
  reason: Refusal;
  bytes: Uint8Array;
};

/** Thrown by `append` when the application will never take these rows: they are refused, not tried again. */
export class NotTaken extends Error {
  constructor(readonly reason: Refusal) {
    super(`not taken: ${reason}`);
  }
}

/** Where documents are kept. Every promise resolves only when the data would survive a loss of power. */
export type Store = {
  /** `now`: see `recovery`, which is null without it. `fromStart`: the whole log and no base. */
  load(documentId: string, how?: { now?: Date; fromStart?: boolean }): Promise<StoredDocument | undefined>;
  /** Stores all rows or none (`NotTaken` when it will not), in this order; answers their sequence numbers, counted per document from 1 without gaps. */
  append(batch: NewUpdate[]): Promise<number[]>;
  /** Keeps what was refused, so that nobody's words vanish. */
  quarantine(refused: RefusedUpdate): Promise<void>;
  /** Replaces the base if it is still at `expectedBaseSeq`; false when another one got there first. */
  compact(
    documentId: string,
    next: { expectedBaseSeq: number; seq: number; state: Uint8Array; summary: Uint8Array | null; at: Date },
  ): Promise<boolean>;
  /**
   * Notes that rows do not count, shows them to whoever judges what was refused, lets go of a base made with them, and begins
   * a new epoch. Rows noted already are no matter; when all are, nothing happens.
   */
  setAside(documentId: string, rows: { seqs: number[]; at: Date; reason: "damaged" | "unreadable" }): Promise<void>;
  /** Jobs handed in and not done, and how often whoever does them had to be started anew. */
  health?(): { waiting: number; restarts: number };
};

/** Any structured logger of the usual shape. */
export type Log = Record<"info" | "warn" | "error", (facts: object, sentence: string) => void>;

/** For whom somebody speaks, as our pages say it in the address of a socket. */
export const voiceOf = ({ personId, organisationId }: Owner): string => `${personId}.${organisationId ?? ""}`;

/** The same person for the same organisation gives the same text. */
export function ownerKey(owner: Owner): string {
  return `${owner.personId}\n${owner.organisationId ?? ""}`;
}

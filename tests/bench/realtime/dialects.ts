// SPDX-License-Identifier: AGPL-3.0-or-later
/** How each server is spoken to, in bare frames: the load generator must not be slower than what it measures. */
import * as encoding from "lib0/encoding";
import { BARRIER } from "~realtime/protocol";

/** What a frame says. `bytes` is the Yjs update of an answer or a change; `number` that of a barrier. */
export type Heard = { kind: "answer" | "change" | "vector" | "ack" | "other"; bytes?: Uint8Array; number?: number };

export type Dialect = {
  path(document: string): string;
  /** Frames to send once the socket is open, to be given all of the text. */
  opening(document: string): Uint8Array[];
  change(document: string, update: Uint8Array): Uint8Array;
  /** "I have nothing you lack": the answer to the server's own question. */
  nothing(document: string): Uint8Array;
  read(frame: Buffer): Heard;
  /** Asks to hear when all sent so far is saved; undefined where every update is answered by itself, or none is. */
  barrier?(number: number): Uint8Array;
  /** Whether the answer is the last part of a text; where it is not, it may come before the text does. */
  endsWithAnswer: boolean;
};

const EMPTY_VECTOR = new Uint8Array([0]);
const EMPTY_UPDATE = new Uint8Array([0, 0]);

function sync(prefix: string | null, step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  return encoding.encode((to) => {
    if (prefix !== null) encoding.writeVarString(to, prefix);
    encoding.writeUint8(to, 0);
    encoding.writeUint8(to, step);
    encoding.writeVarUint8Array(to, bytes);
  });
}

function readNumber(frame: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = frame[at++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

const KINDS = ["vector", "answer", "change"] as const;

function readSync(frame: Buffer, at: number): Heard {
  const kind = KINDS[frame[at] ?? 9];
  if (!kind) return { kind: "other" };
  const [length, start] = readNumber(frame, at + 1);
  return { kind, bytes: frame.subarray(start, start + length) };
}

const plain: Dialect = {
  path: (document) => `/${document}`,
  opening: () => [sync(null, 0, EMPTY_VECTOR)],
  change: (_document, update) => sync(null, 2, update),
  nothing: () => sync(null, 1, EMPTY_UPDATE),
  read: (frame) => (frame[0] === 0 ? readSync(frame, 1) : { kind: "other" }),
  endsWithAnswer: false,
};

const concerto: Dialect = {
  ...plain,
  path: (document) => `/realtime/${document}`,
  endsWithAnswer: true,
  read: (frame) => (frame[0] === BARRIER ? { kind: "ack", number: readNumber(frame, 1)[0] } : plain.read(frame)),
  barrier: (number) =>
    encoding.encode((to) => {
      encoding.writeVarUint(to, BARRIER);
      encoding.writeVarUint(to, number);
    }),
};

/** Every frame begins with the document's name; a token comes first; SyncStatus (8) answers each update. */
const hocuspocus: Dialect = {
  path: () => "/",
  endsWithAnswer: false,
  opening: (document) => [
    encoding.encode((to) => {
      encoding.writeVarString(to, document);
      encoding.writeVarUint(to, 2);
      encoding.writeVarUint(to, 0);
      encoding.writeVarString(to, "token");
    }),
    sync(document, 0, EMPTY_VECTOR),
  ],
  change: (document, update) => sync(document, 2, update),
  nothing: (document) => sync(document, 1, EMPTY_UPDATE),
  read(frame) {
    const [length, start] = readNumber(frame, 0);
    const type = frame[start + length];
    if (type === 0 || type === 4) return readSync(frame, start + length + 1);
    if (type === 8) return frame[start + length + 1] === 1 ? { kind: "ack" } : { kind: "other" };
    return { kind: "other" };
  },
};

export const DIALECTS = { plain, concerto, hocuspocus };

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What travels on a realtime socket.
 *
 * A socket belongs to one document. Each message is one binary frame that starts with a number:
 *
 *   0 0 vector    "this is what I know, send me the rest" (both ways; the server asks first, right after the opening)
 *   0 1 update    the answer to it: everything the asker lacks
 *   0 2 update    something new, typed just now
 *   1 entries     presence: who is here and where their caret is; zero entries mean "I am still alive" and nothing else
 *   2 0 text      from the server only: what you sent was not taken, and why (one of the `Refusal` words)
 *   3             "tell me who is here"
 *   102 number    barrier: the client asks, the server repeats the number once everything it received before is on disk
 *   103 json      control: facts about this connection, for clients that announced `?p=1` only
 *
 * 0 to 3 are the plain y-websocket protocol, so any such client works; 102 and 103 are ours and never sent unasked.
 * Numbers are lib0 variable-length integers; vector, update and entries are length-prefixed. An update is a Yjs update:
 * a set of insertions, each numbered by the client that made it, and of deletions. A vector says, for each client, how
 * many of its insertions one has.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Access } from "./ports";

/**
 * Why a socket is closed. 44xx is final: asking again does not help; the others invite to reconnect.
 * - 4401 no session, or the session of another person or body than the page was opened for
 * - 4410 the document's past was replaced: what the client holds does not belong to it any more
 * - 4422 the page was built with another text schema and would damage what it does not know
 * - 4423 it goes on writing although it was told that the document is sealed
 * - 4508 it has read nothing for so long that telling it anything is in vain
 */
export const Close = {
  misbehaved: 4400,
  signedOut: 4401,
  noAccess: 4403,
  missing: 4404,
  staleEpoch: 4410,
  tooLarge: 4413,
  otherSchema: 4422,
  sealed: 4423,
  tooMany: 4429,
  failed: 4500,
  tooSlow: 4508,
  restart: 1012,
  tryLater: 1013,
} as const;

/** The reason that goes with 4401 when there is a session, but not theirs for whom the page was opened. */
export const OTHER_VOICE = "another voice";

/** Why something a client sent was not taken; the page turns the word into a sentence. */
export type Refusal =
  | "read-only"
  | "sealed"
  | "foreign-author"
  | "malformed"
  | "incomplete"
  | "not-saved"
  | "not-a-suggestion"
  | "presence-too-large"
  // for the server's own edits: there is no such document
  | "missing";

/** Facts about the connection, sent as message 103. `seq` counts the document's stored updates. */
export type Control =
  | { type: "welcome"; access: Access; sealed: boolean; epoch: number; seq: number }
  | { type: "access"; access: Access; sealed: boolean }
  | { type: "refused"; reason: Refusal }
  | { type: "storage"; state: "failing" | "recovered" }
  // how many are here, when they are too many to be listed; 0 when all are listed again
  | { type: "people"; count: number }
  // something beside the text is new: its comments, its versions; `topic` is the application's word for it
  | { type: "changed"; topic: string };

/** One line of presence: `state` is JSON text, "null" when the client left. A higher clock replaces a lower one. */
export type PresenceEntry = { client: number; clock: number; state: string };

export type Message =
  | { type: "vector"; vector: Uint8Array }
  | { type: "answer"; update: Uint8Array }
  | { type: "update"; update: Uint8Array }
  | { type: "presence"; entries: PresenceEntry[] }
  | { type: "presence?" }
  | { type: "denied"; reason: string }
  | { type: "barrier"; number: number }
  | { type: "control"; control: Control };

/** The frame is not one of the messages above. */
export class MalformedMessage extends Error {}

/** The number a plain client dispatches on; ours are added to its table of handlers. */
export const DENIED = 2;
export const BARRIER = 102;
export const CONTROL = 103;

const build = (write: (to: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

export const writeVector = (vector: Uint8Array) => writeSync(0, vector);
export const writeAnswer = (update: Uint8Array) => writeSync(1, update);

/** What precedes an update of `length` bytes in `writeAnswer`. */
export function headOfAnswer(length: number): Uint8Array {
  return build((to) => {
    encoding.writeVarUint(to, 0);
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint(to, length);
  });
}

export const writeUpdate = (update: Uint8Array) => writeSync(2, update);

function writeSync(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  return build((to) => {
    encoding.writeVarUint(to, 0);
    encoding.writeVarUint(to, step);
    encoding.writeVarUint8Array(to, bytes);
  });
}

export function writePresence(entries: Iterable<PresenceEntry>): Uint8Array {
  const list = [...entries];
  const body = build((to) => {
    encoding.writeVarUint(to, list.length);
    for (const { client, clock, state } of list) {
      encoding.writeVarUint(to, client);
      encoding.writeVarUint(to, clock);
      encoding.writeVarString(to, state);
    }
  });
  return build((to) => {
    encoding.writeVarUint(to, 1);
    encoding.writeVarUint8Array(to, body);
  });
}

/** Presence without entries: every client takes it as a sign of life and does nothing else. */
export const writeKeepalive = () => writePresence([]);

export const writePresenceQuery = () => build((to) => encoding.writeVarUint(to, 3));

export function writeDenied(reason: string): Uint8Array {
  return build((to) => {
    encoding.writeVarUint(to, DENIED);
    encoding.writeVarUint(to, 0);
    encoding.writeVarString(to, reason);
  });
}

export function writeBarrier(number: number): Uint8Array {
  return build((to) => {
    encoding.writeVarUint(to, BARRIER);
    encoding.writeVarUint(to, number);
  });
}

export function writeControl(control: Control): Uint8Array {
  return build((to) => {
    encoding.writeVarUint(to, CONTROL);
    encoding.writeVarString(to, JSON.stringify(control));
  });
}

/** Reads one frame. Throws `MalformedMessage` for anything but exactly one well-formed message. */
export function readMessage(frame: Uint8Array): Message {
  try {
    const from = decoding.createDecoder(frame);
    const message = readBody(from);
    if (decoding.hasContent(from)) throw new MalformedMessage("bytes after the message");
    return message;
  } catch (failure) {
    if (failure instanceof MalformedMessage) throw failure;
    throw new MalformedMessage("truncated message", { cause: failure });
  }
}

function readBody(from: decoding.Decoder): Message {
  const kind = decoding.readVarUint(from);
  switch (kind) {
    case 0:
      return readSync(from);
    case 1:
      return { type: "presence", entries: readPresence(decoding.readVarUint8Array(from)) };
    case DENIED:
      return { type: "denied", reason: readDenied(from) };
    case 3:
      return { type: "presence?" };
    case BARRIER:
      return { type: "barrier", number: decoding.readVarUint(from) };
    case CONTROL:
      return { type: "control", control: readControl(from) };
    default:
      throw new MalformedMessage(`unknown message ${kind}`);
  }
}

function readSync(from: decoding.Decoder): Message {
  const step = decoding.readVarUint(from);
  const bytes = decoding.readVarUint8Array(from);
  if (step === 0) return { type: "vector", vector: bytes };
  if (step === 1) return { type: "answer", update: bytes };
  if (step === 2) return { type: "update", update: bytes };
  throw new MalformedMessage(`unknown sync step ${step}`);
}

function readPresence(body: Uint8Array): PresenceEntry[] {
  const from = decoding.createDecoder(body);
  const entries: PresenceEntry[] = [];
  for (let left = decoding.readVarUint(from); left > 0; left--) {
    const client = decoding.readVarUint(from);
    const clock = decoding.readVarUint(from);
    entries.push({ client, clock, state: decoding.readVarString(from) });
  }
  return entries;
}

/** What follows the leading 2 of a denial. */
export function readDenied(from: decoding.Decoder): string {
  const kind = decoding.readVarUint(from);
  if (kind !== 0) throw new MalformedMessage(`unknown denial ${kind}`);
  return decoding.readVarString(from);
}

/** What follows the leading 103 of a control message. */
export function readControl(from: decoding.Decoder): Control {
  return JSON.parse(decoding.readVarString(from)) as Control;
}

/** A vector as pairs client → count. Throws `MalformedMessage`; at most `most` clients are read. */
export function readVector(bytes: Uint8Array, most: number): Map<number, number> {
  try {
    const from = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(from);
    if (count > most) throw new MalformedMessage("too many clients in a vector");
    const vector = new Map<number, number>();
    for (let i = 0; i < count; i++) vector.set(decoding.readVarUint(from), decoding.readVarUint(from));
    return vector;
  } catch (failure) {
    if (failure instanceof MalformedMessage) throw failure;
    throw new MalformedMessage("truncated vector", { cause: failure });
  }
}

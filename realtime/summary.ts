// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the server must know of a stored document, kept beside it, so that opening a large one does not mean taking it
 * apart. It is read far more often than written, by processes that have just started: numbers lie in it as they will
 * lie in memory.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { Known } from "./known";

const FORMAT = 2;
/** Of a client: its number, how many pieces it has, and how many numbers follow for runs, blocks and deletions. */
const HEADER = 5;

/** `vector` and `deletions` as clients are told them. */
export type Summary = { known: Known; vector: Uint8Array; deletions: Uint8Array };

/** Summarises what is known, except to whom client numbers belong, which is kept elsewhere. */
export function writeSummary(known: Known): Uint8Array {
  const numbers: number[] = [];
  for (const [client, end] of known.clocks) {
    const { runs, blocks } = known.places.of(client);
    const deleted = known.deleted.of(client);
    numbers.push(client, end, runs.length, blocks.length, deleted.length);
    for (const list of [runs, blocks, deleted]) for (const number of list) numbers.push(number);
  }
  return encoding.encode((to) => {
    encoding.writeVarUint(to, FORMAT);
    encoding.writeVarUint8Array(to, known.vector());
    encoding.writeVarUint8Array(to, known.deletions());
    const roots = known.places.roots();
    encoding.writeVarUint(to, roots.length);
    for (const { name, kind } of roots) {
      encoding.writeVarString(to, name);
      encoding.writeVarUint(to, kind);
    }
    encoding.writeVarUint8Array(to, littleEndian(Uint32Array.from(numbers)));
  });
}

/** Undefined when it is of another format. */
export function readSummary(summary: Uint8Array): Summary | undefined {
  const from = decoding.createDecoder(summary);
  if (decoding.readVarUint(from) !== FORMAT) return undefined;
  const vector = decoding.readVarUint8Array(from).slice();
  const deletions = decoding.readVarUint8Array(from).slice();
  const known = new Known();
  const roots = Array.from({ length: decoding.readVarUint(from) }, () => ({
    name: decoding.readVarString(from),
    kind: decoding.readVarUint(from),
  }));
  known.places.putRoots(roots);
  const bytes = littleEndian(decoding.readVarUint8Array(from));
  const numbers = new Uint32Array(bytes.buffer);
  for (let at = 0; at < numbers.length; ) {
    const [client, end, runs, blocks, deleted] = numbers.subarray(at, at + HEADER) as unknown as Header;
    let next = at + HEADER;
    const take = (length: number) => numbers.subarray(next, (next += length));
    known.places.putClient(client, end, { runs: take(runs), blocks: take(blocks) });
    known.deleted.put(client, take(deleted));
    known.clocks.set(client, end);
    at = next;
  }
  return { known, vector, deletions };
}

type Header = [client: number, end: number, runs: number, blocks: number, deleted: number];

/** A copy in which the lowest byte of each number comes first, whatever the machine prefers. */
function littleEndian(numbers: Uint32Array | Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(numbers.byteLength);
  bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] === 1) return bytes;
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < bytes.length; i += 4) view.setUint32(i, view.getUint32(i, true), false);
  return bytes;
}

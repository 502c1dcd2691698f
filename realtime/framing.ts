// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Messages as they lie on the socket. What goes to many is framed once and the same bytes are written to every socket; this
 * is sound because nothing is compressed and a server's frames are not masked (RFC 6455, 5.1 and 5.2).
 */

/** A message in its frame, ready for any socket of ours. */
export type Wire = Buffer;

/** One whole binary message. */
const FINAL_BINARY = 0x82;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** Frames a message. */
export const framed = (message: Uint8Array): Wire => frame([message], Buffer.allocUnsafe);

/** Frames the pieces as one message, copying each of them once, in memory of its own: for what is kept. */
export const framedToKeep = (...pieces: Uint8Array[]): Wire => frame(pieces, Buffer.allocUnsafeSlow);

/** The message in a frame of ours; shares its memory. */
export function messageOf(wire: Wire): Uint8Array {
  const header = wire[1] === EIGHT_BYTES ? 10 : wire[1] === TWO_BYTES ? 4 : 2;
  return new Uint8Array(wire.buffer, wire.byteOffset + header, wire.length - header);
}

function frame(pieces: Uint8Array[], allocate: (size: number) => Buffer): Wire {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const header = length < TWO_BYTES ? 2 : length < 65_536 ? 4 : 10;
  const wire = allocate(header + length);
  wire[0] = FINAL_BINARY;
  if (header === 2) wire[1] = length;
  else if (header === 4) {
    wire[1] = TWO_BYTES;
    wire.writeUInt16BE(length, 2);
  } else {
    wire[1] = EIGHT_BYTES;
    wire.writeUInt32BE(Math.floor(length / 2 ** 32), 2);
    wire.writeUInt32BE(length % 2 ** 32, 6);
  }
  let at = header;
  for (const piece of pieces) {
    wire.set(piece, at);
    at += piece.length;
  }
  return wire;
}

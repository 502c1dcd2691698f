// SPDX-License-Identifier: AGPL-3.0-or-later
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { takeApart } from "./inspect";
import { RangeSet } from "./ranges";

/**
 * What remains of an update that must not count: its pieces, already deleted, so that what others wrote beside them still
 * finds its place; and nothing of what it deleted. Throws `MalformedUpdate`.
 */
export function leaveOut(update: Uint8Array): Uint8Array {
  const { structs } = takeApart(update);
  const pieces = new RangeSet();
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, structs.size);
  for (const [client, own] of structs) {
    encoding.writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) {
      struct.write(encoder, 0);
      if (!(struct instanceof Y.Skip)) pieces.add(client, { clock: struct.id.clock, len: struct.length });
    }
  }
  // an update that inserts nothing begins with one byte that says so
  encoding.writeUint8Array(encoder.restEncoder, pieces.asUpdate().subarray(1));
  return encoder.toUint8Array();
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Takes an update apart and refuses what no honest editor sends. Yjs itself accepts almost anything and breaks later,
 * in everybody's browser; so form is judged here, before a byte is stored. Nothing here depends on the document.
 */
import * as Y from "yjs";
import { readKeystroke } from "./keystroke";
import type { Range } from "./ranges";

export type Struct = Y.Item | Y.GC | Y.Skip;

/** `structs` per client, each in rising order without holes other than Skips. */
export type Inspected = { structs: Map<number, Struct[]>; deletes: Map<number, Range[]> };

/** The update is damaged or hostile. */
export class MalformedUpdate extends Error {}

const MAX_CLOCK = 2 ** 31;
const MAX_CLIENTS = 4096;
const MAX_DELETED_RANGES = 100_000;
/** Longest stretch one deleted or collected piece may claim: it costs the sender a few bytes whatever it says. */
const MAX_VOID = 2 ** 24;

/** Text, marks, blocks and their attributes. No binary blobs, no documents in documents. */
const ALLOWED = new Set<unknown>([Y.ContentString, Y.ContentFormat, Y.ContentType, Y.ContentEmbed, Y.ContentAny, Y.ContentDeleted]);
const ALLOWED_TYPES = new Set<unknown>([Y.XmlElement, Y.XmlText, Y.XmlFragment]);

/** Takes an update apart without judging its content: for what was judged before it was stored. Throws `MalformedUpdate`. */
export function takeApart(update: Uint8Array): Inspected {
  const { structs, ds } = decode(update);
  const grouped = new Map<number, Struct[]>();
  let last: Struct | undefined;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct.length < 1 || clock + struct.length > MAX_CLOCK) throw new MalformedUpdate("impossible length");
    // merging relies on this order, and every Yjs encoder writes it
    if (last && client > last.id.client) throw new MalformedUpdate("clients out of order");
    if (last?.id.client === client && last.id.clock + last.length !== clock) throw new MalformedUpdate("overlap");
    const own = grouped.get(client);
    if (own) own.push(struct);
    else grouped.set(client, [struct]);
    last = struct;
  }
  return { structs: grouped, deletes: readDeletes(ds.clients) };
}

/** Reads an update as it arrives. `roots` names the shared texts a document may have. Throws `MalformedUpdate`. */
export function inspect(update: Uint8Array, roots: ReadonlySet<string>): Inspected {
  const typed = readKeystroke(update);
  if (typed && typed.id.clock + typed.length <= MAX_CLOCK) return { structs: new Map([[typed.id.client, [typed]]]), deletes: new Map() };
  const inspected = takeApart(update);
  if (inspected.structs.size > MAX_CLIENTS) throw new MalformedUpdate("too many clients");
  for (const own of inspected.structs.values()) {
    for (const struct of own) {
      if (struct instanceof Y.Item) checkItem(struct, roots);
      else if (struct instanceof Y.GC && struct.length > MAX_VOID) throw new MalformedUpdate("impossible length");
    }
  }
  return inspected;
}

function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update);
  } catch (failure) {
    throw new MalformedUpdate("undecodable", { cause: failure });
  }
}

function checkItem(item: Y.Item, roots: ReadonlySet<string>): void {
  const { content, parent } = item;
  if (!ALLOWED.has(content.constructor)) throw new MalformedUpdate("content not allowed");
  if (content instanceof Y.ContentType && !ALLOWED_TYPES.has(content.type.constructor)) {
    throw new MalformedUpdate("type not allowed");
  }
  if (content instanceof Y.ContentDeleted && item.length > MAX_VOID) throw new MalformedUpdate("impossible length");
  // the decoder leaves the name of a root type where a loaded document has the type itself
  if (typeof parent === "string" && !roots.has(parent)) throw new MalformedUpdate("unknown root");
}

function readDeletes(clients: Map<number, Range[]>): Map<number, Range[]> {
  let count = 0;
  for (const ranges of clients.values()) {
    count += ranges.length;
    for (const { clock, len } of ranges) {
      if (len < 1 || clock + len > MAX_CLOCK) throw new MalformedUpdate("impossible deletion");
    }
  }
  if (count > MAX_DELETED_RANGES) throw new MalformedUpdate("too many deletions");
  return clients;
}

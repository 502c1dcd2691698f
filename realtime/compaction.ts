// SPDX-License-Identifier: AGPL-3.0-or-later
/** Making a document small without changing what it says. */
import * as Y from "yjs";
import { takeApart } from "./inspect";
import { Known } from "./known";
import { writeSummary } from "./summary";

/** What is stored as a base: the state, and the summary that spares taking it apart when it is loaded. */
export type Compacted = { state: Uint8Array; summary: Uint8Array };

/** The compacted document would not say exactly the same; the caller keeps what it has. */
export class NotTheSame extends Error {}

/**
 * The document that `parts` make (the base first), with deleted text really gone. Throws `NotTheSame` unless everybody's
 * text, marks, attributes and counts are the same as before.
 */
export function compact(parts: Uint8Array[]): Compacted {
  const before = build(parts, false);
  const cleaned = build(parts, true);
  const state = Y.encodeStateAsUpdate(cleaned);
  const after = build([state], true);
  try {
    if (!sameCounts(before, after) || whatItSays(before) !== whatItSays(after)) throw new NotTheSame();
    return { state, summary: summarise(state) };
  } finally {
    for (const document of [before, cleaned, after]) document.destroy();
  }
}

/** What a server must know of a document to judge updates to it. Throws when the document has holes. */
export function summarise(state: Uint8Array): Uint8Array {
  const known = new Known();
  if (!known.learnStored(takeApart(state))) throw new NotTheSame("The document has holes");
  return writeSummary(known);
}

function build(parts: Uint8Array[], gc: boolean): Y.Doc {
  const document = new Y.Doc({ gc });
  document.transact(() => {
    for (const part of parts) Y.applyUpdate(document, part);
  });
  if (document.store.pendingStructs || document.store.pendingDs) throw new NotTheSame("The document has holes");
  return document;
}

function sameCounts(one: Y.Doc, other: Y.Doc): boolean {
  const [before, after] = [one, other].map((document) => Y.decodeStateVector(Y.encodeStateVector(document)));
  return before?.size === after?.size && [...(before ?? [])].every(([client, clock]) => after?.get(client) === clock);
}

/** All that has not been deleted, in its order, as text: of every shared type, with what stands inside it. */
function whatItSays(document: Y.Doc): string {
  const roots = [...document.share].map(([name, root]) => [name, contentOf(root)] as const);
  return JSON.stringify(roots.filter(([, content]) => content.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

// shared types keep their pieces in fields that are not part of the published types
type Inner = { _start: Y.Item | null; _map: Map<string, Y.Item>; nodeName?: string };

function contentOf(type: unknown): unknown[] {
  const { _start, _map } = type as Inner;
  const said: unknown[] = [];
  for (let item = _start; item; item = item.right) if (!item.deleted) said.push(...inside(item.content));
  const attributes = [..._map].filter(([, item]) => !item.deleted).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, item] of attributes) said.push({ [name]: inside(item.content) });
  return said;
}

function inside(content: Y.Item["content"]): unknown[] {
  if (content instanceof Y.ContentType) {
    return [{ type: content.type.constructor.name, name: (content.type as Inner).nodeName, holds: contentOf(content.type) }];
  }
  if (content instanceof Y.ContentFormat) return [{ mark: content.key, value: content.value as unknown }];
  // letter by letter: how text is cut into pieces is of no matter
  return content.getContent();
}

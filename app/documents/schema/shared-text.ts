// SPDX-License-Identifier: AGPL-3.0-or-later
/** Between the shared state (Yjs) and the text as JSON. */
import type { JSONContent } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { prosemirrorJSONToYXmlFragment, updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { withBlockIds } from "./block-id";
import { TEXT, textSchema } from "./extensions";

const DEEPEST = 200;

/** Writes the first content into an empty shared document; blocks without an id get one. Throws when the content does not fit the schema. */
export function writeText(shared: Y.Doc, content: JSONContent): void {
  prosemirrorJSONToYXmlFragment(textSchema(), withBlockIds(content), shared.getXmlFragment(TEXT));
}

/**
 * Makes an open shared document say what `content` says, touching only what differs: anchors, carets and the authorship of
 * what stays are kept. Throws when the content does not fit the schema.
 */
export function rewriteText(shared: Y.Doc, content: JSONContent): void {
  const node = Node.fromJSON(textSchema(), withBlockIds(content));
  node.check();
  shared.transact(() => updateYFragment(shared, shared.getXmlFragment(TEXT), node, { mapping: new Map(), isOMark: new Map() }));
}

/**
 * Reads the text of a shared document from its stored updates, in order. Whatever a client may have put there that is not text is left out, so that one
 * hostile update cannot hide the rest.
 */
export function readText(updates: Uint8Array[]): JSONContent {
  const shared = new Y.Doc();
  try {
    shared.transact(() => {
      for (const update of updates) Y.applyUpdate(shared, update);
    });
    return readLiveText(shared);
  } finally {
    shared.destroy();
  }
}

/** The text of a shared document that is open. */
export function readLiveText(shared: Y.Doc): JSONContent {
  return { type: "doc", content: shared.getXmlFragment(TEXT).toArray().flatMap((item) => nodes(item, 0)) };
}

function nodes(item: unknown, depth: number): JSONContent[] {
  if (depth > DEEPEST) return [];
  if (item instanceof Y.XmlText) return item.toDelta().flatMap(run);
  if (!(item instanceof Y.XmlElement)) return [];
  const content = item.toArray().flatMap((child) => nodes(child, depth + 1));
  return [{ type: item.nodeName, attrs: item.getAttributes() as Record<string, unknown>, content }];
}

type Run = { insert: unknown; attributes?: Record<string, unknown> };

function run({ insert, attributes = {} }: Run): JSONContent[] {
  if (typeof insert !== "string") return [];
  const marks = Object.entries(attributes).map(([name, attrs]) => ({
    // marks of one kind that overlap carry a suffix after two hyphens
    type: name.replace(/--.{8}$/, ""),
    attrs: typeof attrs === "object" && attrs !== null ? (attrs as Record<string, unknown>) : {},
  }));
  return [{ type: "text", text: insert, marks }];
}

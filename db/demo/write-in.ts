// SPDX-License-Identifier: AGPL-3.0-or-later
import { newBlockId } from "~/documents/index.server";
import { documentAccess, findDocument } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { enforce, no, yes } from "~/web/policy";
import { databaseStore } from "~realtime/index.server";
import * as Y from "yjs";

/** Name of the shared fragment that holds the text. */
const TEXT = "default";
const quiet = { info() {}, warn() {}, error() {} };

/** What somebody adds: paragraphs at the end of the part under a heading. */
export type Addition = { under: string; paragraphs: string[] };

/**
 * Adds paragraphs to a shared document as its editor would have done: a change to the shared state, stored in the log
 * with who made it, for whom and when. Refused to whoever could not write there at that moment.
 */
export async function writeIn(ctx: Ctx, documentId: string, { under, paragraphs }: Addition): Promise<void> {
  const { document } = await findDocument(ctx, documentId);
  const access = await documentAccess(ctx.db.read, ctx.actor, document, ctx.now);
  enforce(access.access === "write" ? yes() : no(access.because));
  const store = databaseStore(ctx.db, quiet);
  const stored = await store.load(documentId);
  const shared = new Y.Doc();
  for (const bytes of [...(stored?.base ? [stored.base] : []), ...(stored?.updates.map((row) => row.bytes) ?? [])]) Y.applyUpdate(shared, bytes);
  const before = Y.encodeStateVector(shared);
  const text = shared.getXmlFragment(TEXT);
  shared.transact(() => text.insert(endOf(text, under), paragraphs.map(paragraph)));
  const { personId = "", organisationId = null } = ctx.actor ?? {};
  await store.append([
    {
      documentId, at: ctx.now, connectionId: "demo", kind: "update",
      who: { personId, organisationId, sessionId: null },
      bytes: Y.encodeStateAsUpdate(shared, before),
      binds: [shared.clientID],
    },
  ]);
  shared.destroy();
}

/** Where the part under a heading ends: at the next heading, or at the end of the text. */
function endOf(text: Y.XmlFragment, heading: string): number {
  const nodes = text.toArray();
  const isHeading = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === "heading";
  const start = nodes.findIndex((node) => isHeading(node) && (node.get(0) as Y.XmlText).toString() === heading);
  if (start < 0) throw new Error(`The document has no heading «${heading}»`);
  const next = nodes.findIndex((node, i) => i > start && isHeading(node));
  return next < 0 ? nodes.length : next;
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  element.setAttribute("id", newBlockId());
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

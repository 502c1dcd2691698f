// SPDX-License-Identifier: AGPL-3.0-or-later
import { newBlockId } from "~/documents/index.server";
import { documentAccess, findDocument } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { enforce, no, yes } from "~/web/policy";
import * as Y from "yjs";
import { textsOf } from "./live-texts";

/** Name of the shared fragment that holds the text. */
const TEXT = "default";

/** What somebody adds: paragraphs at the end of the part under a heading. */
export type Addition = { under: string; paragraphs: string[] };

/**
 * Adds paragraphs to a shared document as its editor would have done: a change to the shared state, stored in the log
 * with who made it, for whom and when. Refused to whoever could not write there at that moment.
 */
export async function writeIn(ctx: Ctx, documentId: string, { under, paragraphs }: Addition): Promise<void> {
  await change(ctx, documentId, (text) => text.insert(endOf(text, under), paragraphs.map(paragraph)));
}

/** What is written in the lists of a part, in their order; an empty list stays as it is. */
export type Filling = { under: string; lists: string[][] };

/** Fills the lists that a template offers under some headings, in one change. */
export async function fillLists(ctx: Ctx, documentId: string, fillings: Filling[]): Promise<void> {
  await change(ctx, documentId, (text) => {
    for (const { under, lists } of fillings) {
      const nodes = text.toArray();
      const start = nodes.findIndex((node) => isHeading(node) && wordsOf(node) === under);
      if (start < 0) throw new Error(`The document has no heading «${under}»`);
      const offered = nodes.slice(start).filter((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === "bulletList");
      for (const [n, items] of lists.entries()) if (items.length > 0) offered[n]?.delete(0, offered[n].length);
      for (const [n, items] of lists.entries()) if (items.length > 0) offered[n]?.insert(0, items.map(listItem));
    }
  });
}

async function change(ctx: Ctx, documentId: string, work: (text: Y.XmlFragment) => void): Promise<void> {
  const { document } = await findDocument(ctx, documentId);
  const access = await documentAccess(ctx.db.read, ctx.actor, document, ctx.now);
  enforce(access.access === "write" ? yes() : no(access.because));
  const texts = textsOf(ctx);
  const shared = new Y.Doc();
  Y.applyUpdate(shared, (await texts.readDocument(documentId)) ?? Y.encodeStateAsUpdate(new Y.Doc()));
  const before = Y.encodeStateVector(shared);
  shared.transact(() => work(shared.getXmlFragment(TEXT)));
  const { personId = "", organisationId = null } = ctx.actor ?? {};
  await texts.submit(documentId, { personId, organisationId, sessionId: null }, Y.encodeStateAsUpdate(shared, before));
  shared.destroy();
}

const isHeading = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement && node.nodeName === "heading";
const wordsOf = (heading: Y.XmlElement): string => (heading.get(0) as Y.XmlText).toString();

/** Where the part under a heading ends: at the next heading, or at the end of the text. */
function endOf(text: Y.XmlFragment, heading: string): number {
  const nodes = text.toArray();
  const start = nodes.findIndex((node) => isHeading(node) && wordsOf(node) === heading);
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

function listItem(words: string): Y.XmlElement {
  const element = new Y.XmlElement("listItem");
  element.insert(0, [paragraph(words)]);
  return element;
}

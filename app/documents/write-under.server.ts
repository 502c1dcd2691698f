// SPDX-License-Identifier: AGPL-3.0-or-later
import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import { and, eq, isNotNull } from "drizzle-orm";
import * as Y from "yjs";
import type { Ctx } from "~/web/context";
import type { LiveTexts } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { documents } from "~db/documents/schema";
import { withBlockIds } from "./schema/block-id";
import { type Block, documentOf } from "./schema/blocks";
import { TEXT, textSchema } from "./schema/extensions";

export type UnderHeading = { /** Words of the heading; where the text lacks it, it is added at the end. */ heading: string; level: 2 | 3; blocks: Block[] };
type Change = {
  /** Ids of blocks to take away. */
  remove?: string[];
  /** Takes away what a template offered and nobody filled: empty lines and lists, and headings that have nothing under them (not those of level 3). */
  tidy?: boolean;
  parts: UnderHeading[];
};

/**
 * Writes blocks at the end of the parts under some headings, and takes away blocks written earlier, as one change in the name of who acts. A
 * domain that governs the document writes also while it is locked: the lock is lifted for this change alone, and nobody else is let in by
 * it, also when the house falls meanwhile. Answers the ids of the blocks written. Asks nobody's permission; not to be called inside a transaction.
 */
export async function writeUnder(ctx: Pick<Ctx, "actor" | "db" | "now">, texts: Pick<LiveTexts, "readDocument" | "submit">, documentId: string, { remove = [], tidy = false, parts }: Change): Promise<string[]> {
  const stored = await texts.readDocument(documentId);
  if (!stored) throw problem("missing");
  const shared = new Y.Doc();
  try {
    Y.applyUpdate(shared, stored);
    const before = Y.encodeStateVector(shared);
    const text = shared.getXmlFragment(TEXT);
    const written: string[] = [];
    shared.transact(() => {
      takeAway(text, new Set(remove));
      for (const part of parts) written.push(...add(text, part));
      if (tidy) takeAwayEmpty(text);
    });
    const { personId = "system", organisationId = null, sessionId = null } = ctx.actor ?? {};
    await unlockedFor(ctx, documentId, () => texts.submit(documentId, { personId, organisationId, sessionId }, Y.encodeStateAsUpdate(shared, before)));
    return written;
  } finally {
    shared.destroy();
  }
}

/** To everybody else the document stays locked: only the log, which looks the lock up when it stores a change, lets this one pass. */
async function unlockedFor(ctx: Pick<Ctx, "db" | "now">, documentId: string, work: () => Promise<unknown>): Promise<void> {
  const lift = (lockLiftedAt: Date | null) => ctx.db.tx((tx) => tx.update(documents).set({ lockLiftedAt }).where(and(eq(documents.id, documentId), isNotNull(documents.lockedAt))));
  await lift(ctx.now);
  try {
    await work();
  } finally {
    await lift(null);
  }
}

const idOf = (node: unknown): unknown => (node instanceof Y.XmlElement ? node.getAttribute("id") : undefined);
const levelOf = (node: unknown): number | null => (node instanceof Y.XmlElement && node.nodeName === "heading" ? Number(node.getAttribute("level")) || 2 : null);
const wordsOf = (node: Y.XmlElement): string => node.toArray().map((child) => (child instanceof Y.XmlText ? child.toDelta().map(({ insert }: { insert: unknown }) => (typeof insert === "string" ? insert : "")).join("") : "")).join("");

function takeAway(text: Y.XmlFragment, ids: Set<string>): void {
  if (ids.size === 0) return;
  for (let i = text.length - 1; i >= 0; i--) if (ids.has(String(idOf(text.get(i))))) text.delete(i, 1);
}

function takeAwayEmpty(text: Y.XmlFragment): void {
  for (let i = text.length - 1; i >= 0; i--) {
    const node = text.get(i);
    if (!(node instanceof Y.XmlElement)) continue;
    const level = levelOf(node);
    const next = i + 1 < text.length ? levelOf(text.get(i + 1)) : 0;
    const bare = level !== null && level !== 3 && next !== null && next <= level;
    if (level === null ? isEmpty(node) && text.length > 1 : bare) text.delete(i, 1);
  }
}

const MAY_BE_EMPTY = new Set(["paragraph", "bulletList", "orderedList", "taskList", "guidance"]);
const isEmpty = (node: Y.XmlElement): boolean => MAY_BE_EMPTY.has(node.nodeName) && (node.nodeName === "guidance" || !saysAnything(node));
const saysAnything = (node: unknown): boolean => (node instanceof Y.XmlText ? node.length > 0 : node instanceof Y.XmlElement && (!STRUCTURE.has(node.nodeName) || node.toArray().some(saysAnything)));
const STRUCTURE = new Set(["paragraph", "bulletList", "orderedList", "taskList", "listItem", "taskItem"]);

function add(text: Y.XmlFragment, { heading, level, blocks }: UnderHeading): string[] {
  const nodes = text.toArray();
  const found = nodes.findIndex((node) => levelOf(node) === level && wordsOf(node as Y.XmlElement).trim() === heading);
  const next = nodes.findIndex((node, i) => i > found && (levelOf(node) ?? 9) <= level);
  const made = elementsOf(found < 0 ? [{ type: "heading", level, text: heading }, ...blocks] : blocks);
  text.insert(found < 0 || next < 0 ? nodes.length : next, made.map((element) => element.clone()));
  return made.map((element) => String(element.getAttribute("id")));
}

/** The blocks as elements of a shared text of their own, to be copied from. */
function elementsOf(blocks: Block[]): Y.XmlElement[] {
  const aside = new Y.Doc().getXmlFragment(TEXT);
  const { content = [] } = documentOf(blocks);
  // the empty line that closes a whole document has no place in the middle of one
  const own = blocks.at(-1)?.type === "paragraph" ? content : content.slice(0, -1);
  prosemirrorJSONToYXmlFragment(textSchema(), withBlockIds({ type: "doc", content: own }), aside);
  return aside.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** A table with a text, the realtime server over it, and everybody's socket judged by the page's own rules. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { JSONContent } from "@tiptap/core";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import { admitToDocument, lockAware } from "~/documents/index.server";
import { readLiveText, rewriteText } from "~/documents/schema/shared-text";
import { attachRealtime, databaseStore } from "~realtime/index.server";
import type { Voice } from "~tests/harness";
import { discussion } from "../contributions-stage";

const quiet = { info() {}, warn() {}, error() {} };

export async function consultation(more: Parameters<typeof discussion>[0] = {}) {
  const scene = await discussion({ state: "consultation", ...more });
  const { db, now, documentId } = scene;
  const voices = Object.values(scene).filter((value): value is Voice => typeof value === "object" && value !== null && "affiliationId" in value);
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const hub = attachRealtime(server, {
    admit: async (request, id) => admitToDocument(db, voices.find(({ personId }) => personId === request.headers.cookie)?.actor ?? null, id, now),
    store: lockAware(db, databaseStore(db, quiet)),
    originAllowed: () => true,
    log: quiet,
    clock: () => now,
    textRules: "app/documents/schema/text-rules.ts",
    timing: { gather: 1 },
  });
  onTestFinished(async () => {
    await hub.close();
    server.close();
  });
  /** The shared text as stored. */
  async function shared(): Promise<Y.Doc> {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await hub.readDocument(documentId)) as Uint8Array);
    return doc;
  }
  const text = async (): Promise<JSONContent> => readLiveText(await shared());
  /** What an editor would send to make the text another. */
  async function change(to: (content: JSONContent) => JSONContent): Promise<Uint8Array> {
    const doc = await shared();
    let update: Uint8Array = new Uint8Array();
    doc.on("update", (bytes: Uint8Array) => (update = update.length ? Y.mergeUpdates([update, bytes]) : bytes));
    rewriteText(doc, to(readLiveText(doc)));
    return update;
  }
  return { ...scene, hub, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/realtime`, shared, text, change };
}

/** The block with these words. */
export function blockWith(content: JSONContent, words: string): JSONContent & { attrs: { id: string } } {
  const found = (content.content ?? []).find((block) => (block.content ?? []).map(({ text }) => text).join("").includes(words));
  if (!found) throw new Error(`No block says: ${words}`);
  return found as JSONContent & { attrs: { id: string } };
}

export const paragraph = (text: string): JSONContent => ({ type: "paragraph", content: [{ type: "text", text }] });

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import * as Y from "yjs";
import type { LiveTexts } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { NotTaken, type Owner } from "~realtime/index.server";
import { readLiveText, rewriteText } from "../../schema/shared-text";

export type Editing = Pick<LiveTexts, "readDocument" | "submit">;

/**
 * Changes a shared text in somebody's name while others go on writing: only what differs is touched. `change` answers the
 * text as it should be, or null to leave it. Resolves once it is on disk. Throws `conflict` when the text takes no writing
 * now. Asks nobody's permission, and is never called inside a transaction.
 */
export async function editText(texts: Editing, documentId: string, by: Owner & { sessionId: string | null }, change: (content: JSONContent) => JSONContent | null): Promise<void> {
  const stored = await texts.readDocument(documentId);
  if (!stored) throw problem("missing");
  const shared = new Y.Doc();
  try {
    Y.applyUpdate(shared, stored);
    const wanted = change(readLiveText(shared));
    if (!wanted) return;
    let update: Uint8Array = new Uint8Array();
    shared.on("update", (bytes: Uint8Array) => {
      update = update.length === 0 ? bytes : Y.mergeUpdates([update, bytes]);
    });
    rewriteText(shared, wanted);
    if (update.length > 0) await texts.submit(documentId, by, update);
  } catch (failure) {
    // what would come out is no text that an editor can show
    if (failure instanceof RangeError) throw problem("conflict", { because: "contributions.suggestion.doesNotFit" });
    if (failure instanceof NotTaken) throw problem("conflict", { because: "contributions.suggestion.notTaken" });
    throw failure;
  } finally {
    shared.destroy();
  }
}

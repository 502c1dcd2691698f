// SPDX-License-Identifier: AGPL-3.0-or-later
import type * as Y from "yjs";

/**
 * Watches for updates that build on others which never came: Yjs keeps them aside without a word and the text on screen
 * stays behind. When some have been waiting for `patience` milliseconds, `askAgain` is called, and again as long as it
 * takes. Answers the way to stop.
 */
export function watchForMissing(document: Y.Doc, askAgain: () => void, patience = 3000): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waits = () => document.store.pendingStructs !== null || document.store.pendingDs !== null;
  const look = () => {
    if (!waits()) {
      clearTimeout(timer);
      timer = undefined;
      return;
    }
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!waits()) return;
      askAgain();
      look();
    }, patience);
  };
  // an update that has to wait changes nothing, so "update" would not tell
  document.on("afterAllTransactions", look);
  return () => {
    clearTimeout(timer);
    document.off("afterAllTransactions", look);
  };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { databaseStore } from "~realtime/index.server";
import * as Y from "yjs";
import type { Ctx } from "~/web/context";
import type { LiveTexts } from "~/web/guard.server";

const quiet = { info() {}, warn() {}, error() {} };

/** Texts that nobody has open: read from the log and written to it, as the realtime server does. With nobody connected a text is still. */
export function textsOf(ctx: Ctx): LiveTexts {
  const store = databaseStore(ctx.db, quiet);
  const stored = async (documentId: string): Promise<{ state: Uint8Array; seq: number } | undefined> => {
    const rows = await store.load(documentId);
    if (!rows) return undefined;
    const { base, updates, headSeq } = rows;
    return { state: Y.mergeUpdates([...(base ? [base] : []), ...updates.map(({ bytes }) => bytes)]), seq: headSeq };
  };
  return {
    readDocument: async (documentId) => (await stored(documentId))?.state,
    async submit(documentId, who, bytes) {
      const binds = [...Y.parseUpdateMeta(bytes).to.keys()];
      const [seq = 0] = await store.append([{ documentId, at: ctx.now, connectionId: "demo", kind: "update", who, bytes, binds }]);
      return { seq };
    },
    async whileStill(documentId, work) {
      const still = await stored(documentId);
      if (!still) throw new Error(`The document ${documentId} has no text`);
      return work(still);
    },
    ping() {},
  };
}

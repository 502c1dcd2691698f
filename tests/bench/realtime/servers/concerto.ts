// SPDX-License-Identifier: AGPL-3.0-or-later
/** Ours, composed as the application composes it; only who may enter is decided here: everybody. */
import { createServer } from "node:http";
import { openDatabase } from "~db/client.server";
import { attachRealtime, createDocument, databaseStore, logStore } from "~realtime/index.server";
import { compact } from "~realtime/compaction";
import { run } from "./control";

const say = (facts: object, sentence: string) => process.stderr.write(`${sentence} ${JSON.stringify(facts)}\n`);
const log = { info: () => {}, warn: say, error: say };
const AT = new Date("2026-11-20T09:00:00.000Z");

function member(personId: string) {
  return { personId, organisationId: `ente-${personId}`, sessionId: personId, name: personId, organisationName: personId, role: "member" };
}

await run({
  async seed({ dataDir, documents }, rows) {
    const db = await openDatabase({ dataDir });
    const store = databaseStore(db, log);
    for (const documentId of documents) {
      await db.tx((tx) => createDocument(tx, { documentId, at: AT, who: member("redazione") }));
      if (rows.length === 0) continue;
      const row = { documentId, at: AT, who: member("redazione"), connectionId: "seed", kind: "update" as const, binds: [] };
      await store.append(rows.map((bytes) => ({ ...row, bytes })));
      const base = compact([rows[0] as Uint8Array]);
      await store.compact(documentId, { expectedBaseSeq: 0, seq: 1, ...base, at: AT });
    }
    await db.close();
  },
  async serve({ dataDir, port, variant }) {
    const db = await openDatabase({ dataDir });
    const store = logStore(db, log);
    let failures = variant === "store throws once" ? 1 : 0;
    const server = createServer();
    attachRealtime(server, {
      admit: async ({ headers }) => ({ ok: true, access: "write", who: member(headers.cookie ?? "") }),
      store: {
        ...store,
        append: (batch) => (failures-- > 0 ? Promise.reject(new Error("The disk said no, once")) : store.append(batch)),
      },
      originAllowed: () => true,
      log: variant ? { ...log, error: () => {} } : log,
      clock: () => new Date(),
      ...(variant === "short idle" && { timing: { idle: 200 } }),
    });
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  },
});

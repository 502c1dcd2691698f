// SPDX-License-Identifier: AGPL-3.0-or-later
/** A realtime server as a process of its own, to be killed. Arguments: folder of the data, port, document. Says "ready". */
import { createServer } from "node:http";
import { openDatabase } from "~db/client.server";
import { attachRealtime, createDocument, logStore } from "~realtime/index.server";

const [dataDir = "", port = "", documentId = ""] = process.argv.slice(2);
const db = await openDatabase({ dataDir });
const say = (facts: object, sentence: string) => process.stderr.write(`${sentence} ${JSON.stringify(facts)}\n`);
const log = { info: () => {}, warn: say, error: say };
const store = logStore(db, log);
const member = (personId: string) => ({
  personId,
  organisationId: personId,
  sessionId: personId,
  name: personId,
  organisationName: personId,
  role: "member",
});
if (!(await store.load(documentId))) {
  await db.tx((tx) => createDocument(tx, { documentId, at: new Date(), who: member("ada") }));
}
const server = createServer();
const hub = attachRealtime(server, {
  admit: async ({ headers }) => ({ ok: true, access: "write", who: member(headers.cookie ?? "") }),
  store,
  originAllowed: () => true,
  log,
  clock: () => new Date(),
  // small enough that rooms come and go, and are compacted, between two kills
  timing: { idle: 50 },
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
process.on("SIGTERM", async () => {
  server.close();
  await hub.close();
  await store.close();
  await db.close();
  process.exit(0);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Run as a process of its own: writes acts into the same file as another process, one transaction each. */
import { record } from "~/journal/index.server";
import { openDatabase } from "~db/client.server";

const [dataDir, count] = [process.argv[2]!, Number(process.argv[3])];
const db = await openDatabase({ dataDir });
for (let n = 0; n < count; n++) {
  await db.tx((tx) => record(tx, { actor: null, now: new Date() }, { act: "thing.done", subject: { kind: "process", id: String(process.pid) } }));
}
await db.close();

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Hocuspocus with its own SQLite extension. Two settings are ours and in its favour: a write-ahead log, which saves it a sync
 * per store, with synchronous=FULL, so that what it stored is on disk as ours is.
 */
import { join } from "node:path";
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";
import BetterSqlite3 from "better-sqlite3";
import * as Y from "yjs";
import { run, type Task } from "./control";

class Durable extends SQLite {
  override async onConfigure() {
    await super.onConfigure();
    this.db?.pragma("journal_mode = WAL");
    this.db?.pragma("synchronous = FULL");
  }
}

const file = ({ dataDir }: Task) => join(dataDir, "hocuspocus.sqlite");

await run({
  async seed(task, rows) {
    const db = new BetterSqlite3(file(task));
    db.exec(`CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))`);
    const document = new Y.Doc();
    document.transact(() => rows.forEach((row) => Y.applyUpdate(document, row)));
    const state = Buffer.from(Y.encodeStateAsUpdate(document));
    const insert = db.prepare(`INSERT INTO "documents" ("name", "data") VALUES (?, ?)`);
    db.transaction(() => task.documents.forEach((name) => rows.length > 0 && insert.run(name, state)))();
    db.close();
  },
  async serve(task) {
    let failures = task.variant === "store throws once" ? 1 : 0;
    const sqlite = new Durable({ database: file(task) });
    const store = sqlite.configuration.store;
    sqlite.configuration.store = async (payload) => {
      if (failures-- > 0) throw new Error("The disk said no, once");
      await store(payload);
    };
    const server = new Server({
      quiet: true,
      port: task.port,
      address: "127.0.0.1",
      stopOnSignals: false,
      extensions: [sqlite],
      ...(task.variant === "stores at once" && { debounce: 0, maxDebounce: 0 }),
    });
    await server.listen();
  },
});

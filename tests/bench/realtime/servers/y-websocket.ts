// SPDX-License-Identifier: AGPL-3.0-or-later
/** The server that y-websocket 1.5.4 ships, unchanged, with LevelDB as its own documentation sets it up. */
import { createRequire } from "node:module";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "./control";

const require = createRequire(import.meta.url);

/** What is used of y-leveldb, whose types its package does not export. */
type Persistence = {
  storeUpdate(document: string, update: Uint8Array): Promise<unknown>;
  flushDocument(document: string): Promise<unknown>;
  destroy(): Promise<void>;
};

const persistence = () => (require("y-leveldb") as { LeveldbPersistence: new (folder: string) => Persistence }).LeveldbPersistence;

await run({
  async seed({ dataDir, documents }, rows) {
    const storage = new (persistence())(dataDir);
    const [state, ...tail] = rows;
    for (const document of documents) {
      if (!state) continue;
      await storage.storeUpdate(document, state);
      await storage.flushDocument(document);
      for (const row of tail) await storage.storeUpdate(document, row);
    }
    await storage.destroy();
  },
  async serve({ dataDir, port, variant }) {
    if (variant === "store throws once") throwOnce();
    Object.assign(process.env, { HOST: "127.0.0.1", PORT: String(port), YPERSISTENCE: dataDir });
    require(join(dirname(require.resolve("y-websocket-v1/package.json")), "bin/server.js"));
    await answering(port);
  },
});

function throwOnce(): void {
  const { prototype } = persistence();
  const { storeUpdate } = prototype;
  let calls = 0;
  prototype.storeUpdate = function (this: Persistence, ...args: Parameters<typeof storeUpdate>) {
    return calls++ === 3 ? Promise.reject(new Error("The disk said no, once")) : storeUpdate.apply(this, args);
  };
}

async function answering(port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((done) => {
      const probe = connect(port, "127.0.0.1", () => done(true)).on("error", () => done(false));
      probe.unref().once("connect", () => probe.destroy());
    });
    if (open) return;
    await pause(10);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The floor: what it costs merely to pass frames on. It knows no documents, judges nothing, stores nothing; it keeps the
 * frames it passed so that who comes later can be given them. A prepared text is read from a file at its first opening.
 *
 * In the variant "durable" a frame is passed on only once it is in a file and the file is synced; what comes while a sync is
 * under way goes with the next one. That is the least that showing only what is on disk can cost.
 */
import { open as openFile } from "node:fs/promises";
import { join } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import { DIALECTS } from "../dialects";
import { readRows } from "../texts";
import { run } from "./control";

type Place = { people: Set<WebSocket>; kept: Uint8Array[] };
type Pass = (frame: Buffer, then: () => void) => void;

/** Calls back once the frame is on disk. */
async function toDisk(path: string): Promise<Pass> {
  const file = await openFile(path, "a");
  let waiting: { frame: Buffer; then: () => void }[] = [];
  let running = false;
  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await file.writev(batch.map(({ frame }) => frame));
      await file.datasync();
      for (const { then } of batch) then();
    }
    running = false;
  }
  return (frame, then) => {
    waiting.push({ frame, then });
    if (!running) setImmediate(() => running || void run());
  };
}

await run({
  seed: async () => {},
  serve: async (task) => {
    const pass: Pass = task.variant === "durable" ? await toDisk(join(task.dataDir, "relay.log")) : (_frame, then) => then();
    return new Promise((listening) => {
      const places = new Map<string, Place>();
      const open = (name: string): Place => {
        let place = places.get(name);
        if (!place) {
          const prepared = task.rows && task.documents.includes(name) ? readRows(task.rows) : [];
          place = { people: new Set(), kept: prepared.map((row) => DIALECTS.plain.change(name, row)) };
          places.set(name, place);
        }
        return place;
      };
      const server = new WebSocketServer({ port: task.port, host: "127.0.0.1", perMessageDeflate: false }, listening);
      server.on("connection", (socket, request) => {
        const { people, kept } = open((request.url ?? "/").slice(1));
        people.add(socket);
        for (const frame of kept) socket.send(frame);
        socket.on("message", (frame: Buffer) => {
          if (frame[0] !== 0 || frame[1] !== 2) return;
          pass(frame, () => {
            kept.push(frame);
            for (const other of people) if (other !== socket) other.send(frame);
          });
        });
        socket.on("close", () => people.delete(socket));
      });
    });
  },
});

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The floor: what it costs merely to pass frames on. It knows no documents, judges nothing, stores nothing; it keeps the
 * frames it passed so that who comes later can be given them. A prepared text is read from a file at its first opening.
 */
import { WebSocketServer, type WebSocket } from "ws";
import { DIALECTS } from "../dialects";
import { readRows } from "../texts";
import { run } from "./control";

type Place = { people: Set<WebSocket>; kept: Uint8Array[] };

await run({
  seed: async () => {},
  serve: (task) =>
    new Promise((listening) => {
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
          kept.push(frame);
          for (const other of people) if (other !== socket) other.send(frame);
        });
        socket.on("close", () => people.delete(socket));
      });
    }),
});

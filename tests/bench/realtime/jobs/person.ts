// SPDX-License-Identifier: AGPL-3.0-or-later
/** A client made of bare frames. */
import { once } from "node:events";
import { WebSocket } from "ws";
import { type Dialect, DIALECTS, type Heard } from "../dialects";
import type { Target } from "../generator";

export type Person = { socket: WebSocket; dialect: Dialect; send(update: Uint8Array): void };

/** Connects and asks for the text; `hears` is called for each frame that is understood, `answers` after the server's own question was. */
export async function enter(target: Target, document: string, name: string, hears: (heard: Heard) => void, answers = () => {}): Promise<Person> {
  const dialect = DIALECTS[target.dialect];
  const socket = new WebSocket(`ws://127.0.0.1:${target.port}${dialect.path(document)}`, { headers: { cookie: name }, perMessageDeflate: false });
  socket.on("message", (frame: Buffer) => {
    const heard = dialect.read(frame);
    if (heard.kind === "vector") {
      socket.send(dialect.nothing(document));
      answers();
    } else if (heard.kind !== "other") hears(heard);
  });
  await once(socket, "open");
  for (const frame of dialect.opening(document)) socket.send(frame);
  return { socket, dialect, send: (update) => socket.send(dialect.change(document, update)) };
}

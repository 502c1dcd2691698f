// SPDX-License-Identifier: AGPL-3.0-or-later
/** A real server with real sockets over a real database, and people to connect to it. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import type { Database } from "~db/client.server";
import { newId } from "~db/id";
import type { Admission, HubOptions, Log, Store, Who } from "~realtime/index.server";
import { attachRealtime, createDocument, databaseStore, logStore, type LogWorkerOptions, sameOrigin } from "~realtime/index.server";
import { type Message, readMessage } from "~realtime/protocol";
import { openTestDatabase } from "~tests/harness/database";
import { waitFor } from "~tests/harness/wait-for";

export const NOW = new Date("2026-11-20T09:00:00.000Z");

export function who(personId: string, organisationId = `ente-${personId}`): Who {
  return {
    personId,
    organisationId,
    sessionId: `session-${personId}`,
    name: `Referente ${personId}`,
    organisationName: `Ente ${organisationId}`,
    role: "member",
  };
}

export const writer = (personId: string, organisationId?: string): Admission => ({
  ok: true,
  access: "write",
  who: who(personId, organisationId),
});
export const reader = (personId: string): Admission => ({ ok: true, access: "read", who: who(personId) });

/** A log that keeps what it is told. */
export function quietLog(): Log & { errors: string[] } {
  const errors: string[] = [];
  return { errors, info: () => {}, warn: () => {}, error: (_facts, sentence) => void errors.push(sentence) };
}

/** `thread`: the log is written by its thread, as in production; otherwise through the door, which starts faster. */
export type StageOptions = Partial<HubOptions> & {
  db?: Database;
  thread?: LogWorkerOptions;
  wrapStore?: (store: Store) => Store;
};

/** `people` decides who enters: the cookie names the person. Change it and call `hub.invalidate`. */
export async function openStage({ db: given, thread, wrapStore, ...options }: StageOptions = {}) {
  const db = given ?? (await openTestDatabase());
  const log = quietLog();
  const people: Record<string, Admission> = {
    ada: writer("ada"),
    bruno: writer("bruno"),
    carla: writer("carla"),
    rita: reader("rita"),
  };
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const threaded = thread && logStore(db, log, thread);
  const store = threaded ?? databaseStore(db, log);
  const hub = attachRealtime(server, {
    admit: async (request: IncomingMessage) =>
      people[request.headers.cookie ?? ""] ?? { ok: false, code: 4401, reason: "signed out" },
    store: wrapStore ? wrapStore(store) : store,
    originAllowed: sameOrigin([`http://127.0.0.1:${port}`]),
    log,
    clock: () => NOW,
    ...options,
  });
  onTestFinished(async () => {
    await hub.close();
    await threaded?.close();
    server.close();
  });
  const documentId = newId();
  await db.tx((tx) => createDocument(tx, { documentId, at: NOW, who: who("ada") }));
  return { db, log, people, hub, server, port, store, documentId, url: `ws://127.0.0.1:${port}/realtime` };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A socket class as programs use it, with the cookie of a person. */
export function socketOf(cookie: string, origin?: string): typeof globalThis.WebSocket {
  class WithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, ...(origin && { origin }) } });
    }
  }
  return WithCookie as unknown as typeof globalThis.WebSocket;
}

type AnyProvider = typeof WebsocketProvider;

/** An unmodified y-websocket client with a shared text. */
export function join(
  stage: Pick<Stage, "url" | "documentId">,
  cookie: string,
  Provider: AnyProvider = WebsocketProvider,
  doc = new Y.Doc(),
) {
  const provider = new Provider(stage.url, stage.documentId, doc, {
    WebSocketPolyfill: socketOf(cookie),
    disableBc: true,
  });
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  const text = doc.getText("default");
  const synced = () => waitFor(`${cookie} synchronised`, () => provider.synced);
  const reads = (wanted: string) => waitFor(`${cookie} reading ${wanted}`, () => text.toString() === wanted);
  return { doc, provider, text, synced, reads };
}

/** A bare socket that speaks frames, with everything it heard. */
export async function connect(
  stage: Pick<Stage, "url" | "documentId">,
  cookie: string,
  path = stage.documentId,
  headers = {},
) {
  const socket = new WebSocket(`${stage.url}/${path}`, { headers: { cookie, ...headers } });
  const heard: Message[] = [];
  socket.on("message", (data: Buffer) => heard.push(readMessage(new Uint8Array(data))));
  const closed = new Promise<{ code: number; reason: string }>((done) =>
    socket.on("close", (code, reason) => done({ code, reason: reason.toString() })),
  );
  onTestFinished(() => socket.terminate());
  await new Promise((done, failed) => socket.on("open", done).on("error", failed));
  const hears = <K extends Message["type"]>(
    type: K,
    matching: (m: Extract<Message, { type: K }>) => boolean = () => true,
  ) =>
    waitFor(`a message ${type}`, () =>
      heard.find(
        (m): m is Extract<Message, { type: K }> => m.type === type && matching(m as Extract<Message, { type: K }>),
      ),
    );
  return { socket, heard, closed, hears, send: (frame: Uint8Array) => socket.send(frame) };
}

/** One update of a document of one's own: what typing `text` at its start sends. */
export function typed(doc: Y.Doc, text: string, root = "default"): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getText(root).insert(0, text);
  return Y.encodeStateAsUpdate(doc, before);
}

/** What the server would show of a document. */
export async function stored(stage: Pick<Stage, "hub" | "documentId">): Promise<string> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  return doc.getText("default").toString();
}

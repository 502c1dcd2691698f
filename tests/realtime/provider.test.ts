// SPDX-License-Identifier: AGPL-3.0-or-later
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import type { Store } from "~realtime/index.server";
import { DocumentProvider } from "~realtime/index";
import { writeAnswer } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { openStage, reader, socketOf, type Stage, stored, writer } from "./stage";

function open(stage: Pick<Stage, "url" | "documentId">, cookie: string, epoch?: number) {
  const document = new Y.Doc();
  const provider = new DocumentProvider({
    url: stage.url,
    documentId: stage.documentId,
    epoch,
    document,
    WebSocketPolyfill: socketOf(cookie),
  });
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  const history: string[] = [];
  provider.subscribe(() => history.push(provider.status.kind));
  const becomes = (kind: string) => waitFor(`${cookie}: ${kind}`, () => provider.status.kind === kind);
  return { document, provider, text: document.getText("default"), history, becomes };
}

test("the badge goes from saved to saving and back, and saved means on disk", async () => {
  const stage = await openStage();
  const ada = open(stage, "ada");
  await ada.becomes("saved");
  ada.text.insert(0, "parola");
  expect(ada.provider.status).toEqual({ kind: "saving" });
  await ada.becomes("saved");
  expect(await stored(stage)).toBe("parola");
  expect(ada.history).toEqual(["saved", "saving", "saved"]);
});

test("with the server away the badge says what is at stake, and everything arrives on return", async () => {
  const stage = await openStage();
  const ada = open(stage, "ada");
  await ada.becomes("saved");
  ada.provider.disconnect();
  await ada.becomes("offline");
  ada.text.insert(0, "in treno");
  expect(ada.provider.status).toEqual({ kind: "unsaved", reason: "device" });
  ada.provider.connect();
  await ada.becomes("saved");
  expect(await stored(stage)).toBe("in treno");
});

test("a failing disk is shown as unsaved until it recovers", async () => {
  let failing = true;
  const wrapStore = (store: Store): Store => ({
    ...store,
    append: (batch) => (failing ? Promise.reject(new Error("disk full")) : store.append(batch)),
  });
  const stage = await openStage({ wrapStore });
  const ada = open(stage, "ada");
  await ada.becomes("saved");
  ada.text.insert(0, "x");
  await ada.becomes("unsaved");
  expect(ada.provider.status).toEqual({ kind: "unsaved", reason: "storage" });
  failing = false;
  await ada.becomes("saved");
});

test("a reader's badge says so, also when the right to write is lost or won while reading", async () => {
  const stage = await openStage();
  const rita = open(stage, "rita");
  await rita.becomes("readonly");
  stage.people.rita = writer("rita");
  await stage.hub.invalidate({ personIds: ["rita"] });
  await rita.becomes("saved");
  stage.people.rita = reader("rita");
  await stage.hub.invalidate({ personIds: ["rita"] });
  await rita.becomes("readonly");
});

test("words that were refused are never called saved", async () => {
  const stage = await openStage();
  const rita = open(stage, "rita");
  await rita.becomes("readonly");
  rita.text.insert(0, "non dovrei");
  await rita.becomes("unsaved");
  expect(rita.provider.status).toEqual({ kind: "unsaved", reason: "read-only" });
});

test("a door closed for good is told with its code and not knocked at again", async () => {
  const stage = await openStage();
  const ada = open(stage, "ada");
  await ada.becomes("saved");
  stage.people.ada = { ok: false, code: 4403, reason: "no seat" };
  await stage.hub.invalidate({ personIds: ["ada"] });
  await ada.becomes("refused");
  expect(ada.provider.status).toMatchObject({ kind: "refused", code: 4403, unsaved: false });
  expect(ada.provider.shouldConnect).toBe(false);
  const late = open(stage, "bruno", 9);
  await late.becomes("refused");
  expect(late.provider.status).toMatchObject({ code: 4410 });
});

test("presence heard from others is not sent back", async () => {
  const stage = await openStage();
  const ada = open(stage, "ada");
  const bruno = open(stage, "bruno");
  await Promise.all([ada.becomes("saved"), bruno.becomes("saved")]);
  ada.provider.awareness.setLocalStateField("cursor", { anchor: 1 });
  await waitFor("the caret", () => bruno.provider.awareness.getStates().get(ada.document.clientID)?.cursor);
  bruno.text.insert(0, "x");
  await bruno.becomes("saved");
  expect(stage.hub.stats().echoesDropped).toBe(0);
});

test("on a server that does not know barriers nothing is ever called saved", async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (ws) => ws.send(writeAnswer(new Uint8Array([0, 0]))));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const ada = open({ url: `ws://127.0.0.1:${port}`, documentId: "altrove" }, "ada");
  await ada.becomes("unconfirmed");
  const asked = new Promise((heard) =>
    sockets.clients.forEach((ws) => ws.on("message", (data: Buffer) => data[0] === 102 && heard(true))),
  );
  ada.text.insert(0, "x");
  await asked;
  expect(ada.provider.status).toEqual({ kind: "unconfirmed" });
  expect(ada.history).not.toContain("saved");
});

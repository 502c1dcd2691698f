// SPDX-License-Identifier: AGPL-3.0-or-later
import { IDBFactory } from "fake-indexeddb";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { createServer } from "node:http";
import { DocumentProvider, openCopies } from "~realtime/index";
import type { Admission } from "~realtime/index.server";
import { waitFor } from "~tests/harness/wait-for";
import { wordsIn } from "~realtime/words";
import { openStage, socketOf, type Stage, stored, writer } from "./stage";

type Device = { factory: IDBFactory };

/** A page of a person on a device; its epoch is the document's first unless said otherwise. */
function open(stage: Pick<Stage, "url" | "documentId">, device: Device, person = "ada", more: { epoch?: number; organisationId?: string; slow?: Promise<void> } = {}) {
  const document = new Y.Doc();
  const provider = new DocumentProvider({
    url: stage.url,
    documentId: stage.documentId,
    document,
    epoch: more.epoch ?? 1,
    voice: { personId: person, organisationId: more.organisationId ?? `ente-${person}` },
    schema: "1",
    copy: { title: "Verbale", open: async () => more.slow?.then(() => openCopies(device.factory)) ?? openCopies(device.factory) },
    WebSocketPolyfill: socketOf(person),
  });
  const close = () => {
    provider.destroy();
    provider.awareness.destroy();
    document.destroy();
  };
  onTestFinished(close);
  const history: string[] = [];
  provider.subscribe(() => history.push(provider.status.kind));
  const becomes = (kind: string) => waitFor(`${person}: ${kind}`, () => provider.status.kind === kind);
  return { document, provider, text: document.getText("default"), close, becomes, history };
}

const device = (): Device => ({ factory: new IDBFactory() });
const nowhere = { url: "ws://127.0.0.1:9/realtime", documentId: "doc" };

async function listed({ factory }: Device) {
  const copies = await openCopies(factory);
  const list = await copies.list();
  copies.close();
  return list;
}

test("what is typed without a connection is on the device, survives the closing of the page and is sent on return", async () => {
  const stage = await openStage();
  const laptop = device();
  const away = open({ ...nowhere, documentId: stage.documentId }, laptop);
  away.text.insert(0, "in treno");
  await away.becomes("kept");
  away.close();
  expect(await listed(laptop)).toMatchObject([{ documentId: stage.documentId, title: "Verbale", unsent: true }]);

  const back = open(stage, laptop);
  await back.provider.ready;
  expect(back.text.toString()).toBe("in treno");
  await back.becomes("saved");
  expect(await stored(stage)).toBe("in treno");
  await waitFor("nothing left to send", async () => (await listed(laptop))[0]?.unsent === false);
});

test("a copy of the same epoch is shown before the server answers; without one there is nothing to show", async () => {
  const stage = await openStage();
  const laptop = device();
  const first = open(stage, laptop);
  await first.becomes("saved");
  first.text.insert(0, "letto ieri");
  await first.becomes("saved");
  await waitFor("a settled copy", async () => (await listed(laptop))[0]?.unsent === false);
  first.close();

  const away = { ...nowhere, documentId: stage.documentId };
  const again = open(away, laptop);
  await again.provider.ready;
  expect(again.text.toString()).toBe("letto ieri");
  expect(again.provider.status).toEqual({ kind: "offline" });

  const strangers = [open(away, laptop, "ada", { epoch: 2 }), open(away, laptop, "ada", { organisationId: "another" }), open(away, laptop, "bruno"), open(away, device())];
  for (const { provider, text } of strangers) {
    const early = await Promise.race([provider.ready.then(() => "ready"), new Promise((done) => provider.once("connection-close", () => done("no server")))]);
    expect(early).toBe("no server");
    expect(text.toString()).toBe("");
  }
});

test("after the past of the document was replaced, old words are neither merged nor lost", async () => {
  const stage = await openStage();
  const laptop = device();
  const away = open({ ...nowhere, documentId: stage.documentId }, laptop, "ada", { epoch: 0 });
  away.text.insert(0, "di tre settimane fa");
  await away.becomes("kept");
  away.close();
  const old = open(stage, laptop, "ada", { epoch: 0 });
  await old.becomes("refused");
  expect(old.provider.status).toEqual({ kind: "refused", code: 4410, reason: "reload the document", unsaved: true, kept: true });
  const now = open(stage, laptop);
  await now.becomes("saved");
  expect(now.text.toString()).toBe("");
  expect(await stored(stage)).toBe("");
  expect((await listed(laptop)).filter(({ unsent }) => unsent)).toMatchObject([{ epoch: 0 }]);
});

test("what the server refused is put apart: the next page shows the document as it is, and sends the refused words no more", async () => {
  const stage = await openStage();
  const laptop = device();
  const ada = open(stage, laptop);
  await ada.becomes("saved");
  ada.text.insert(0, "accolto ");
  await ada.becomes("saved");
  stage.people.ada = { ...writer("ada"), sealed: true } as Admission;
  await stage.hub.invalidate({ personIds: ["ada"] });
  ada.text.insert(8, "tardi");
  await ada.becomes("unsaved");
  expect(ada.provider.status).toEqual({ kind: "unsaved", reason: "sealed" });
  const aside = await waitFor("the words put apart", async () => (await listed(laptop)).find(({ aside }) => aside));
  ada.close();
  stage.people.ada = writer("ada");
  const again = open(stage, laptop);
  await again.becomes("saved");
  expect(again.text.toString()).toBe("accolto ");
  const copies = await openCopies(laptop.factory);
  expect((await copies.rows(aside)).map(({ bytes }) => wordsIn(bytes))).toEqual(["tardi"]);
  copies.close();
});

test("a page older than the text schema is sent away with everything it has on the device", async () => {
  const stage = await openStage({ schema: "2" });
  const laptop = device();
  const away = open({ ...nowhere, documentId: stage.documentId }, laptop);
  away.text.insert(0, "prima dell'aggiornamento");
  await away.becomes("kept");
  away.close();
  const old = open(stage, laptop);
  await old.becomes("refused");
  expect(old.provider.status).toMatchObject({ code: 4422, unsaved: true, kept: true });
  expect(await stored(stage)).toBe("");
});

test("two people in one browser: the words of one never go out in the name of the other", async () => {
  const stage = await openStage();
  const laptop = device();
  const ada = open(stage, laptop);
  await ada.becomes("saved");
  ada.provider.disconnect();
  ada.text.insert(0, "di Ada");
  await ada.becomes("kept");
  // bruno signs in: the cookie of the browser is now his
  stage.people.ada = writer("bruno");
  ada.provider.connect();
  await ada.becomes("refused");
  expect(ada.provider.status).toMatchObject({ code: 4401, reason: "another voice", unsaved: true, kept: true });
  const bruno = open(stage, laptop, "bruno");
  await bruno.becomes("saved");
  expect(bruno.text.toString()).toBe("");
  expect(await stored(stage)).toBe("");
});

test("while a device is slow to say what it holds nothing is called saved, and its unsent words are not when they come", async () => {
  const stage = await openStage();
  const laptop = device();
  const away = open({ ...nowhere, documentId: stage.documentId }, laptop);
  away.text.insert(0, "in treno");
  await away.becomes("kept");
  away.close();
  let answer = () => {};
  const slow = new Promise<void>((done) => (answer = done));
  const back = open(stage, laptop, "ada", { slow });
  await waitFor("it to be in", () => back.provider.synced);
  expect(back.provider.status.kind).toBe("saving");
  // what arrives from the device now is stored only as long as the server answers
  const written = back.history.length;
  answer();
  await back.becomes("saved");
  expect(back.history.slice(0, -1)).not.toContain("saved");
  expect(back.history.length).toBeGreaterThanOrEqual(written);
  expect(await stored(stage)).toBe("in treno");
});

test("a device that keeps nothing is said to keep nothing", async () => {
  const broken = { open: () => { throw new DOMException("denied", "SecurityError"); } } as unknown as IDBFactory;
  const ada = open(nowhere, { factory: broken });
  await waitFor("the device to fail", () => ada.provider.status.kind === "offline");
  ada.text.insert(0, "x");
  await waitFor("unsaved", () => ada.provider.status.kind === "unsaved");
  await waitFor("said so", () => JSON.stringify(ada.provider.status) === JSON.stringify({ kind: "unsaved", reason: "device" }));
  expect(ada.history).not.toContain("kept");
});

test("many small changes are kept as few rows, and none is forgotten", async () => {
  const laptop = device();
  const away = open(nowhere, laptop);
  await waitFor("the device", () => away.provider.status.kind === "offline");
  let written = "";
  for (let n = 0; n < 450; n++) {
    const word = `${n} `;
    away.text.insert(written.length, word);
    written += word;
    if (n % 3 === 0) await Promise.resolve().then(() => new Promise((done) => setImmediate(done)));
  }
  await away.becomes("kept");
  const copies = await openCopies(laptop.factory);
  const rows = await copies.rows({ personId: "ada", organisationId: "ente-ada", documentId: "doc", epoch: 1 });
  expect(rows.length).toBeLessThan(210);
  const again = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(again, bytes);
  expect(again.getText("default").toString()).toBe(written);
  copies.close();
});

test("three people come back at once after writing much offline, and all of it is there", async () => {
  const stage = await openStage();
  const pages = ["ada", "bruno", "carla"].map((person) => ({ person, page: open(stage, device(), person) }));
  await Promise.all(pages.map(({ page }) => page.becomes("saved")));
  for (const { person, page } of pages) {
    page.provider.disconnect();
    for (let n = 0; n < 500; n++) page.text.insert(page.text.length, `${person} ${n} ${"x".repeat(90)}\n`);
  }
  await Promise.all(pages.map(({ page }) => page.becomes("kept")));
  for (const { page } of pages) page.provider.connect();
  await waitFor("all saved and alike", () => new Set(pages.map(({ page }) => page.text.toString())).size === 1 && pages.every(({ page }) => page.provider.status.kind === "saved" && page.text.length > 140_000), 20_000);
  const text = await stored(stage);
  expect(text).toBe(pages[0]?.page.text.toString());
  for (const { person } of pages) expect(text.match(new RegExp(`${person} \\d+ `, "g"))).toHaveLength(500);
});

test("who may not read any more keeps no copy, unless it holds words of their own that were not sent", async () => {
  const stage = await openStage();
  const laptop = device();
  const ada = open(stage, laptop);
  await ada.becomes("saved");
  ada.text.insert(0, "x");
  await ada.becomes("saved");
  stage.people.ada = { ok: false, code: 4403, reason: "no seat" };
  await stage.hub.invalidate({ personIds: ["ada"] });
  await ada.becomes("refused");
  await waitFor("no copy", async () => (await listed(laptop)).length === 0);
});

test("where no socket ever opens although there is a network, the page is told, and goes on trying", async () => {
  const server = createServer((_request, response) => void response.writeHead(403).end());
  server.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const ada = open({ url: `ws://127.0.0.1:${port}/realtime`, documentId: "doc" }, device());
  await ada.becomes("blocked");
  expect(ada.provider.status).toEqual({ kind: "blocked", unsaved: false, kept: true });
  expect(ada.provider.shouldConnect).toBe(true);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeQuarantine } from "~db/realtime/schema";
import type { Admission } from "~realtime/index.server";
import { sameOrigin } from "~realtime/index.server";
import { writeAnswer, writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, reader, type Stage, stored, typed, who, writer } from "./stage";

const ASK_ALL = writeVector(new Uint8Array([0]));
const quarantineOf = ({ db }: Stage) => db.read.select().from(realtimeQuarantine);

test.each([
  ["nobody is signed in", { ok: false, code: 4401, reason: "signed out" }],
  ["the person may not see the document", { ok: false, code: 4403, reason: "no seat" }],
  ["the document is not theirs to know of", { ok: false, code: 4404, reason: "missing" }],
  ["the document has been replaced", { ok: false, code: 4410, reason: "reload" }],
] satisfies [string, Admission][])("when %s the socket closes and says why", async (_when, decision) => {
  const stage = await openStage();
  stage.people.ada = decision;
  const { code, reason } = decision as { code: number; reason: string };
  expect(await (await connect(stage, "ada")).closed).toEqual({ code, reason });
});

test("a document that was never created cannot be opened, nor can a name that is none", async () => {
  const stage = await openStage();
  for (const path of ["no-such-document", "..%2f..%2fetc", "a".repeat(10_000), "vеrbale", "", "x.y"]) {
    expect((await (await connect(stage, "ada", path)).closed).code).toBe(4404);
  }
  expect(stage.hub.stats().rooms).toBe(0);
});

test("an address of another epoch is stale, the current one and the bare one are welcome", async () => {
  const stage = await openStage();
  expect((await (await connect(stage, "ada", `${stage.documentId}.2`)).closed).code).toBe(4410);
  for (const path of [stage.documentId, `${stage.documentId}.1`]) {
    await (await connect(stage, "ada", path)).hears("vector");
  }
});

test("a page of another site is refused even with a valid session; ours and programs are not", async () => {
  const stage = await openStage();
  const from = (origin: string) => connect(stage, "ada", stage.documentId, { origin });
  await expect(from("https://evil.example")).rejects.toThrow("403");
  await expect(from("null")).rejects.toThrow("403");
  await (await from(`http://127.0.0.1:${stage.port}`)).hears("vector");
  const allowed = sameOrigin(["https://concerto.example/"]);
  const origin = (value?: string) => ({ headers: { origin: value } }) as Parameters<typeof allowed>[0];
  expect([
    allowed(origin("https://concerto.example")),
    allowed(origin()),
    allowed(origin("http://concerto.example")),
    allowed(origin("https://concerto.example.evil.example")),
  ]).toEqual([true, true, false, false]);
});

test("a reader reads and is seen, and whatever their client sends is not written", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "testo");
  const rita = join(stage, "rita");
  await rita.reads("testo");
  await waitFor("the reader among those present", () => ada.provider.awareness.getStates().has(rita.doc.clientID));
  rita.text.insert(0, "intruso ");
  await waitFor("a refused row", async () => (await quarantineOf(stage)).length > 0);
  const raw = await connect(stage, "rita");
  for (const write of [writeUpdate, writeAnswer]) {
    raw.heard.length = 0;
    raw.send(write(typed(new Y.Doc(), "intruso")));
    raw.send(writeBarrier(1));
    expect((await raw.hears("denied")).reason).toBe("read-only");
    raw.send(ASK_ALL);
    await raw.hears("answer");
    expect(raw.heard.some(({ type }) => type === "barrier")).toBe(false);
  }
  const deleting = new Y.Doc();
  Y.applyUpdate(deleting, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  const before = Y.encodeStateVector(deleting);
  deleting.getText("default").delete(0, 5);
  raw.heard.length = 0;
  raw.send(writeUpdate(Y.encodeStateAsUpdate(deleting, before)));
  expect((await raw.hears("denied")).reason).toBe("read-only");
  expect(await stored(stage)).toBe("testo");
  const rows = await quarantineOf(stage);
  expect(new Set(rows.map(({ personId, reason }) => `${personId} ${reason}`))).toEqual(new Set(["rita read-only"]));
});

test("a reader whose client only repeats what everybody knows is not told off", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "testo");
  await waitFor("it on disk", async () => (await stored(stage)) === "testo");
  const rita = await connect(stage, "rita");
  rita.send(writeAnswer(Y.encodeStateAsUpdate(ada.doc)));
  rita.send(writeBarrier(5));
  await rita.hears("barrier");
  expect(rita.heard.some(({ type }) => type === "denied")).toBe(false);
});

test("a sealed document takes no writes from anybody and keeps late ones aside", async () => {
  const stage = await openStage();
  stage.people.ada = { ok: true, access: "write", who: who("ada"), sealed: true };
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(typed(new Y.Doc(), "in ritardo")));
  expect((await ada.hears("denied")).reason).toBe("sealed");
  expect(await stored(stage)).toBe("");
  await waitFor("the late words kept", async () => (await quarantineOf(stage)).length === 1);
});

test("who loses access is out at once, and nothing sent after counts", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const bruno = await connect(stage, "bruno");
  stage.people.ada = { ok: false, code: 4403, reason: "the mandate has ended" };
  const done = stage.hub.invalidate({ personIds: ["ada"] });
  ada.send(writeUpdate(typed(new Y.Doc(), "troppo tardi")));
  await done;
  expect(await ada.closed).toEqual({ code: 4403, reason: "the mandate has ended" });
  bruno.send(ASK_ALL);
  await bruno.hears("answer");
  expect(await stored(stage)).toBe("");
});

test("who becomes a reader stays in, is told, and what they send from then on is not written", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada", `${stage.documentId}?p=1`);
  const doc = new Y.Doc();
  ada.send(writeUpdate(typed(doc, "prima")));
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
  stage.people.ada = reader("ada");
  const done = stage.hub.invalidate({ documentIds: [stage.documentId] });
  ada.send(writeUpdate(typed(doc, "dopo ")));
  await done;
  await ada.hears("control", ({ control }) => control.type === "access" && control.access === "read");
  await ada.hears("control", ({ control }) => control.type === "refused");
  expect(await stored(stage)).toBe("prima");
  stage.people.ada = writer("ada");
  await stage.hub.invalidate({ organisationIds: ["ente-ada"] });
  await ada.hears("control", ({ control }) => control.type === "access" && control.access === "write");
});

test("frames sent while access is asked again wait for the answer and are then taken", async () => {
  let release = () => {};
  let hold = false;
  const stage = await openStage({
    admit: async () => {
      if (hold) await new Promise<void>((done) => (release = done));
      return writer("ada");
    },
  });
  const ada = await connect(stage, "ada");
  hold = true;
  const done = stage.hub.invalidate({ sessionIds: ["session-ada"] });
  ada.send(writeUpdate(typed(new Y.Doc(), "paziente")));
  ada.send(writeBarrier(1));
  release();
  await done;
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("paziente");
});

test("access that changes while a document is being opened is asked again", async () => {
  let release = () => {};
  const stage = await openStage({
    wrapStore: (store) => ({
      ...store,
      load: async (documentId) => {
        await new Promise<void>((done) => (release = done));
        return store.load(documentId);
      },
    }),
  });
  const opening = connect(stage, "ada");
  await waitFor("the document being loaded", () => release.name !== "release");
  stage.people.ada = { ok: false, code: 4403, reason: "no more" };
  await stage.hub.invalidate({ personIds: ["ada"] });
  release();
  expect((await (await opening).closed).code).toBe(4403);
});

test("who speaks for another body from now on must open the document anew", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  stage.people.ada = writer("ada", "another body");
  await stage.hub.invalidate({ sessionIds: ["session-ada"] });
  expect(await ada.closed).toEqual({ code: 4401, reason: "another voice" });
});

test("an invalidation that names nobody is a mistake", async () => {
  const stage = await openStage();
  expect(() => stage.hub.invalidate({})).toThrow(TypeError);
  expect(() => stage.hub.invalidate({ personIds: [] })).toThrow(TypeError);
});

test("a session that ended is found by the general review without anybody saying so", async () => {
  const stage = await openStage({ timing: { review: 20, keepalive: 80 } });
  const ada = await connect(stage, "ada");
  delete stage.people.ada;
  expect((await ada.closed).code).toBe(4401);
});

test("when access cannot be asked, the door stays shut but invites to try later", async () => {
  const stage = await openStage({ admit: () => Promise.reject(new Error("database away")) });
  expect((await (await connect(stage, "ada")).closed).code).toBe(1013);
  expect(stage.log.errors).toContain("A document could not be opened");
});

test("one person has only so many sockets, one address only so many openings", async () => {
  const stage = await openStage({ limits: { connectionsPerPerson: 3, openingsPerAddress: 6 } });
  for (let i = 0; i < 3; i++) await (await connect(stage, "ada")).hears("vector");
  expect((await (await connect(stage, "ada")).closed).code).toBe(4429);
  await (await connect(stage, "bruno")).hears("vector");
  await connect(stage, "bruno");
  await expect(connect(stage, "bruno")).rejects.toThrow("429");
});

test("upgrades for other paths are left alone", async () => {
  const stage = await openStage();
  stage.server.on("upgrade", (request, socket) => {
    if (request.url === "/hmr") socket.end("HTTP/1.1 418 Somebody else\r\n\r\n");
  });
  await expect(connect({ ...stage, url: `ws://127.0.0.1:${stage.port}` }, "ada", "hmr")).rejects.toThrow("418");
});

test("a page built with another text schema is turned away; one of ours and a plain client are let in", async () => {
  const stage = await openStage({ schema: "3" });
  for (const version of ["2", "4", ""]) {
    expect((await (await connect(stage, "ada", `${stage.documentId}?p=1&v=${version}`)).closed).code, version).toBe(4422);
  }
  await (await connect(stage, "ada", `${stage.documentId}?p=1&v=3`)).hears("vector");
  await (await connect(stage, "bruno")).hears("vector");
});

test("a page opened for one person does not go on in the name of whoever signed in since in the same browser", async () => {
  const stage = await openStage();
  const as = (voice: string) => connect(stage, "bruno", `${stage.documentId}?p=1&as=${voice}`);
  expect(await (await as("ada.ente-ada")).closed).toEqual({ code: 4401, reason: "another voice" });
  expect((await (await as("bruno.another-body")).closed).code).toBe(4401);
  await (await as("bruno.ente-bruno")).hears("vector");
});

test("what was on its way to a document just sealed is kept aside; who goes on writing is sent away with 4423", async () => {
  const stage = await openStage({ limits: { sealedGrace: 0 } });
  const ada = await connect(stage, "ada");
  await ada.hears("vector");
  stage.people.ada = { ...writer("ada"), sealed: true } as Admission;
  await stage.hub.invalidate({ personIds: ["ada"] });
  const doc = new Y.Doc();
  ada.send(writeUpdate(typed(doc, "tardi")));
  ada.send(writeUpdate(typed(doc, "molto tardi")));
  expect((await ada.closed).code).toBe(4423);
  await waitFor("both kept aside", async () => (await quarantineOf(stage)).length === 2);
  expect((await quarantineOf(stage)).map(({ reason, personId }) => [reason, personId])).toEqual([["sealed", "ada"], ["sealed", "ada"]]);
});

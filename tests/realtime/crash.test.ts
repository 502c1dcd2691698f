// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import * as decoding from "lib0/decoding";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { newId } from "~db/id";
import { DocumentProvider } from "~realtime/client/provider";
import { BARRIER, writeBarrier } from "~realtime/protocol";
import { temporaryFolder } from "~tests/harness/database";
import { seed } from "~tests/harness/properties";
import { waitFor } from "~tests/harness/wait-for";
import { socketOf } from "./stage";

const KILLS = 4;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

async function start(dataDir: string, port: number, documentId: string): Promise<ChildProcess> {
  const script = "tests/realtime/crash-server.ts";
  const child = spawn(process.execPath, ["--import", "tsx", script, dataDir, String(port), documentId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

/** Barriers of the test, beside those the provider asks for itself. */
const FIRST_BARRIER = 1_000_000;

/** Somebody who types marks "<name>number;", asks after each whether it is saved, and remembers what was promised. */
function typist(name: string, url: string, documentId: string) {
  const document = new Y.Doc();
  const provider = new DocumentProvider({ url, documentId, document, WebSocketPolyfill: socketOf(name) });
  const text = document.getText("default");
  const typed: string[] = [];
  const saved = new Set<string>();
  const seen = new Set<string>();
  document.on("update", (_bytes: Uint8Array, origin: unknown) => {
    if (origin !== provider) return;
    for (const mark of marksIn(text.toString())) if (!mark.startsWith(`<${name}>`)) seen.add(mark);
  });
  const original = provider.messageHandlers[BARRIER] as (typeof provider.messageHandlers)[number];
  provider.messageHandlers[BARRIER] = (to, from, ...rest) => {
    const { pos } = from;
    const number = decoding.readVarUint(from);
    from.pos = pos;
    if (number < FIRST_BARRIER) original(to, from, ...rest);
    else for (const mark of typed.slice(0, number - FIRST_BARRIER)) saved.add(mark);
  };
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  return {
    provider,
    text,
    typed,
    saved,
    seen,
    type() {
      const mark = `<${name}>${typed.length};`;
      typed.push(mark);
      text.insert(text.length, mark);
      if (provider.synced) provider.ws?.send(writeBarrier(FIRST_BARRIER + typed.length) as Uint8Array<ArrayBuffer>);
    },
  };
}

const marksIn = (text: string) => new Set(text.match(/<\w+>\d+;/g) ?? []);

test("killed at any moment while people type, the server forgets nothing it called saved and nothing anybody saw", async () => {
  process.stdout.write(`crash test, seed ${seed}\n`);
  const [moments] = fc.sample(fc.array(fc.integer({ min: 5, max: 700 }), { minLength: KILLS, maxLength: KILLS }), { numRuns: 1 });
  const dataDir = temporaryFolder();
  const port = await freePort();
  const documentId = newId();
  const url = `ws://127.0.0.1:${port}/realtime`;
  let server = await start(dataDir, port, documentId);
  const people = ["ada", "bruno", "carla"].map((name) => typist(name, url, documentId));
  await waitFor("everybody in", () => people.every(({ provider }) => provider.synced));
  const typing = setInterval(() => people.forEach(({ type }) => type()), 7);
  onTestFinished(() => clearInterval(typing));
  let promises = 0;
  for (const [kill, moment] of (moments as number[]).entries()) {
    // every other time it is killed in full swing, however slowly the machine starts it
    const saved = people.map((person) => person.saved.size);
    if (kill % 2 === 0) await waitFor("something promised", () => people.some((person, i) => person.saved.size > (saved[i] as number)));
    await pause(moment);
    const acknowledged = people.map(({ saved }) => new Set(saved));
    const seen = people.map((person) => new Set(person.seen));
    server.kill("SIGKILL");
    await once(server, "exit");
    // a stranger's eyes: what the disk alone gives back, before those who typed can send it again
    const fresh = await lookAtDisk(dataDir, documentId);
    for (const mark of [...acknowledged, ...seen].flatMap((marks) => [...marks])) {
      expect(fresh.has(mark), `${mark} was promised (seed ${seed})`).toBe(true);
    }
    promises += acknowledged.reduce((sum, marks) => sum + marks.size, 0);
    server = await start(dataDir, port, documentId);
    await waitFor("everybody back", () => people.every(({ provider }) => provider.synced));
  }
  clearInterval(typing);
  expect(promises).toBeGreaterThan(KILLS);
  await waitFor("everything saved", () => people.every(({ provider }) => provider.status.kind === "saved"));
  const expected = new Set(people.flatMap(({ typed }) => typed));
  await waitFor("everybody reading the same", () => new Set(people.map(({ text }) => text.toString())).size === 1);
  expect(marksIn(people[0]?.text.toString() ?? "")).toEqual(expected);
  expect(await lookAtDisk(dataDir, documentId)).toEqual(expected);
}, 120_000);

test("asked to stop while people type, the server ends by itself with everything it acknowledged on the disk", async () => {
  const dataDir = temporaryFolder();
  const port = await freePort();
  const documentId = newId();
  const server = await start(dataDir, port, documentId);
  const people = ["ada", "bruno"].map((name) => typist(name, `ws://127.0.0.1:${port}/realtime`, documentId));
  await waitFor("everybody in", () => people.every(({ provider }) => provider.synced));
  const typing = setInterval(() => people.forEach(({ type }) => type()), 3);
  onTestFinished(() => clearInterval(typing));
  await waitFor("some promises", () => people.every(({ saved }) => saved.size > 20));
  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  clearInterval(typing);
  expect(code).toBe(0);
  const fresh = await lookAtDisk(dataDir, documentId);
  for (const mark of people.flatMap(({ saved, seen }) => [...saved, ...seen])) expect(fresh.has(mark), mark).toBe(true);
});

async function lookAtDisk(dataDir: string, documentId: string): Promise<Set<string>> {
  const { openDatabase } = await import("~db/client.server");
  const { databaseStore } = await import("~realtime/index.server");
  const { takeIn } = await import("~realtime/loading");
  const { wholeOf } = await import("~realtime/state");
  const db = await openDatabase({ dataDir });
  try {
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const found = await databaseStore(db, log).load(documentId);
    const document = new Y.Doc();
    if (found) Y.applyUpdate(document, wholeOf(takeIn(found)));
    return marksIn(document.getText("default").toString());
  } finally {
    await db.close();
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Presence } from "~realtime/presence";
import { type PresenceEntry, writePresence, writePresenceQuery, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, who } from "./stage";

const ada = { id: "socket-a", who: who("ada") };
const bruno = { id: "socket-b", who: who("bruno") };
const says = (client: number, clock: number, state: unknown): PresenceEntry => ({
  client,
  clock,
  state: JSON.stringify(state),
});
const openly = () => new Presence(() => undefined);
const shown = (presence: Presence) =>
  presence.entriesFor(null).map(({ client, clock, state }) => ({ client, clock, ...(JSON.parse(state) as object) }));

test("name, body and colour come from the session whatever the client claims, and unknown words are dropped", () => {
  const presence = openly();
  presence.receive(ada, [says(1, 0, { user: { name: "Il Sindaco" }, cursor: { anchor: 3 }, admin: true })], 0);
  expect(shown(presence)).toEqual([
    {
      client: 1,
      clock: 1,
      cursor: { anchor: 3 },
      user: {
        id: "ada",
        name: "Referente ada",
        organisationId: "ente-ada",
        organisationName: "Ente ente-ada",
        role: "member",
        color: expect.stringMatching(/^#[0-9a-f]{6}$/) as string,
      },
    },
  ]);
});

test("nobody can speak for another, nor send them away", () => {
  const presence = openly();
  presence.receive(ada, [says(1, 5, { status: "writing" })], 0);
  const { echoes } = presence.receive(bruno, [says(1, 99, { status: "forged" }), says(1, 100, null)], 0);
  expect(echoes).toBe(2);
  expect(shown(presence)).toMatchObject([{ client: 1, clock: 5, status: "writing" }]);
});

test("a number that is bound to another body in the document cannot be claimed", () => {
  const presence = new Presence((client) => (client === 1 ? "somebody\nelse" : undefined));
  presence.receive(ada, [says(1, 1, { status: "x" }), says(2, 1, { status: "y" })], 0);
  expect(shown(presence)).toMatchObject([{ client: 2 }]);
});

test("the echo of one who just left does not bring them back", () => {
  const presence = openly();
  presence.receive(bruno, [says(2, 1, {})], 0);
  presence.receive(ada, [says(1, 1, {})], 0);
  presence.drop(ada, 1);
  presence.receive(bruno, [says(1, 1, {})], 2);
  expect(shown(presence)).toMatchObject([{ client: 2 }]);
});

test("who reconnects with a lower clock is visible at once", () => {
  const presence = openly();
  presence.receive(ada, [says(1, 40, {})], 0);
  presence.drop(ada, 1);
  const gone = presence.entriesFor(null, presence.takeChanges())[0] as PresenceEntry;
  expect(gone).toMatchObject({ client: 1, state: "null" });
  presence.receive({ ...ada, id: "socket-a2" }, [says(1, 0, {})], 2);
  expect(presence.entriesFor(null)[0]?.clock).toBeGreaterThan(gone.clock);
});

test("states that are too large, not JSON or not an object are refused; a clock at the end of numbers does no harm", () => {
  const presence = openly();
  for (const state of [JSON.stringify({ status: "x".repeat(2000) }), "{", "[1", "7", '"a"']) {
    expect(presence.receive(ada, [{ client: 1, clock: 1, state }], 0).refused, state.slice(0, 9)).toBe(true);
  }
  presence.receive(
    ada,
    [{ client: 1, clock: Number.MAX_SAFE_INTEGER, state: '{"__proto__":{"x":1},"status":"ok"}' }],
    0,
  );
  expect(shown(presence)).toMatchObject([{ client: 1, clock: 1, status: "ok" }]);
  expect(({} as { x?: number }).x).toBeUndefined();
});

test("a connection has at most two numbers, and the silent are removed", () => {
  const presence = openly();
  presence.receive(
    ada,
    [1, 2, 3, 4].map((client) => says(client, 1, {})),
    0,
  );
  expect(presence.size).toBe(2);
  presence.receive(ada, [says(2, 2, {})], 40_000);
  presence.sweep(46_000);
  expect(shown(presence)).toMatchObject([{ client: 2 }]);
});

test("a thousand echoes cost no message to anybody", async () => {
  const stage = await openStage();
  const first = await connect(stage, "ada");
  first.send(writePresence([says(11, 1, { status: "here" })]));
  const second = await connect(stage, "bruno");
  await second.hears("presence", ({ entries }) => entries.some(({ client }) => client === 11));
  second.send(writePresence([says(22, 1, {})]));
  await first.hears("presence", ({ entries }) => entries.some(({ client }) => client === 22));
  first.heard.length = 0;
  for (let i = 0; i < 100; i++) second.send(writePresence([says(11, i, { status: "forged" })]));
  second.send(writePresenceQuery());
  await waitFor("the echoes dropped", () => stage.hub.stats().echoesDropped >= 100);
  first.send(writePresenceQuery());
  await first.hears("presence");
  const said = first.heard.flatMap((m) => (m.type === "presence" ? m.entries : []));
  expect(said.map(({ client }) => client)).toEqual([22]);
});

test("a caret that arrives is seen by the others once, and not by its owner", async () => {
  const stage = await openStage();
  const owner = await connect(stage, "ada");
  const other = await connect(stage, "bruno");
  owner.send(writePresence([says(11, 1, { cursor: 1 })]));
  await other.hears("presence", ({ entries }) => entries.some(({ client }) => client === 11));
  owner.send(writeVector(new Uint8Array([0])));
  await owner.hears("answer");
  expect(owner.heard.some((m) => m.type === "presence" && m.entries.length > 0)).toBe(false);
});

test("who is there is seen as soon as they come, before they touch a key", async () => {
  const stage = await openStage();
  const first = join(stage, "ada");
  await first.synced();
  const second = join(stage, "bruno", undefined, new Y.Doc());
  await waitFor("bruno seen", () => first.provider.awareness.getStates().has(second.doc.clientID), 3000);
  await waitFor("ada seen", () => second.provider.awareness.getStates().has(first.doc.clientID), 3000);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { COLOURS_IN_ALL } from "~realtime/colours";
import { Presence } from "~realtime/presence";
import { type PresenceEntry, writePresence, writePresenceQuery, writeVector } from "~realtime/protocol";
import { CROWD, SHOWN_IN_CROWD } from "~realtime/spotlight";
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

const speaker = (n: number, body = `ente-${n}`) => ({ id: `socket-${n}`, who: who(`p${n}`, body) });
const colours = (presence: Presence) =>
  presence.entriesFor(null).map(({ state }) => (JSON.parse(state) as { user: { color: string } }).user.color);

test("two bodies never share a colour while one is free, and a body has one colour however many speak for it", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.boolean()), { maxLength: 120 }), (story) => {
      const presence = openly();
      const bodies = new Map<number, string>();
      for (const [n, comes] of story) {
        if (comes) {
          presence.receive(speaker(n, `ente-${n % 30}`), [says(n, 1, {})], 0);
          bodies.set(n, `ente-${n % 30}`);
        } else {
          presence.drop(speaker(n), 0);
          bodies.delete(n);
        }
        const here = new Set(bodies.values()).size;
        const seen = new Map<string, Set<string>>();
        for (const { state } of presence.entriesFor(null)) {
          const { user } = JSON.parse(state) as { user: { organisationId: string; color: string } };
          seen.set(user.organisationId, (seen.get(user.organisationId) ?? new Set()).add(user.color));
        }
        expect([...seen.values()].every((one) => one.size === 1)).toBe(true);
        // bodies that came when all were taken may still share; while there were never more, none does
        if (here <= COLOURS_IN_ALL && story.length <= COLOURS_IN_ALL) expect(new Set(colours(presence)).size).toBe(here);
      }
    }),
    { numRuns: 60 },
  );
  const full = openly();
  for (let n = 0; n < COLOURS_IN_ALL; n++) full.receive(speaker(n), [says(n + 1, 1, {})], 0);
  expect(new Set(colours(full)).size).toBe(COLOURS_IN_ALL);
});

test("in a crowd only the fifty who edited last are in sight, and who comes into sight is seen at once", () => {
  const presence = openly();
  const crowd = CROWD + 40;
  for (let n = 1; n <= crowd; n++) presence.receive(speaker(n), [says(n, 1, n <= 60 ? { cursor: { anchor: n } } : {})], n);
  /** What a client that heard everything believes, by the rule of plain clients: a higher clock wins. */
  const believed = new Map<number, PresenceEntry>();
  const hear = () => {
    for (const entry of presence.entriesFor(null, presence.takeChanges())) {
      const before = believed.get(entry.client);
      if (!before || entry.clock > before.clock) believed.set(entry.client, entry);
    }
    return [...believed.values()].filter(({ state }) => state !== "null").map(({ client }) => client);
  };
  expect(hear().sort((a, b) => a - b)).toEqual(Array.from({ length: SHOWN_IN_CROWD }, (_, i) => i + 11));
  expect(presence.people).toBe(crowd);
  presence.receive(speaker(200), [says(200, 2, { cursor: { anchor: 5 } })], 60_000);
  const after = hear();
  expect(after).toContain(200);
  expect(after).toHaveLength(SHOWN_IN_CROWD);
  expect(presence.entriesFor(null)).toHaveLength(SHOWN_IN_CROWD);
  for (let n = 1; n <= 40; n++) presence.drop(speaker(n), 61_000);
  expect(hear()).toHaveLength(CROWD);
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

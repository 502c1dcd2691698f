// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { inspect } from "~realtime/inspect";
import { Known } from "~realtime/known";
import { MAX_DEPTH } from "~realtime/places";
import { RangeSet } from "~realtime/ranges";
import { Answers } from "~realtime/answers";
import { compact } from "~realtime/compaction";
import { leaveOut } from "~realtime/leave-out";
import { baseOf } from "~realtime/loading";
import { readMessage } from "~realtime/protocol";
import { readSummary, type Summary, writeSummary } from "~realtime/summary";
import { messageOf, type Wire } from "~realtime/framing";
import { type Bytes, mergeInTree, NO_BASE, partsOf, Tail, wholeOf } from "~realtime/state";

const ROOTS = new Set(["default"]);

test("a set of ranges knows exactly the numbers that were added", () => {
  const range = fc.record({ clock: fc.nat(60), len: fc.integer({ min: 1, max: 12 }) });
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), range, (added, asked) => {
      const set = new RangeSet();
      const naive = new Set<number>();
      for (const { clock, len } of added) {
        set.add(1, { clock, len });
        for (let i = 0; i < len; i++) naive.add(clock + i);
      }
      const all = Array.from({ length: asked.len }, (_, i) => naive.has(asked.clock + i));
      expect(set.has(1, asked)).toBe(all.every(Boolean));
      expect(set.has(2, asked)).toBe(false);
    }),
  );
});

type Step = { peer: number; act: "text" | "delete" | "block" | "attribute" | "sync" | "compact"; at: number };
const steps = fc.array(
  fc.record({
    peer: fc.nat(2),
    act: fc.constantFrom<Step["act"]>("text", "text", "delete", "block", "attribute", "sync", "sync", "compact"),
    at: fc.nat(50),
  }),
  { maxLength: 60 },
);

/** What a person might do to a document of blocks; `at` picks the place. */
function act(doc: Y.Doc, { act, at }: Step): void {
  const root = doc.getXmlFragment("default");
  if (act === "block" || root.length === 0) {
    const block = new Y.XmlElement("paragraph");
    block.insert(0, [new Y.XmlText("inizio")]);
    root.insert(at % (root.length + 1), [block]);
    return;
  }
  const block = root.get(at % root.length) as Y.XmlElement;
  const text = block.get(0) as Y.XmlText;
  if (act === "text") text.insert(at % (text.length + 1), "parola", at % 3 === 0 ? { bold: true } : {});
  if (act === "delete" && at % 4 === 0) root.delete(at % root.length, 1);
  else if (act === "delete" && text.length > 2) text.delete(at % (text.length - 1), 1);
  if (act === "attribute") block.setAttribute("level", String(at));
}

/** Three people write; each sees the others only through the server's eyes. Answers what happened and their documents. */
function play(script: Step[]) {
  const known = new Known();
  let bytes: Bytes = { base: NO_BASE, tail: new Tail() };
  const answers = new Answers(async (base, vector) => Y.diffUpdate(base, vector));
  const tell = (doc: Y.Doc, vector: Map<number, number>) => {
    const wires = answers.to(vector, known.clocks, bytes) as Wire[];
    const messages = wires.map((wire) => readMessage(messageOf(wire)));
    // whoever asked counts as up to date after the answer proper, which comes last
    expect(messages.map(({ type }) => type)).toEqual(messages.length === 1 ? ["answer"] : ["update", "answer"]);
    for (const message of messages) if ("update" in message) Y.applyUpdate(doc, message.update);
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  };
  const peers = [0, 1, 2].map(() => new Y.Doc());
  const verdicts: string[] = [];
  const send = (peer: number, update: Uint8Array) => {
    const verdict = known.judge(update, inspect(update, ROOTS), `peer ${peer}`);
    verdicts.push(verdict.kind);
    if (verdict.kind !== "new") return;
    known.learn(verdict);
    for (const client of verdict.binds) known.owners.set(client, `peer ${peer}`);
    bytes.tail.push(verdict.bytes);
    answers.forget();
  };
  for (const step of script) {
    const doc = peers[step.peer] as Y.Doc;
    if (step.act === "sync") {
      send(step.peer, Y.encodeStateAsUpdate(doc, known.vector()));
      tell(doc, Y.decodeStateVector(Y.encodeStateVector(doc)));
    } else if (step.act === "compact") {
      const { state, summary } = compact(partsOf(bytes));
      bytes = { base: baseOf(state, readSummary(summary) as Summary), tail: new Tail() };
      answers.forget();
    } else act(doc, step);
  }
  for (const round of [1, 2]) {
    for (const [peer, doc] of peers.entries()) {
      // the second time as whole documents, the way an offline cache replays them
      send(peer, round === 1 ? Y.encodeStateAsUpdate(doc, known.vector()) : Y.encodeStateAsUpdate(doc));
      tell(doc, new Map());
    }
  }
  return { known, whole: wholeOf(bytes), peers, verdicts };
}

const content = (doc: Y.Doc) => doc.getXmlFragment("default").toString();

test("honest people are never refused, everybody ends with the same text, and the count equals Yjs' own", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const { known, whole, peers, verdicts } = play(script);
      expect(verdicts.filter((kind) => kind !== "new" && kind !== "nothing-new")).toEqual([]);
      const server = new Y.Doc();
      Y.applyUpdate(server, whole);
      expect(server.store.pendingStructs).toBeNull();
      expect(new Map(Y.decodeStateVector(Y.encodeStateVector(server)))).toEqual(known.clocks);
      for (const peer of peers) expect(content(peer)).toBe(content(server));
    }),
    { numRuns: 150 },
  );
});

test("compaction keeps text and counts, and what is known after loading it is what was known before", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const { known, whole, peers } = play(script);
      const { state: compacted, summary } = compact([whole]);
      const [before, after] = [whole, compacted].map((bytes) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, bytes);
        return content(doc);
      });
      expect(after).toBe(before);
      const reloaded = new Known();
      expect(reloaded.learnStored(inspect(compacted, ROOTS))).toBe(true);
      expect(reloaded.clocks).toEqual(known.clocks);
      const everything = Y.encodeStateAsUpdate(peers[0] as Y.Doc);
      const { known: summed } = readSummary(summary) as Summary;
      expect(writeSummary(summed)).toEqual(writeSummary(reloaded));
      expect(summed.clocks).toEqual(known.clocks);
      for (const one of [reloaded, summed]) {
        expect(one.judge(everything, inspect(everything, ROOTS), "anybody").kind).toBe("nothing-new");
      }
    }),
    { numRuns: 60 },
  );
});

test("merging in a tree gives the same document as applying one by one, for twenty thousand keystrokes", () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 20_000; i++) doc.getText("default").insert(i % 97 === 0 ? 0 : doc.getText("default").length, "x");
  const merged = new Y.Doc();
  Y.applyUpdate(merged, mergeInTree(updates));
  expect(merged.getText("default").toString()).toBe(doc.getText("default").toString());
});

test("what is set aside of an update leaves everything the others wrote beside it", () => {
  const [ada, bruno] = [new Y.Doc(), new Y.Doc()];
  const send = (from: Y.Doc, write: (text: Y.Text) => void) => {
    const sent: Uint8Array[] = [];
    from.once("update", (update: Uint8Array) => sent.push(update));
    from.transact(() => write(from.getText("default")));
    return sent[0] as Uint8Array;
  };
  const first = send(ada, (text) => text.insert(0, "uno tre"));
  Y.applyUpdate(bruno, first);
  const bad = send(bruno, (text) => {
    text.delete(0, 3);
    text.insert(1, "DUE ");
  });
  Y.applyUpdate(ada, bad);
  const beside = send(ada, (text) => text.insert(text.toString().indexOf("UE"), "|"));
  const after = send(ada, (text) => text.insert(text.length, " quattro"));
  const rest = new Y.Doc();
  for (const update of [first, leaveOut(bad), beside, after]) Y.applyUpdate(rest, update);
  expect(rest.store.pendingStructs).toBeNull();
  expect(rest.getText("default").toString()).toBe("uno |tre quattro");
});

test("a document is not compacted when something of it is missing", () => {
  const doc = new Y.Doc();
  doc.getText("default").insert(0, "prima");
  const before = Y.encodeStateVector(doc);
  doc.getText("default").insert(5, " dopo");
  expect(() => compact([Y.encodeStateAsUpdate(doc, before)])).toThrow("holes");
});

test("blocks put one in the other by many small updates are taken to a depth that every reader can show, and no deeper", () => {
  const doc = new Y.Doc();
  let known = new Known();
  const taken: Uint8Array[] = [];
  const send = (write: () => void) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(write);
    const update = Y.encodeStateAsUpdate(doc, before);
    const verdict = known.judge(update, inspect(update, ROOTS), "ada");
    if (verdict.kind !== "new") return verdict.kind;
    known.learn(verdict);
    for (const client of verdict.binds) known.owners.set(client, "ada");
    taken.push(verdict.bytes);
    return "new";
  };
  let innermost: Y.XmlFragment = doc.getXmlFragment("default");
  const nest = (at = 0) => send(() => {
    const block = new Y.XmlElement("blockquote");
    innermost.insert(at, [block]);
    innermost = block;
  });
  const verdicts: string[] = [];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    // beside a block that is deleted by then, too
    if (depth % 7 === 0) {
      const parent = innermost;
      verdicts.push(send(() => parent.insert(0, [new Y.XmlElement("paragraph")])));
      verdicts.push(send(() => parent.delete(0, 1)));
    }
    verdicts.push(nest());
    if (depth % 50 === 9) {
      const owners = known.owners;
      known = (readSummary(compact(taken).summary) as Summary).known;
      for (const [client, owner] of owners) known.owners.set(client, owner);
    }
  }
  expect(new Set(verdicts)).toEqual(new Set(["new"]));
  expect(nest()).toBe("misplaced");
});

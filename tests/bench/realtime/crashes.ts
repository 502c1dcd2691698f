// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from "node:timers/promises";
import type { Options, Row } from "../table";
import { CONCERTO, type Contender, HOCUSPOCUS, serve, stored, Y_WEBSOCKET } from "./contenders";
import { marksIn, type Witness, witness, without } from "./witness";

const AT_ONCE: Contender = { ...HOCUSPOCUS, name: "Hocuspocus storing at once", variant: "stores at once" };

type Losses = { trials: number; acknowledged: number; lostAcknowledged: number; seen: number; lostSeen: number };

/**
 * People type, the server is killed at a random moment, started again on what it left on disk, and a stranger reads. What was
 * acknowledged or seen by another person must be there. Only the process dies here; nothing is said about a loss of power.
 * A y-websocket server acknowledges nothing, so it has only the second promise to break.
 */
export async function crashes({ quick }: Options, say: (s: string) => void): Promise<Row[]> {
  const trials = quick ? 6 : 50;
  const contenders = [CONCERTO, Y_WEBSOCKET, HOCUSPOCUS, AT_ONCE];
  // no time is measured: all go through it side by side, and peers, whose losses show at once, less often
  const results = new Map(
    await Promise.all(
      contenders.map(async (contender) => {
        const lanes = contender === CONCERTO ? [trials / 2, trials / 2] : [quick ? 3 : 15];
        // a peer that cannot go through it has nothing to show
        const losses = await Promise.all(lanes.map((count) => survive(contender, count))).catch((failure: Error) => {
          if (contender === CONCERTO) throw failure;
          say(`  ${contender.name}: ${failure.message}`);
          return [];
        });
        const sum = (count: (one: Losses) => number) => losses.reduce((total, one) => total + count(one), 0);
        const all: Losses = { trials: sum((l) => l.trials), acknowledged: sum((l) => l.acknowledged), lostAcknowledged: sum((l) => l.lostAcknowledged), seen: sum((l) => l.seen), lostSeen: sum((l) => l.lostSeen) };
        say(`  ${contender.name}: ${all.trials} times; acknowledged ${all.acknowledged}, of these lost ${all.lostAcknowledged}; seen ${all.seen}, of these lost ${all.lostSeen}`);
        return [contender, all] as const;
      }),
    ),
  );
  const ours = results.get(CONCERTO) as Losses;
  const row = (what: string, lost: (l: Losses) => string, none: boolean): Row => ({
    dimension: `kill -9 while people type, ${trials} times: ${what}`,
    value: lost(ours),
    against: contenders.slice(1).map((contender) => `${contender.name} ${shown(results.get(contender) as Losses, lost)}`).join(" · "),
    ratio: "",
    target: "0",
    ok: none,
  });
  return [
    row("acknowledged updates lost", (l) => (l.acknowledged === 0 ? "acknowledges nothing" : `${l.lostAcknowledged} of ${l.acknowledged}`), ours.acknowledged > 0 && ours.lostAcknowledged === 0),
    row("updates seen by another person lost", (l) => `${l.lostSeen} of ${l.seen}`, ours.seen > 0 && ours.lostSeen === 0),
  ];
}

const shown = (losses: Losses, lost: (l: Losses) => string) => (losses.trials === 0 ? "not measured" : `${lost(losses)} (${losses.trials} times)`);

async function survive(contender: Contender, trials: number): Promise<Losses> {
  const documents = Array.from({ length: trials }, (_, i) => `prova-${i}`);
  const { dataDir, remove } = await stored(contender, documents, null);
  const losses: Losses = { trials, acknowledged: 0, lostAcknowledged: 0, seen: 0, lostSeen: 0 };
  let server = await serve(contender, dataDir, documents, null, false);
  try {
    for (const document of documents) {
      const people = await Promise.all([0, 1, 2].map((index) => witness(contender, server.port, document, index)));
      await typeFor(people, 20 + Math.random() * 1200);
      await server.kill();
      for (const { leave } of people) await leave();
      server = await serve(contender, dataDir, documents, null, false);
      const found = await marksIn(contender, server.port, document);
      for (const { acknowledged, seen } of people) {
        losses.acknowledged += acknowledged.size;
        losses.seen += seen.size;
        losses.lostAcknowledged += without(acknowledged, found).length;
        losses.lostSeen += without(seen, found).length;
      }
    }
  } finally {
    await server.kill();
    remove();
  }
  return losses;
}

async function typeFor(people: Witness[], milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    for (const { type } of people) type();
    await pause(16);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The same work done by each contender in turn, several times over, and the rows that come of it. */
import { ratioOf, short, spread } from "../numbers";
import type { Row } from "../table";
import { type Contender, CONCERTO, FLOOR } from "./contenders";

/** Figures of one run; `fault` when the run proves nothing. `busy`: share of a core the generator used. */
export type Figures = { values: Record<string, number>; busy: number; fault: string | null };

export type Runs = Map<Contender, Figures[]>;

const BUSY = 0.8;
/** Milliseconds after which peers sit out: on a busy machine better few runs of all than none of the last. */
const PATIENCE = 150_000;

/**
 * Each round starts with another contender, so that none always profits from a warm or quiet machine. Peers may sit out the last
 * rounds: what is held against the floor is taken from the rounds both ran.
 */
export async function interleave(contenders: Contender[], rounds: number, say: (s: string) => void, measure: (contender: Contender) => Promise<Figures>, peerRounds = rounds): Promise<Runs> {
  const started = performance.now();
  const runs: Runs = new Map(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < contenders.length; i++) {
      const contender = contenders[(i + round) % contenders.length] as Contender;
      const sitsOut = round >= peerRounds || performance.now() - started > PATIENCE;
      if (contender !== CONCERTO && contender !== FLOOR && sitsOut) continue;
      const figures = await measure(contender).catch((failure: Error): Figures => ({ values: {}, busy: 0, fault: failure.message }));
      runs.get(contender)?.push(figures);
      const shown = Object.entries(figures.values).map(([name, value]) => `${name} ${short(value)}`);
      say(`  ${contender.name}: ${[...shown, figures.busy > BUSY && "generator busy", figures.fault].filter(Boolean).join(", ")}`);
    }
  }
  return runs;
}

/** How one figure of the runs compares with the floor's, unless `best` says: with the best of the others. */
export function rowOf(runs: Runs, wanted: { dimension: string; value: string; unit: string; most: number; against?: "best" | Contender; burst?: boolean; also?: (ratio: number) => boolean }): Row {
  const { dimension, value, unit, most } = wanted;
  const all = (contender: Contender) => (runs.get(contender) ?? []).map(({ values }) => values[value] ?? Number.NaN);
  const others = [...runs.keys()].filter((contender) => contender !== CONCERTO);
  const ratios = others.map((other) => ({ other, ratio: ratioOf(all(CONCERTO), all(other)) }));
  const peers = ratios.filter(({ other, ratio }) => other !== FLOOR && Number.isFinite(ratio));
  const beside = wanted.against === undefined || wanted.against === "best" ? FLOOR : wanted.against;
  const held = wanted.against === "best" ? peers.sort((a, b) => b.ratio - a.ratio)[0] : ratios.find(({ other }) => other === beside);
  const ratio = held?.ratio ?? Number.NaN;
  const faulty = (runs.get(CONCERTO) ?? []).some(({ fault }) => fault);
  // in a burst the generator is all busy by nature, which weighs on times but not on the server's processor time
  const strained = !wanted.burst && [...runs.values()].flat().some(({ busy }) => busy > BUSY);
  return {
    dimension: strained ? `${dimension} (generator over 80 % busy in a run)` : dimension,
    value: spread(all(CONCERTO), unit),
    against: (wanted.against && wanted.against !== "best" ? [wanted.against] : others).map((other) => `${other.name} ${spread(all(other))}${flaw(runs, other)}`).join(" · "),
    ratio: wanted.against === "best" ? `1/${short(1 / ratio)}` : short(ratio),
    target: wanted.against === "best" ? `≤ 1/${short(1 / most)} of the best peer` : `≤ ${short(most)}`,
    ok: !faulty && ratio <= most && (wanted.also?.(ratio) ?? true),
  };
}

function flaw(runs: Runs, contender: Contender): string {
  const faults = (runs.get(contender) ?? []).filter(({ fault }) => fault);
  return faults.length > 0 ? ` (${faults.length} × wrong: ${faults[0]?.fault})` : "";
}

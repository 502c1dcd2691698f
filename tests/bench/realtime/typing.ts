// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Options, Row } from "../table";
import { type Figures, interleave, rowOf } from "./compare";
import { ALL, CONCERTO, type Contender, copyOf, DURABLE_FLOOR, type Folder, folderOf, generate, PEERS, serve, startGenerator, storedForAll } from "./contenders";
import { median } from "../numbers";

type Scene = { documents: number; people: number; writers: number; pace: number };

/** People type at a steady pace: processor time per update that reached another person, and how long it took. */
export function typing(scene: Scene) {
  const name = scene.documents === 1 ? `one document, ${scene.people} people` : `${scene.documents} documents × ${scene.writers} typists`;
  return async ({ quick }: Options, say: (s: string) => void): Promise<Row[]> => {
    const contenders = scene.documents === 1 ? [...ALL, DURABLE_FLOOR] : ALL;
    const documents = Array.from({ length: scene.documents }, (_, i) => `tavolo-${i}`);
    const folders = await storedForAll(contenders, documents, null);
    const measure = (contender: Contender) => once(contender, folderOf(folders, contender), documents, scene, quick ? 2.5 : 4);
    const runs = await interleave(contenders, quick ? 1 : 3, say, measure, quick ? 1 : 2);
    for (const { remove } of folders.values()) remove();
    const p99 = (contender: Contender) => median((runs.get(contender) ?? []).map(({ values }) => values.p99 ?? Number.NaN));
    const bestPeer = Math.min(...PEERS.map(p99));
    const rows = [rowOf(runs, { dimension: `${name}: processor time per delivered update`, value: "cpu", unit: "µs", most: scene.documents === 1 ? 1 : 1.5 })];
    const latency = rowOf(runs, { dimension: `${name}: p99 from key to screen`, value: "p99", unit: "ms", most: 1.5, also: () => p99(CONCERTO) <= bestPeer });
    if (scene.documents > 1) return [...rows, { ...latency, target: "", ok: null }];
    const durable = rowOf(runs, { dimension: `${name}: p99, beside a floor that shows only what is on disk`, value: "p99", unit: "ms", most: 1.5, against: DURABLE_FLOOR });
    return [...rows, { ...latency, target: `${latency.target}, best peer ${(p99(CONCERTO) / bestPeer).toFixed(2)} ≤ 1` }, { ...durable, target: "", ok: null }];
  };
}

async function once(contender: Contender, folder: Folder, documents: string[], scene: Scene, seconds: number): Promise<Figures> {
  const { dataDir, remove } = copyOf(folder);
  const generator = startGenerator();
  const server = await serve(contender, dataDir, documents, null);
  try {
    const { people, writers, pace } = scene;
    const { dialect } = contender;
    const job = { kind: "typing" as const, dialect, port: server.port, documents, people, writers, pace, warm: 1.5, seconds };
    const load = await generate(job, generator);
    await load.go();
    const before = await server.usage();
    const { delivered, expected, busy, fault, p50, p99 } = await load.go();
    load.leave();
    const after = await server.usage();
    return { values: { cpu: (after.cpuMicros - before.cpuMicros) / Math.max(1, Math.min(delivered, expected)), p50, p99 }, busy, fault };
  } finally {
    generator.kill("SIGKILL");
    await server.kill();
    remove();
  }
}

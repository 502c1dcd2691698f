// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChildProcess } from "node:child_process";
import type { Options, Row } from "../table";
import { type Figures, interleave, rowOf } from "./compare";
import { ALL, calm, type Contender, folderOf, generate, PEERS, type RunningServer, serve, startGenerator, storedForAll } from "./contenders";
import { preparedText } from "./prepared";

const DOCUMENT = "grande";
const CROWD = 200;

/** A prepared 1 MB text: opened by one person after a restart, by a crowd after a restart, and by a crowd again. */
export async function openings({ quick }: Options, say: (s: string) => void): Promise<Row[]> {
  const text = preparedText("one-megabyte");
  const folders = await storedForAll(ALL, [DOCUMENT], text);
  const start = async (contender: Contender) => {
    const generator = startGenerator();
    const server = await serve(contender, folderOf(folders, contender).dataDir, [DOCUMENT], text);
    // what its threads read to start is no opening
    await calm(server);
    return { generator, server };
  };
  try {
    say("  one person, just after a restart");
    const first = await interleave(ALL, quick ? 2 : 5, say, async (contender) => {
      const { server, generator } = await start(contender);
      return opening(contender, server, text, 1, generator).finally(server.kill);
    }, quick ? 1 : 2);
    say("  two hundred at once, cold and then hot");
    const crowd = await interleave(ALL, quick ? 1 : 3, say, async (contender) => {
      const { server, generator } = await start(contender);
      try {
        const cold = await opening(contender, server, text, CROWD, generator);
        const values = { "cold cpu": cold.values.cpu as number, "cold time": cold.values.time as number };
        // peers take long, and the second time as long as the first
        if (quick && PEERS.includes(contender)) return { ...cold, values };
        const hot = await opening(contender, server, text, CROWD, startGenerator());
        return {
          values: { ...values, "hot cpu": hot.values.cpu as number, "hot time": hot.values.time as number },
          busy: Math.max(cold.busy, hot.busy),
          fault: cold.fault ?? hot.fault,
        };
      } finally {
        await server.kill();
      }
    }, 1);
    const crowded = (heat: "cold" | "hot", what: "cpu" | "time") =>
      rowOf(crowd, { dimension: `200 people open one 1 MB document at once, ${heat}: ${what === "cpu" ? "processor time" : "until the last has it"}`, value: `${heat} ${what}`, unit: "ms", most: 1.5, burst: what === "cpu" });
    return [
      crowded("hot", "cpu"),
      crowded("hot", "time"),
      crowded("cold", "cpu"),
      crowded("cold", "time"),
      rowOf(first, { dimension: "first opening of a 1 MB document after a restart: time", value: "time", unit: "ms", most: 2, burst: true }),
      rowOf(first, { dimension: "first opening of a 1 MB document after a restart: processor time", value: "cpu", unit: "ms", most: 2, burst: true }),
    ];
  } finally {
    for (const { remove } of folders.values()) remove();
  }
}

async function opening({ dialect }: Contender, server: RunningServer, text: string, people: number, generator: ChildProcess): Promise<Figures> {
  const load = await generate({ kind: "opening", dialect, port: server.port, documents: [DOCUMENT], people, text }, generator);
  const before = await server.usage();
  const { last, busy, fault } = await load.go();
  load.leave();
  const after = await server.usage();
  return { values: { time: last, cpu: (after.cpuMicros - before.cpuMicros) / 1000 }, busy, fault };
}

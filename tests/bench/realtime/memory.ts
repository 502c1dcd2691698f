// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from "node:timers/promises";
import type { Options, Row } from "../table";
import { short } from "../numbers";
import { type Figures, interleave, rowOf } from "./compare";
import { ALL, calm, CONCERTO, type Contender, type Folder, folderOf, generate, type RunningServer, serve, storedForAll } from "./contenders";
import { preparedText } from "./prepared";

/** Many documents of twenty thousand characters, one person in each; then everybody leaves. */
export async function memory({ quick }: Options, say: (s: string) => void): Promise<Row[]> {
  const text = preparedText("twenty-thousand-characters");
  const documents = Array.from({ length: quick ? 100 : 250 }, (_, i) => `fascicolo-${i}`);
  const warming = Array.from({ length: 50 }, (_, i) => `avvio-${i}`);
  const folders = await storedForAll(ALL, [...warming, ...documents], text);
  const runs = await interleave(ALL, 1, say, (contender) => weigh(contender, folderOf(folders, contender), warming, documents, text));
  const ours = (runs.get(CONCERTO) ?? []).map(({ values }) => values);
  const left = Math.max(...ours.map((values) => values["left over"] ?? Number.NaN));
  const loaded = rowOf(runs, { dimension: "memory per loaded 20,000-character document, one person in it", value: "per document", unit: "kB", most: 0.1, against: "best" });
  return [
    loaded,
    {
      dimension: "memory of the process after all documents were closed, over what it was before",
      value: `${short(left * 100)} %`,
      against: [...runs].filter(([contender]) => contender !== CONCERTO).map(([{ name }, figures]) => `${name} ${short(Math.max(...figures.map(({ values }) => (values["left over"] ?? 0) * 100)))} %`).join(" · "),
      ratio: "",
      target: "≤ 5 %",
      ok: left <= 0.05,
    },
  ];
}

async function weigh(contender: Contender, { dataDir, remove }: Folder, warming: string[], documents: string[], text: string): Promise<Figures> {
  const server = await serve({ ...contender, variant: "short idle" }, dataDir, [...warming, ...documents], text);
  const job = { kind: "opening" as const, dialect: contender.dialect, port: server.port, people: 1, text };
  try {
    // what the first openings load and compile is nobody's document
    const warm = await generate({ ...job, documents: warming });
    await warm.go();
    warm.leave();
    const before = await atRest(server);
    const load = await generate({ ...job, documents });
    const { fault } = await load.go();
    const loaded = await atRest(server);
    load.leave();
    const after = await atRest(server);
    const kilobytes = (bytes: number) => bytes / 1000 / documents.length;
    return {
      values: {
        // threads beside the first have memory of their own: whichever measure says more is taken for ours, less for the others
        "per document": (contender === CONCERTO ? Math.max : Math.min)(kilobytes(loaded.rss - before.rss), kilobytes(loaded.heap - before.heap)),
        heap: kilobytes(loaded.heap - before.heap),
        rss: kilobytes(loaded.rss - before.rss),
        "left over": after.heap / before.heap - 1,
      },
      busy: 0,
      fault,
    };
  } finally {
    await server.kill();
    remove();
  }
}

/** Memory once it no longer changes. */
async function atRest(server: RunningServer) {
  await calm(server);
  let last = await server.settledUsage();
  for (let calm = 0, i = 0; calm < 2 && i < 30; i++) {
    await pause(300);
    const next = await server.settledUsage();
    calm = Math.abs(next.heap - last.heap) < 0.005 * last.heap ? calm + 1 : 0;
    last = next;
  }
  return last;
}

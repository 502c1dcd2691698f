// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from "node:child_process";
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Row } from "../table";
import { CONCERTO, type Contender, fill, HOCUSPOCUS, type RunningServer, serve, stored, Y_WEBSOCKET } from "./contenders";
import { marksIn, type Witness, witness, without } from "./witness";

const CONTENDERS = [CONCERTO, Y_WEBSOCKET, HOCUSPOCUS];
const DOCUMENT = "guasto";

type Verdict = { acknowledged: number; lost: number; seen: number; unseen: number; recovered: boolean; died: boolean };

/** One store call fails; the people leave; others read, now and after a restart. */
export async function storeThrows(say: (s: string) => void): Promise<Row[]> {
  return faultRows("the store throws once", CONTENDERS, say, async (contender) => {
    const failing = { ...contender, variant: "store throws once" };
    const { dataDir, remove } = await stored(contender, [DOCUMENT], null);
    try {
      const server = await serve(failing, dataDir, [DOCUMENT], null, false);
      const people = await Promise.all([0, 1].map((index) => witness(contender, server.port, DOCUMENT, index)));
      await keepTyping(people, 25, server);
      return await readAfter(contender, server, people, dataDir);
    } finally {
      remove();
    }
  });
}

/** The disk fills while people type, and has room again a little later. Needs the right to mount; answers no rows without. */
export async function diskFull(say: (s: string) => void): Promise<Row[]> {
  return faultRows("the disk is full for a while", CONTENDERS, say, async (contender) => {
    const dataDir = mkdtempSync(join(tmpdir(), "concerto-bench-full-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", dataDir], { stdio: "ignore" });
    try {
      await fill(contender, dataDir, [DOCUMENT], null);
      const server = await serve(contender, dataDir, [DOCUMENT], null, false);
      const people = await Promise.all([0, 1].map((index) => witness(contender, server.port, DOCUMENT, index)));
      await keepTyping(people, 20, server);
      const filler = join(dataDir, "filler");
      fillUp(filler);
      await keepTyping(people, 50, server);
      // whoever stores only when nobody has typed for two seconds meets the full disk too
      await pause(3000);
      const wasFull = people.some(({ sent, acknowledged }) => acknowledged.size < sent.length);
      if (contender === CONCERTO && !wasFull) throw new Error("The disk was never full for the server");
      // they believe what they were told, and go home
      for (const { leave } of people) await leave();
      await pause(1000);
      rmSync(filler);
      if (!server.alive()) return await readAfter(contender, server, people, dataDir);
      const late = await witness(contender, server.port, DOCUMENT, 2);
      await keepTyping([late], 10, server);
      return await readAfter(contender, server, [...people, late], dataDir, [late]);
    } finally {
      execFileSync("umount", ["-l", dataDir], { stdio: "ignore" });
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
}

export function mayMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), "concerto-bench-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", probe], { stdio: "ignore" });
    execFileSync("umount", [probe], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** Waits until all is acknowledged to those still there, lets everybody leave, and reads before and after a restart. */
async function readAfter(contender: Contender, server: RunningServer, people: Witness[], dataDir: string, present = people): Promise<Verdict> {
  const complete = () => present.every(({ sent, acknowledged }) => acknowledged.size === sent.length);
  for (let i = 0; i < 200 && server.alive() && !complete(); i++) await pause(50);
  const recovered = complete();
  const died = !server.alive();
  for (const { leave } of people) await leave();
  // time to store what is stored when the last has left
  await pause(3000);
  const open = died ? await marksAfterRestart(contender, dataDir) : await marksIn(contender, server.port, DOCUMENT);
  await server.kill();
  const found = await marksAfterRestart(contender, dataDir);
  const missing = (promised: Set<number>) => new Set([...without(promised, open), ...without(promised, found)]).size;
  const acknowledged = new Set(people.flatMap((person) => [...person.acknowledged]));
  const seen = new Set(people.flatMap((person) => [...person.seen]));
  return { acknowledged: acknowledged.size, lost: missing(acknowledged), seen: seen.size, unseen: missing(seen), recovered, died };
}

async function marksAfterRestart(contender: Contender, dataDir: string): Promise<Set<number>> {
  const server = await serve(contender, dataDir, [DOCUMENT], null, false);
  return marksIn(contender, server.port, DOCUMENT).finally(server.kill);
}

async function keepTyping(people: Witness[], strokes: number, server: RunningServer): Promise<void> {
  for (let i = 0; i < strokes && server.alive(); i++) {
    for (const { type } of people) type();
    await pause(5);
  }
}

/** Takes every byte the disk has left. */
function fillUp(path: string): void {
  const file = openSync(path, "w");
  try {
    for (const size of [65_536, 4096, 512]) {
      for (;;) {
        if (writeSync(file, Buffer.alloc(size)) === 0) break;
      }
    }
    fsyncSync(file);
  } catch (full) {
    if ((full as NodeJS.ErrnoException).code !== "ENOSPC") throw full;
  } finally {
    closeSync(file);
  }
}

async function faultRows(what: string, contenders: Contender[], say: (s: string) => void, suffer: (contender: Contender) => Promise<Verdict>): Promise<Row[]> {
  const verdicts = await Promise.all(
    contenders.map((contender) =>
      suffer(contender).catch((failure: Error) => {
        if (contender === CONCERTO) throw failure;
        return null;
      }),
    ),
  );
  const words = (verdict: Verdict | null | undefined) => (verdict ? wordsOf(verdict) : "not measured");
  const wordsOf = ({ acknowledged, lost, seen, unseen, recovered, died }: Verdict) =>
    [acknowledged === 0 ? `acknowledges nothing, ${unseen} of ${seen} that others saw` : `${lost} of ${acknowledged}`, died && "the server died", !recovered && !died && acknowledged > 0 && "did not recover"].filter(Boolean).join(", ");
  contenders.forEach(({ name }, i) => say(`  ${name}: ${words(verdicts[i])}`));
  const ours = verdicts[0] as Verdict;
  return [
    {
      dimension: `${what}: acknowledged updates lost`,
      value: words(ours),
      against: contenders.slice(1).map(({ name }, i) => `${name} ${words(verdicts[i + 1])}`).join(" · "),
      ratio: "",
      target: "0, recovers by itself",
      ok: ours.acknowledged > 0 && ours.lost === 0 && ours.unseen === 0 && ours.recovered && !ours.died,
    },
  ];
}

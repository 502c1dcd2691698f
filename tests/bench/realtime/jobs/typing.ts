// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { quantile } from "../../numbers";
import type { Outcome, TypingJob } from "../generator";
import { keystrokes, scanMarks } from "../texts";
import { enter, type Person } from "./person";

/** Milliseconds the last keystrokes may take to arrive everywhere. */
const PATIENCE = 20_000;
/** So much faster than later everybody types to warm up: a server that has run for a day is not in its first second. */
const HURRY = 3;

/** One document with its writers' keystrokes, when each was sent, and what everybody has seen. */
type Desk = { people: Person[]; sent: Float64Array; heard: Uint8Array[][] };

/**
 * Connects everybody. The answer, called twice, types the strokes that warm everybody up and then those that count; it resolves
 * when everything has arrived or nothing more does.
 */
export async function type(job: TypingJob): Promise<() => Promise<Outcome>> {
  const warming = Math.round(HURRY * job.pace * job.warm);
  const each = warming + Math.round(job.pace * job.seconds);
  const total = each * job.writers;
  let latencies: number[] = [];
  let delivered = 0;
  const desks: Desk[] = [];
  const answered: Promise<void>[] = [];
  for (const document of job.documents) {
    const desk: Desk = { people: [], sent: new Float64Array(total), heard: [] };
    desks.push(desk);
    desk.people = await Promise.all(
      Array.from({ length: job.people }, (_, i) => {
        const seen = new Uint8Array(total);
        // the first and the last of each document keep what they hear, to build the text from it at the end
        const kept: Uint8Array[] | null = i === 0 || i === job.people - 1 ? [] : null;
        if (kept) desk.heard.push(kept);
        let answer = () => {};
        if (job.dialect !== "plain") answered.push(new Promise((done) => (answer = done)));
        return enter(job, document, `${document}-${i}`, ({ kind, bytes }) => {
          if (!bytes) return;
          if (kind === "answer") answer();
          kept?.push(bytes);
          const now = performance.now();
          scanMarks(bytes as Buffer, (id) => {
            if (seen[id] !== 0 || Math.floor(id / each) === i) return;
            seen[id] = 1;
            delivered++;
            latencies.push(now - (desk.sent[id] as number));
          });
        });
      }),
    );
  }
  await Promise.all(answered);
  const script = Array.from({ length: job.writers }, (_, i) => keystrokes(1000 + i, each, i * each));
  const parts = [timetable({ ...job, pace: HURRY * job.pace }, 0, warming), timetable(job, warming, each)];

  return async () => {
    const plan = parts.shift() ?? [];
    const expected = plan.length * (job.people - 1);
    delivered = 0;
    latencies = [];
    const [start, before] = [performance.now(), process.cpuUsage()];
    for (let next = 0; next < plan.length; ) {
      const now = performance.now();
      for (; next < plan.length && start + (plan[next] as Step).at <= now; next++) {
        const { desk, writer, stroke } = plan[next] as Step;
        const { people, sent } = desks[desk] as Desk;
        sent[writer * each + stroke] = performance.now();
        (people[writer] as Person).send((script[writer] as Uint8Array[])[stroke] as Uint8Array);
      }
      await pause(1);
    }
    const deadline = performance.now() + PATIENCE;
    while (delivered < expected && performance.now() < deadline) await pause(2);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    const sorted = Float64Array.from(latencies).sort();
    const missing = delivered < expected ? `${expected - delivered} of ${expected} never arrived` : null;
    return {
      delivered,
      expected,
      p50: quantile(sorted, 0.5),
      p99: quantile(sorted, 0.99),
      last: quantile(sorted, 1),
      busy: (user + system) / 1000 / wall,
      fault: missing ?? (parts.length === 0 ? firstFault(desks, script) : null),
    };
  };
}

type Step = { at: number; desk: number; writer: number; stroke: number };

/** The strokes between two, typed evenly and never two at the same instant. */
function timetable({ documents, writers, pace }: TypingJob, from: number, to: number): Step[] {
  const plan: Step[] = [];
  const voices = documents.length * writers;
  for (let stroke = from; stroke < to; stroke++) {
    for (let voice = 0; voice < voices; voice++) {
      const at = ((stroke - from + voice / voices) * 1000) / pace;
      plan.push({ at, desk: voice % documents.length, writer: Math.floor(voice / documents.length), stroke });
    }
  }
  return plan;
}

/** Builds the text from what some heard, with what they wrote themselves, and compares. */
function firstFault(desks: Desk[], script: Uint8Array[][]): string | null {
  const expected = textFrom(script.flat());
  for (const [i, { heard, people }] of desks.entries()) {
    for (const [k, frames] of heard.entries()) {
      const index = k === 0 ? 0 : people.length - 1;
      if (textFrom([...frames, ...(script[index] ?? [])]) !== expected) return `document ${i}: person ${index} reads something else`;
    }
  }
  return null;
}

function textFrom(updates: Uint8Array[]): string {
  const document = new Y.Doc();
  document.transact(() => updates.forEach((update) => Y.applyUpdate(document, update)));
  const text = document.getXmlFragment("default").toString();
  document.destroy();
  return text;
}

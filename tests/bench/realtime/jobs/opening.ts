// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { quantile } from "../../numbers";
import { DIALECTS } from "../dialects";
import type { OpeningJob, Outcome } from "../generator";
import { LAST_MARK, markOf, readRows } from "../texts";
import { enter, type Person } from "./person";

const PATIENCE = 90_000;

/** The answer lets everybody in at once, and resolves when all have the whole text or nothing more comes. */
export async function open(job: OpeningJob): Promise<() => Promise<Outcome>> {
  const last = Buffer.from(markOf(LAST_MARK));
  const dialect = DIALECTS[job.dialect];
  const expected = job.documents.length * job.people;
  return async () => {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const times: number[] = [];
    const people: Promise<Person>[] = [];
    const kept: Uint8Array[] = [];
    for (const document of job.documents) {
      for (let i = 0; i < job.people; i++) {
        let complete = false;
        let marked = false;
        let answered = !dialect.endsWithAnswer;
        const entering = enter(job, document, `${document}-${i}`, ({ kind, bytes }) => {
          if (!bytes || complete) return;
          if (people[0] === entering) kept.push(bytes);
          answered ||= kind === "answer";
          marked ||= (bytes as Buffer).indexOf(last) >= 0;
          if (!marked || !answered) return;
          complete = true;
          times.push(performance.now() - start);
        });
        people.push(entering);
      }
    }
    const entered = await Promise.allSettled(people);
    const deadline = performance.now() + PATIENCE;
    while (times.length < expected && performance.now() < deadline) await pause(2);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    const sorted = Float64Array.from(times).sort();
    const refused = entered.filter(({ status }) => status === "rejected").length;
    const fault = refused > 0 ? `${refused} were not let in` : times.length < expected ? `${expected - times.length} never got the text` : textFault(job, kept);
    return { delivered: times.length, expected, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), last: quantile(sorted, 1), busy: (user + system) / 1000 / wall, fault };
  };
}

function textFault({ text }: OpeningJob, kept: Uint8Array[]): string | null {
  const read = (updates: Uint8Array[]) => {
    const document = new Y.Doc();
    document.transact(() => updates.forEach((update) => Y.applyUpdate(document, update)));
    return document.getXmlFragment("default").toString();
  };
  return read(kept) === read(readRows(text)) ? null : "the text that arrived is not the one that was stored";
}

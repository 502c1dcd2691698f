// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from "node:timers/promises";
import * as prng from "lib0/prng";
import { createDocument } from "~realtime/index.server";
import type { Database } from "~db/client.server";
import { newId } from "~db/id";
import { waitFor } from "~tests/harness/wait-for";
import { flawsOfLog, missingIn, onDisk, promisedTo, readable } from "./oracle";
import { person, Site } from "./site";
import { KINDS, Typist } from "./typist";

/** On a busy machine; alone it takes a second or two. */
const PATIENCE_MS = 60_000;

/** What may go wrong, and how often relative to the rest. Each is over, or undone by another, within the trial. */
const FAULTS: [string, number, (trial: Trial) => unknown][] = [
  ["a wire is cut", 8, ({ one }) => one().link.cut()],
  ["all wires are cut", 2, ({ people }) => people.forEach(({ link }) => link.cut())],
  ["a wire freezes", 3, ({ one }) => one().link.freeze()],
  ["a wire stays down", 3, ({ one }) => one().link.break()],
  ["wires are mended", 6, ({ people }) => people.forEach(({ link }) => link.mend())],
  ["the disk is full", 2, ({ site }) => site.disk("full")],
  ["another process holds the file", 2, ({ site }) => site.disk("busy")],
  ["the disk stores and forgets to say so", 2, ({ site }) => site.disk("forgetful")],
  ["the disk is sound again", 6, ({ site }) => site.disk("sound")],
  ["the log's thread dies", 2, ({ site }) => site.killThread()],
  ["something is sent twice", 4, ({ one, random }) => one().stutter(random)],
  ["a client sends all it has", 2, ({ one }) => one().replay()],
  ["a client asks for everything", 3, ({ one }) => one().askAll()],
  ["the clock jumps", 2, ({ site, random }) => (site.clockError = prng.int32(random, -1, 1) * 86_400_000)],
  ["the server restarts", 1, (trial) => trial.restart()],
  ["the server is lost", 4, (trial) => trial.crash()],
  ["somebody opens the page anew", 2, (trial) => trial.reopen()],
];

export type TrialReport = { acts: number; promised: number; faults: Record<string, number>; rows: number };

/**
 * One run of the model: people type into one text over bad wires on a bad server, as the seed says. After every loss, and at
 * the end, the disk alone must give back whatever was called saved or shown to anybody; at the end everybody reads the same.
 */
export class Trial {
  readonly random: prng.PRNG;
  readonly site: Site;
  people: Typist[] = [];
  private readonly gone: Typist[] = [];
  private readonly documentId = newId();
  private readonly report: TrialReport = { acts: 0, promised: 0, faults: {}, rows: 0 };
  private names = 0;

  constructor(
    private readonly db: Database,
    readonly seed: number,
  ) {
    this.random = prng.create(seed);
    this.site = new Site(db, db.file !== undefined && prng.bool(this.random));
  }

  /** Throws, naming the seed, when a promise was broken. */
  async run(steps: number): Promise<TrialReport> {
    try {
      await this.db.tx((tx) => createDocument(tx, { documentId: this.documentId, at: new Date(), who: person("ada") }));
      await this.site.start();
      for (const kind of KINDS) await this.arrive(kind);
      await this.arrive("ours");
      for (let step = 0; step < steps; step++) await this.step();
      await this.heal();
      return this.report;
    } catch (failure) {
      throw new Error(`seed ${this.seed}: ${(failure as Error).message}\n${this.whereItStands().join("\n")}`, { cause: failure });
    } finally {
      for (const typist of this.people) typist.leave();
      await this.site.close();
    }
  }

  readonly one = (): Typist => prng.oneOf(this.random, this.people);

  async restart(): Promise<void> {
    this.site.disk("sound");
    await this.site.stop();
    await this.site.start();
  }

  async crash(): Promise<void> {
    const promised = promisedTo([...this.people, ...this.gone]);
    this.site.crash();
    await this.lookAtDisk(promised);
    await this.site.start();
  }

  async reopen(): Promise<void> {
    const { kind } = this.one();
    const [leaving] = this.people.splice(this.people.findIndex((typist) => typist.kind === kind), 1) as [Typist];
    this.gone.push(leaving);
    leaving.leave();
    await this.arrive(leaving.kind);
  }

  private async arrive(kind: Typist["kind"]): Promise<void> {
    this.people.push(await Typist.arrive(`p${this.names++}`, kind, this.site, this.documentId));
  }

  private async step(): Promise<void> {
    for (let acts = prng.int32(this.random, 0, 3); acts > 0; acts--) {
      this.one().act(this.random);
      this.report.acts++;
    }
    if (prng.int32(this.random, 0, 3) === 0) await this.fail();
    await pause(prng.int32(this.random, 0, 12));
  }

  private async fail(): Promise<void> {
    let left = prng.int32(this.random, 0, FAULTS.reduce((sum, [, weight]) => sum + weight, 0) - 1);
    const [name, , happen] = FAULTS.find(([, weight]) => (left -= weight) < 0) as (typeof FAULTS)[number];
    this.report.faults[name] = (this.report.faults[name] ?? 0) + 1;
    await happen(this);
  }

  private async lookAtDisk(promised: Uint8Array[]): Promise<void> {
    const disk = await onDisk(this.db, this.documentId);
    const missing = missingIn(disk, promised);
    if (missing > 0) throw new Error(`${missing} of ${promised.length} updates that were promised or shown are not on the disk`);
  }

  /** For whoever reads the failure: who was not told, why, and what the server said. */
  private whereItStands(): string[] {
    const waiting = this.people.filter(({ settled }) => !settled);
    return [
      ...waiting.map(({ name, kind, provider, typed, promised, denied }) => `${name} (${kind}): connected ${provider.wsconnected}, synced ${provider.synced}, ${promised} of ${typed.length} promised, refused: ${[...new Set(denied)].join(" ")}`),
      ...new Set(this.site.errors),
    ];
  }

  private async heal(): Promise<void> {
    this.site.disk("sound");
    this.site.clockError = 0;
    for (const { link } of this.people) link.mend();
    await waitFor("everybody to be told that all is saved", () => {
      for (const typist of this.people) if (!typist.settled) typist.ask();
      return this.people.every(({ settled }) => settled);
    }, PATIENCE_MS);
    await this.lookAtDisk(promisedTo([...this.people, ...this.gone]));
    const disk = await onDisk(this.db, this.documentId);
    await waitFor("everybody to read the same as the disk", () => this.people.every(({ doc }) => readable(doc) === readable(disk)), PATIENCE_MS);
    const flaws = await flawsOfLog(this.db, this.documentId, [...this.people, ...this.gone]);
    if (flaws.length > 0) throw new Error(flaws.join("\n"));
    this.report.promised = [...this.people, ...this.gone].reduce((sum, { promised }) => sum + promised, 0);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Authorship, authorshipIn } from "~/documents/attribution/authorship";
import { contributionsIn } from "~/documents/attribution/contributions";
import { Ledger } from "~/documents/attribution/ledger";
import { each } from "~/documents/attribution/stretches";
import { workOut } from "~/documents/attribution/work";
import { gunzipSync } from "node:zlib";
import { ownerOf, play, steps } from "./random";

const RUNS = { numRuns: 60 };

/** Every letter with the body it is said to be of. */
function letters({ places, contributors }: Authorship, text: string): { letter: string; body: string | null | undefined }[] {
  const said: { letter: string; body: string | null | undefined }[] = [];
  for (const { runs } of places) each(runs, (length, who) => { for (let i = 0; i < length; i++) said.push({ letter: text[said.length] ?? "", body: contributors[who]?.organisationId }); });
  return said;
}

test("shares sum to one, and every letter of the text is somebody's", () => {
  fc.assert(
    fc.property(steps(true), (all) => {
      const { log, now } = play(all);
      const { letters: count, contributions } = contributionsIn(log.read());
      expect(count).toBe(now.textContent.length);
      const sum = contributions.reduce((total, { share }) => total + share, 0);
      expect(sum).toBeCloseTo(count === 0 ? 0 : 1, 9);
    }),
    RUNS,
  );
});

test("whatever is split, joined, wrapped and moved by whom, each letter stays with who wrote it", () => {
  fc.assert(
    fc.property(steps(false), (all) => {
      const { log, now } = play(all);
      const strangers = letters(log.read(), now.textContent).filter(({ letter, body }) => letter.trim() !== "" && ownerOf(letter) !== body);
      expect(strangers).toEqual([]);
    }),
    RUNS,
  );
});

test("also when they do so at the same time, each without knowing of the others, but for a word or two", () => {
  fc.assert(
    fc.property(steps(true), (all) => {
      const { log, now } = play(all);
      let piece = 0;
      const longest = Math.max(0, ...letters(log.read(), now.textContent).map(({ letter, body }) => (piece = letter.trim() === "" || ownerOf(letter) !== body ? piece + 1 : 0)));
      expect(longest).toBeLessThan(20);
    }),
    RUNS,
  );
});

test("worked out in one go or in many, the result is the same to the letter", () => {
  fc.assert(
    fc.property(steps(true), fc.nat(20), (all, where) => {
      const { log } = play(all);
      const at = where % (log.rows.length + 1);
      const first = workOut({ kept: null, rows: log.rows.slice(0, at), stops: [], keep: true });
      const then = workOut({ kept: first.kept, rows: log.rows.slice(at), stops: [], keep: true });
      expect(then.authorships.at(-1)).toEqual(log.read());
      const whole = new Ledger();
      for (const row of log.rows) whole.take(row);
      expect(gunzipSync(then.kept?.ledger ?? "").toString()).toBe(JSON.stringify(whole.save().ledger));
      expect(authorshipIn(whole)).toEqual(log.read());
    }),
    RUNS,
  );
});

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Random writing by three bodies, each with letters of an alphabet that nobody else uses: so that one can see from every
 * letter, wherever it has been carried, who must have written it.
 */
import type { JSONContent } from "@tiptap/core";
import fc from "fast-check";
import { openLog, paragraph, textOf } from "./pen";

export const bodies = ["Ateneo", "Cooperativa", "Direzione"];
const alphabets = ["abcdefgh", "ijklmnopq", "rstuvwxyz"];

export const ownerOf = (letter: string): string | undefined => bodies[alphabets.findIndex((letters) => letters.includes(letter))];

export type Act =
  | { what: "write"; at: number; place: number; words: number }
  | { what: "erase"; at: number; place: number; length: number }
  | { what: "split" | "wrap" | "remove"; at: number; place: number }
  | { what: "move"; at: number; to: number }
  | { what: "join"; at: number };

export type Step = { who: number; act: Act; /** Sends only some steps later, and hears nothing meanwhile. */ offline: boolean };

const place = fc.nat(1000);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant("write" as const), at: place, place, words: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("erase" as const), at: place, place, length: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom("split" as const, "wrap" as const), at: place, place }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("move" as const), at: place, to: place }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("join" as const), at: place }) },
);

export const steps = (offline: boolean) =>
  fc.array(fc.record({ who: fc.nat(bodies.length - 1), act, offline: offline ? fc.boolean() : fc.constant(false) }), { minLength: 1, maxLength: 14 });

let count = 0;

/** Plays the steps; answers the log and what its readers see. */
export function play(all: Step[]) {
  const log = openLog();
  const pens = bodies.map((body) => log.pen(body));
  pens[0]?.edit(() => [paragraph(words(0, 8)), paragraph(words(0, 6))]);
  pens[1]?.edit((blocks) => [...blocks, paragraph(words(1, 8))]);
  for (const { who, act: what, offline } of all) {
    const pen = pens[who] as (typeof pens)[number];
    if (!offline) pen.receive();
    pen.rewrite((blocks) => change(blocks, who, what));
    if (!offline) pen.send();
  }
  for (const pen of pens) pen.send();
  const reader = log.pen("Lettore");
  reader.receive();
  return { log, now: reader.now() };
}

/** Words of six letters, none twice alike in a row. */
function words(who: number, many: number): string {
  const letters = alphabets[who] as string;
  return Array.from({ length: many }, () => Array.from({ length: 6 }, (_, i) => letters[(count++ * 7 + i * 3 + (count >> 3)) % letters.length]).join("")).join(" ");
}

function change(blocks: JSONContent[], who: number, what: Act): JSONContent[] {
  if (blocks.length === 0) return [paragraph(words(who, 4))];
  const i = what.at % blocks.length;
  const block = blocks[i] as JSONContent;
  const others = (...instead: JSONContent[]) => [...blocks.slice(0, i), ...instead, ...blocks.slice(i + 1)];
  const text = textOf(block);
  const same = (said: string): JSONContent => (block.type === "blockquote" ? { type: "blockquote", content: [paragraph(said)] } : paragraph(said));
  switch (what.what) {
    case "write": {
      const at = what.place % (text.length + 1);
      return others(same(`${text.slice(0, at)} ${words(who, what.words)} ${text.slice(at)}`));
    }
    case "erase": {
      const at = what.place % (text.length + 1);
      return others(same(text.slice(0, at) + text.slice(at + what.length)));
    }
    case "split": {
      const at = what.place % (text.length + 1);
      return others(same(text.slice(0, at)), same(text.slice(at)));
    }
    case "wrap":
      return others(block.type === "blockquote" ? paragraph(text) : { type: "blockquote", content: [paragraph(text)] });
    case "remove":
      return others();
    case "move": {
      const rest = others();
      const to = what.to % (rest.length + 1);
      return [...rest.slice(0, to), block, ...rest.slice(to)];
    }
    case "join": {
      const next = blocks[i + 1];
      return next ? [...blocks.slice(0, i), same(text + textOf(next)), ...blocks.slice(i + 2)] : blocks;
    }
  }
}

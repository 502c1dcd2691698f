// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlan } from "~/plan/import/parse-plan";
import type { ParsedPlan } from "~/plan/import/parsed";
import { inventedPlan, labels, printPlan, type Style } from "./plan-text";
import { wordsMissing, wordsOfTables } from "./words";

const read = (text: string): ParsedPlan => {
  const reading = parsePlan(new TextEncoder().encode(text));
  if (!reading.ok) throw new Error(`refused: ${reading.because}`);
  return reading.plan;
};
const anyStyle = fc.constantFrom<Style>("tabs", "pipes", "bare pipes");
const codeOf = new Map(labels);

describe("any plan printed in this format", () => {
  test("comes back with its objectives, strategies in order, pillars and consolidation objectives", () => {
    fc.assert(
      fc.property(inventedPlan, anyStyle, (invented, style) => {
        const plan = read(printPlan(invented, style));
        expect(plan.areas.map((area) => area.number)).toEqual(invented.areas.map((_, i) => `5.${i + 1}`));
        plan.areas.forEach((area, i) => {
          const source = invented.areas[i]!;
          expect(area.objectives.map((one) => one.title)).toEqual(source.objectives.map((one) => one.title));
          area.objectives.forEach((one, n) => {
            expect(one.strategies.map((strategy) => strategy.text)).toEqual(
              source.objectives[n]!.strategies.map((text) => `${text}.`),
            );
            expect(one.strategies.every((strategy) => !strategy.review)).toBe(true);
            expect(one.pillars.map((link) => link.code)).toEqual(
              source.objectives[n]!.pillars.map((label) => codeOf.get(label)),
            );
            expect(one.pillars.map((link) => link.label)).toEqual(source.objectives[n]!.pillars);
          });
          expect(area.consolidation.map((item) => item.text)).toEqual(source.consolidation.map((text) => `${text};`));
        });
      }),
      { numRuns: 150 },
    );
  });

  test("keeps every word of its tables, whatever happened to its lines", () => {
    const damage = fc.record({
      style: anyStyle,
      drop: fc.nat(),
      swap: fc.nat(),
      cut: fc.nat(),
      untab: fc.nat(),
      what: fc.nat(4),
    });
    fc.assert(
      fc.property(inventedPlan, damage, (invented, { style, drop, swap, cut, untab, what }) => {
        const whole = printPlan(invented, style);
        const lines = whole.split("\n");
        if (what === 1) lines.splice(drop % lines.length, 1);
        if (what === 2)
          [lines[swap % lines.length], lines[drop % lines.length]] = [
            lines[drop % lines.length]!,
            lines[swap % lines.length]!,
          ];
        if (what === 3) lines[untab % lines.length] = lines[untab % lines.length]!.replace(/\t| \| /g, " ");
        const text = what === 4 ? whole.slice(0, cut % whole.length) : lines.join("\n");
        const reading = parsePlan(new TextEncoder().encode(text));
        if (reading.ok && what < 2) expect(wordsMissing(wordsOfTables(text), reading.plan)).toEqual([]);
        if (reading.ok && what >= 2)
          for (const warning of reading.plan.warnings) expect(warning.line).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("reads the same with a byte order mark, Windows line ends, UTF-16 or accents in two pieces", () => {
    fc.assert(
      fc.property(inventedPlan, (invented) => {
        const text = printPlan(invented, "tabs");
        const areas = read(text).areas;
        const variants = [
          new TextEncoder().encode(`\uFEFF${text.replaceAll("\n", "\r\n")}`),
          new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le")),
          new TextEncoder().encode(text.normalize("NFD")),
        ];
        for (const bytes of variants) {
          const reading = parsePlan(bytes);
          expect(reading.ok && reading.plan.areas).toEqual(areas);
        }
      }),
      { numRuns: 30 },
    );
  });
});

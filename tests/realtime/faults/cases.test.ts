// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CASES } from "./cases";

/** 80 is two hours of mixed load: `npm run soak`. */
const NUMBERS = Array.from({ length: 85 }, (_, i) => i + 1).filter((number) => number !== 80);

test("every case of fault and abuse has a test that shows it, under the name it has", () => {
  expect(Object.keys(CASES).map(Number)).toEqual(NUMBERS);
  const wrong = Object.entries(CASES).flatMap(([number, [, ...shown]]) => [
    ...(shown.length === 0 ? [`${number} is not shown`] : []),
    ...shown.filter(([file, name]) => !existsSync(file) || !readFileSync(file, "utf8").includes(`"${name}`)).map(([file, name]) => `${number}: no "${name}" in ${file}`),
  ]);
  expect(wrong).toEqual([]);
});

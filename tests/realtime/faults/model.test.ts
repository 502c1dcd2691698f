// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test, vi } from "vitest";
import { openTestDatabase } from "~tests/harness/database";
import { seed } from "~tests/harness/properties";
import { Trial } from "./trial";

/** Whole cities of people: a busy machine may take its time. */
vi.setConfig({ testTimeout: 120_000 });

test.each([seed, seed + 1])("whatever happens to wires, disk, thread and server, nothing called saved and nothing shown is lost (seed %i)", async (seed) => {
  process.stdout.write(`fault trial, seed ${seed}\n`);
  const { acts, promised, faults } = await new Trial(await openTestDatabase(), seed).run(120);
  expect(acts).toBeGreaterThan(40);
  expect(promised).toBeGreaterThan(10);
  expect(Object.keys(faults).length).toBeGreaterThan(3);
});

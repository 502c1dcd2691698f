// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterEach, beforeEach, expect, vi } from "vitest";

/** A console.error that nobody expected is a defect, also when the assertion passes. */
const errors: unknown[][] = [];

beforeEach(() => {
  errors.length = 0;
  vi.spyOn(console, "error").mockImplementation((...words) => {
    errors.push(words);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(errors, "console.error was called").toEqual([]);
});

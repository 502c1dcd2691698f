// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeAll, onTestFinished } from "vitest";

type End = () => unknown;

/** What has to end with the file rather than with a test, while that is being opened. */
let ofTheFile: End[] | null = null;

/** Ends what the harness opened: with the test that opened it, or with the file when it was opened inside `forFile`. */
export function atTheEnd(end: End): void {
  if (ofTheFile) ofTheFile.push(end);
  else onTestFinished(async () => void (await end()));
}

/**
 * A city, server or folder that the tests of a file share: opened before the first, ended after the last. For tests that
 * do not disturb each other; the others open their own.
 */
export function forFile<T>(open: () => Promise<T>): () => T {
  let opened: T | undefined;
  beforeAll(async () => {
    const ends: End[] = [];
    ofTheFile = ends;
    try {
      opened = await open();
    } finally {
      ofTheFile = null;
    }
    return async () => {
      for (const end of ends.reverse()) await end();
    };
  });
  return () => opened as T;
}

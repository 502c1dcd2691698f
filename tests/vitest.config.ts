// SPDX-License-Identifier: AGPL-3.0-or-later
import { accessSync, constants, statfsSync } from "node:fs";
import { resolve } from "node:path";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");
const shared = { plugins: [tsconfigPaths({ root })], root };

/**
 * Where tests keep their folders: in memory where the system has room for it, since a test waits for the disk at each
 * commit (measured: 6 ms on a busy disk) and none needs to outlive the machine. Elsewhere the system's own place.
 */
function placeForFolders(memory = "/dev/shm", room = 2e9): Record<string, string> {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > room ? { TMPDIR: memory } : {};
  } catch {
    return {};
  }
}

/** Use-case tests that also run on PostgreSQL (embedded): whole domains without browser or raw files. */
const onBothEngines = ["tests/registry/{finding,affiliations}.test.ts", "tests/tables/{seats,joining,who-spoke}.test.ts", 
  "tests/db/door.test.ts",
  "tests/documents/documents.test.ts",
  "tests/identity/limits.test.ts",
  "tests/identity/password-reset.test.ts",
  "tests/meetings/either-engine.test.ts",
  "tests/notices/post.test.ts",
  "tests/plan/either-engine.test.ts",
  "tests/procedures/either-engine.test.ts",
  "tests/realtime/store.test.ts",
];

/** unit: rules, use-cases and sockets in this process. postgres: some of them again on the other engine. flows: the built server as a process of its own, and a real browser. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "unit",
          root,
          maxWorkers: 2,
          // files share what a worker has imported: over half of the time went into importing the application again for each
          isolate: false,
          env: placeForFolders(),
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/flows/**"],
          setupFiles: ["tests/harness/no-console-errors.ts", "tests/harness/properties.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        ...shared,
        test: {
          name: "postgres",
          root,
          maxWorkers: 2,
          isolate: false,
          include: onBothEngines,
          env: { ...placeForFolders(), DATABASE_URL: "pglite:" },
          globalSetup: ["tests/harness/postgres-template.ts"],
          setupFiles: ["tests/harness/no-console-errors.ts", "tests/harness/properties.ts"],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        ...shared,
        test: {
          name: "flows",
          root,
          isolate: false,
          // each has a server and a browser beside it
          maxWorkers: 1,
          include: ["tests/flows/**/*.flow.test.ts"],
          // a browser on a busy machine may be slow once; a defect is there the second time too, and the report says so
          retry: 1,
          setupFiles: ["tests/harness/no-console-errors.ts"],
          globalSetup: ["tests/harness/launch-chromium.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

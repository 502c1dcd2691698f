// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { healthMetrics, openHealth } from "~/health.server";
import { endangersWords, type Figures, troublesIn } from "~/web/health";
import { writeUpdate } from "~realtime/protocol";
import { temporaryFolder } from "~tests/harness/database";
import { waitFor } from "~tests/harness/wait-for";
import { connect, openStage, typed } from "~tests/realtime/stage";

const WELL: Figures = { waitingMs: 3, notStoring: 0, diskFree: 0.4, delayMs: 25, people: 2, openTexts: 1, commits: 9, commitFailures: 0, refused: {} };

test.each<[string, Partial<Figures>, string[], boolean]>([
  ["all is well", {}, [], false],
  ["a text cannot be stored", { notStoring: 1, waitingMs: 6000 }, ["notStoring", "waiting"], true],
  ["the disk takes long", { waitingMs: 5001 }, ["waiting"], true],
  ["the disk is nearly full", { diskFree: 0.049 }, ["diskFull"], true],
  ["nobody knows about the disk", { diskFree: null }, [], false],
  ["the process is slow, which endangers nothing", { delayMs: 1500 }, ["slow"], false],
])("when %s, that is what is said", (_when, figures, troubles, alarm) => {
  const found = troublesIn({ ...WELL, ...figures });
  expect(found).toEqual(troubles);
  expect(endangersWords(found)).toBe(alarm);
});

test("the figures are those of the server, of the disk and of the process", async () => {
  let failing = true;
  const stage = await openStage({
    wrapStore: (store) => ({ ...store, append: (batch) => (failing ? Promise.reject(new Error("disk full")) : store.append(batch)) }),
  });
  const health = openHealth(stage.hub, temporaryFolder());
  onTestFinished(() => health.stop());
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(typed(new Y.Doc(), "x")));
  await waitFor("a text that cannot be stored", () => health.read().notStoring === 1);
  expect(troublesIn(health.read())).toContain("notStoring");
  expect(health.read()).toMatchObject({ people: 1, openTexts: 1 });
  failing = false;
  await waitFor("all well again", () => health.read().notStoring === 0 && health.read().commits > 0);
  const { diskFree } = health.read();
  expect(diskFree).toBeGreaterThan(0);
  expect(healthMetrics(health.read())).toMatch(/^concerto_event_loop_delay_p99_milliseconds \d+\nconcerto_disk_free_ratio 0\.\d+\n$/);
});

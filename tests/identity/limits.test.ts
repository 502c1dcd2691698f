// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Limit, spend } from "~/identity/index.server";
import type { Problem } from "~/web/problem";
import { openDatabase } from "~db/client.server";
import { openTestDatabase, temporaryFolder } from "~tests/harness";

const limit: Limit = { name: "test", points: 3, seconds: 60 };
const START = Date.parse("2026-03-10T09:00:00Z");

describe("limits on attempts", () => {
  test("never admit more than their number in one span, and the wait they tell is the true one", async () => {
    const db = await openTestDatabase();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 15 }), async (gaps) => {
        const key = `key-${run++}`;
        let [at, opened, used] = [START + run * 86_400_000, Number.NEGATIVE_INFINITY, 0];
        for (const gap of gaps) {
          at += gap;
          if (at >= opened + limit.seconds * 1000) [opened, used] = [at, 0];
          used += 1;
          const told = await spend({ db, now: new Date(at) }, limit, key).then(() => null, (refused: Problem) => refused.details.retryAfterSeconds);
          expect(told).toBe(used <= limit.points ? null : Math.max(1, Math.ceil((opened + limit.seconds * 1000 - at) / 1000)));
        }
      }),
      { numRuns: 25 },
    );
  });

  test("count attempts made at the same instant one by one", async () => {
    const ctx = { db: await openTestDatabase(), now: new Date(START) };
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => spend(ctx, limit, "same")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(limit.points);
  });

  test.skipIf(process.env.DATABASE_URL)("survive a restart", async () => {
    const folder = temporaryFolder();
    const before = await openDatabase({ dataDir: folder });
    for (let n = 0; n < limit.points; n++) await spend({ db: before, now: new Date(START) }, limit, "key");
    await before.close();
    const after = await openTestDatabase(folder);
    await expect(spend({ db: after, now: new Date(START + 1000) }, limit, "key")).rejects.toMatchObject({ kind: "tooMany", details: { because: "identity.limits.waitSeconds", values: { count: 59 } } });
  });
});

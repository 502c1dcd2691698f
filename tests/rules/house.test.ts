// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { filesEnding, sourceEndings, textOf } from "./sources";

const CEILING = 300;

describe("every source file", () => {
  const sources = filesEnding(sourceEndings);

  test("says its licence in the first line", () => {
    const silent = sources.filter((path) => !textOf(path).slice(0, 200).includes("SPDX-License-Identifier: AGPL-3.0-or-later"));
    expect(silent).toEqual([]);
  });

  test("stays under the ceiling of 300 lines", () => {
    const long = sources.map((path) => ({ path, lines: textOf(path).split("\n").length - 1 })).filter(({ lines }) => lines > CEILING);
    expect(long).toEqual([]);
  });

  test("leaves the environment to app/web/env.server.ts", () => {
    const readers = sources.filter((path) => /process\.env/.test(textOf(path)) && !path.startsWith("tests/"));
    expect(readers).toEqual(["app/web/env.server.ts"]);
  });

  test("neither prints to the console nor leaves notes for later", () => {
    const marks = /console\.(log|debug|info)\(|\b(TODO|FIXME|XXX)\b/;
    const noisy = sources.filter((path) => !path.startsWith("tests/rules/") && marks.test(textOf(path)));
    expect(noisy).toEqual([]);
  });

  test("names no folder after a place where anything goes", () => {
    const vague = sources.filter((path) => path.split("/").some((part) => /^(utils?|helpers?|common|lib|misc|v\d+)$/.test(part)));
    expect(vague).toEqual([]);
  });

  test("waits for conditions, never for time, in tests", () => {
    const sleepers = sources.filter((path) => path.startsWith("tests/") && !path.startsWith("tests/rules/") && path.endsWith(".test.ts") && /waitForTimeout|setTimeout\(\s*(resolve|done|r)\b/.test(textOf(path)));
    expect(sleepers).toEqual([]);
  });
});

describe("the database", () => {
  test("is asked only in ways that both engines know", () => {
    const asked = filesEnding([".server.ts", "schema.ts"], ["app", "db"]).filter(
      (path) => !path.startsWith("db/sqlite.server.ts") && /\)\s*\.(all|run)\(\)|drizzle-orm\/(sqlite|pg)-core/.test(textOf(path)),
    );
    // the column kit is where the two engines meet
    expect(asked.filter((path) => !["db/columns.ts", "db/engine.ts"].includes(path))).toEqual([]);
  });
});

describe("pages", () => {
  test("load nothing from third parties", () => {
    const own = /https?:\/\/(localhost|127\.0\.0\.1|www\.w3\.org|w3id\.org|$\{)/;
    const foreign = filesEnding([".tsx", ".css", ".html"], ["app", "public"]).filter((path) =>
      [...textOf(path).matchAll(/(?:src|href)=["'{`]+(https?:\/\/[^"'`\s]+)|url\((https?:[^)]+)\)/g)].some(([whole]) => !own.test(whole)),
    );
    expect(foreign).toEqual([]);
  });

  test("carry no style attributes, which the content policy blocks in what the server renders", () => {
    const styled = filesEnding([".tsx"], ["app"]).filter((path) => !path.includes("/live/") && /\sstyle=\{/.test(textOf(path)));
    expect(styled).toEqual([]);
  });
});

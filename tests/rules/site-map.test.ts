// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { siteMap } from "../../remix.config.js";
import { ROOT } from "./sources";

test("every address of the site map has its file, once", () => {
  const rows = siteMap as { path: string; file: string }[];
  expect(rows.filter(({ file }) => !existsSync(join(ROOT, "app", file))).map(({ path }) => path)).toEqual([]);
  const paths = rows.map(({ path }) => path);
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { readEnv } from "~/web/env.server";

test("without settings the house runs on one machine and one file", () => {
  expect(readEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: "./data", origin: "http://localhost:3000" });
});

test("an empty setting counts as not set", () => {
  expect(readEnv({ PORT: "", ORIGIN: "" })).toMatchObject({ PORT: 3000, origin: "http://localhost:3000" });
});

test.each([
  [{ PORT: "porta" }, "PORT"],
  [{ ORIGIN: "citta.example" }, "ORIGIN"],
  [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL"],
  [{ SMTP_URL: "posta.example" }, "SMTP_URL"],
])("a wrong setting stops the start and is named: %j", (settings, name) => {
  expect(() => readEnv(settings)).toThrow(new RegExp(`${name}:`));
});

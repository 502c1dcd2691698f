// SPDX-License-Identifier: AGPL-3.0-or-later
import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { openLog } from "~/web/log.server";
import { persons } from "~db/identity/schema";
import { makeWorld } from "~tests/harness";

function logged(failure: unknown): string {
  let written = "";
  openLog("info", { write: (line) => void (written += line) }).error({ requestId: "r-1", err: failure }, "request failed");
  return written;
}

test("a statement that failed is told without the values it carried: they are what people wrote", async () => {
  const world = await makeWorld();
  const row = { ...(await world.person("Referente segreta", { email: "segreta@test.example" })), id: "altro" };
  const failure = await world.db.tx((tx) => tx.insert(persons).values(row)).catch((thrown: unknown) => thrown);
  // as the other engine throws it
  const wrapped = new DrizzleQueryError("insert into persons values ($1)", ["segreta@test.example"], Object.assign(new Error("unique violated"), { detail: "Key (email)=(segreta@test.example)" }));
  for (const each of [failure, wrapped]) {
    expect(logged(each)).toMatch(/unique/i);
    expect(logged(each)).toMatch(/ at /);
    expect(logged(each)).not.toContain("segreta");
  }
  expect(logged(wrapped)).toContain("insert into persons");
});

test("an error of another kind is told whole", () => {
  expect(logged(new TypeError("a plain one"))).toMatch(/TypeError.*a plain one.* at /);
});

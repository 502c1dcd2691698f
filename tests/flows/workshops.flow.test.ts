// SPDX-License-Identifier: AGPL-3.0-or-later
/** A Municipio and a neighbour through a real browser, without JavaScript; and the season of workshops as the public reads it. */
import { spawnSync } from "node:child_process";
import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { powers } from "~/identity";
import { environmentWith } from "~/web/env.server";
import { toRomeLocal } from "~/web/time";
import { openDatabase } from "~db/client.server";
import { outbox } from "~db/notices/schema";
import { makeWorld, openBrowser, openPage, signInPage, startServer, temporaryFolder } from "~tests/harness";

const PASSWORD = "una-frase-lunga-di-prova";

test("a Municipio opens a workshop, a neighbour registers without an account and gives the place back, and the season of 26 workshops is read by everybody", async () => {
  const dataDir = temporaryFolder();
  const db = await openDatabase({ dataDir });
  const world = await makeWorld({ db, now: new Date() });
  const municipio = await world.organisation("Municipio 8", { kind: "municipal_district", territory: { scale: "district", districts: [8] } });
  const officer = await world.person("Referente", { email: "referente@municipio.example", passwordHash: await hashPassword(PASSWORD) });
  await world.voice(municipio.id, { personId: officer.id, label: "Referente", capacity: "officer", powers });
  const season = spawnSync(process.execPath, ["--import", "tsx", "db/fixture.cli.ts", "workshops", "--office", "municipio-8"], { env: environmentWith({ DATA_DIR: dataDir, VITEST: "" }), encoding: "utf8" });
  expect(season.stderr).toBe("");

  const { origin } = await startServer({ dataDir });
  const browser = await openBrowser();
  const office = await openPage(browser, { javaScriptEnabled: false });
  await signInPage(office, origin, "referente@municipio.example", PASSWORD);
  await office.goto(`${origin}/laboratori/nuovo`);
  await office.locator("#title").fill("Spazi serali nel quartiere");
  await office.locator("#description").fill("Chi apre, chi chiude, chi paga la luce: ne parliamo insieme.");
  await office.locator('label[for^="themes[]"]').first().click();
  await office.locator("#startsAt").fill(toRomeLocal(new Date(Date.now() + 9 * 86_400_000)).slice(0, 16));
  await office.locator("#place").fill("Biblioteca di quartiere");
  await office.locator("#capacity").fill("1");
  await office.locator("main form.concerto-form button[type=submit]").click();
  await office.locator('button[name="do"][value="publish"]').click();
  const address = office.url();

  const neighbour = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await neighbour.goto(`${address}/iscrizione`);
  await neighbour.locator("#name").fill("Abitante di prova");
  await neighbour.locator("main form.concerto-form button[type=submit]").click();
  // what was typed is kept, and what is wrong is said next to the field
  expect(await neighbour.locator("#name").inputValue()).toBe("Abitante di prova");
  expect(await neighbour.locator('[aria-invalid="true"]').count()).toBeGreaterThanOrEqual(2);
  await neighbour.locator("#email").fill("abitante@quartiere.example");
  await neighbour.locator("#kind").selectOption("private");
  await neighbour.locator('label[for^="read"]').first().click();
  await neighbour.locator("main form.concerto-form button[type=submit]").click();
  expect(await neighbour.locator(".said").textContent()).toContain("Ti abbiamo scritto");
  const [letter] = await db.read.select({ body: outbox.body }).from(outbox).where(eq(outbox.recipient, "abitante@quartiere.example")).orderBy(desc(outbox.createdAt)).limit(1);
  const link = /https?:\/\/\S+\/laboratori\/iscrizioni\/[\w-]+/.exec(letter?.body ?? "")?.[0] ?? "";
  await neighbour.goto(link);
  await Promise.all([neighbour.waitForEvent("load"), neighbour.locator('button[value="confirm"]').click()]);
  await neighbour.goto(address);
  expect(await neighbour.locator("main").textContent()).toContain("Posti esauriti (1)");
  // nobody's name is on the public page
  expect(await neighbour.content()).not.toContain("Abitante di prova");
  await neighbour.goto(link);
  await Promise.all([neighbour.waitForEvent("load"), neighbour.locator('button[value="cancel"]').click()]);
  expect(await neighbour.locator("main").textContent()).toContain("1 posto libero su 1");

  await neighbour.goto(`${origin}/laboratori/quadro?ambito=8`);
  const facts = await neighbour.locator(".facts").first().innerText();
  for (const figure of ["26", "13", "396", "134", "262", "104"]) expect(facts).toContain(figure);
  await db.close();
});

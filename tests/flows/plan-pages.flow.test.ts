// SPDX-License-Identifier: AGPL-3.0-or-later
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { importPlan, linkTable, listObjectives, readPlan, recordAction } from "~/plan/index.server";
import { uploadPlan } from "~/plan/upload-plan.server";
import { forFile, openBrowser, openPage, openTestDatabase, signInPage, startServer, temporaryFolder } from "~tests/harness";
import { makeWorld } from "~tests/harness/world";
import { borgoAlto, readText } from "../plan/read-text";

const PASSWORD = "una-lunga-frase-di-prova";

/** A server with the plan imported, followed by a table and acted upon. */
const city = forFile(async () => {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir), now: new Date() });
  const person = await world.person("Referente", {
    email: "ufficio@test.example",
    passwordHash: await hashPassword(PASSWORD),
  });
  const { ctx } = await world.voice((await world.organisation("Direzione Welfare")).id, {
    personId: person.id,
    powers: ["read", "write", "manage_plan"],
  });
  await importPlan(ctx, readText(borgoAlto));
  const table = await world.table("Tavolo cortili");
  const objectives = await listObjectives(world.nobody);
  await linkTable(ctx, { tableId: table.id, objectiveId: objectives[0]!.id });
  const strategyId = (await readPlan(world.nobody))!.areas[0]!.objectives[0]!.strategies[0]!.id;
  const { actionId } = await recordAction(ctx, {
    strategyId,
    form: { title: "Mappa", description: "La disegniamo.", startsOn: "2026-01-01", state: "ongoing" },
  });
  const { importId } = await uploadPlan(ctx, { name: "piano.txt", bytes: new TextEncoder().encode(borgoAlto) });
  const codes = new Map(objectives.map((one) => [one.code, one.id]));
  return { ...(await startServer({ dataDir })), browser: await openBrowser(), codes, strategyId, actionId, importId };
});

/** How many pixels of a page stick out sideways and, on a wide screen, the accessibility rules it breaks. */
async function faultsOf(page: Page): Promise<string[]> {
  const wide = (page.viewportSize()?.width ?? 0) > 1000;
  const violations = wide ? (await new AxeBuilder({ page }).analyze()).violations : [];
  const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ""}`),
    ...(sticksOut > 0 ? [`sticks out by ${sticksOut}px`] : []),
  ];
}

test("every page of the plan is readable by all, wide and narrow", async () => {
  const { origin, browser, codes, strategyId, actionId, importId } = city();
  const everybody = [
    "/piano",
    "/piano?q=cortili&caposaldo=1.1",
    "/piano/aree/5.2",
    `/piano/obiettivi/${codes.get("5.1.O1")}`,
    `/piano/obiettivi/${codes.get("5.3.C3")}`,
    `/piano/strategie/${strategyId}`,
    `/piano/azioni/${actionId}`,
    "/tavoli/tavolo-cortili/obiettivi",
  ];
  const office = [
    "/piano/importa",
    `/piano/importa/${importId}`,
    `/piano/importa/${importId}/aree/0`,
    `/piano/importa/${importId}/aree/1/obiettivi/0`,
    `/piano/obiettivi/${codes.get("5.2.O1")}`,
    `/piano/strategie/${strategyId}/azioni/nuova`,
    `/piano/azioni/${actionId}/modifica`,
  ];
  for (const width of [1280, 390]) {
    const page = await openPage(browser, { viewport: { width, height: 800 } });
    for (const path of everybody) {
      expect((await page.goto(origin + path))?.status(), path).toBe(200);
      expect(await page.locator("h1").count(), path).toBe(1);
      expect(await faultsOf(page), `${path} at ${width}`).toEqual([]);
    }
    await signInPage(page, origin, "ufficio@test.example", PASSWORD);
    for (const path of office) {
      expect((await page.goto(origin + path))?.status(), path).toBe(200);
      expect(await faultsOf(page), `${path} at ${width}`).toEqual([]);
    }
  }
});

test("the office marks an objective as checked, and a table is unlinked with a reason", async () => {
  const { origin, browser, codes } = city();
  const page = await openPage(browser);
  await signInPage(page, origin, "ufficio@test.example", PASSWORD);
  await page.goto(`${origin}/piano/obiettivi/${codes.get("5.2.O1")}`);
  await page.getByRole("button", { name: "Segna come controllato" }).click();
  await page.getByText("L'obiettivo risulta controllato.").waitFor();
  expect(await page.getByText("Da rivedere").count()).toBe(0);

  await page.goto(`${origin}/piano/obiettivi/${codes.get("5.1.O1")}`);
  await page.getByText("Scollega Tavolo cortili").click();
  await page.getByRole("button", { name: "Scollega", exact: true }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel("Perché il tavolo non lo segue più").fill("Passa ad altri.");
  await page.getByRole("button", { name: "Scollega", exact: true }).click();
  await page.getByText("Nessun tavolo segue ancora questo obiettivo.").waitFor();
});

test("the open data of the plan are files that programs can read", async () => {
  const { origin } = city();
  const json = (await (await fetch(`${origin}/piano/dati/piano.json`)).json()) as {
    edition: string;
    areas: { objectives: unknown[] }[];
  };
  expect(json.edition).toBe("2030-2032");
  expect(json.areas.map((area) => area.objectives.length)).toEqual([6, 5, 4]);
  const csv = await fetch(`${origin}/piano/dati/piano.csv`);
  expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect((await csv.text()).split("\r\n")).toHaveLength(1 + 18 + 9 + 1);
  expect((await fetch(`${origin}/piano/dati/altro.csv`)).status).toBe(404);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DEMO_PASSWORD } from "~db/demo/accounts";
import { fillDemo } from "~db/demo/seed";
import { departures } from "~tests/transparency/conforms";
import { forFile, openBrowser, openPage, signIn, signInPage, startServer, temporaryFolder } from "~tests/harness";

const phone = { viewport: { width: 390, height: 844 } };

const demonstration = forFile(async () => {
  const dataDir = join(temporaryFolder(), "data");
  await fillDemo({ dataDir }, new Date());
  return startServer({ dataDir });
});

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.locator("h1").count()).toBe(1);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

describe("the public pages", () => {
  test("say what this is, without JavaScript too: tables, notices with their days, the plan in a figure, how to take part", async () => {
    const { origin } = demonstration();
    const page = await openPage(await openBrowser(), { javaScriptEnabled: false });
    await page.goto(origin);
    for (const name of ["Tavolo Alzheimer", "Tavolo Salute mentale", "Coordinamento Dipendenze", "Tavolo permanente disabilità"]) {
      await page.getByRole("heading", { name, exact: true }).waitFor();
    }
    await page.getByRole("link", { name: "Accompagnare i diciotto anni" }).waitFor();
    expect(await page.locator("main").innerText()).toMatch(/mancano 2\d giorni/);
    expect(await page.locator("table.plan-matrix tbody tr").count()).toBe(12);
    expect(await page.locator("ol.card-content li").count()).toBe(9);
    await page.getByRole("link", { name: "Resoconto dell'incontro sulla rete di sollievo" }).click();
    await page.getByRole("heading", { level: 1, name: /rete di sollievo/ }).waitFor();
  });

  test.each([["desktop", {}], ["phone", phone]])("are clean and fit the window (%s)", async (_name, options) => {
    const { origin } = demonstration();
    const page = await openPage(await openBrowser(), options);
    for (const path of ["/", "/registro", "/registro?atto=seat.granted", "/guida", "/guida/ente", "/guida/installare", "/guida/privacy", "/guida/scelte/0003-the-journal-is-a-chain"]) {
      await page.goto(origin + path);
      await expectClean(page);
    }
  });

  test("speak English when asked", async () => {
    const { origin } = demonstration();
    const page = await openPage(await openBrowser());
    await page.goto(`${origin}/registro`);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Journal of acts" }).waitFor();
    await page.goto(`${origin}/guida/ente`);
    await page.getByRole("heading", { level: 1, name: "Guide for a body" }).waitFor();
  });

  test("fold the navigation on a phone and open it on request", async () => {
    const { origin } = demonstration();
    const page = await openPage(await openBrowser(), phone);
    await page.goto(origin);
    const tables = page.getByRole("navigation", { name: "Navigazione principale" }).getByRole("link", { name: "Tavoli" });
    expect(await tables.isVisible()).toBe(false);
    await page.locator(".nav-fold summary").click();
    await tables.click();
    await page.waitForURL(`${origin}/tavoli`);
    await page.locator(".nav-fold:not([open])").waitFor();
  });

  test("let anybody walk the journal by act and page by page", async () => {
    const { origin } = demonstration();
    const page = await openPage(await openBrowser(), { javaScriptEnabled: false });
    await page.goto(`${origin}/registro`);
    await page.getByLabel("Tipo di atto").selectOption({ label: "Avviso pubblicato" });
    await page.getByRole("button", { name: "Applica i filtri" }).click();
    expect(await page.locator(".journal-list > li").count()).toBe(3);
    expect(await page.locator(".journal-list").innerText()).toContain("ha pubblicato l'avviso «Ore di sollievo per chi assiste»");
    await page.goto(`${origin}/registro`);
    const newest = await page.locator(".journal-list > li[id]").first().getAttribute("id");
    await page.getByRole("link", { name: "Atti precedenti" }).click();
    expect(await page.locator(".journal-list > li[id]").first().getAttribute("id")).not.toBe(newest);
  });
});

describe("the desk", () => {
  test("asks to sign in, and comes back", async () => {
    const { origin } = demonstration();
    const answer = await fetch(`${origin}/scrivania`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/accesso?poi=%2Fscrivania"]);
  });

  test("shows what waits with its term, or that nothing does", async () => {
    const { origin } = demonstration();
    const browser = await openBrowser();
    const invited = await openPage(browser);
    await signInPage(invited, origin, "e24@demo.example", DEMO_PASSWORD);
    await invited.goto(`${origin}/scrivania`);
    const line = invited.locator(".waiting-list li", { hasText: "Il filo fra due età" });
    expect(await line.innerText()).toMatch(/Il filo fra due età[\s\S]*entro /);
    await expectClean(invited);
    await line.getByRole("link").click();
    await invited.waitForURL(/\/candidature\//);

    const office = await openPage(browser, phone);
    await signInPage(office, origin, "p01@demo.example", DEMO_PASSWORD);
    await office.goto(`${origin}/scrivania`);
    expect(await office.locator(".waiting-list li").count()).toBeGreaterThanOrEqual(3);
    await expectClean(office);

    const idle = await openPage(browser);
    await signInPage(idle, origin, "p12@demo.example", DEMO_PASSWORD);
    await idle.goto(`${origin}/scrivania`);
    await idle.getByText("Nulla in sospeso.").waitFor();
    await expectClean(idle);
  });
});

describe("the read interface", () => {
  const paths = ["/stato", "/registro?limite=200", "/tavoli", "/tavoli/alzheimer", "/enti", "/enti?pagina=2", "/enti/quattro-lampioni", "/piano", "/indirizzi", "/procedimenti"];

  test("answers what its description says, the same to everybody, without persons", async () => {
    const { origin } = demonstration();
    const description = (await (await fetch(`${origin}/api/v1/openapi.json`)).json()) as { openapi: string; paths: Record<string, { get: { responses: { 200: { content: { "application/json": { schema: object } } } } } }> };
    expect(description.openapi).toMatch(/^3\./);
    const cookie = await signIn(origin, "p01@demo.example", DEMO_PASSWORD);
    for (const path of paths) {
      const answer = await fetch(`${origin}/api/v1${path}`);
      expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")], path).toEqual([200, expect.stringContaining("application/json"), "no-store"]);
      const text = await answer.text();
      const key = path.replace(/\?.*/, "").replace(/^\/(tavoli|enti)\/.+/, "/$1/{slug}");
      const schema = description.paths[key]?.get.responses[200].content["application/json"].schema;
      expect(schema, `${key} is described`).toBeDefined();
      expect(departures(JSON.parse(text), schema ?? {}), path).toEqual([]);
      expect(text, path).not.toMatch(/Referente|Presidente di|Portavoce|demo\.example|personId/);
      if (path === "/stato") continue;
      const signedIn = await (await fetch(`${origin}/api/v1${path}`, { headers: { cookie } })).text();
      // signing in adds its own reserved acts at the head of the journal
      if (!path.startsWith("/registro")) expect(signedIn, path).toBe(text);
    }
    expect(Object.keys(description.paths).length).toBe(9);
  });

  test("tells nothing of applications before or after the term", async () => {
    const { origin } = demonstration();
    for (const path of paths) {
      const text = await (await fetch(`${origin}/api/v1${path}`)).text();
      expect(text, path).not.toMatch(/Il filo fra due età|Porte aperte al pomeriggio|application\.|candidatura:/);
    }
  });

  test("refuses as Problem JSON", async () => {
    const { origin } = demonstration();
    for (const [path, status] of [["/tavoli/nessuno", 404], ["/nonesiste", 404], ["/registro?atto=session.opened", 422], ["/enti?pagina=zero", 422]] as const) {
      const answer = await fetch(`${origin}/api/v1${path}`);
      expect([answer.status, answer.headers.get("content-type")], path).toEqual([status, "application/problem+json"]);
      const body = (await answer.json()) as Record<string, unknown>;
      expect(body).toMatchObject({ status, instance: `/api/v1${path.replace(/\?.*/, "")}` });
      expect(String(body.type)).toMatch(new RegExp(`^${origin}/guida/interfaccia#`));
    }
  });
});

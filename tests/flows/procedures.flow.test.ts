// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Page } from "playwright-core";
import { openBrowser, openPage, signInPage, temporaryFolder } from "~tests/harness";
import { documentOf } from "../procedures/scene";
import { storeText } from "../procedures/write-text";
import { cityWithNotice, PASSWORD } from "./procedures-city";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const section = (page: Page, name: string) => page.locator(".checklist").getByRole("link", { name }).click();

/** Fills a row of the grid; the body by its name. */
async function fillCost(page: Page, row: number, values: { partner: string; action: string; category?: string; class?: string; year: string; amount: string }) {
  await page.locator(`#cost-partner-${row}`).selectOption({ label: values.partner });
  await page.locator(`#cost-action-${row}`).fill(values.action);
  await page.locator(`#cost-class-${row}`).selectOption(values.class ?? "PUBLIC_CASH");
  await page.locator(`#cost-year-${row}`).fill(values.year);
  await page.locator(`#cost-amount-${row}`).fill(values.amount);
}
async function fillResource(page: Page, row: number, values: { partner: string; source: string; class?: string; year: string; amount: string }) {
  await page.locator(`#resource-partner-${row}`).selectOption({ label: values.partner });
  await page.locator(`#resource-source-${row}`).fill(values.source);
  await page.locator(`#resource-class-${row}`).selectOption(values.class ?? "PUBLIC_CASH");
  await page.locator(`#resource-year-${row}`).fill(values.year);
  await page.locator(`#resource-amount-${row}`).fill(values.amount);
}

test("two bodies prepare an application together, correct the plan, send it, and anybody verifies the receipt", async () => {
  const { origin, procedureId, world, partner } = await cityWithNotice();
  const browser = await openBrowser();
  const [alfa, beta] = [await openPage(browser), await openPage(browser)];
  await signInPage(alfa, origin, "alfa@test.example", PASSWORD);
  await signInPage(beta, origin, "beta@test.example", PASSWORD);

  // the lead begins and invites
  await alfa.goto(`${origin}/procedimenti/${procedureId}`);
  await alfa.getByText("Puoi candidarti fino alle").waitFor();
  await alfa.getByLabel("Titolo della candidatura").fill("Portineria sociale");
  await press(alfa, "Inizia la candidatura");
  await alfa.waitForURL("**/candidature/*");
  const applicationId = new URL(alfa.url()).pathname.split("/")[2] ?? "";
  await alfa.getByLabel("Nome dell'ente o codice fiscale").fill("Nessuno");
  await press(alfa, "Invita");
  await alfa.getByRole("alert").waitFor();
  await alfa.getByLabel("Nome dell'ente o codice fiscale").fill("associazione beta");
  await press(alfa, "Invita");
  await alfa.getByText("Invito inviato").waitFor();

  // the partner accepts in its own name
  await beta.goto(`${origin}/candidature/${applicationId}`);
  await press(beta, "Accetta l'invito");
  await beta.getByText("Invito accettato").waitFor();

  // the partner writes in the editor, the lead through the store
  await section(beta, "Scheda progetto");
  await beta.getByRole("link", { name: "Scrivi la scheda" }).click();
  await beta.waitForURL("**/documenti/*");
  const documentId = await documentOf(world, applicationId);
  await storeText(world.db, documentId, partner, "Il trasporto a chiamata lo porta Beta.", new Date());

  // the plan, with a mistake first
  await alfa.goto(`${origin}/candidature/${applicationId}/piano-economico`);
  await fillCost(alfa, 0, { partner: "Cooperativa Alfa", action: "Portineria", year: "2026", amount: "60.000" });
  await fillCost(alfa, 1, { partner: "Associazione Beta", action: "Trasporto", year: "2026", class: "ETS_CASH", amount: "dodicimila" });
  await fillResource(alfa, 0, { partner: "Cooperativa Alfa", source: "Fondo comunale", year: "2026", amount: "60.000,00" });
  await fillResource(alfa, 1, { partner: "Associazione Beta", source: "Raccolta fondi", year: "2026", class: "ETS_CASH", amount: "11.999,99" });
  await press(alfa, "Salva il piano economico");
  await alfa.getByRole("alert").waitFor();
  expect(await alfa.locator("#cost-amount-1").inputValue()).toBe("dodicimila");
  await alfa.locator("#cost-amount-1").fill("12.000");
  await alfa.locator(".budget-state").getByText("Mancano 0,01").first().waitFor();
  await alfa.locator("#resource-amount-1").fill("12.000");
  await alfa.locator(".budget-state").getByText("Il piano torna").waitFor();
  await press(alfa, "Salva il piano economico");
  await alfa.getByText("Piano economico salvato").waitFor();

  // each confirms its own part
  for (const [page, share] of [[alfa, "83,33"], [beta, "16,67"]] as const) {
    await page.goto(`${origin}/candidature/${applicationId}/dichiarazioni`);
    await page.getByLabel("Quota del tuo ente").fill(share);
    await page.locator("label[for=declared]").click();
    await press(page, "Conferma la parte del mio ente");
    await page.getByText("Parte confermata.").waitFor();
  }

  // the partner cannot send; the lead sends and gets the receipt
  await section(beta, "Riepilogo e invio");
  await beta.getByText("Invia l'ente capofila").waitFor();
  await alfa.goto(`${origin}/candidature/${applicationId}/riepilogo`);
  expect(await alfa.locator(".project-text").textContent()).toContain("Il trasporto a chiamata lo porta Beta.");
  await alfa.locator("label[for=confirmed]").click();
  await press(alfa, "Invia la candidatura");
  await alfa.waitForURL("**/ricevute/*");
  const number = new URL(alfa.url()).pathname.split("/")[2] ?? "";
  const fingerprint = (await alfa.locator(".fingerprint").first().textContent()) ?? "";

  // anybody verifies: by what is written on the receipt, by the file, by a file with one byte changed
  const folder = temporaryFolder();
  const saved = join(folder, "fascicolo.json");
  const [download] = await Promise.all([alfa.waitForEvent("download"), alfa.getByRole("link", { name: "Scarica il fascicolo inviato" }).click()]);
  await download.saveAs(saved);
  const anybody = await openPage(browser);
  await anybody.goto(`${origin}/verifica`);
  await anybody.getByLabel("Numero della ricevuta").fill(number);
  await anybody.getByLabel("Impronta (SHA‑256)").fill(fingerprint);
  await press(anybody, "Verifica");
  await anybody.getByText("Autentica").waitFor();
  await anybody.goto(`${origin}/verifica`);
  await anybody.locator("#file").setInputFiles(saved);
  await anybody.getByText("calcolata").waitFor();
  expect(await anybody.locator("#impronta").inputValue()).toBe(fingerprint);
  expect(await anybody.locator("#numero").inputValue()).toBe(number);
  const bytes = readFileSync(saved);
  bytes[200] = (bytes[200] ?? 0) ^ 1;
  const changed = join(folder, "cambiato.json");
  writeFileSync(changed, bytes);
  await anybody.locator("#file").setInputFiles(changed);
  await anybody.getByText("Impronta di cambiato.json calcolata").waitFor();
  expect(await anybody.locator("#impronta").inputValue()).not.toBe(fingerprint);
  await press(anybody, "Verifica");
  await anybody.getByText("Nessuna corrispondenza").waitFor();
});

test("the forms of a notice and of a plan work without scripts", async () => {
  const { origin, procedureId, lead } = await cityWithNotice();
  const { startApplication } = await import("~/procedures/index.server");
  const id = await startApplication(lead.ctx, { procedureId, title: "Portineria" });
  const page = await openPage(await openBrowser(), { javaScriptEnabled: false });
  await signInPage(page, origin, "alfa@test.example", PASSWORD);
  await page.goto(`${origin}/candidature/${id}/piano-economico`);
  await fillCost(page, 0, { partner: "Cooperativa Alfa", action: "Portineria", year: "2026", amount: "100,00" });
  await press(page, "Salva il piano economico");
  await page.getByText("Mancano 100,00").first().waitFor();
  await fillResource(page, 0, { partner: "Cooperativa Alfa", source: "Fondo", year: "26", amount: "1,234" });
  await press(page, "Salva il piano economico");
  await page.getByRole("alert").waitFor();
  expect(await page.locator("#resource-amount-0").inputValue()).toBe("1,234");
  expect(await page.locator("#resource-amount-0").getAttribute("aria-invalid")).toBe("true");
});

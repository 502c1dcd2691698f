// SPDX-License-Identifier: AGPL-3.0-or-later
import { resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { openBrowser, openPage, openTestDatabase, signInPage, startServer, temporaryFolder } from "~tests/harness";
import { makeWorld } from "~tests/harness/world";

const PASSWORD = "una-lunga-frase-di-prova";
const plan = resolve(import.meta.dirname, "../plan/fixtures/piano-di-borgo-alto.txt");

/** A server with the plan office, a body that coordinates a table, and nothing imported yet. */
async function city() {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir), now: new Date() });
  const passwordHash = await hashPassword(PASSWORD);
  const account = async (email: string) => (await world.person(email, { email, passwordHash })).id;
  const direzione = await world.organisation("Direzione Welfare");
  await world.voice(direzione.id, {
    personId: await account("ufficio@test.example"),
    capacity: "officer",
    powers: ["read", "write", "manage_plan"],
  });
  const body = await world.organisation("Alfa cortili");
  const coordinator = await world.voice(body.id, { personId: await account("alfa@test.example") });
  const table = await world.table("Tavolo cortili");
  await world.seat(table.id, body.id, { role: "coordinator", voices: [coordinator] });
  const server = await startServer({ dataDir });
  const browser = await openBrowser();
  const signedIn = async (email: string, options = {}) => {
    const page = await openPage(browser, options);
    await signInPage(page, server.origin, email, PASSWORD);
    return page;
  };
  onTestFinished(() => expect(server.output()).not.toContain("request failed"));
  return { ...server, browser, signedIn };
}

test("the plan office uploads a plan, corrects what was doubtful, imports it, and imports it again", async () => {
  const { origin, signedIn } = await city();
  const page = await signedIn("ufficio@test.example");
  await page.goto(`${origin}/piano`);
  await page.getByRole("link", { name: "Importa un piano" }).click();
  await page
    .getByLabel("File del piano")
    .setInputFiles({ name: "lettera.txt", mimeType: "text/plain", buffer: Buffer.from("Cara città") });
  await page.getByRole("button", { name: "Leggi il file" }).click();
  await page.getByRole("alert").getByText("mancano i titoli numerati").waitFor();

  await page.getByLabel("File del piano").setInputFiles(plan);
  await page.getByRole("button", { name: "Leggi il file" }).click();
  await page.getByRole("heading", { name: "Anteprima: piano-di-borgo-alto.txt" }).waitFor();
  await page.getByText("18 strategie", { exact: true }).waitFor();
  const doubt = page.locator(".warning-list > li").filter({ hasText: "I numeri delle strategie" });
  expect(await doubt.textContent()).toContain("riga 91");
  await doubt.getByText("Leggi la riga nel file").click();
  await doubt.getByText("Segnare sui muri").waitFor();
  await doubt.getByRole("link", { name: "Correggi" }).click();
  const strategies = page.getByLabel("Strategie");
  const text = await strategies.inputValue();
  expect(text.split("\n\n")).toHaveLength(6);
  await strategies.fill(text.replace(";\n\nprovare un numero", "; provare un numero"));
  await page.getByRole("button", { name: "Salva" }).click();
  await page.getByText("17 strategie", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Importa questo piano" }).click();
  await page.getByRole("heading", { name: "Il Piano del welfare 2030-2032" }).waitFor();
  await page.getByText("3 aree · 6 obiettivi prioritari · 17 strategie · 9 obiettivi di consolidamento").waitFor();

  await page.goto(`${origin}/piano/importa`);
  await page.getByLabel("File del piano").setInputFiles(plan);
  await page.getByRole("button", { name: "Leggi il file" }).click();
  await page.getByText("1 parte nuova").waitFor();
  await page.getByRole("button", { name: "Importa questo piano" }).click();
  await page.getByText("3 aree · 6 obiettivi prioritari · 18 strategie · 9 obiettivi di consolidamento").waitFor();
});

test("a body declares an action in its own name, without JavaScript too, and everybody reads it", async () => {
  const { origin, browser, signedIn } = await city();
  const office = await signedIn("ufficio@test.example", { javaScriptEnabled: false });
  await office.goto(`${origin}/piano/importa`);
  await office.getByLabel("File del piano").setInputFiles(plan);
  await office.getByRole("button", { name: "Leggi il file" }).click();
  await office.getByRole("button", { name: "Importa questo piano" }).click();
  await office.getByText("Il piano è importato.").waitFor();

  const body = await signedIn("alfa@test.example", { javaScriptEnabled: false });
  await body.goto(`${origin}/tavoli/tavolo-cortili/obiettivi`);
  const choices = body.getByLabel("Segui un altro obiettivo");
  await choices.selectOption((await choices.locator("option").nth(1).getAttribute("value")) ?? "");
  await body.getByRole("button", { name: "Collega" }).click();
  await body.getByText("Il tavolo ora segue l'obiettivo.").waitFor();
  await body.getByRole("link", { name: "5.1.O1" }).click();
  await body.getByRole("link", { name: "Strategia 5.1.O1.S2" }).click();
  await body.getByRole("link", { name: "Dichiara un'azione" }).click();
  await body.getByLabel("Titolo").fill("Tre cortili con le chiavi");
  await body.getByRole("button", { name: "Dichiara l'azione" }).click();
  await body.getByRole("alert").waitFor();
  expect(await body.getByLabel("Titolo").inputValue()).toBe("Tre cortili con le chiavi");
  await body.getByLabel("Descrizione").fill("Apriamo e chiudiamo noi.");
  await body.getByLabel("Inizio").fill("2026-04-01");
  await body.locator("label").getByText("4", { exact: true }).click();
  await body.getByRole("button", { name: "Dichiara l'azione" }).click();
  await body.getByText("L'azione è dichiarata.").waitFor();

  const anybody = await openPage(browser);
  await anybody.goto(body.url());
  await anybody.getByText("Sì: c'è 1 azione dichiarata.").waitFor();
  await anybody.getByText("nel Municipio 4", { exact: true }).waitFor();
  await anybody.getByText("Accedi per dichiarare un'azione").waitFor();
  const csv = await (await fetch(`${origin}/piano/dati/azioni.csv`)).text();
  expect(csv).toContain("Alfa cortili,Tre cortili con le chiavi,Apriamo e chiudiamo noi.,5.1.O1.S2");
  await anybody.goto(`${origin}/piano`);
  await anybody.getByRole("link", { name: "Area 5.1, caposaldo 1.1: 2 obiettivi" }).click();
  await anybody.getByText("2 obiettivi trovati").waitFor();
});

test("pages of the plan office are closed to other bodies and lead the unknown to sign in", async () => {
  const { origin, browser, signedIn } = await city();
  const body = await signedIn("alfa@test.example");
  const answer = await body.goto(`${origin}/piano/importa`);
  expect(answer?.status()).toBe(403);
  await body.getByText("Importare e correggere il Piano spetta all'ufficio di piano").waitFor();
  const anybody = await openPage(browser);
  await anybody.goto(`${origin}/piano/importa`);
  expect(new URL(anybody.url()).pathname).toBe("/accesso");
  const posted = await fetch(`${origin}/piano/importa`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new FormData(),
  });
  expect([302, 401]).toContain(posted.status);
});

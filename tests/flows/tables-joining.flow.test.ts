// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { forFile, makeWorld, openBrowser, openPage, openTestDatabase, signIn, signInPage, startServer, temporaryFolder } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";
const [COORDINATOR, ASKER, OUTSIDER] = ["coordina@test.example", "chiede@test.example", "altro@test.example"];

/** A server with a sensitive table, its coordinator, a body that wants to join and one that has nothing to do with it. */
const city = forFile(async () => {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir), now: new Date() });
  const passwordHash = await hashPassword(PASSWORD);
  const person = async (label: string, email: string) => (await world.person(label, { email, passwordHash })).id;
  const table = await world.table("Tavolo Alzheimer", { slug: "alzheimer", sensitive: true, criteria: "Chi opera da un anno." });
  const office = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const coordinator = await world.voice(office.id, { label: "Referente di Direzione", personId: await person("Referente di Direzione", COORDINATOR) });
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const body = await world.organisation("ODV Notte Breve", { slug: "notte-breve" });
  await world.voice(body.id, { label: "Presidente", personId: await person("Presidente di volontariato", ASKER) });
  const other = await world.organisation("APS Altrove");
  await world.voice(other.id, { label: "Delegata", personId: await person("Delegata", OUTSIDER) });
  return { ...(await startServer({ dataDir })), table };
});

test("a body asks to join, the coordinator must give a reason to refuse, then accepts; the members page follows, without scripts", async () => {
  const { origin } = city();
  const browser = await openBrowser();
  const asker = await openPage(browser, { javaScriptEnabled: false });
  await signInPage(asker, origin, ASKER, PASSWORD);
  await asker.goto(`${origin}/tavoli/alzheimer/adesione`);
  await asker.locator("#motivation").fill("Sì");
  await asker.getByRole("button", { name: "Invia la richiesta" }).click();
  await asker.locator(".field-error").getByText("almeno una frase").waitFor();
  expect(await asker.locator("#motivation").inputValue()).toBe("Sì");
  await asker.locator("#motivation").fill("Sosteniamo di notte chi assiste un familiare.");
  await asker.getByRole("button", { name: "Invia la richiesta" }).click();
  await asker.getByText("In attesa").waitFor();

  const coordinator = await openPage(browser, { javaScriptEnabled: false });
  await signInPage(coordinator, origin, COORDINATOR, PASSWORD);
  await coordinator.goto(`${origin}/tavoli/alzheimer`);
  await coordinator.getByRole("link", { name: "C'è una richiesta di adesione" }).click();
  await coordinator.getByRole("link", { name: "ODV Notte Breve" }).click();
  await coordinator.locator("label[for=outcome-refused]").click();
  await coordinator.getByRole("button", { name: "Invia la risposta" }).click();
  await coordinator.locator(".field-error").getByText("Scrivi perché").waitFor();
  expect(await coordinator.locator("#outcome-refused").isChecked()).toBe(true);
  await coordinator.locator("label[for=outcome-accepted]").click();
  await coordinator.getByRole("button", { name: "Invia la risposta" }).click();
  await coordinator.getByRole("status").getByText("Richiesta accolta").waitFor();

  await asker.goto(`${origin}/tavoli/alzheimer/membri`);
  const row = asker.getByRole("row", { name: /ODV Notte Breve/ });
  expect(await row.textContent()).toContain("Presidente di volontariato");
  await asker.locator("#il").fill("2025-01-15");
  await asker.getByRole("button", { name: "Mostra" }).click();
  await asker.getByRole("heading", { name: "Chi parlava per chi mercoledì 15 gennaio 2025" }).waitFor();
  expect(await asker.getByRole("row", { name: /ODV Notte Breve/ }).count()).toBe(0);
  expect(await asker.getByRole("row", { name: /Direzione Welfare/ }).count()).toBe(1);

  await coordinator.goto(`${origin}/tavoli/alzheimer/membri/gestisci`);
  await coordinator.getByRole("row", { name: /ODV Notte Breve/ }).getByRole("link", { name: /Gestisci/ }).click();
  await coordinator.getByRole("link", { name: "Concludi il seggio" }).click();
  await coordinator.locator("#reason").fill("L'ente si ritira.");
  await coordinator.getByRole("button", { name: "Concludi il seggio" }).click();
  await coordinator.getByRole("status").getByText("Il seggio è concluso").waitFor();
  await coordinator.goto(`${origin}/tavoli/alzheimer/storia`);
  await coordinator.getByText("ha chiuso il seggio di ODV Notte Breve").waitFor();
});

test("over HTTP, nobody but the table knows its persons, and no page of management answers to outsiders", async () => {
  const { origin } = city();
  const outsider = await signIn(origin, OUTSIDER, PASSWORD);
  const coordinator = await signIn(origin, COORDINATOR, PASSWORD);
  const get = (path: string, cookie = "") => fetch(origin + path, { redirect: "manual", headers: { Cookie: cookie } });
  for (const cookie of ["", outsider]) {
    const page = await (await get("/tavoli/alzheimer/membri", cookie)).text();
    expect(page).toContain("Direzione Welfare");
    expect(page).not.toContain("Referente di Direzione");
  }
  expect(await (await get("/tavoli/alzheimer/membri", coordinator)).text()).toContain("Referente di Direzione");
  for (const path of ["membri/gestisci", "modifica", "adesioni"]) {
    expect((await get(`/tavoli/alzheimer/${path}`)).headers.get("location")).toMatch(/^\/accesso\?poi=/);
    expect((await get(`/tavoli/alzheimer/${path}`, outsider)).status).toBe(403);
    expect((await get(`/tavoli/alzheimer/${path}`, coordinator)).status).toBe(200);
  }
  expect((await get("/tavoli/nuovo", outsider)).status).toBe(403);
  expect((await get("/enti/nuovo", outsider)).status).toBe(403);
  expect((await get("/enti/notte-breve/modifica", outsider)).status).toBe(403);
  expect((await get("/enti/notte-breve/persone", outsider)).status).toBe(403);
  expect((await get("/tavoli/nessuno")).status).toBe(404);
  expect((await get("/enti/nessuno")).status).toBe(404);
  const seat = await fetch(`${origin}/tavoli/alzheimer/membri/gestisci`, {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: outsider, Origin: origin },
    body: new URLSearchParams({ organisationId: "x", role: "member", basis: "Atto" }),
  });
  expect(seat.status).toBe(403);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { openSession } from "~/meetings/attendance/session.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { findMeeting, planMeeting } from "~/meetings/index.server";
import { makeWorld, openBrowser, openPage, openTestDatabase, signIn, signInPage, startServer, temporaryFolder } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";
const [COORDINATOR, MEMBER] = ["coordina@test.example", "membro@test.example"];

/** A server with a sensitive table, its coordinator and one member. */
async function city() {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir), now: new Date() });
  const passwordHash = await hashPassword(PASSWORD);
  const person = async (label: string, email: string) => (await world.person(label, { email, passwordHash })).id;
  const office = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const table = await world.table("Tavolo Alzheimer", { slug: "alzheimer", sensitive: true, ownerOrganisationId: office.id });
  const coordinator = await world.voice(office.id, { label: "Referente di Direzione", personId: await person("Referente di Direzione", COORDINATOR) });
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const body = await world.organisation("ODV Notte Breve", { slug: "notte-breve" });
  const member = await world.voice(body.id, { label: "Presidente", personId: await person("Presidente di volontariato", MEMBER) });
  await world.seat(table.id, body.id, { voices: [member] });
  return { world, table, coordinator, member, start: () => startServer({ dataDir }) };
}

test("a meeting is prepared, refused for short notice, moved, convened; the member answers on a phone and the public reads a neutral title, without scripts", async () => {
  const { origin } = await (await city()).start();
  const browser = await openBrowser();
  const coordinator = await openPage(browser, { javaScriptEnabled: false });
  await signInPage(coordinator, origin, COORDINATOR, PASSWORD);
  await coordinator.goto(`${origin}/tavoli/alzheimer/incontri`);
  await coordinator.getByRole("link", { name: "Prepara un incontro" }).click();
  const when = (days: number) => DateTime.now().setZone("Europe/Rome").plus({ days }).set({ hour: 23, minute: 30 }).toFormat("yyyy-MM-dd'T'HH:mm");
  await coordinator.locator("#place").fill("Sala civica");
  await coordinator.locator("#link").fill("https://sala.example/1");
  await coordinator.locator("#startsAt").fill(when(1));
  await coordinator.getByRole("button", { name: "Salva la bozza" }).click();
  await coordinator.getByRole("link", { name: "Componi l'ordine del giorno" }).click();
  await coordinator.locator("#title").fill("Rete di sollievo");
  await coordinator.getByRole("button", { name: "Aggiungi" }).click();
  await coordinator.getByRole("status").getByText("Il punto è all'ordine del giorno").waitFor();
  await coordinator.getByRole("link", { name: "Torna all'incontro" }).click();
  await coordinator.getByRole("link", { name: "Convoca", exact: true }).click();
  await coordinator.getByText("Il preavviso non basta").waitFor();
  expect(await coordinator.getByRole("button", { name: "Invia la convocazione" }).count()).toBe(0);
  await coordinator.getByRole("link", { name: "Cambia data" }).click();
  await coordinator.locator("#startsAt").fill(when(30));
  await coordinator.getByRole("button", { name: "Salva" }).click();
  await coordinator.getByRole("link", { name: "Convoca", exact: true }).click();
  await coordinator.getByRole("button", { name: "Invia la convocazione" }).click();
  await coordinator.getByRole("status").getByText("La convocazione è inviata").waitFor();
  const address = coordinator.url();

  const member = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  await signInPage(member, origin, MEMBER, PASSWORD);
  await member.goto(`${origin}/scrivania`);
  await member.getByRole("link", { name: /Rispondi alla convocazione/ }).click();
  await member.locator("label[for=answer-coming]").click();
  await member.getByRole("button", { name: "Invia la risposta" }).click();
  await member.getByRole("status").getByText("La risposta è registrata").waitFor();

  const passer = await openPage(browser);
  await passer.goto(address);
  await passer.getByRole("heading", { level: 1, name: "Riunione tavolo tematico" }).waitFor();
  expect(await passer.locator("main").textContent()).not.toMatch(/Rete di sollievo|Sala civica|sala\.example/);
  const entry = await fetch(`${address}/incontro.ics`);
  expect(entry.headers.get("content-type")).toContain("text/calendar");
  expect(await entry.text()).toContain("SUMMARY:Riunione tavolo tematico");
  // what is for who convenes is refused to the member, and asks others to sign in
  const cookie = await signIn(origin, MEMBER, PASSWORD);
  for (const page of ["convoca", "ordine-del-giorno", "modifica", "annulla", "convocazioni"]) {
    expect((await fetch(`${address}/${page}`, { headers: { Cookie: cookie } })).status, page).toBe(403);
    expect((await fetch(`${address}/${page}`, { redirect: "manual" })).status, page).toBe(302);
  }
});

test("the page of a session under way refreshes by itself, but not over a form that was refused", async () => {
  const { world, table, coordinator, member, start } = await city();
  const before = { ...coordinator.ctx, now: new Date(world.now.getTime() - 30 * 86_400_000) };
  const { meetingId } = await planMeeting(before, table.slug, { title: "Seduta in corso", startsAt: world.now, minutes: 120, mode: "in_person", place: "Sala civica" });
  await addPoint(before, meetingId, { title: "Rete di sollievo", minutes: 30, kind: "discussion" });
  await conveneMeeting(before, meetingId, { revision: (await findMeeting(before, meetingId)).meeting.revision });
  for (const voice of [coordinator, member]) await arriveAt(voice.ctx, meetingId, {});
  await openSession(coordinator.ctx, meetingId, {});
  const { origin } = await start();
  const page = await openPage(await openBrowser());
  await signInPage(page, origin, MEMBER, PASSWORD);
  // the page lives by a clock that the test moves
  await page.clock.install();
  await page.goto(`${origin}/incontri/${meetingId}/presenze`);
  let asked = 0;
  const anew = `/incontri/${meetingId}/presenze.data`;
  page.on("request", (request) => {
    if (request.method() === "GET" && request.url().includes(anew)) asked++;
  });
  const refreshed = page.waitForResponse((response) => response.url().includes(anew));
  await page.clock.runFor(20_000);
  await refreshed;
  await page.getByText("Dichiara un interesse").click();
  await page.locator("#agendaItemId").selectOption({ label: "Rete di sollievo" });
  await page.locator("#interest").fill("poco");
  await page.getByRole("button", { name: "Dichiara", exact: true }).click();
  await page.getByText("Descrivi l'interesse, almeno dieci lettere").first().waitFor();
  asked = 0;
  await page.clock.runFor(60_000);
  // what the page would have asked for has left before this comes back
  await page.evaluate(() => fetch("/healthz").then(({ status }) => status));
  expect(asked).toBe(0);
  expect(await page.locator("#interest").inputValue()).toBe("poco");
  expect(await page.getByText("Descrivi l'interesse, almeno dieci lettere").count()).toBeGreaterThan(0);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc } from "drizzle-orm";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { allMinutesOf } from "~/meetings/minutes/find-minutes.server";
import { minutes } from "~db/meetings/minutes";
import { meetings } from "~db/meetings/schema";
import { movingClock, openBrowser, openPage, signInPage, startServer, timePasses } from "~tests/harness";
import { peopleOfTheYear, yearPassword } from "../meetings/year-stage";
import { badge, caretUnder } from "./documents-stage";

const TABLE = "tavolo-casa";
/** The day of the constitution, the four sessions at ten in Italy, and a day after the term of the last minutes. */
const days = ["2027-01-11T09:00:00Z", "2027-03-01T09:00:00Z", "2027-05-03T08:00:00Z", "2027-07-05T08:00:00Z", "2027-09-06T08:00:00Z", "2027-10-04T08:00:00Z"].map((day) => new Date(day));

/** What a person does on a page: goes, fills, presses, and reads that it is done. */
function hands(page: Page, origin: string) {
  const press = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).first().click();
  return {
    go: (path: string) => page.goto(origin + path),
    press,
    async fill(fields: Record<string, string>) {
      for (const [id, value] of Object.entries(fields)) await page.locator(`#${id}`).fill(value);
    },
    choose: (id: string, what: { label: string } | { index: number } | string) => page.locator(`#${id}`).selectOption(what),
    async pressing(name: string | RegExp, says: string) {
      await press(name);
      await page.getByRole("status").getByText(says).waitFor();
    },
  };
}
type Hands = ReturnType<typeof hands>;

/** The office constitutes a table with its rules and gives each body a seat and a voice. */
async function constitute({ go, fill, choose, press, pressing }: Hands, page: Page): Promise<void> {
  for (const [name, level] of [["Tavolo casa", "objective"], ["Tavolo di sintesi", "policy"]] as const) {
    await go("/tavoli/nuovo");
    await fill({ name, object: "Leggere insieme il bisogno di casa." });
    await choose("level", level);
    await choose("ownerOrganisationId", { label: "Direzione" });
    await press("Salva");
    await page.waitForURL(/\/tavoli\/(?!nuovo)/);
  }
  await go(`/tavoli/${TABLE}/regole/modifica`);
  await fill({ minutesDays: "10", act: "Seduta costitutiva" });
  await page.locator("label[for=tacitApproval-on]").click();
  await pressing("Adotta", "Le regole sono adottate");
  for (const [body, role] of [["Direzione", "coordinator"], ["Cooperativa Lampioni", "member"], ["Associazione Cortili", "member"]] as const) {
    await go(`/tavoli/${TABLE}/membri/gestisci`);
    await choose("organisationId", { label: body });
    await choose("role", role);
    await fill({ basis: "Determina 120/2027" });
    await pressing("Dai un seggio", "Il seggio è assegnato");
    await page.locator('a[href*="/membri/seggi/"]').filter({ hasText: body }).click();
    await choose("affiliationId", { index: 1 });
    await press("Indica chi parla");
    await page.getByRole("status").waitFor();
  }
}

async function convene({ go, fill, choose, pressing }: Hands, id: string, point: string): Promise<void> {
  await go(`/incontri/${id}/ordine-del-giorno`);
  await fill({ title: point });
  await choose("kind", "decision");
  await pressing("Aggiungi", "Il punto è all'ordine del giorno");
  await go(`/incontri/${id}/convoca`);
  await pressing("Invia la convocazione", "convocazione");
}

/** The day of a session: people arrive, it opens, the minutes of the one before are approved and sealed, something is decided. */
async function hold({ go, fill, choose, pressing }: Hands, page: Page, [id, before]: [string, string | undefined], decision: string): Promise<void> {
  await go(`/incontri/${id}/presenze`);
  await pressing("Sono qui", "Sei fra i presenti");
  // who stands at the door is written down by who keeps it
  await go(`/incontri/${id}/presenze`);
  await page.getByRole("listitem").filter({ hasText: "Chi arriva per Cooperativa Lampioni" }).getByRole("button", { name: "Registra l'arrivo" }).click();
  await page.getByRole("status").getByText("L'arrivo è registrato").waitFor();
  await pressing("Apri la seduta", "La seduta è aperta");
  if (before) {
    await go(`/incontri/${before}/verbale`);
    await choose("meetingId", id);
    await pressing("Approva il verbale", "Il verbale è approvato");
    await pressing("Sigilla il verbale", "Il verbale è sigillato");
  }
  await go(`/incontri/${id}/decisioni`);
  await choose("agendaItemId", { index: 1 });
  await fill({ text: decision });
  await page.locator("label[for=method-consensus]").click();
  await pressing("Metti in decisione", "decisione");
  await pressing("Chiudi: nessun altro dissente", "La decisione è chiusa e va a verbale");
  await go(`/incontri/${id}/verbale`);
  await pressing("Comincia il verbale dall'ordine del giorno", "Il verbale è cominciato");
}

async function closeAndCirculate({ go, pressing }: Hands, id: string): Promise<void> {
  await go(`/incontri/${id}/presenze`);
  await pressing("Chiudi la seduta", "La seduta è chiusa");
  await go(`/incontri/${id}/verbale`);
  await pressing("Invia il verbale ai presenti", "Il verbale è stato inviato ai presenti");
}

test("a year of a table: constituted, seated, met four times with sealed minutes, an item sent up, a proposal to put the tables in order", async () => {
  const { dataDir, db, lead, first } = await peopleOfTheYear(days[0] as Date);
  const server = await startServer({ dataDir, env: movingClock(days) });
  const { origin } = server;
  const browser = await openBrowser();
  // forms without scripts are quick, and must work
  const [office, member] = [await openPage(browser, { javaScriptEnabled: false }), await openPage(browser, { javaScriptEnabled: false })];
  const [lady, guest] = [hands(office, origin), hands(member, origin)];
  await signInPage(office, origin, lead.email, yearPassword);
  await constitute(lady, office);

  // the programme of the year in one act, then session by session
  await lady.go(`/tavoli/${TABLE}/incontri/programma`);
  await lady.fill({ startsAt: "2027-03-01T10:00", times: "4", place: "Sala riunioni" });
  await lady.choose("mode", "in_person");
  await lady.pressing("Metti in calendario", "Il programma è in calendario");
  const sessions = (await db.read.select({ id: meetings.id }).from(meetings).orderBy(asc(meetings.startsAt))).map(({ id }) => id) as [string, string, string, string];
  expect(sessions).toHaveLength(4);
  const decided = ["Censire gli alloggi liberi.", "Scrivere una scheda comune.", "Provare la scheda in due quartieri.", "Aprire uno sportello casa in ogni Municipio."];
  await convene(lady, sessions[0], "Alloggi liberi nei quartieri");
  for (const [n, id] of sessions.entries()) {
    await timePasses(server, days[n + 1] as Date);
    await signInPage(office, origin, lead.email, yearPassword);
    await hold(lady, office, [id, sessions[n - 1]], decided[n] as string);
    if (n === 3) await writeLive(browser, origin, lead.email, id);
    await closeAndCirculate(lady, id);
    const next = sessions[n + 1];
    if (next) await convene(lady, next, "Alloggi liberi nei quartieri");
  }

  // who was there asks for an amendment; when the term is over the minutes are approved, sealed and published in extract
  await signInPage(member, origin, first.email, yearPassword);
  await guest.go(`/incontri/${sessions[3]}/verbale`);
  await member.getByText("Chiedi una modifica").click();
  await guest.fill({ text: "La cooperativa mette a disposizione due operatori.", reason: "Lo abbiamo detto in seduta." });
  await guest.pressing("Invia la richiesta", "La richiesta di modifica è registrata");
  await lady.go(`/incontri/${sessions[3]}/verbale`);
  await office.getByText("Rispondi a Cooperativa Lampioni").click();
  await office.locator("label[for=outcome-accepted]").click();
  await lady.pressing("Registra la risposta", "La risposta è registrata");
  await timePasses(server, days[5] as Date);
  await signInPage(office, origin, lead.email, yearPassword);
  await lady.go(`/incontri/${sessions[3]}/verbale`);
  await lady.pressing("Approva il verbale", "Il verbale è approvato");
  await lady.pressing("Sigilla il verbale", "Il verbale è sigillato");
  await office.locator("label[for=publication-extract]").click();
  await lady.fill({ "publish-reason": "Interessa a chi cerca casa." });
  await lady.pressing("Decidi la pubblicazione", "La decisione sulla pubblicazione è registrata");
  const [published] = await allMinutesOf(db.read, sessions[3]);
  const extract = await (await fetch(`${origin}/verbali/${published?.id}`)).text();
  expect(extract).toContain("Aprire uno sportello casa in ogni Municipio.");
  expect(extract).not.toContain("Referente");

  // an item goes up to the policy table; a proposal puts the tables in order
  await signInPage(member, origin, first.email, yearPassword);
  await guest.go(`/tavoli/${TABLE}/questioni/nuova`);
  await guest.fill({ title: "Servono regole comuni per gli sportelli", text: "Ogni Municipio oggi ha orari e documenti diversi." });
  await member.locator("main form button[type=submit]").first().click();
  await member.waitForURL(/\/questioni\/[^/]+$/);
  await lady.go(new URL(member.url()).pathname);
  await office.getByText("Inoltra a un altro tavolo").first().click();
  await lady.choose("forward-table", { label: "Tavolo di sintesi" });
  await lady.fill({ "forward-reason": "Riguarda tutta la città." });
  await lady.press("Inoltra a un altro tavolo");
  await office.getByText("Tavolo di sintesi").first().waitFor();
  await lady.go("/riordino");
  await lady.fill({ title: "Una sola cabina per la casa", reason: "I due tavoli leggono gli stessi dati e convocano gli stessi enti." });
  await lady.press("Comincia");
  await office.waitForURL(/\/riordino\/.+/);

  const sealed = await db.read.select({ sealedAt: minutes.sealedAt, approval: minutes.approval }).from(minutes);
  expect(sealed.filter(({ sealedAt }) => sealedAt !== null)).toHaveLength(4);
  const acts = (await listEntries(lead.ctx, { limit: 400 })).map(({ act }) => act);
  for (const act of ["table.created", "rules.adopted", "seat.granted", "meeting.convened", "meeting.opened", "decision.closed", "minutes.sealed", "minutes.published", "item.forwarded"]) expect(acts).toContain(act);
  expect(await verifyJournal(db.read)).toMatchObject({ ok: true });
}, 300_000);

/** The minutes are written live, also while the network is away. */
async function writeLive(browser: Parameters<typeof openPage>[0], origin: string, email: string, meetingId: string): Promise<void> {
  const page = await openPage(browser);
  await signInPage(page, origin, email, yearPassword);
  await page.goto(`${origin}/incontri/${meetingId}/verbale`);
  await page.getByRole("link", { name: "Scrivi il verbale" }).click();
  await page.locator(".ProseMirror").waitFor();
  await badge(page, "saved");
  await caretUnder(page, "Prossimo incontro");
  await page.context().setOffline(true);
  await page.keyboard.type("A settembre, in un Municipio.");
  await page.context().setOffline(false);
  await badge(page, "saved");
  await page.close();
}

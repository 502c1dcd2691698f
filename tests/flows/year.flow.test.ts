// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { allMinutesOf } from "~/meetings/minutes/find-minutes.server";
import { minutes } from "~db/meetings/minutes";
import { openBrowser, openPage, signInPage, startServer } from "~tests/harness";
import { yearOfATable, yearPassword } from "../meetings/year-stage";
import { badge, caretUnder } from "./documents-stage";

test("a year of a table: constituted, seated, met four times with sealed minutes, an item sent up, a proposal to put the tables in order", async () => {
  const { dataDir, db, table, policy, lead, first, fourth, fifth } = await yearOfATable();
  const { origin } = await startServer({ dataDir });
  const browser = await openBrowser();
  const page = await openPage(browser);
  const go = (path: string) => page.goto(origin + path);
  const press = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();
  const done = (words: string) => page.getByRole("status").getByText(words).waitFor();
  await signInPage(page, origin, lead.email, yearPassword);

  // the session: at the door, open, a decision by consensus
  await go(`/incontri/${fourth}/presenze`);
  await press("Sono qui");
  await done("Sei fra i presenti");
  await press("Apri la seduta");
  await done("La seduta è aperta");
  await go(`/incontri/${fourth}/decisioni`);
  await page.locator("#agendaItemId").selectOption({ index: 1 });
  await page.locator("#text").fill("Aprire uno sportello casa in ogni Municipio.");
  await page.locator("label[for=method-consensus]").click();
  await press("Metti in decisione");
  await press("Chiudi: nessun altro dissente");
  await done("La decisione è chiusa e va a verbale");

  // the minutes grow from the agenda and are written live, also while the network is away
  await go(`/incontri/${fourth}/verbale`);
  await press("Comincia il verbale dall'ordine del giorno");
  await page.locator(".ProseMirror").waitFor();
  await badge(page, "saved");
  await caretUnder(page, "Prossimo incontro");
  await page.context().setOffline(true);
  await page.keyboard.type("A settembre, in un Municipio.");
  await page.context().setOffline(false);
  await badge(page, "saved");
  await go(`/incontri/${fourth}/presenze`);
  await press("Chiudi la seduta");
  await done("La seduta è chiusa");
  await go(`/incontri/${fourth}/verbale`);
  await press("Invia il verbale ai presenti");
  await done("Il verbale è stato inviato ai presenti");

  // who was there asks for an amendment, without scripts
  const member = await openPage(browser, { javaScriptEnabled: false });
  await signInPage(member, origin, first.email, yearPassword);
  await member.goto(`${origin}/incontri/${fourth}/verbale`);
  await member.getByText("Chiedi una modifica").click();
  await member.locator("#text").fill("La cooperativa mette a disposizione due operatori.");
  await member.locator("#reason").fill("Lo abbiamo detto in seduta.");
  await member.getByRole("button", { name: "Invia la richiesta" }).click();
  await member.getByRole("status").getByText("La richiesta di modifica è registrata").waitFor();

  // accepted, approved by the next session, sealed, published in extract
  await page.reload();
  await page.getByText("Rispondi a Cooperativa Lampioni").click();
  await page.locator("label[for=outcome-accepted]").click();
  await press("Registra la risposta");
  await done("La risposta è registrata");
  await page.locator("#meetingId").selectOption(fifth);
  await press("Approva il verbale");
  await done("Il verbale è approvato");
  await press("Sigilla il verbale");
  await done("Il verbale è sigillato");
  await page.locator("label[for=publication-extract]").click();
  await page.locator("#publish-reason").fill("Interessa a chi cerca casa.");
  await page.locator("#reviewed").check({ force: true }).catch(() => {});
  await press("Decidi la pubblicazione");
  await done("La decisione sulla pubblicazione è registrata");
  const publicList = await (await fetch(`${origin}/tavoli/${table.slug}/verbali`)).text();
  expect(publicList).toContain("Verbale della seduta di");
  const [published] = await allMinutesOf(db.read, fourth);
  const extract = await (await fetch(`${origin}/verbali/${published?.id}`)).text();
  expect(extract).toContain("Aprire uno sportello casa in ogni Municipio.");
  expect(extract).not.toContain("Referente");

  // an item goes up to the policy table; a proposal puts the tables in order
  await member.goto(`${origin}/tavoli/${table.slug}/questioni/nuova`);
  await member.locator("#title").fill("Servono regole comuni per gli sportelli");
  await member.locator("#text").fill("Ogni Municipio oggi ha orari e documenti diversi.");
  await member.locator("main form button[type=submit]").first().click();
  await member.waitForURL(/\/questioni\/[^/]+$/);
  await go(new URL(member.url()).pathname);
  await page.getByText("Inoltra a un altro tavolo").first().click();
  await page.locator("#forward-table").selectOption(policy.id);
  await page.locator("#forward-reason").fill("Riguarda tutta la città.");
  await press("Inoltra a un altro tavolo");
  await page.getByText("Tavolo di sintesi").first().waitFor();
  await go("/riordino");
  await page.locator("#title").fill("Una sola cabina per la casa");
  await page.locator("#reason").fill("I due tavoli leggono gli stessi dati e convocano gli stessi enti.");
  await press("Comincia");
  await page.waitForURL(/\/riordino\/.+/);

  const sealed = await db.read.select({ sealedAt: minutes.sealedAt, approval: minutes.approval }).from(minutes);
  expect(sealed.filter(({ sealedAt }) => sealedAt !== null)).toHaveLength(4);
  expect(sealed.map(({ approval }) => approval).sort()).toEqual(["express", "tacit", "tacit", "tacit"]);
  const acts = (await listEntries(lead.ctx, { limit: 400 })).map(({ act }) => act);
  for (const act of ["table.created", "seat.granted", "meeting.convened", "meeting.opened", "decision.closed", "commitment.taken", "minutes.sealed", "minutes.published", "item.forwarded"]) expect(acts).toContain(act);
  expect(await verifyJournal(db.read)).toMatchObject({ ok: true });
}, 240_000);

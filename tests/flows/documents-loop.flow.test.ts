// SPDX-License-Identifier: AGPL-3.0-or-later
/** From the first draft to a file that anybody can check: the whole life of a document, in real browsers. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBrowser, openPage, waitFor } from "~tests/harness";
import { edited, paragraphWith } from "../documents/import/edit-word";
import { badge, caretUnder, openAs, openStage, reads } from "./documents-stage";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A file that the page prepares: handed over at once, or after a look at the progress. */
async function exported(page: Page, origin: string, documentId: string): Promise<Buffer> {
  await page.goto(`${origin}/documenti/${documentId}/esporta`);
  await page.locator('label[for="format-docx"]').click();
  const direct = page.waitForEvent("download", { timeout: 60_000 }).catch(() => null);
  await page.getByRole("button", { name: "Prepara il file" }).click();
  const later = page.getByRole("link", { name: "Salva il file" }).click({ timeout: 60_000 }).catch(() => null);
  const file = await direct;
  void later;
  const stream = await file!.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function answer(page: Page, origin: string, documentId: string, outcome: string, reason: string): Promise<void> {
  await page.goto(`${origin}/documenti/${documentId}/suggerimenti?stato=aperti`);
  const card = page.locator("details:has(summary:text-is('Rispondi'))").first();
  await card.locator("summary").click();
  await card.locator("label").getByText(outcome, { exact: true }).click();
  await card.getByLabel("Motivazione").fill(reason);
  await card.getByRole("button", { name: "Registra la risposta" }).click();
  await page.getByText("Risposta registrata.").waitFor();
}

async function verified(page: Page, origin: string, name: string, bytes: Buffer): Promise<string> {
  await page.goto(`${origin}/verifica`);
  await page.getByLabel("Calcola l'impronta da un file").setInputFiles({ name, mimeType: "application/pdf", buffer: bytes });
  await page.getByText(`Impronta di ${name} calcolata.`).waitFor();
  await page.getByRole("button", { name: "Verifica", exact: true }).click();
  await page.waitForURL(/impronta=/);
  return page.locator(".callout-title").first().innerText();
}

test("two bodies draft, a third suggests in the editor and from Word, every suggestion is answered, the text is sealed and anybody can check it", async () => {
  const stage = await openStage();
  const lead = await stage.person("Direzione Welfare", "coordinator");
  const first = await stage.person("Cooperativa Lampioni", "member");
  const third = await stage.person("Associazione Ponti", "member");
  const { id } = await stage.textOf(lead, "Regole del servizio", ["Discussione", "Prossimo incontro"]);
  const { origin } = await stage.start();
  const browser = await openBrowser();
  const page = (name: string) => `${origin}/documenti/${id}/${name}`;

  const leading = await openAs(browser, origin, lead, id);
  await caretUnder(leading, "Discussione");
  await leading.keyboard.type("Il servizio apre il sabato.");
  await badge(leading, "saved");
  const drafting = await openAs(browser, origin, first, id);
  await caretUnder(drafting, "Prossimo incontro");
  await drafting.keyboard.type("Ci rivediamo a maggio.");
  await badge(drafting, "saved");
  await reads(leading, "Ci rivediamo a maggio.");
  await drafting.context().close();

  await leading.goto(page("stato"));
  await leading.getByLabel(/In consultazione fino a/).fill("2030-05-01T12:00");
  await leading.getByLabel("Motivo").first().fill("Raccogliere le osservazioni degli enti");
  await leading.getByRole("button", { name: "Apri la consultazione" }).click();
  await leading.getByText("Consultazione aperta.").waitFor();

  const suggesting = await openAs(browser, origin, third, id);
  await caretUnder(suggesting, "Discussione");
  await suggesting.keyboard.type(" Anche la domenica.");
  await suggesting.locator(".ProseMirror ins", { hasText: "domenica" }).waitFor();
  await badge(suggesting, "saved");
  const word = edited(await exported(suggesting, origin, id), "word/document.xml", (xml) => xml.replace(paragraphWith(xml, "a maggio"), paragraphWith(xml, "a maggio").replace("maggio", "giugno")));
  await suggesting.goto(page("proponi-da-file"));
  await suggesting.getByLabel("File corretto").setInputFiles({ name: "regole.docx", mimeType: WORD, buffer: Buffer.from(word) });
  await suggesting.getByRole("button", { name: "Confronta" }).click();
  await suggesting.waitForURL(/proponi-da-file\/./, { timeout: 60_000 });
  await waitFor("the one difference", async () => (await suggesting.locator(".difference-list > li").allInnerTexts()).join().includes("giugno"));
  expect(await suggesting.locator(".difference-list > li").count()).toBe(1);
  await suggesting.getByRole("button", { name: "Proponi a nome di Associazione Ponti" }).click();
  await suggesting.getByText("Le differenze del file sono ora suggerimenti del tuo ente.").waitFor();

  await leading.goto(page("stato"));
  await leading.getByLabel("Motivo").last().fill("Le osservazioni sono arrivate");
  await leading.getByRole("button", { name: "Chiudi la consultazione" }).click();
  await leading.getByText("Consultazione chiusa.").waitFor();
  await answer(leading, origin, id, "Accolto", "Lo chiedono le famiglie");
  await leading.goto(page("approva"));
  await leading.getByText("Prima di approvare restano da chiudere:").waitFor();
  expect(await leading.getByRole("button", { name: "Approva e sigilla" }).count()).toBe(0);
  await answer(leading, origin, id, "Accolto", "La sala è libera a giugno");

  await leading.goto(page("approva"));
  await leading.getByLabel("Atto o decisione").fill("Deciso nella seduta di marzo");
  await leading.getByLabel("Numero di protocollo").fill("PG 12/2026");
  await leading.locator('label[for="sure"]').click();
  await leading.getByRole("button", { name: "Approva e sigilla" }).click();
  await leading.getByText("Documento approvato e sigillato.").waitFor({ timeout: 60_000 });
  const sealed = await (await leading.request.get(page("sigillo/documento.pdf"))).body();
  const record = JSON.stringify(await (await leading.request.get(page("sigillo/documento.json"))).json());
  for (const words of ["Ci rivediamo a giugno.", "Anche la domenica."]) expect(record).toContain(words);

  const anybody = await openPage(browser, { viewport: { width: 390, height: 800 } });
  expect(await verified(anybody, origin, "regole.pdf", sealed)).toMatch(/autentico/i);
  const flipped = Buffer.from(sealed);
  flipped[flipped.length >> 1]! ^= 1;
  expect(await verified(anybody, origin, "regole.pdf", flipped)).toMatch(/non corrisponde/i);
}, 300_000);

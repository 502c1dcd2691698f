// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { changeState, readDocumentContent } from "~/documents/index.server";
import { openBrowser, openPage, signInPage, waitFor } from "~tests/harness";
import { badge, caretUnder, look, openAs, openStage, signInWith } from "./documents-stage";

test("in consultation a body suggests, the approval says what waits for an answer, and after the answer nothing stands before it", async () => {
  const stage = await openStage();
  const ada = await stage.person("Cooperativa Lampioni", "member");
  const lea = await stage.person("Direzione Welfare", "coordinator");
  const { id } = await stage.textOf(lea, "Regole del servizio", ["Discussione"]);
  await changeState(stage.now(lea), { documentId: id, name: "openConsultation", reason: "Raccogliamo osservazioni.", endsAt: new Date(Date.now() + 86_400_000) });
  await stage.start();
  const browser = await openBrowser();
  const page = await openAs(browser, stage.origin, ada, id);
  // who may only suggest has no choice, and what they type is marked
  expect(await page.getByRole("button", { name: "Scrivo" }).count()).toBe(0);
  await caretUnder(page, "Discussione");
  await page.keyboard.type("Si apre il sabato.");
  await badge(page, "saved");
  expect(await page.locator(".ProseMirror ins").innerText()).toContain("Si apre il sabato.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("E la domenica.");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Backspace");
  await badge(page, "saved");
  await page.keyboard.press("Control+z");
  await badge(page, "saved");
  expect((await look(page)).badge).toBe("saved");

  // without JavaScript: the refusal names what waits, and leads to where it is answered
  const plain = await openPage(browser, { javaScriptEnabled: false });
  await signInPage(plain, stage.origin, lea.email, signInWith.password);
  await changeState(stage.now(lea), { documentId: id, name: "closeConsultation", reason: "Termine passato." });
  await plain.goto(`${stage.origin}/documenti/${id}/approva`);
  await plain.getByRole("link", { name: /Suggerimento di Cooperativa Lampioni: «Si apre il sabato/ }).click();
  await plain.getByText("Rispondi").first().click();
  await plain.getByText("Accolto", { exact: true }).click();
  await plain.getByLabel("Motivazione").fill("Il tavolo è d'accordo.");
  await plain.getByRole("button", { name: "Registra la risposta" }).click();
  await plain.getByText("Risposta registrata.").waitFor();
  expect((await readDocumentContent(stage, id)).text).toContain("Si apre il sabato.");
  await plain.goto(`${stage.origin}/documenti/${id}/approva`);
  await plain.getByRole("button", { name: /Approva/ }).waitFor();

  // the author reads the answer, and the text without marks
  await waitFor("the marks to go", async () => (await page.locator(".ProseMirror ins").count()) === 0, 30_000);
  await page.goto(`${stage.origin}/documenti/osservazioni`);
  await page.getByText("Il tavolo è d'accordo.").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Scarica XLSX" }).click()]);
  expect(file.suggestedFilename()).toBe("osservazioni-e-risposte.xlsx");
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { nameVersion, readDocumentContent } from "~/documents/index.server";
import { openBrowser, waitFor } from "~tests/harness";
import { badge, caretUnder, openAs, openStage, reads } from "./documents-stage";

test("two bodies write, see whose the words are, compare with an earlier version and bring it back", async () => {
  const stage = await openStage();
  const [ada, bruno] = [await stage.person("Cooperativa Lampioni", "coordinator"), await stage.person("Fondazione Ponte", "member")];
  const { id } = await stage.document(ada);
  await stage.start();
  const browser = await openBrowser();
  const first = await openAs(browser, stage.origin, ada, id);
  await caretUnder(first, "Discussione");
  await first.keyboard.type("Le famiglie chiedono orari lunghi.");
  await badge(first, "saved");
  const { number } = await nameVersion(stage.now(ada), { documentId: id, name: "Prima", reason: "Discussa in seduta" });

  const second = await openAs(browser, stage.origin, bruno, id);
  await reads(second, "orari lunghi.");
  await caretUnder(second, "Discussione");
  await second.keyboard.type(" Anche il sabato.");
  await badge(second, "saved");
  await reads(first, "Anche il sabato.");

  await first.getByRole("link", { name: "Contributi per ente" }).click();
  await first.getByRole("link", { name: "Colora il testo per ente" }).click();
  const painted = (words: string) => first.locator(".ProseMirror .by-body", { hasText: words }).first();
  await painted("orari lunghi").waitFor();
  expect(await painted("orari lunghi").getAttribute("title")).toBe("Cooperativa Lampioni");
  expect(await painted("Anche il sabato").getAttribute("title")).toBe("Fondazione Ponte");
  await second.keyboard.type(" E la domenica.");
  await reads(first, "E la domenica.");
  await waitFor("the new words coloured", async () => (await painted("E la domenica").getAttribute("title").catch(() => null)) === "Fondazione Ponte");

  await first.goto(`${stage.origin}/documenti/${id}/confronto?da=${number}&a=ora`);
  const change = first.locator("#m-1");
  expect(await change.locator("ins").innerText()).toContain("Anche il sabato. E la domenica.");
  await change.getByText("Parole aggiunte da Fondazione Ponte").waitFor();
  await first.getByRole("link", { name: "Affiancati" }).click();
  await first.locator("table.sides ins").waitFor();

  await first.goto(`${stage.origin}/documenti/${id}/versioni/${number}`);
  await first.getByText("Riporta questo testo").first().click();
  await first.getByLabel("Motivo").fill("La seduta ha confermato il testo di prima");
  await first.getByRole("button", { name: "Riporta questo testo" }).click();
  await first.waitForURL(`**/documenti/${id}?pannello=versioni`);
  await waitFor("the text brought back in the other browser", async () => !(await second.locator(".ProseMirror").innerText()).includes("Anche il sabato"));
  expect((await readDocumentContent(stage, id)).text).toContain("Le famiglie chiedono orari lunghi.");
  await first.getByText("prima di un ripristino").first().waitFor();
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readDocumentContent } from "~/documents/index.server";
import { realtimeDocuments } from "~db/realtime/schema";
import { openBrowser, waitFor } from "~tests/harness";
import { badge, caretUnder, look, openAs, openStage, reads } from "./documents-stage";

test("words written without a connection survive the closing of the page and are saved on return; once the text is replaced they are offered, not merged", async () => {
  const stage = await openStage();
  const ada = await stage.person("Cooperativa Lampioni", "member");
  const { id } = await stage.document(ada);
  let server = await stage.start();
  const address = `${stage.origin}/documenti/${id}`;
  const first = await openAs(await openBrowser(), stage.origin, ada, id);
  const questions: string[] = [];
  first.on("dialog", (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });

  await caretUnder(first, "Discussione");
  await server.stop("SIGKILL");
  await badge(first, "offline");
  await first.keyboard.type("scritto in treno");
  await badge(first, "kept");
  expect(await first.locator(".save-badge").innerText()).toBe("Offline, al sicuro su questo dispositivo");
  await waitFor("the state read out", async () => (await first.getByRole("status").allInnerTexts()).includes("Offline, al sicuro su questo dispositivo"));
  const gone = first.waitForEvent("close");
  await first.close({ runBeforeUnload: true });
  await gone;
  expect(questions).toEqual([]);

  server = await stage.start();
  const second = await first.context().newPage();
  await second.goto(address);
  await badge(second, "saved");
  await reads(second, "scritto in treno");
  expect((await readDocumentContent(stage, id)).text).toContain("scritto in treno");

  await caretUnder(second, "Prossimo incontro");
  await server.stop("SIGKILL");
  await badge(second, "offline");
  await second.keyboard.type("di tre settimane fa");
  await badge(second, "kept");
  await stage.db.tx((tx) => tx.update(realtimeDocuments).set({ epoch: 2 }).where(eq(realtimeDocuments.id, id)));
  await stage.start();
  await second.getByText("Il testo è stato sostituito: ricarica la pagina").waitFor({ timeout: 30_000 });
  expect(await second.locator(".ProseMirror").getAttribute("contenteditable")).toBe("false");
  await second.getByRole("link", { name: "Ricarica la pagina" }).click();
  const offered = second.getByRole("region", { name: "Parole tue che non sono entrate nel documento" });
  await offered.getByText("di tre settimane fa").waitFor();
  await badge(second, "saved");
  expect((await look(second)).text).not.toContain("di tre settimane fa");
  expect((await readDocumentContent(stage, id)).text).not.toContain("di tre settimane fa");
  const [kept] = await Promise.all([second.waitForEvent("download"), offered.getByRole("button", { name: "Scarica il testo" }).click()]);
  expect(kept.suggestedFilename()).toBe("Verbale di marzo.txt");
  await second.close();
});

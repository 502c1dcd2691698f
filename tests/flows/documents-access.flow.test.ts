// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { lockDocument, readDocumentContent, unlockDocument } from "~/documents/index.server";
import { mandates, seats } from "~db/tables/schema";
import { writeUpdate } from "~realtime/protocol";
import { openBrowser, signIn, waitFor } from "~tests/harness";
import { badge, caretUnder, look, openAs, openStage, rawSocket, reads, signInWith } from "./documents-stage";

const PAST = new Date(Date.now() - 60_000);

/** An update that adds a paragraph, made by a client number of its own. */
function forgedUpdate(words: string): Uint8Array {
  const shared = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  shared.getXmlFragment("default").insert(0, [paragraph]);
  return writeUpdate(Y.encodeStateAsUpdate(shared));
}

describe("the socket of a document", () => {
  test("opens only for who may open the page: each intruder is told with the right code", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const far = await stage.person("Associazione Lontana", null);
    const { id } = await stage.document(ada);
    await stage.start();
    const { origin } = stage;
    const cookie = await signIn(origin, ada.email, signInWith.password);
    const stranger = await signIn(origin, far.email, signInWith.password);
    const code = (headers: Record<string, string>, documentId = id) => rawSocket(origin, documentId, headers).closed;

    expect(await code({ origin })).toBe(4401);
    expect(await code({ origin, cookie: "sessione=inventata" })).toBe(4401);
    expect(await code({ origin, cookie: stranger })).toBe(4403);
    expect(await code({ origin, cookie }, "0190d0e5-0000-7000-8000-000000000000")).toBe(4404);
    // a page of another site cannot even shake hands, whatever cookie the browser sends along
    expect(await code({ origin: "https://altrove.example", cookie })).toBe(1006);
    expect(await rawSocket(origin, id, { origin, cookie }).opened).toBe(true);
    for (const [who, status] of [[cookie, 200], [stranger, 404], ["", 404]] as const) {
      expect((await fetch(`${origin}/documenti/${id}`, { headers: { cookie: who } })).status).toBe(status);
    }

    // a session stolen and then revoked by its owner's sign-out
    const stolen = rawSocket(origin, id, { origin, cookie });
    expect(await stolen.opened).toBe(true);
    await fetch(`${origin}/accesso/esci`, { method: "POST", headers: { cookie, Origin: origin, "Content-Type": "application/x-www-form-urlencoded" }, body: "", redirect: "manual" });
    expect(await stolen.closed).toBe(4401);
    expect(await code({ origin, cookie })).toBe(4401);
  });

  test("takes nothing from readers, whatever their program sends", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const oto = await stage.person("Ateneo", "observer");
    const gone = await stage.person("Ente Uscito", "member", { mandateTo: PAST });
    const { id } = await stage.document(ada);
    await stage.start();
    for (const reader of [oto, gone]) {
      const cookie = await signIn(stage.origin, reader.email, signInWith.password);
      const { socket, opened, denied } = rawSocket(stage.origin, id, { origin: stage.origin, cookie });
      expect(await opened).toBe(true);
      socket.send(forgedUpdate("parole di contrabbando"));
      await waitFor("the refusal", () => denied.includes("read-only"));
    }
    const writer = rawSocket(stage.origin, id, { origin: stage.origin, cookie: await signIn(stage.origin, ada.email, signInWith.password) });
    await writer.opened;
    writer.socket.send(forgedUpdate("parole di chi siede al tavolo"));
    const text = await waitFor("the member's words", async () => {
      const content = await readDocumentContent(stage, id);
      return content.text.includes("chi siede al tavolo") && content.text;
    });
    expect(text).not.toContain("contrabbando");
  });
});

describe("while the editor is open", () => {
  test("a mandate that ends stops the writing and says why", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const lea = await stage.person("Direzione Welfare", "coordinator");
    const { id } = await stage.document(ada);
    await stage.start();
    const page = await openAs(await openBrowser(), stage.origin, ada, id);
    await caretUnder(page, "Discussione");
    await page.keyboard.type("prima della fine");
    await badge(page, "saved");
    await stage.db.tx((tx) => tx.update(mandates).set({ validTo: PAST }).where(eq(mandates.seatId, ada.seatId ?? "")));
    await stage.act(lea, "mandate.ended", { kind: "table", id: stage.table.id }, { seatId: ada.seatId, personId: ada.personId });
    await badge(page, "readonly");
    await page.getByText("Il tuo mandato a questo tavolo è terminato").waitFor();
    expect(await page.locator(".ProseMirror").getAttribute("contenteditable")).toBe("false");
    expect(await page.getByRole("toolbar").count()).toBe(0);
    expect((await look(page)).text).toContain("prima della fine");
  });

  test("a lock closes the text for everybody from its very commit, and tells whoever was typing", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const lea = await stage.person("Direzione Welfare", "coordinator");
    const { id } = await stage.document(ada);
    await stage.start();
    const browser = await openBrowser();
    const page = await openAs(browser, stage.origin, ada, id);
    const watching = await openAs(browser, stage.origin, lea, id);
    await caretUnder(page, "Discussione");
    await page.keyboard.type("entro il termine");
    await badge(page, "saved");
    // from another process: the server learns of it a moment later, its store at once
    await lockDocument(stage.now(lea), { documentId: id, reason: "documents.access.locked" });
    const { text: final, seq } = await readDocumentContent(stage, id);
    await page.keyboard.type("!");
    await page.getByText("Il documento è stato chiuso alla scrittura").waitFor({ timeout: 30_000 });
    await waitFor("the badge to say that it is not saved", async () => (await page.locator(".save-badge").innerText()) === "NON salvato");
    expect((await look(page)).text).toContain("entro il termine!");
    const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Scarica il testo" }).click()]);
    expect(kept.suggestedFilename()).toBe("Verbale di marzo.txt");
    await badge(watching, "readonly");
    await watching.getByText("Il documento è chiuso alla scrittura.").waitFor();
    expect(await readDocumentContent(stage, id)).toMatchObject({ text: final, seq });
    expect((await look(watching)).text).not.toContain("entro il termine!");

    await unlockDocument(stage.now(lea), { documentId: id });
    await waitFor("the text to open again", async () => (await watching.locator(".ProseMirror").getAttribute("contenteditable")) === "true", 30_000);
    await caretUnder(watching, "Prossimo incontro");
    await watching.keyboard.type("si riprende");
    await badge(watching, "saved");
  });

  test("where the browser keeps no copies, whoever leaves with words that are not saved is asked first, and loses nothing by staying", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const { id } = await stage.document(ada);
    const server = await stage.start();
    const page = await openAs(await openBrowser(), stage.origin, ada, id);
    await page.addInitScript(() => {
      Object.defineProperty(window, "indexedDB", { get: () => undefined });
    });
    await page.reload();
    await badge(page, "saved");
    await caretUnder(page, "Discussione");
    await server.stop("SIGKILL");
    await badge(page, "offline");
    await page.keyboard.type("scritto senza rete");
    await page.getByText("questo browser non conserva copie").waitFor();
    await badge(page, "unsaved");
    const questions: string[] = [];
    page.on("dialog", (dialog) => {
      questions.push(dialog.type());
      void dialog.dismiss();
    });
    await page.getByRole("link", { name: "Tavoli" }).first().click();
    await waitFor("the question", () => questions.includes("confirm"));
    await page.close({ runBeforeUnload: true });
    await waitFor("the browser's own question", () => questions.includes("beforeunload"));
    expect((await look(page)).text).toContain("scritto senza rete");
    await stage.start();
    await badge(page, "saved");
    expect((await readDocumentContent(stage, id)).text).toContain("scritto senza rete");
  });

  test("losing the seat closes the document and keeps what is on screen", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const lea = await stage.person("Direzione Welfare", "coordinator");
    const { id } = await stage.document(ada);
    await stage.start();
    const browser = await openBrowser();
    const page = await openAs(browser, stage.origin, ada, id);
    await reads(page, "Ordine del giorno");
    await stage.db.tx((tx) => tx.update(seats).set({ validTo: PAST }).where(eq(seats.id, ada.seatId ?? "")));
    await stage.act(lea, "seat.ended", { kind: "table", id: stage.table.id }, { seatId: ada.seatId, organisationId: ada.organisationId });
    await page.getByText("Non hai più accesso a questo documento").waitFor({ timeout: 30_000 });
    await badge(page, "refused");
    expect(await page.locator(".ProseMirror").getAttribute("contenteditable")).toBe("false");
    expect((await look(page)).text).toContain("Ordine del giorno");
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openBrowser, openPage, signIn, waitFor } from "~tests/harness";
import { badge, caretUnder, look, openAs, openStage, reads, signInWith } from "./documents-stage";

/** The page as somebody gets it who has no script running: the server's own rendering. */
async function served(origin: string, documentId: string, cookie = ""): Promise<string> {
  const answer = await fetch(`${origin}/documenti/${documentId}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return (await answer.text()).replaceAll("<!-- -->", "");
}

const audit = (page: Page) => new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();

describe("writing together", () => {
  test("two people of two bodies see each other's text, caret and presence; an observer reads along", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const lea = await stage.person("Direzione Welfare", "coordinator");
    const oto = await stage.person("Ateneo", "observer");
    const { id } = await stage.document(ada);
    await stage.start();
    const browser = await openBrowser();
    const [a, l, o] = [await openAs(browser, stage.origin, ada, id), await openAs(browser, stage.origin, lea, id), await openAs(browser, stage.origin, oto, id)];

    await caretUnder(a, "Data, ora e luogo");
    await a.keyboard.type("Martedì alle quindici");
    await caretUnder(l, "Discussione");
    await l.keyboard.type("Si parla di risorse");
    await reads(a, "Si parla di risorse");
    await reads(l, "Martedì alle quindici");
    await reads(o, "Martedì alle quindici");
    await reads(o, "Si parla di risorse");

    const labels = (page: Page) => page.locator(".caret-label").allTextContents();
    await waitFor("lea's caret", async () => (await labels(a)).includes("Referente Direzione Welfare · Direzione Welfare"));
    await waitFor("both carets", async () => (await labels(o)).length === 2);
    const present = await a.getByRole("list", { name: "Chi ha aperto il documento" }).innerText();
    for (const words of ["Tu", "Cooperativa Lampioni", "Referente Direzione Welfare", "Referente Ateneo"]) expect(present).toContain(words);

    await badge(o, "readonly");
    expect(await o.locator(".ProseMirror").getAttribute("contenteditable")).toBe("false");
    expect(await o.getByRole("toolbar").count()).toBe(0);
    await o.getByText("Il tuo ente partecipa al tavolo come osservatore").waitFor();
    await badge(a, "saved");
    await badge(l, "saved");
    expect((await audit(a)).violations).toEqual([]);
    expect((await audit(o)).violations).toEqual([]);
  });

  test("killed twice while they type, the server forgets nothing that a badge called saved", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const lea = await stage.person("Direzione Welfare", "coordinator");
    const { id } = await stage.document(ada);
    let server = await stage.start();
    const browser = await openBrowser();
    const a = await openAs(browser, stage.origin, ada, id);
    const l = await openAs(browser, stage.origin, lea, id);
    await caretUnder(a, "Data, ora e luogo");
    await caretUnder(l, "Discussione");

    const saved = new Set<string>();
    const typed: string[] = [];
    let writing = true;
    async function write(page: Page, name: string): Promise<void> {
      for (let n = 1; writing; n++) {
        const word = `${name}${n}.`;
        await page.keyboard.type(`${word} `, { delay: 20 });
        typed.push(word);
        // one look at badge and text together: what is on screen while it says saved is on disk
        const { badge: says, text } = await look(page);
        if (says === "saved") for (const found of text.match(/\b(?:ada|lea)\d+\./g) ?? []) saved.add(found);
      }
    }
    const writers = Promise.all([write(a, "ada"), write(l, "lea")]);
    for (let round = 1; round <= 2; round++) {
      const before = saved.size;
      await waitFor("words called saved", () => saved.size > before + 8, 40_000);
      await server.stop("SIGKILL");
      await waitFor("words typed meanwhile", async () => ["keeping", "kept"].includes((await look(a)).badge));
      server = await stage.start();
    }
    const before = saved.size;
    await waitFor("words saved after the last start", () => saved.size > before + 8, 40_000);
    writing = false;
    await writers;

    await badge(a, "saved");
    await badge(l, "saved");
    const text = await waitFor("both read the same", async () => {
      const [one, other] = [await look(a), await look(l)];
      return one.text === other.text ? one.text : "";
    });
    const page = await served(stage.origin, id, await signIn(stage.origin, ada.email, signInWith.password));
    expect([...saved].filter((word) => !page.includes(word))).toEqual([]);
    // and what was typed while the server was dead came along too
    expect(typed.filter((word) => !page.includes(word) || !text.includes(word))).toEqual([]);
  }, 240_000);

  test("the tools work from the keyboard, and what they make is on the page without scripts too", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    const { id } = await stage.document(ada);
    await stage.start();
    const page = await openAs(await openBrowser(), stage.origin, ada, id);
    await caretUnder(page, "Discussione");
    await page.keyboard.type("Una frase importante");
    await page.keyboard.press("Shift+Home");
    await page.getByRole("button", { name: "Testo normale" }).focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.locator(".ProseMirror strong:has-text('Una frase importante')").waitFor();
    expect(await page.getByRole("button", { name: "Grassetto" }).getAttribute("aria-pressed")).toBe("true");
    expect(await page.locator('[role="toolbar"] button[tabindex="0"]').count()).toBe(1);

    await page.getByRole("button", { name: "Collegamento" }).click();
    await page.getByLabel("Indirizzo").fill("javascript:alert(1)");
    await page.keyboard.press("Enter");
    await page.getByText("Scrivi un indirizzo completo").waitFor();
    await page.getByLabel("Indirizzo").fill("ente.example/pagina");
    await page.keyboard.press("Enter");
    await page.locator('.ProseMirror a[href="https://ente.example/pagina"]').waitFor();

    await caretUnder(page, "Prossimo incontro");
    await waitFor("the tools to follow the caret", async () => (await page.getByRole("button", { name: "Collegamento" }).getAttribute("aria-pressed")) === "false");
    await page.getByRole("button", { name: "Inserisci una tabella" }).click();
    await page.getByLabel("Righe").fill("2");
    await page.getByLabel("Colonne").fill("2");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Aggiungi una riga sotto" }).click();
    await waitFor("a table of three rows", async () => (await page.locator(".ProseMirror h2:has-text('Prossimo incontro') ~ .tableWrapper tr").count()) === 3);
    await page.keyboard.type("Cella nuova");
    await badge(page, "saved");
    const html = await served(stage.origin, id, await signIn(stage.origin, ada.email, signInWith.password));
    expect(html).toContain('<a href="https://ente.example/pagina" rel="noopener noreferrer nofollow"><strong>Una frase importante</strong></a>');
    expect(html).toContain("Cella nuova");
    expect(html).not.toMatch(/ style="/);
  });
});

describe("reading", () => {
  test("without scripts a public text is readable by anybody, and a reserved one by who may", async () => {
    const stage = await openStage();
    const lea = await stage.person("Direzione Welfare", "coordinator");
    const { id: reserved } = await stage.document(lea, "Bozza riservata");
    const { id: open } = await stage.document(lea, "Relazione aperta");
    await stage.start();
    const browser = await openBrowser();
    const page = await openPage(browser, { javaScriptEnabled: false });
    expect((await page.goto(`${stage.origin}/documenti/${open}`))?.status()).toBe(404);
    const owner = await openAs(browser, stage.origin, lea, open);
    await owner.getByText("Titolo e visibilità").click();
    await owner.getByRole("button", { name: "Rendi pubblico" }).click();
    await owner.getByText("Visibilità cambiata.").waitFor();

    expect((await page.goto(`${stage.origin}/documenti/${open}`))?.status()).toBe(200);
    expect(await page.locator("h1").innerText()).toBe("Relazione aperta");
    expect(await page.locator("article h2").allInnerTexts()).toContain("Ordine del giorno");
    expect(await page.getByText("Per scrivere bisogna accedere").count()).toBe(1);
    expect((await page.goto(`${stage.origin}/documenti/${reserved}`))?.status()).toBe(404);
    await page.goto(`${stage.origin}/documenti`);
    expect(await page.getByRole("link", { name: "Relazione aperta" }).count()).toBe(1);
    expect(await page.getByRole("link", { name: "Bozza riservata" }).count()).toBe(0);

    const visitor = await openPage(browser);
    for (const address of [`/documenti/${open}`, "/documenti", `/tavoli/${stage.table.slug}/documenti`]) {
      await visitor.goto(stage.origin + address);
      expect((await audit(visitor)).violations, address).toEqual([]);
    }
    await owner.goto(`${stage.origin}/documenti`);
    expect((await audit(owner)).violations).toEqual([]);
  });

  test("a document begins from a template at a table, also without scripts, and mistakes keep what was typed", async () => {
    const stage = await openStage();
    const ada = await stage.person("Cooperativa Lampioni", "member");
    await stage.start();
    const browser = await openBrowser();
    const page = await openPage(browser, { javaScriptEnabled: false });
    const cookie = await signIn(stage.origin, ada.email, signInWith.password);
    const [name = "", value = ""] = cookie.split("=");
    await page.context().addCookies([{ name, value, url: stage.origin }]);
    await page.goto(`${stage.origin}/tavoli/${stage.table.slug}/documenti`);
    await page.getByRole("link", { name: "Nuovo documento" }).click();
    await page.locator("label", { hasText: "Proposta" }).click();
    await page.getByRole("button", { name: "Crea il documento" }).click();
    await page.locator("#title-error").waitFor();
    expect(await page.getByLabel("Proposta").isChecked()).toBe(true);
    await page.getByLabel("Titolo").fill("Proposta per il quartiere");
    await page.getByRole("button", { name: "Crea il documento" }).click();
    await page.getByText("Documento creato").waitFor();
    expect(await page.locator("article h2").first().innerText()).toBe("La proposta in breve");
    await page.goto(`${stage.origin}/documenti?cerca=quartiere`);
    expect(await page.getByRole("link", { name: "Proposta per il quartiere" }).count()).toBe(1);
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom
import type { JSONContent } from "@tiptap/core";
import { NodeSelection, Selection } from "@tiptap/pm/state";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import { footnotesOf, missingHeadings, outlineOf, withBlockIds, withoutGuidance } from "~/documents";
import { aboutOf } from "~/documents/live/about-text";
import { DocumentText } from "~/documents/parts/document-text";
import { documentOf } from "~/documents/schema/blocks";
import { firstBlocks, mandatoryHeadings } from "~/documents/schema/templates";
import { plainText } from "~/documents/schema/text";
import { readLiveText } from "~/documents/schema/shared-text";
import { findIn, goToMatch, matchesOf, replaceMatches, search } from "~/documents/writing/find-text";
import { translator } from "~/web/translate.server";
import { caretBefore, edit, paragraph, planted } from "../editor-desk";

const SHA = "a".repeat(64);

const html = (content: JSONContent[], documentId?: string) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={translator("it")}>
      <DocumentText content={{ type: "doc", content }} documentId={documentId} />
    </I18nextProvider>,
  );

const line = (...content: JSONContent[]): JSONContent => ({ type: "paragraph", content });
const text = (words: string): JSONContent => ({ type: "text", text: words });
const note = (words: string): JSONContent => ({ type: "footnote", content: [text(words)] });
const heading = (words: string, level = 2): JSONContent => ({ type: "heading", attrs: { level }, content: [text(words)] });

describe("notes", () => {
  test("are numbered in the order of reading and readable at the foot without JavaScript, with a way there and back", () => {
    const page = html([line(text("Uno"), note("La prima.")), line(text("Due"), note("La <seconda>."))]);
    expect(page).toContain('<p>Uno<sup><a id="rimando-1" href="#nota-1" aria-label="Nota 1">1</a></sup></p>');
    expect(page).toMatch(/<section class="footnotes" aria-label="Note"><ol><li id="nota-1">La prima\. <a href="#rimando-1"/);
    expect(page).toContain("La &lt;seconda&gt;.");
  });

  test("are put in and changed by a command, also shared, and keep their name", () => {
    const shared = planted([paragraph("Testo lungo")]);
    const editor = edit(shared);
    caretBefore(editor, " lungo");
    editor.commands.setFootnote("Prima stesura");
    const [first] = footnotesOf(readLiveText(shared));
    expect(plainText(readLiveText(shared))).toBe("Testo [Prima stesura] lungo");
    editor.state.doc.descendants((node, pos) => {
      if (node.type.name === "footnote") editor.commands.setNodeSelection(pos);
    });
    editor.commands.setFootnote("Stesura corretta");
    const [second] = footnotesOf(readLiveText(shared));
    expect(plainText(readLiveText(shared))).toBe("Testo [Stesura corretta] lungo");
    expect(second?.attrs?.id).toBe(first?.attrs?.id);
    expect(first?.attrs?.id).toMatch(/^\w{12}$/);
  });
});

describe("pictures and names", () => {
  test("a picture is shown where its document is, described elsewhere, and never fetched from another site", () => {
    const image = (src: string): JSONContent => ({ type: "image", attrs: { src, alt: "Pianta \"A\"" } });
    expect(html([image(SHA)], "d1")).toBe(`<figure><img src="/documenti/d1/immagini/${SHA}" alt="Pianta &quot;A&quot;" loading="lazy"/></figure>`);
    expect(html([image(SHA)])).toBe("<p>[Immagine: Pianta &quot;A&quot;]</p>");
    expect(html([image("https://spia.example/p.gif")], "d1")).not.toContain("spia");
  });

  test("a name leads only to pages of this site", () => {
    const mention = (to: string): JSONContent => line({ type: "mention", attrs: { kind: "body", target: "o1", label: "Quattro Lampioni", to } });
    expect(html([mention("/enti/quattro-lampioni")])).toBe('<p><a href="/enti/quattro-lampioni">Quattro Lampioni</a></p>');
    for (const to of ["//altro.example", "https://altro.example", "javascript:alert(1)", "/\\altro.example", ""]) expect(html([mention(to)]), to).toBe("<p>Quattro Lampioni</p>");
  });
});

describe("advice to who writes", () => {
  test("is in every template that has any, and in no reading, no words and no export", () => {
    for (const blocks of Object.values(firstBlocks)) {
      const content = documentOf(blocks);
      const advice = blocks.flatMap((block) => (block.type === "guidance" ? [block.text] : []));
      for (const sentence of advice) {
        expect(html(content.content ?? [])).not.toContain(sentence);
        expect(plainText(content)).not.toContain(sentence);
        expect(JSON.stringify(withoutGuidance(content))).not.toContain(sentence);
      }
    }
    expect(firstBlocks.notice.some(({ type }) => type === "guidance")).toBe(true);
  });

  test("nobody writes in the advice: selected, it gives its place to what is typed", () => {
    const shared = planted([paragraph("Prima"), { type: "guidance", content: [text("Un consiglio")] }, paragraph("Dopo")]);
    const editor = edit(shared);
    expect(editor.view.dom.querySelector<HTMLElement>(".guidance")?.contentEditable).toBe("false");
    editor.commands.setTextSelection(6);
    editor.view.dispatch(editor.state.tr.setSelection(Selection.findFrom(editor.state.doc.resolve(7), 1) as Selection));
    expect(editor.state.selection).toBeInstanceOf(NodeSelection);
    editor.view.dispatch(editor.state.tr.insertText("Ecco."));
    expect(readLiveText(shared).content?.map(({ type }) => type)).toEqual(["paragraph", "paragraph", "paragraph"]);
    expect(plainText(readLiveText(shared))).toBe("Prima\nEcco.\nDopo");
  });

  test("is taken away with its button, and nothing else goes", () => {
    const shared = planted([paragraph("Prima"), { type: "guidance", content: [text("Un consiglio")] }, paragraph("Dopo")]);
    const editor = edit(shared);
    editor.view.dom.querySelector<HTMLButtonElement>(".guidance-remove")?.click();
    expect(readLiveText(shared).content?.map(({ type }) => type)).toEqual(["paragraph", "paragraph"]);
    expect(plainText(readLiveText(shared))).toBe("Prima\nDopo");
  });
});

describe("mandatory parts", () => {
  test("a fresh text lacks all of them; with something below each heading none is missing", () => {
    for (const template of ["minutes", "notice", "project", "report", "agreement", "proposal"] as const) {
      const fresh = documentOf(firstBlocks[template]);
      expect(missingHeadings(template, fresh), template).toEqual(mandatoryHeadings(template));
      const written = (fresh.content ?? []).flatMap((block) => (block.type === "heading" ? [block, paragraph("Scritto.")] : [block]));
      expect(missingHeadings(template, { type: "doc", content: written }), template).toEqual([]);
    }
  });

  test("numbers and capitals in a heading do not matter; another word does", () => {
    const withHeading = (words: string) => missingHeadings("proposal", { type: "doc", content: [heading(words), paragraph("Sì.")] });
    for (const same of ["La proposta in breve", "1. LA PROPOSTA IN BREVE", "Art. 3 – La proposta  in breve"]) expect(withHeading(same), same).not.toContain("La proposta in breve");
    expect(withHeading("La proposta")).toContain("La proposta in breve");
  });

  test("text below a smaller heading counts for the larger, advice and an empty table do not", () => {
    const of = (...content: JSONContent[]) => missingHeadings("proposal", { type: "doc", content: [heading("La proposta in breve"), ...content] });
    expect(of(heading("Dettaglio", 3), paragraph("Sì."))).not.toContain("La proposta in breve");
    expect(of({ type: "guidance", content: [text("Scrivi qui")] })).toContain("La proposta in breve");
    expect(of(...(documentOf([{ type: "table", rows: [["Ente"], [""]] }]).content ?? []))).toContain("La proposta in breve");
    expect(of(heading("Altro"), paragraph("Sì."))).toContain("La proposta in breve");
  });

  test("a text with parts of its own has none", () => {
    expect(missingHeadings("blocks", { type: "doc", content: [] })).toEqual([]);
    expect(missingHeadings("constructor", { type: "doc", content: [] })).toEqual([]);
  });
});

test("words that are only proposed are not counted and fill no mandatory part; words that are only proposed to go still do", () => {
  const by = { id: "s1", person: "p", organisation: "o", at: "2026-03-10T09:00:00.000Z" };
  const proposed = (type: string, words: string): JSONContent => ({ type: "text", text: words, marks: [{ type, attrs: by }] });
  const of = (...inside: JSONContent[]) => aboutOf({ type: "doc", content: [heading("La proposta in breve"), line(...inside)] }, "proposal");
  expect(of(text("Tre parole qui"), proposed("insertion", " e altre quattro parole")).words).toBe(7);
  expect(of(text("Tre parole qui"), proposed("deletion", " e altre due")).words).toBe(10);
  expect(of(proposed("insertion", "Solo proposto")).missing).toContain("La proposta in breve");
  expect(of(proposed("deletion", "Ancora qui")).missing).not.toContain("La proposta in breve");
});

describe("the table of contents", () => {
  test("lists headings with words, each leading to its place on the page", () => {
    const content = withBlockIds({ type: "doc", content: [heading("Prima"), heading("Dentro", 3), { type: "heading", attrs: { level: 2 } }] });
    const entries = outlineOf(content);
    expect(entries.map(({ level, text: words }) => [level, words])).toEqual([[2, "Prima"], [3, "Dentro"]]);
    for (const { id } of entries) expect(html(content.content ?? [])).toContain(`id="${id}"`);
  });
});

describe("finding and replacing", () => {
  test("finds across emphasis, not across paragraphs, and minds capitals only when asked", () => {
    const shared = planted([line(text("Il Tav"), { type: "text", text: "olo", marks: [{ type: "bold" }] }, text(" e il tavolo")), paragraph("tav"), paragraph("olo .*")]);
    const { doc } = edit(shared).state;
    expect(findIn(doc, { words: "tavolo", matchCase: false })).toHaveLength(2);
    expect(findIn(doc, { words: "tavolo", matchCase: true })).toHaveLength(1);
    expect(findIn(doc, { words: ".*", matchCase: false })).toHaveLength(1);
    expect(findIn(doc, { words: "", matchCase: false })).toEqual([]);
  });

  test("replaces one, then all, and leaves notes and marks of finding out of the text", () => {
    const shared = planted([line(text("ente"), note("ente nella nota"), text(" ente ed ente"))]);
    const editor = edit(shared);
    search(editor, { words: "ente", matchCase: false });
    expect(matchesOf(editor)).toHaveLength(3);
    expect(goToMatch(editor, 1)).toBe(1);
    expect(replaceMatches(editor, "organizzazione", "this")).toBe(1);
    expect(replaceMatches(editor, "organizzazione", "all")).toBe(2);
    expect(plainText(readLiveText(shared))).toBe("organizzazione [ente nella nota] organizzazione ed organizzazione");
    search(editor, null);
    expect(editor.view.dom.querySelector(".found")).toBeNull();
  });
});

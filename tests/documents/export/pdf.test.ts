// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { PDFDocument, PDFName } from "pdf-lib";
import { afterAll, expect, test } from "vitest";
import { cleanText, plain } from "~/documents/export/clean-text";
import { closePress, makeFile } from "~/documents/export/press.server";
import { type Fate, resolve } from "~/documents/schema/suggested/resolve";
import { hostile } from "./hostile";
import { attachmentsOf, claimsOf, lettersOf } from "./read-pdf";
import { everything, heading, paperOf, paragraph, text } from "./papers";

afterAll(closePress);

test("the archival PDF says that it is PDF/A-3a, is tagged and carries its source", async () => {
  const source = '{"content":{"type":"doc"},"title":"Città"}';
  const pdf = await makeFile(paperOf(everything, { source }), "pdf");
  const claims = await claimsOf(pdf);
  expect(claims).toMatch(/<pdfaid:part>3<\/pdfaid:part>/);
  expect(claims).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(catalog.has(PDFName.of("StructTreeRoot"))).toBe(true);
  expect(String(catalog.lookup(PDFName.of("Lang")))).toContain("it");
  expect(await attachmentsOf(pdf)).toEqual([{ name: "source.json", text: source }]);
});

test("the accessible PDF says that it is PDF/UA-1 and what it is called", async () => {
  const pdf = await makeFile(paperOf(everything), "pdf-ua");
  expect(await claimsOf(pdf)).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  expect(file.getTitle()).toBe("Proposta di sportelli");
  expect(file.getPageCount()).toBe(1);
});

test("every page says whose it is, its state, its number and the protocol; guidance for writers stays at home", async () => {
  const long = { type: "doc", content: [...everything.content!, ...Array.from({ length: 120 }, (_, i) => paragraph(`Capoverso ${i}`))] };
  const letters = await lettersOf(await makeFile(paperOf(long, { protocol: "PG 123/2026" }), "pdf"));
  expect(letters.match(/ComunediBorgoAlto·Tavoloanziani/g)!.length).toBeGreaterThan(2);
  expect(letters).toContain("Pagina2di");
  expect(letters).toContain("Prot".concat("ocolloPG123/2026"));
  expect(letters).toContain("Bozza·10marzo2026");
  expect(letters).toContain("NotasuiMunicipi");
  expect(letters).not.toContain("Scriviquiilcontesto");
});

test("the same paper gives the same bytes", async () => {
  const one = await makeFile(paperOf(everything), "pdf");
  const two = await makeFile(paperOf(everything), "pdf");
  expect(Buffer.compare(one, two)).toBe(0);
});

test("what no typeface has is named by its number, and the page says so", async () => {
  const letters = await lettersOf(await makeFile(paperOf({ type: "doc", content: [paragraph("Il tavolo 中文 e \u{1F600}")] }), "pdf"));
  expect(letters).toContain("Iltavolo[U+4E2D][U+6587]e[U+1F600]");
  expect(letters).toContain("Alcunicaratterisonoindicati");
});

/** Signs that mean something to those who typeset, and words as people write them. */
const written = fc.stringMatching(/^[a-zA-Zàèéìòùç0-9 #$%&*_{}[\]\\/<>@~^`'"|=+;:,.!?()€-]{1,60}$/);

test("any text survives into the PDF, whatever signs it is made of", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 20, maxLength: 40, size: "max" }), written, async (paragraphs, title) => {
      const content = { type: "doc", content: [heading(2, title || "x"), ...paragraphs.map((words) => ({ type: "paragraph", content: [text(words, { type: "bold" })] }))] };
      const letters = await lettersOf(await makeFile(paperOf(content, { title: `T${title}` }), "pdf"));
      for (const words of [title, ...paragraphs]) expect(letters).toContain(plain(words).replace(/\s/g, ""));
    }),
    { numRuns: 6 },
  );
});

test("whatever a hostile client leaves in the shared state, it is a tree of words, whatever becomes of what is proposed in it", () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom("take", "drop", "keep"), (content, fate) => {
      for (const made of [resolve(content, () => fate as Fate), cleanText(content, { suggestions: "marked" })]) expect(() => JSON.stringify(made)).not.toThrow();
    }),
    { numRuns: 60 },
  );
});

test("whatever a hostile client leaves in the shared state, a PDF comes out", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (content) => {
      expect((await makeFile(paperOf(content), "pdf")).length).toBeGreaterThan(1000);
    }),
    { numRuns: 4 },
  );
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { plain } from "~/documents/export/clean-text";
import { closePress, makeFile } from "~/documents/export/press.server";
import { pngFile } from "../import/office-files";
import { hostile } from "./hostile";
import { paragraphsIn } from "./other-program";
import { everything, paperOf, paragraph, text } from "./papers";

afterAll(closePress);

const partsOf = async (content: Parameters<typeof paperOf>[0], more = {}, format: "docx" | "odt" = "docx") => {
  const parts = unzipSync(await makeFile(paperOf(content, more), format));
  return (name: string) => strFromU8(parts[name] ?? new Uint8Array());
};

const wordsOf = (xml: string) => xml.replace(/<w:p[ >]/g, "\n$&").replace(/<[^>]+>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/&amp;/g, "&");

test("Word gets head, page numbers, footnotes, tables and a bookmark on every paragraph that has a name", async () => {
  const part = await partsOf(everything, { protocol: "PG 1/2026" });
  const document = part("word/document.xml");
  expect(part("word/header1.xml")).toContain("Comune di Borgo Alto · Tavolo anziani · Proposta di sportelli");
  expect(part("word/footer1.xml")).toMatch(/PG 1\/2026.*PAGE.*NUMPAGES/s);
  expect(document).toMatch(/<w:headerReference[^>]*r:id="rIdHead"/);
  expect(part("word/footnotes.xml")).toContain("Nota sui Municipi");
  expect(document).toContain("<w:tbl>");
  for (const id of ["headingaaaa", "paragraphaaa", "itemaaaaaaaa", "lastaaaaaaaa"]) expect(document).toContain(`w:name="b_${id}"`);
  expect(wordsOf(document)).not.toContain("Scrivi qui il contesto");
});

test("open suggestions are real tracked changes and comments real comments, each by its body", async () => {
  const by = (author: string, number: number) => ({ author, date: "2026-03-01T10:00:00Z", number });
  const content = { type: "doc", content: [{ type: "paragraph", attrs: { id: "paragraphaaa" }, content: [text("Apriamo "), text("tre", { type: "deletion", attrs: by("Ente Due", 1) }), text("quattro", { type: "insertion", attrs: by("Ente Due", 2) }), text(" sportelli.")] }] };
  const comments = [{ id: "7", author: "Ente Tre", at: "2026-03-02T10:00:00Z", text: "Con quali fondi?", blockId: "paragraphaaa" }];
  const part = await partsOf(content, { comments });
  const document = part("word/document.xml");
  expect(document).toMatch(/<w:del [^>]*w:author="Ente Due"[^>]*>.*?<w:delText[^>]*>tre<\/w:delText>/s);
  expect(document).toMatch(/<w:ins [^>]*w:author="Ente Due"[^>]*>.*?<w:t[^>]*>quattro<\/w:t>/s);
  expect(part("word/comments.xml")).toMatch(/w:author="Ente Tre"[\s\S]*quali/);
  // formats without revisions show the text as it stands
  const odt = (await partsOf(content, { comments }, "odt"))("content.xml");
  expect(odt).toContain("Apriamo tre sportelli.");
});

test("notes, pictures, breaks, names and lines across the page that are only proposed are tracked changes too, and stand in no other format", async () => {
  const proposed = (type: "insertion" | "deletion", number: number) => ({
    suggested: JSON.stringify([{ kind: type, id: `s${number}`, person: "p", organisation: "o", at: "2026-03-01T10:00:00.000Z" }]),
    revisions: [{ type, attrs: { author: "Ente Due", date: "2026-03-01T10:00:00Z", number } }],
  });
  const line = [text("Prima"), { type: "footnote", attrs: proposed("insertion", 1), content: [text("Nota nuova")] }, { type: "footnote", attrs: proposed("deletion", 2), content: [text("Nota vecchia")] }, { type: "mention", attrs: { label: "Cooperativa", ...proposed("insertion", 3) } }];
  const content = { type: "doc", content: [{ type: "paragraph", attrs: { id: "paragraphaaa" }, content: line }, { type: "image", attrs: { src: "/una", alt: "Figura nuova", ...proposed("insertion", 4) } }, { type: "image", attrs: { src: "/una", alt: "Figura vecchia", ...proposed("deletion", 5) } }, ...(["insertion", "deletion"] as const).map((type, i) => ({ type: "horizontalRule", attrs: proposed(type, 6 + i) }))] };
  const images = { "/una": { type: "image/png", bytes: pngFile() } };
  const part = await partsOf(content, { images });
  const revisions = [...part("word/document.xml").matchAll(/<w:(ins|del) [^>]*w:author="Ente Due"[^>]*>([\s\S]*?)<\/w:\1>/g)].map(([, kind, inside = ""]) => [kind, /footnoteReference w:id|descr="([^"]*)"|Cooperativa|o:hr="t"/.exec(inside)?.slice(0, 2).filter(Boolean).at(-1)]);
  expect(revisions).toEqual([["ins", "footnoteReference w:id"], ["del", "footnoteReference w:id"], ["ins", "Cooperativa"], ["ins", "Figura nuova"], ["del", "Figura vecchia"], ["ins", 'o:hr="t"'], ["del", 'o:hr="t"']]);
  expect(part("word/footnotes.xml")).toMatch(/<w:t [^>]*>Nota vecchia<\/w:t>/);
  const odt = (await partsOf(content, { images }, "odt"))("content.xml");
  expect([/Nota nuova|Cooperativa|Figura nuova/.test(odt), /Nota vecchia/.test(odt), /Figura vecchia/.test(odt)]).toEqual([false, true, true]);
});

test("LibreOffice gets head, page numbers, bookmarks, and lists that begin at their number", async () => {
  const part = await partsOf(everything, {}, "odt");
  expect(part("styles.xml").match(/<style:header>/g)).toHaveLength(1);
  expect(part("styles.xml")).toContain("<text:page-number");
  expect(part("content.xml")).toContain('text:name="b_paragraphaaa"');
  expect(part("content.xml")).toMatch(/<text:list text:style-name="[^"]*">\s*<text:list-item text:start-value="3">/);
});

test("any text survives into Word, whatever signs it is made of", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), { minLength: 15, maxLength: 30, size: "max" }), async (paragraphs) => {
      const document = (await partsOf({ type: "doc", content: paragraphs.map((words) => paragraph(words)) }))("word/document.xml");
      const found = wordsOf(document).replace(/\s/g, "");
      for (const words of paragraphs) expect(found).toContain(plain(words).replace(/\s/g, ""));
    }),
    { numRuns: 5 },
  );
});

test("whatever a hostile client leaves in the shared state, a Word file comes out", async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (content) => {
      expect((await makeFile(paperOf(content), "docx")).length).toBeGreaterThan(1000);
    }),
    { numRuns: 3 },
  );
});

test("plain formats keep the words and say which tasks are done", async () => {
  const made = async (format: "md" | "html" | "txt") => Buffer.from(await makeFile(paperOf(everything), format)).toString("utf8");
  expect(await made("md")).toContain("- [x] Cosa fatta");
  expect(await made("html")).toMatch(/<html[^>]*lang="it"/);
  for (const format of ["md", "html", "txt"] as const) expect(await made(format)).toContain("Ultime parole: perché, così, città, «caporali», 10 €.");
});

test("another program finds every paragraph, item, cell and note, in order, and nothing that was meant for writers", async () => {
  const found = paragraphsIn(await makeFile(paperOf(everything), "docx"));
  const expected = ["Proposta di sportelli", "Di che cosa si tratta", "Il tavolo propone tre sportelli nei Municipi", "Primo punto", "Sotto il primo", "Cosa fatta", "Cosa da fare", "Un titolo che salta un livello", "Parole di altri", "Ente", "Risorse", "Uno", "Due", "Ultime parole: perché, così, città, «caporali», 10 €."];
  const places = expected.map((words) => found.findIndex((line) => line.includes(words)));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(found.join(" ")).toContain("Nota sui Municipi");
  expect(found.join(" ")).not.toContain("Scrivi qui il contesto");
});

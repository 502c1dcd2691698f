// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Paper } from "~/documents/export/paper";

export const text = (words: string, ...marks: JSONContent["marks"] & {}): JSONContent => ({ type: "text", text: words, marks });
export const paragraph = (words: string, id?: string): JSONContent => ({ type: "paragraph", attrs: id ? { id } : {}, content: words ? [text(words)] : [] });
export const heading = (level: number, words: string, id?: string): JSONContent => ({ type: "heading", attrs: { level, ...(id ? { id } : {}) }, content: [text(words)] });
const cell = (type: string, words: string, attrs = {}): JSONContent => ({ type, attrs, content: [paragraph(words)] });

/** A document with everything that people write. */
export const everything: JSONContent = {
  type: "doc",
  content: [
    heading(2, "Di che cosa si tratta", "headingaaaa"),
    { type: "guidance", content: [paragraph("Scrivi qui il contesto")] },
    { type: "paragraph", attrs: { id: "paragraphaaa" }, content: [text("Il tavolo propone "), text("tre sportelli", { type: "bold" }), text(" nei "), text("Municipi", { type: "link", attrs: { href: "https://www.example.org/" } }), { type: "footnote", content: [text("Nota sui Municipi")] }, text(".")] },
    { type: "bulletList", content: [{ type: "listItem", content: [paragraph("Primo punto", "itemaaaaaaaa"), { type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [paragraph("Sotto il primo")] }] }] }] },
    { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true }, content: [paragraph("Cosa fatta")] }, { type: "taskItem", attrs: { checked: false }, content: [paragraph("Cosa da fare")] }] },
    heading(4, "Un titolo che salta un livello"),
    { type: "blockquote", content: [paragraph("Parole di altri")] },
    { type: "table", content: [{ type: "tableRow", content: [cell("tableHeader", "Ente"), cell("tableHeader", "Risorse")] }, { type: "tableRow", content: [cell("tableCell", "Uno", { colspan: 2, rowspan: 9 })] }, { type: "tableRow", content: [cell("tableCell", "Due")] }] },
    { type: "horizontalRule" },
    paragraph("Ultime parole: perché, così, città, «caporali», 10 €.", "lastaaaaaaaa"),
  ],
};

export function paperOf(content: JSONContent, more: Partial<Paper> = {}): Paper {
  return {
    lang: "it", comune: "Comune di Borgo Alto", table: "Tavolo anziani", title: "Proposta di sportelli", state: "Bozza", date: "10 marzo 2026", instant: "2026-03-10T09:00:00.000Z",
    protocol: null, notes: [], authors: ["Ente Uno"], content, comments: [], appendices: [], images: {}, origin: null, source: '{"type":"doc"}',
    words: { page: "Pagina", of: "di", protocol: "Protocollo", replaced: "Alcuni caratteri sono indicati con il loro numero.", done: "fatto", open: "da fare", source: "Testo in forma di dati" },
    ...more,
  };
}

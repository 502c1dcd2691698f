// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { afterAll, expect, test, vi } from "vitest";
import { closePress } from "~/documents/export/press.server";
import { alike } from "~/documents/schema/suggested/compare";
import { resolve, withoutSuggestions } from "~/documents/schema/suggested/resolve";
import { plainText } from "~/documents/schema/text";
import { suggestions } from "~db/documents/contributions";
import { heading, paragraph, text } from "../export/papers";
import { edited, paragraphWith } from "./edit-word";
import { savedByLibreOffice, savedByWord } from "./office-habits";
import { run } from "./office-files";
import { wordDesk } from "./round-trip";

afterAll(closePress);

// the first file waits for Pandoc to be loaded, which on a busy machine takes long
vi.setConfig({ testTimeout: 120_000 });

const item = (words: string, id: string): JSONContent => ({ type: "listItem", attrs: { id: `i${id}` }, content: [paragraph(words, id)] });

const guidelines: JSONContent[] = [
  heading(2, "Orari di apertura", "orariorariora"),
  { type: "paragraph", attrs: { id: "aperturaapert" }, content: [text("Il centro apre "), text("anche il sabato", { type: "bold" }), text(" dalle ore 9, come dice la delibera."), { type: "footnote", attrs: { id: "notanotanota1" }, content: [text("Delibera numero 4")] }] },
  { type: "orderedList", attrs: { id: "elencoelenco1", start: 1 }, content: [item("Primo servizio", "primoprimopri"), item("Secondo servizio", "secondosecond")] },
  paragraph("Il servizio dura un anno & un giorno.", "durataduratad"),
  paragraph("Ultimo capoverso, che resta.", "ultimoultimou"),
  paragraph("Coda del testo.", "codacodacodac"),
];
const desk = () => wordDesk(guidelines);
const nothing = { changed: {}, removed: [], inserted: [] };

test("a file that Word or LibreOffice only opened and saved proposes nothing", async () => {
  const { member, exported, sent } = await desk();
  expect((await sent(member, savedByWord(await exported(member)))).comparison).toMatchObject({ changes: nothing, differences: [] });
  expect((await sent(member, savedByLibreOffice(await exported(member, "odt")), "proposta.odt")).comparison).toMatchObject({ changes: nothing, differences: [] });
});

test("one word corrected in a file that Word saved is one suggestion, and no other paragraph is touched", async () => {
  const { db, member, exported, sent, text: stored } = await desk();
  const before = await stored();
  const file = edited(savedByWord(await exported(member)), "word/document.xml", (xml) => {
    const year = paragraphWith(xml, "dura un anno");
    return xml.replace(year, year.replace("anno", "biennio"));
  });
  const { comparison, confirm } = await sent(member, file);
  expect(Object.keys(comparison.changes.changed)).toEqual(["durataduratad"]);
  await confirm();
  expect(alike(withoutSuggestions(await stored()), before)).toBe(true);
  expect((await db.read.select().from(suggestions)).map(({ words: { deleted, inserted } }) => [deleted, inserted])).toEqual([["anno", "biennio"]]);
});

test("changes that Word tracked, also a paragraph it moved, are what the body proposes", async () => {
  const { member, exported, sent } = await desk();
  const who = 'w:id="911" w:author="Referente" w:date="2026-03-10T08:00:00Z"';
  const tracked = (xml: string, mark: "ins" | "del" | "moveFrom" | "moveTo") =>
    xml.replace(/<w:r(?: [^>]*)?>[\s\S]*?<\/w:r>/g, (runs) => `<w:${mark} ${who}>${mark === "del" ? runs.replace(/<w:t( [^>]*)?>/g, "<w:delText$1>").replace(/<\/w:t>/g, "</w:delText>") : runs}</w:${mark}>`);
  const file = edited(await exported(member), "word/document.xml", (xml) => {
    const year = paragraphWith(xml, "dura un anno");
    const last = paragraphWith(xml, "Coda del testo");
    const there = tracked(year.replace(/<w:bookmark[^>]*>/g, ""), "moveTo").replace(/(<w:p[^>]*>)/, `$1<w:moveToRangeStart ${who} w:name="move1"/>`).replace("</w:p>", '<w:moveToRangeEnd w:id="911"/></w:p>');
    const here = tracked(year, "moveFrom").replace("</w:pPr>", `<w:rPr><w:moveFrom ${who}/></w:rPr></w:pPr>`);
    return xml.replace(year, here).replace(last, `${last.replace("</w:p>", `<w:ins ${who}>${run(" Anche dopo.")}</w:ins></w:p>`)}${there}`);
  });
  const { comparison } = await sent(member, file);
  expect(comparison.differences.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ["removed", "Il servizio dura un anno & un giorno.", ""],
    ["changed", "Coda del testo.", "Coda del testo. Anche dopo."],
    ["inserted", "", "Il servizio dura un anno & un giorno."],
  ]);
  expect(comparison.changes.removed).toEqual(["durataduratad"]);
});

test("a paragraph moved into a list, or out of one, goes where it was and comes where it is", async () => {
  const { member, exported, sent, text: stored } = await desk();
  const file = edited(await exported(member), "word/document.xml", (xml) => {
    const [first, second, last] = ["Primo servizio", "Secondo servizio", "Coda del testo"].map((words) => paragraphWith(xml, words)) as [string, string, string];
    const look = /<w:pPr>[\s\S]*?<\/w:pPr>/;
    const asItem = last.replace(look, look.exec(second)?.[0] ?? "");
    const asText = first.replace(look, look.exec(last)?.[0] ?? "");
    return xml.replace(first, "").replace(second, `${second}${asItem}`).replace(last, asText);
  });
  const { comparison, confirm } = await sent(member, file);
  expect(comparison.notCarried).toEqual({});
  expect(comparison.differences.map(({ kind, before, after }) => [kind, before || after])).toEqual([["removed", "Primo servizio"], ["inserted", "Coda del testo."], ["inserted", "Primo servizio"], ["removed", "Coda del testo."]]);
  await confirm();
  const accepted = resolve(await stored(), () => "take");
  expect(accepted.content?.map((block) => (block.type === "orderedList" ? (block.content ?? []).map(plainText) : plainText(block)))).toEqual([
    "Orari di apertura", expect.stringContaining("Il centro apre"), ["Secondo servizio", "Coda del testo."], "Il servizio dura un anno & un giorno.", "Ultimo capoverso, che resta.", "Primo servizio",
  ]);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, expect, test, vi } from "vitest";
import { closePress } from "~/documents/export/press.server";
import { suggestFor } from "~/documents/index.server";
import { listThreads } from "~/documents/contributions/comments/list-threads.server";
import { alike } from "~/documents/schema/suggested/compare";
import { resolve, withoutSuggestions } from "~/documents/schema/suggested/resolve";
import { plainText } from "~/documents/schema/text";
import { suggestions } from "~db/documents/contributions";
import { heading, paragraph, text } from "../export/papers";
import { kind, refusal } from "../contributions-stage";
import { para, run, wordXml } from "./office-files";
import { edited, paragraphWith } from "./edit-word";
import { savedByLibreOffice, savedByWord } from "./office-habits";
import { wordDesk } from "./round-trip";

afterAll(closePress);

// the first file waits for Pandoc to be loaded, which on a busy machine takes long
vi.setConfig({ testTimeout: 120_000 });

const item = (words: string, id: string): JSONContent => ({ type: "listItem", attrs: { id: `i${id}` }, content: [paragraph(words, id)] });
const cell = (words: string, id: string, type = "tableCell"): JSONContent => ({ type, attrs: { id: `c${id}` }, content: [paragraph(words, id)] });
const row = (id: string, ...cells: JSONContent[]): JSONContent => ({ type: "tableRow", attrs: { id }, content: cells });

/** A text with everything in which something may be corrected. */
const guidelines: JSONContent[] = [
  heading(2, "Orari", "orariorariora"),
  { type: "guidance", content: [text("Scrivi gli orari")] },
  { type: "paragraph", attrs: { id: "aperturaapert" }, content: [text("Il centro apre "), text("anche il sabato", { type: "bold" }), text(" dalle ore 9, come chiede la "), { type: "mention", attrs: { kind: "body", target: "x", label: "Cooperativa Quattro", to: "/enti/x" } }, text("."), { type: "footnote", attrs: { id: "notanotanota1" }, content: [text("Delibera 4")] }] },
  { type: "bulletList", attrs: { id: "elencoelenco1" }, content: [item("Primo servizio", "primoprimopri"), item("Secondo servizio", "secondosecond")] },
  heading(3, "Risorse", "risorserisors"),
  { type: "table", attrs: { id: "tabellatabell" }, content: [row("rigarigariga1", cell("Ente", "enteenteente1", "tableHeader"), cell("Ore", "oreoreoreore1", "tableHeader")), row("rigarigariga2", cell("Comune", "comunecomune1"), cell("12", "dodicidodici1"))] },
  paragraph("Il servizio dura un anno.", "durataduratad"),
  paragraph("Ultimo capoverso, che resta.", "ultimoultimou"),
];

const desk = () => wordDesk(guidelines);

test("a file that comes back untouched proposes nothing", async () => {
  const { member, exported, sent } = await desk();
  for (const format of ["docx", "odt"] as const) {
    const { comparison, comments, proposal } = await sent(member, await exported(member, format), `proposta.${format}`);
    expect(proposal.seq).toBeGreaterThan(0);
    expect({ ...comparison, comments }).toEqual({ changes: { changed: {}, removed: [], inserted: [] }, differences: [], notCarried: {}, comments: [] });
  }
});

test("what a body changed in Word becomes its suggestions, paragraph by paragraph, and the rest is not touched", async () => {
  const { db, member, exported, sent, text: stored, documentId } = await desk();
  const before = await stored();
  const file = edited(await exported(member), "word/document.xml", (xml) => {
    const opening = paragraphWith(xml, "Il centro apre");
    const second = paragraphWith(xml, "Secondo servizio");
    const year = paragraphWith(xml, "dura un anno");
    return xml
      .replace(opening, opening.replace("ore 9", "ore 8"))
      .replace(second, `${second}${second.replace(/<w:bookmark[^>]*>/g, "").replace("Secondo", "Terzo")}`)
      .replace(year, `${year.replace("anno", "biennio")}${para(run("Poi si valuta."))}`);
  });
  const { comparison, confirm, view } = await sent(member, file);
  expect(comparison.differences.map(({ kind: what, after, section }) => [what, after, section])).toEqual([
    ["changed", expect.stringContaining("dalle ore 8, come chiede la Cooperativa Quattro."), "Orari"],
    ["inserted", "Terzo servizio", "Orari"],
    ["changed", "Il servizio dura un biennio.", "Risorse"],
    ["inserted", "Poi si valuta.", "Risorse"],
  ]);
  expect(await confirm()).toEqual({ made: 4, comments: 0 });
  const after = await stored();
  expect(alike(withoutSuggestions(after), before)).toBe(true);
  // a mention stays a mention, a note the same note
  expect(JSON.stringify(after)).not.toMatch(/"deletion"[^}]*}[^}]*Cooperativa/);
  const rows = await db.read.select().from(suggestions);
  expect(rows.map(({ organisationId, words: { deleted, inserted } }) => [organisationId, deleted, inserted])).toEqual(
    expect.arrayContaining([["9", "8"], ["anno", "biennio"]].map((pair) => [member.organisationId, ...pair])),
  );
  expect((await view()).proposal.confirmed).toEqual({ made: 4, comments: 0 });
  await expect(confirm()).rejects.toEqual(refusal("imports.proposal.already"));
  expect((await listThreads(member.ctx, documentId)).open).toEqual([]);
});

test("what was taken away goes whole: a paragraph, an item, a row; a cell is emptied", async () => {
  const { member, exported, sent } = await desk();
  const file = edited(await exported(member), "word/document.xml", (xml) => {
    const [, rowXml] = [...xml.matchAll(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g)].map(([one]) => one);
    return xml.replace(paragraphWith(xml, "dura un anno"), "").replace(paragraphWith(xml, "Secondo servizio"), "").replace(rowXml!, "");
  });
  const { comparison } = await sent(member, file);
  expect(comparison.changes).toEqual({ changed: {}, removed: ["isecondosecond", "rigarigariga2", "durataduratad"], inserted: [] });
  const emptied = edited(await exported(member), "word/document.xml", (xml) => xml.replace(/(<w:t[^>]*>)12(<\/w:t>)/, "$1$2"));
  expect((await sent(member, emptied)).comparison.changes).toEqual({ changed: { dodicidodici1: { type: "paragraph", content: [] } }, removed: [], inserted: [] });
});

test("a new first paragraph, written before the old one, leaves the old one alone", async () => {
  const { member, exported, sent } = await desk();
  // Word leaves the bookmark with the new paragraph
  const file = edited(await exported(member), "word/document.xml", (xml) => {
    const year = paragraphWith(xml, "dura un anno");
    return xml.replace(year, `${year.replace(/>Il servizio dura un anno\.?</, ">Premessa nuova.<").replace(/(<w:t[^>]*>)(?!Premessa)[^<]*(<\/w:t>)/g, "$1$2")}${para(run("Il servizio dura un anno."))}`);
  });
  const { comparison } = await sent(member, file);
  expect(comparison.differences).toMatchObject([{ kind: "inserted", after: "Premessa nuova." }]);
  expect(comparison.changes.changed).toEqual({});
});

test("what others wrote meanwhile is never taken back; where both changed the same words it is said", async () => {
  const { member, exported, sent, write } = await desk();
  const file = await exported(member);
  const meanwhile = guidelines.map((block) =>
    block.attrs?.id === "ultimoultimou" ? paragraph("Ultimo capoverso, riscritto da altri.", "ultimoultimou") : block.attrs?.id === "durataduratad" ? paragraph("Il servizio dura un anno e mezzo.", "durataduratad") : block,
  );
  await write([...meanwhile, paragraph("Aggiunto da altri.", "aggiuntoaggiu")]);
  const changed = edited(file, "word/document.xml", (xml) => xml.replace(paragraphWith(xml, "dura un anno"), paragraphWith(xml, "dura un anno").replace("anno", "triennio")));
  const { comparison } = await sent(member, changed);
  expect(comparison.differences).toEqual([{ kind: "changed", before: "Il servizio dura un anno e mezzo.", after: "Il servizio dura un triennio.", section: "Risorse", meanwhile: true }]);
  await write(guidelines.filter(({ attrs }) => attrs?.id !== "durataduratad"));
  expect((await sent(member, changed)).comparison).toMatchObject({ differences: [], notCarried: { gone: 1 } });
});

test("open suggestions of others travel as revisions and stay theirs; one's own revisions are the new text", async () => {
  const { member, second, hub, documentId, exported, sent } = await desk();
  await suggestFor(second.ctx, hub, { documentId, changes: { changed: { ultimoultimou: paragraph("Ultimo capoverso, che cambia.") }, inserted: [{ after: "durataduratad", blocks: [paragraph("Capoverso di un altro ente."), { type: "image", attrs: { src: `/documenti/${documentId}/immagini/${"a".repeat(64)}`, alt: "Figura di un altro ente" } }, { type: "paragraph", content: [text("Con nota"), { type: "footnote", content: [text("Nota di un altro ente")] }] }] }] } });
  const file = await exported(member);
  const notes = strFromU8(unzipSync(file)["word/footnotes.xml"] as Uint8Array);
  expect([paragraphWith(strFromU8(unzipSync(file)["word/document.xml"] as Uint8Array), "Figura di un altro ente"), notes].join()).toMatch(/<w:ins [\s\S]*Nota di un altro/);
  expect((await sent(member, file)).comparison.differences).toEqual([]);
  const tracked = edited(file, "word/document.xml", (xml) => {
    const year = paragraphWith(xml, "dura un anno");
    return xml.replace(year, year.replace(/<w:r>(?:(?!<\/w:r>)[\s\S])*?anno[\s\S]*?<\/w:r>/, (words) => `<w:del w:id="901" w:author="Referente" w:date="2026-03-10T08:00:00Z">${words.replace(/<w:t( [^>]*)?>/g, "<w:delText$1>").replace(/<\/w:t>/g, "</w:delText>")}</w:del><w:ins w:id="902" w:author="Referente" w:date="2026-03-10T08:00:00Z">${run("Il servizio dura due anni.")}</w:ins>`));
  });
  const { comparison } = await sent(member, tracked);
  expect(comparison.differences.map(({ after }) => after)).toEqual([expect.stringContaining("due anni")]);
});

test("a line across the page that another body proposes, or proposes to take away, stays its suggestion", async () => {
  const { member, second, hub, documentId, exported, sent } = await wordDesk([...guidelines, { type: "horizontalRule", attrs: { id: "rigarigarigar" } }, paragraph("In fondo.", "fondofondofon")]);
  await suggestFor(second.ctx, hub, { documentId, changes: { removed: ["rigarigarigar"], inserted: [{ after: "durataduratad", blocks: [{ type: "horizontalRule" }] }] } });
  const file = await exported(member);
  expect([...strFromU8(unzipSync(file)["word/document.xml"] as Uint8Array).matchAll(/<w:(ins|del) [^>]*[^/]>(?:(?!<\/w:\1>)[\s\S])*o:hr="t"/g)].map(([, kind]) => kind)).toEqual(["ins", "del"]);
  expect((await sent(member, file)).comparison).toEqual({ changes: { changed: {}, removed: [], inserted: [] }, differences: [], notCarried: {} });
  // who accepts the new one in Word wishes it too
  const accepted = edited(file, "word/document.xml", (xml) => xml.replace(/<w:ins [^>]*[^/]>((?:(?!<\/w:ins>)[\s\S])*o:hr="t"[\s\S]*?)<\/w:ins>/, "$1"));
  expect((await sent(member, accepted)).comparison.differences).toMatchObject([{ kind: "inserted", after: "―" }]);
});

test("comments written in Word become comments, those that were there already do not", async () => {
  const { member, exported, sent, documentId } = await desk();
  const plain = await exported(member);
  const withComment = edited(plain, "word/document.xml", (xml) => {
    const year = paragraphWith(xml, "dura un anno");
    return xml.replace(year, year.replace(/(<w:r>|<w:r )/, '<w:commentRangeStart w:id="0"/>$1').replace("</w:p>", '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'));
  });
  const file = edited(withComment, "word/comments.xml", () => wordXml(`<w:comment w:id="0" w:author="Referente" w:date="2026-03-10T08:00:00Z">${para(run("Basta un anno?"))}</w:comment>`, "comments"));
  const { comments, comparison, confirm } = await sent(member, file);
  expect(comparison.differences).toEqual([]);
  expect(comments).toMatchObject([{ text: "Basta un anno?", blockId: "durataduratad" }]);
  expect(await confirm()).toEqual({ made: 0, comments: 1 });
  expect((await listThreads(member.ctx, documentId)).open).toMatchObject([{ anchor: { quote: "Il servizio dura un anno." }, comments: [{ text: "Basta un anno?" }] }]);
  expect((await sent(member, await exported(member))).comments).toEqual([]);
});

test("only who may suggest proposes, and only from a file of this document", async () => {
  const { member, retired, stranger, exported, sent, become, documentId } = await desk();
  const file = edited(await exported(member), "word/document.xml", (xml) => xml.replace(paragraphWith(xml, "dura un anno"), ""));
  const seen = await sent(retired, file);
  await expect(seen.confirm()).rejects.toEqual(refusal("documents.access.mandateEnded"));
  await expect(sent(stranger, file)).rejects.toEqual(kind("missing"));
  const own = await sent(member, file);
  await become("approved");
  await expect(own.confirm()).rejects.toEqual(refusal("documents.access.approved"));
  const other = edited(file, "docProps/custom.xml", (xml) => xml.replace(documentId, documentId.replace(/^./, (first) => (first === "0" ? "1" : "0"))));
  await expect(sent(member, other)).rejects.toThrow("imports.proposal.otherDocument");
});

test("a file that lost its bookmarks and its origin is still compared by its words", async () => {
  const { member, exported, sent } = await desk();
  const markdown = Buffer.from(await exported(member, "md")).toString("utf8").replace(/<!-- concerto .*-->/, "").replace("un anno", "due anni");
  const { comparison, proposal } = await sent(member, Buffer.from(markdown), "proposta.md");
  expect(proposal.seq).toBeNull();
  expect(comparison.differences.map(({ after }) => after)).toContain("Il servizio dura due anni.");
  expect(comparison.changes.removed).toEqual([]);
});

/** A text whose blocks may change places. */
const movable: JSONContent[] = [
  heading(2, "Orari di apertura", "orariorariora"),
  { type: "paragraph", attrs: { id: "aperturaapert" }, content: [text("Il centro apre "), text("anche il sabato", { type: "bold" }), text(" dalle ore 9, come dice la delibera."), { type: "footnote", attrs: { id: "notanotanota1" }, content: [text("Delibera numero 4")] }] },
  { type: "orderedList", attrs: { id: "elencoelenco1", start: 1 }, content: [item("Primo servizio", "primoprimopri"), item("Secondo servizio", "secondosecond")] },
  paragraph("Il servizio dura un anno & un giorno.", "durataduratad"),
  paragraph("Ultimo capoverso, che resta.", "ultimoultimou"),
  paragraph("Coda del testo.", "codacodacodac"),
];

const nothing = { changed: {}, removed: [], inserted: [] };

test("a file that Word or LibreOffice only opened and saved proposes nothing", async () => {
  const { member, exported, sent } = await wordDesk(movable);
  expect((await sent(member, savedByWord(await exported(member)))).comparison).toMatchObject({ changes: nothing, differences: [] });
  expect((await sent(member, savedByLibreOffice(await exported(member, "odt")), "proposta.odt")).comparison).toMatchObject({ changes: nothing, differences: [] });
});

test("one word corrected in a file that Word saved is one suggestion, and no other paragraph is touched", async () => {
  const { db, member, exported, sent, text: stored } = await wordDesk(movable);
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
  const { member, exported, sent } = await wordDesk(movable);
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
    ["changed", "Coda del testo.", "Coda del testo. Anche dopo."],
    ["moved", "Il servizio dura un anno & un giorno.", "Il servizio dura un anno & un giorno."],
  ]);
  expect(comparison.changes.inserted).toMatchObject([{ instead: ["durataduratad"] }]);
});

test("a paragraph moved into a list, or out of one, goes where it was and comes where it is", async () => {
  const { member, exported, sent, text: stored } = await wordDesk(movable);
  const file = edited(await exported(member), "word/document.xml", (xml) => {
    const [first, second, last] = ["Primo servizio", "Secondo servizio", "Coda del testo"].map((words) => paragraphWith(xml, words)) as [string, string, string];
    const look = /<w:pPr>[\s\S]*?<\/w:pPr>/;
    const asItem = last.replace(look, look.exec(second)?.[0] ?? "");
    const asText = first.replace(look, look.exec(last)?.[0] ?? "");
    return xml.replace(first, "").replace(second, `${second}${asItem}`).replace(last, asText);
  });
  const { comparison, confirm } = await sent(member, file);
  expect(comparison.notCarried).toEqual({});
  expect(comparison.differences.map(({ kind, before, after }) => [kind, before || after])).toEqual([["moved", "Coda del testo."], ["moved", "Primo servizio"]]);
  await confirm();
  const accepted = resolve(await stored(), () => "take");
  expect(accepted.content?.map((block) => (block.type === "orderedList" ? (block.content ?? []).map(plainText) : plainText(block)))).toEqual([
    "Orari di apertura", expect.stringContaining("Il centro apre"), ["Secondo servizio", "Coda del testo."], "Il servizio dura un anno & un giorno.", "Ultimo capoverso, che resta.", "Primo servizio",
  ]);
});

const shapesOf = (content: JSONContent): string[] => (content.content ?? []).map((node) => (/List$|^blockquote$/.test(node.type ?? "") ? `${node.type}(${shapesOf(node).join(", ")})` : /Item$/.test(node.type ?? "") ? shapesOf(node).join(" + ") : `${node.type}${node.attrs?.level ?? ""} ${plainText(node)}`));

test("a paragraph that becomes a heading, an item or a quote, and a list that becomes text, are one suggestion each", async () => {
  const { db, member, exported, sent, text: stored } = await wordDesk(movable);
  const before = await stored();
  const markdown = Buffer.from(await exported(member, "md")).toString("utf8");
  const file = markdown.replace("## Orari", "### Orari").replace(/1\. +Primo servizio\n2\. +Secondo servizio/, "Primo servizio\n\nSecondo servizio").replace("Il servizio dura un anno", "- Il servizio dura un biennio").replace("Ultimo capoverso", "> Ultimo capoverso").replace("Coda del testo", "## Coda del testo");
  const { comparison, confirm } = await sent(member, Buffer.from(file), "proposta.md");
  expect(comparison.notCarried).toEqual({});
  expect(comparison.differences.map(({ kind, shape }) => [kind, shape?.was, shape?.becomes])).toEqual([
    ["structure", "heading2", "heading3"], ["structure", "orderedList", "paragraph"], ["structure", "paragraph", "bulletList"], ["structure", "paragraph", "blockquote"], ["structure", "paragraph", "heading2"],
  ]);
  expect(await confirm()).toEqual({ made: 5, comments: 0 });
  expect(await db.read.select().from(suggestions)).toHaveLength(5);
  const after = await stored();
  expect(alike(withoutSuggestions(after), before)).toBe(true);
  expect(shapesOf(resolve(after, () => "take"))).toEqual([
    "heading3 Orari di apertura", expect.stringContaining("paragraph Il centro"), "paragraph Primo servizio", "paragraph Secondo servizio", "bulletList(paragraph Il servizio dura un biennio & un giorno.)", "blockquote(paragraph Ultimo capoverso, che resta.)", "heading2 Coda del testo.",
  ]);
});

test("in a Word file too; what the format itself has lost, nobody proposes", async () => {
  const { member, exported, sent } = await wordDesk([...movable, { type: "blockquote", attrs: { id: "citazionecita" }, content: [{ type: "bulletList", attrs: { id: "dentrodentrod" }, content: [item("Voce citata", "vocecitatavoc")] }] }, { type: "horizontalRule", attrs: { id: "rigarigarigar" } }, { type: "bulletList", attrs: { id: "secondoelenco" }, content: [{ type: "listItem", attrs: { id: "duecapoversid" }, content: [paragraph("Voce lunga", "vocelungavoce"), paragraph("e il suo seguito", "seguitoseguit")] }] }]);
  for (const format of ["docx", "odt", "md", "html"] as const) {
    expect((await sent(member, await exported(member, format), `proposta.${format}`)).comparison, format).toEqual({ changes: nothing, differences: [], notCarried: {} });
  }
  const file = edited(savedByWord(await exported(member)), "word/document.xml", (xml) => {
    const [second, year] = ["Secondo servizio", "dura un anno"].map((words) => paragraphWith(xml, words)) as [string, string];
    const look = /<w:pPr>[\s\S]*?<\/w:pPr>/;
    return xml.replace(year, year.replace(look, look.exec(second)?.[0] ?? ""));
  });
  const { comparison } = await sent(member, file);
  expect(comparison.differences).toMatchObject([{ kind: "structure", shape: { was: "paragraph", becomes: "item" } }]);
  expect(comparison.changes.inserted).toMatchObject([{ after: "isecondosecond", instead: ["durataduratad"] }]);
});

test("where others have changed the structure meanwhile, only the words are proposed, and it is told", async () => {
  const { member, exported, sent, write } = await wordDesk(movable);
  const markdown = Buffer.from(await exported(member, "md")).toString("utf8").replace("Il servizio dura un anno", "- Il servizio dura un biennio");
  await write(movable.map((block) => (block.attrs?.id === "durataduratad" ? { type: "blockquote", attrs: { id: "citazionecita" }, content: [block] } : block)));
  const { comparison } = await sent(member, Buffer.from(markdown), "proposta.md");
  expect(comparison).toMatchObject({ notCarried: { structure: 1 }, differences: [{ kind: "changed", after: "Il servizio dura un biennio & un giorno." }] });
});

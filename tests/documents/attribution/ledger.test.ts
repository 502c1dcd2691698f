// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { expect, test } from "vitest";
import { contributionsIn } from "~/documents/attribution/contributions";
import { openLog, paragraph, textOf, told } from "./pen";

const FIRST = "Le famiglie chiedono orari più lunghi la sera.";
const SECOND = "Il centro diurno apre anche il sabato mattina.";

/** Two bodies have written a paragraph each. */
function twoParagraphs() {
  const log = openLog();
  const [coop, office] = [log.pen("Cooperativa"), log.pen("Direzione")];
  coop.edit(() => [paragraph(FIRST)]);
  office.edit((blocks) => [...blocks, paragraph(SECOND)]);
  coop.receive();
  const says = () => {
    office.receive();
    return told(log.read(), office.now());
  };
  return { ...log, coop, office, says };
}

test("each body has its own words", () => {
  expect(twoParagraphs().says()).toBe(`Cooperativa:${FIRST}\nDirezione:${SECOND}`);
});

test("words put inside a sentence are of who put them there, the rest stays", () => {
  const { office, says } = twoParagraphs();
  office.edit(([first, second]) => [paragraph(FIRST.replace("orari", "turni e orari")), second as JSONContent, ...(first ? [] : [])]);
  expect(says()).toBe(`Cooperativa:Le famiglie chiedono |Direzione:turni e |Cooperativa:orari più lunghi la sera.\nDirezione:${SECOND}`);
});

test("splitting somebody's paragraph does not make its words one's own", () => {
  const { office, says } = twoParagraphs();
  office.edit(([, second]) => [paragraph(FIRST.slice(0, 21)), paragraph(FIRST.slice(21)), second as JSONContent]);
  expect(says()).toBe(`Cooperativa:${FIRST.slice(0, 21)}\nCooperativa:${FIRST.slice(21)}\nDirezione:${SECOND}`);
});

test("even a single letter split off stays with who wrote it", () => {
  const { office, says } = twoParagraphs();
  office.edit(([, second]) => [paragraph(FIRST.slice(0, -1)), paragraph("."), second as JSONContent]);
  expect(says()).toBe(`Cooperativa:${FIRST.slice(0, -1)}\nCooperativa:.\nDirezione:${SECOND}`);
});

test("a list, a quotation, a table made of somebody's paragraphs leaves the words with them", () => {
  const { office, says } = twoParagraphs();
  const item = (block: JSONContent) => ({ type: "listItem", content: [block] });
  office.edit((blocks) => [{ type: "bulletList", content: blocks.map(item) }]);
  expect(says()).toBe(`Cooperativa:${FIRST}\nDirezione:${SECOND}`);
  office.edit(() => [{ type: "blockquote", content: [paragraph(FIRST)] }, paragraph(SECOND)]);
  expect(says()).toBe(`Cooperativa:${FIRST}\nDirezione:${SECOND}`);
  const cell = (text: string) => ({ type: "tableCell", content: [paragraph(text)] });
  office.edit(() => [{ type: "table", content: [{ type: "tableRow", content: [cell(SECOND), cell(FIRST)] }] }, paragraph("")]);
  expect(says()).toBe(`Direzione:${SECOND}\nCooperativa:${FIRST}`);
});

test("two short paragraphs joined by somebody else stay of who wrote them", () => {
  const log = openLog();
  const [coop, office] = [log.pen("Cooperativa"), log.pen("Direzione")];
  coop.edit(() => [paragraph("Orari")]);
  office.edit((blocks) => [...blocks, paragraph(" nuovi")]);
  const third = log.pen("Ateneo");
  third.edit(() => [paragraph("Orari nuovi")]);
  expect(told(log.read(), third.now())).toBe("Cooperativa:Orari|Direzione: nuovi");
});

test("a paragraph moved elsewhere, at once or cut first and pasted later, keeps its authors", () => {
  const { office, coop, says } = twoParagraphs();
  office.edit(([first, second]) => [second as JSONContent, first as JSONContent]);
  expect(says()).toBe(`Direzione:${SECOND}\nCooperativa:${FIRST}`);
  office.edit(([second]) => [second as JSONContent]);
  coop.edit((blocks) => [...blocks, paragraph("Nel frattempo altro.")]);
  office.edit((blocks) => [...blocks, paragraph(FIRST)]);
  expect(says()).toBe(`Direzione:${SECOND}\nCooperativa:Nel frattempo altro.\nCooperativa:${FIRST}`);
});

test("a paragraph pasted first and taken away from its old place afterwards keeps its authors too", () => {
  const { office, says } = twoParagraphs();
  office.edit(([first, second]) => [first as JSONContent, second as JSONContent, paragraph(FIRST)]);
  office.edit(([, second, copy]) => [second as JSONContent, copy as JSONContent]);
  expect(says()).toBe(`Direzione:${SECOND}\nCooperativa:${FIRST}`);
});

test("replacing the same word twice in a sentence leaves what stands between with its author", () => {
  const log = openLog();
  const [coop, office] = [log.pen("Cooperativa"), log.pen("Direzione")];
  coop.edit(() => [paragraph("Gli utenti chiedono che altri utenti possano venire.")]);
  office.edit(() => [paragraph("Le persone chiedono che altre persone possano venire.")]);
  const says = told(log.read(), office.now());
  expect(says).toContain("Cooperativa: chiedono che altr");
  expect(says).toMatch(/Direzione:[^|]*persone/);
});

test("who writes without a connection brings words that are theirs, and takes nobody's place", () => {
  const { coop, office, says } = twoParagraphs();
  coop.rewrite(([first, second]) => [first as JSONContent, paragraph(`${textOf(second as JSONContent)} Serve però personale.`)]);
  office.edit(([first, second]) => [first as JSONContent, paragraph(`Da maggio: ${textOf(second as JSONContent)}`)]);
  coop.receive();
  coop.send();
  expect(says()).toBe(`Cooperativa:${FIRST}\nDirezione:Da maggio: ${SECOND}|Cooperativa: Serve però personale.`);
});

test("words taken away by another body are told: by whom, whose, which", () => {
  const { office, coop, read } = twoParagraphs();
  office.edit(([, second]) => [paragraph(FIRST.replace(" più lunghi", "")), second as JSONContent]);
  coop.edit(([first, second]) => [first as JSONContent, paragraph(textOf(second as JSONContent).replace(" mattina", ""))]);
  const { removals, contributors } = read();
  expect(removals.map(({ by, words, runs }) => [contributors[by]?.organisationId, words, contributors[runs[1] as number]?.organisationId])).toEqual([
    ["Direzione", "più lunghi ", "Cooperativa"],
    ["Cooperativa", " mattina", "Direzione"],
  ]);
});

test("words taken away letter by letter are one removal, one's own typing mistakes are none", () => {
  const { office, coop, read } = twoParagraphs();
  for (let n = 1; n <= 9; n++) office.edit(([, second]) => [paragraph(FIRST.slice(0, -n)), second as JSONContent]);
  coop.edit(([first, second]) => [first as JSONContent, second as JSONContent, paragraph("sbaliato")]);
  coop.edit(([first, second]) => [first as JSONContent, second as JSONContent, paragraph("sbagliato")]);
  expect(read().removals.map(({ words }) => words)).toEqual([FIRST.slice(-9)]);
});

test("words that came back are no longer counted as taken away", () => {
  const { office, read } = twoParagraphs();
  office.edit(([, second]) => [second as JSONContent]);
  expect(read().removals).toHaveLength(1);
  office.edit(([second]) => [paragraph(FIRST), second as JSONContent]);
  expect(read().removals).toEqual([]);
});

test("the first content is brought by a body, which is not said to have written it", () => {
  const log = openLog();
  const [lead, coop] = [log.pen("Direzione"), log.pen("Cooperativa")];
  lead.edit(() => [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Bisogni" }] }, paragraph("")], { kind: "creation" });
  coop.edit(([heading]) => [heading as JSONContent, paragraph("Servono orari lunghi.")]);
  const { contributions, parts } = contributionsIn(log.read());
  expect(contributions).toMatchObject([
    { organisationId: "Cooperativa", initial: false, letters: 21, parts: [{ words: "Bisogni" }] },
    { organisationId: "Direzione", initial: true, letters: 7 },
  ]);
  expect(parts).toHaveLength(1);
});

test("what comes in whole right after a recovery is uncertain, what is typed or found again is not", () => {
  const { office, coop, rows, says } = twoParagraphs();
  coop.edit((blocks) => [...blocks, paragraph("Una frase intera incollata da chissà dove.")], { recovering: true });
  office.edit(([first, second, third]) => [second as JSONContent, first as JSONContent, third as JSONContent, paragraph("Breve.")], { recovering: true });
  expect(rows).toHaveLength(4);
  expect(says()).toBe(`Direzione:${SECOND}\nCooperativa:${FIRST}\nCooperativa?:Una frase intera incollata da chissà dove.\nDirezione:Breve.`);
});

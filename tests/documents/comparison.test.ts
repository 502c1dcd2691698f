// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { expect, test } from "vitest";
import { nameVersion } from "~/documents/index.server";
import { type Compared, compareUnits } from "~/documents/versions/comparison/compare";
import { compareVersions } from "~/documents/versions/comparison/compare-versions.server";
import { withContext } from "~/documents/versions/comparison/shown";
import { unitsOf } from "~/documents/versions/comparison/units";
import type { Part } from "~/documents/versions/comparison/word-changes";
import { later, tableWithText } from "./scene";

const paragraph = (id: string, text: string, marks?: JSONContent["marks"]): JSONContent => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text, ...(marks && { marks }) }] });
const heading = (id: string, text: string): JSONContent => ({ type: "heading", attrs: { id, level: 2 }, content: [{ type: "text", text }] });
const list = (...items: JSONContent[]): JSONContent => ({ type: "orderedList", content: items.map((item) => ({ type: "listItem", content: [item] })) });
const table = (...rows: string[][]): JSONContent => ({
  type: "table",
  attrs: { id: "tabella-0001" },
  content: rows.map((cells) => ({ type: "tableRow", attrs: { id: `riga-${cells[0]}` }, content: cells.map((text) => ({ type: "tableCell", content: [paragraph(`cella-${text}`, text)] })) })),
});

const marked = (parts: Part[]): string => parts.map(({ what, text }) => (what === "came" ? `{+${text}+}` : what === "went" ? `[-${text}-]` : text)).join("");
const read = (unit: Compared): string => (unit.what === "line" ? `${unit.change}: ${marked(unit.parts)}` : `${unit.change}: ${unit.rows.map(({ cells }) => cells.map(({ parts }) => marked(parts)).join(" | ")).join(" / ")}`);
const compare = (before: JSONContent[], after: JSONContent[]) => compareUnits(unitsOf({ type: "doc", content: before }), unitsOf({ type: "doc", content: after }));

test("words changed inside a paragraph are marked word by word, the others are left alone", () => {
  const found = compare([paragraph("a", "Il centro apre il sabato."), paragraph("b", "Resta uguale.")], [paragraph("a", "Il centro diurno apre la domenica."), paragraph("b", "Resta uguale.")]);
  expect(found.map(read)).toEqual(["changed: Il centro {+diurno +}apre [-il sabato-]{+la domenica+}.", "same: Resta uguale."]);
});

test("a paragraph written anew is shown as such, not as a puzzle of syllables", () => {
  const [found] = compare([paragraph("a", "Il centro apre il sabato mattina.")], [paragraph("a", "Serve altro personale per tutti i turni.")]);
  expect(read(found as Compared)).toBe("changed: [-Il centro apre il sabato mattina.-]{+Serve altro personale per tutti i turni.+}");
});

test("paragraphs that came, went, or were moved are told apart by their names", () => {
  const [a, b, c] = [paragraph("a", "Primo."), paragraph("b", "Secondo."), paragraph("c", "Terzo.")];
  const found = compare([a, b, c], [c, a, paragraph("d", "Nuovo.")] as JSONContent[]);
  expect(found.map(read)).toEqual(["moved: Terzo.", "same: Primo.", "came: {+Nuovo.+}", "went: [-Secondo.-]"]);
});

test("paragraphs of an imported text, which have other names, are found again by their words", () => {
  const found = compare([paragraph("a", "Primo."), paragraph("b", "Secondo.")], [paragraph("x", "Primo."), paragraph("y", "In mezzo."), paragraph("z", "Secondo.")]);
  expect(found.map(read)).toEqual(["same: Primo.", "came: {+In mezzo.+}", "same: Secondo."]);
});

test("what became a heading or an item of a list, or only looks different, is said", () => {
  const found = compare(
    [paragraph("a", "Bisogni"), paragraph("b", "Orari lunghi"), paragraph("c", "Da vedere")],
    [heading("a", "Bisogni"), list(paragraph("b", "Orari lunghi")), paragraph("c", "Da vedere", [{ type: "bold" }])],
  );
  expect(found.map((unit) => unit.what === "line" && [unit.change, unit.kind, unit.sign, unit.also])).toEqual([
    ["changed", "heading2", "", ["kind"]],
    ["changed", "item", "1.", ["kind"]],
    ["changed", "paragraph", "", ["look"]],
  ]);
});

test("tables are compared row by row and cell by cell", () => {
  const found = compare([table(["Ente", "Posti"], ["ATS", "dieci"], ["ASST", "tre"])], [table(["Ente", "Posti"], ["ATS", "dodici"], ["Comune", "due"])]);
  expect(found.map(read)).toEqual(["changed: Ente | Posti / ATS | [-dieci-]{+dodici+} / {+Comune+} | {+due+} / [-ASST-] | [-tre-]"]);
});

test("only the changes can be shown, each with its heading and its neighbours", () => {
  const blocks = [heading("h", "Parte"), ...Array.from({ length: 9 }, (_, i) => paragraph(`p${i}`, `Paragrafo ${i}.`))];
  const after = blocks.map((block, i) => (i === 6 ? paragraph("p5", "Paragrafo cambiato.") : block));
  const { compared, numbers } = withContext(compare(blocks, after), true);
  expect(numbers).toEqual([null, null, 1, null]);
  expect(compared[0]).toMatchObject({ kind: "heading2" });
});

test("two versions are compared with who wrote what came and who took away what went", async () => {
  const { member, lead, observer, stranger, documentId, write } = await tableWithText();
  await write(member, "Il centro apre anche il sabato mattina.", later(1));
  const { number } = await nameVersion(member.ctx, { documentId, name: "Prima", reason: "Prova" });
  await write(lead, "", later(2), { remove: "Il centro apre anche il sabato mattina." });
  await write(lead, "Il centro resta chiuso.", later(3));
  const { compared, from, to } = await compareVersions(observer.ctx, documentId, { from: number, to: "ora" });
  expect(from.version).toMatchObject({ number, name: "Prima" });
  expect(to).toEqual({ name: "ora", version: null });
  const parts = compared.flatMap((unit) => (unit.what === "line" ? unit.parts : []));
  expect(parts).toContainEqual({ what: "went", text: "Il centro apre anche il sabato mattina.", by: "Cooperativa", taker: "Direzione" });
  expect(parts).toContainEqual({ what: "came", text: "Il centro resta chiuso.", by: "Direzione" });
  await expect(compareVersions(stranger.ctx, documentId, { from: 0, to: "ora" })).rejects.toMatchObject({ kind: "missing" });
  await expect(compareVersions(member.ctx, documentId, { from: 9, to: "ora" })).rejects.toMatchObject({ kind: "missing" });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
/** A text as people compare it: paragraphs, headings, items and tables one after the other, each under the id of its block. */
import type { JSONContent } from "@tiptap/core";

/** Words of one place. `authors` names, run by run, who wrote the letters (length and name); `look` changes when only the formatting does. */
export type Words = { text: string; authors: { length: number; name: string | null }[]; look: string };

export type Line = Words & { what: "line"; id: string | null; kind: string; /** "1.", "•" or nothing. */ sign: string };
export type Cell = Words & { id: string | null; head: boolean };
export type Table = { what: "table"; id: string | null; rows: { id: string | null; cells: Cell[] }[] };
export type Unit = Line | Table;

/** The units of a text in the order of reading; advice to who writes is no part of it. */
export function unitsOf(content: JSONContent): Unit[] {
  const units: Unit[] = [];
  for (const block of content.content ?? []) readBlock(block, "", units);
  return units;
}

function readBlock(block: JSONContent, sign: string, units: Unit[]): void {
  switch (block.type) {
    case "guidance":
      return;
    case "table":
      units.push(tableOf(block));
      return;
    case "paragraph":
    case "heading": {
      const words = wordsOf(block);
      if (words.text.trim() === "") return;
      units.push({ what: "line", id: idOf(block), kind: block.type === "heading" ? `heading${Number(block.attrs?.level) || 2}` : sign === "" ? "paragraph" : "item", sign, ...words });
      return;
    }
    case "image":
      units.push({ what: "line", id: idOf(block), kind: "image", sign: "", ...plain(String(block.attrs?.alt ?? "")) });
      return;
    case "orderedList":
      for (const [i, item] of (block.content ?? []).entries()) readItem(item, `${sign}${i + (Number(block.attrs?.start) || 1)}.`, units);
      return;
    case "bulletList":
      for (const item of block.content ?? []) readItem(item, "•", units);
      return;
    case "taskList":
      for (const item of block.content ?? []) readItem(item, item.attrs?.checked === true ? "☑" : "☐", units);
      return;
    default:
      for (const child of block.content ?? []) readBlock(child, sign, units);
  }
}

/** Only the first paragraph of an item carries its sign. */
function readItem(item: JSONContent, sign: string, units: Unit[]): void {
  for (const [i, child] of (item.content ?? []).entries()) readBlock(child, i === 0 || child.type !== "paragraph" ? sign : " ", units);
}

function tableOf(table: JSONContent): Table {
  const rows = (table.content ?? []).map((row) => ({
    id: idOf(row),
    cells: (row.content ?? []).map((cell): Cell => ({ id: idOf(cell), head: cell.type === "tableHeader", ...joined((cell.content ?? []).map(wordsOf)) })),
  }));
  return { what: "table", id: idOf(table), rows };
}

const idOf = ({ attrs }: JSONContent): string | null => (typeof attrs?.id === "string" && attrs.id !== "" ? attrs.id : null);

const plain = (text: string): Words => ({ text, authors: text === "" ? [] : [{ length: text.length, name: null }], look: "" });

function joined(parts: Words[]): Words {
  const all = parts.filter(({ text }) => text !== "").flatMap((part, i) => (i === 0 ? [part] : [plain("\n"), part]));
  return { text: all.map(({ text }) => text).join(""), authors: all.flatMap(({ authors }) => authors), look: all.map(({ look }) => look).join(";") };
}

function wordsOf(node: JSONContent): Words {
  switch (node.type) {
    case "text": {
      const text = node.text ?? "";
      const author = node.marks?.find(({ type }) => type === "author")?.attrs?.name as string | undefined;
      const look = (node.marks ?? []).filter(({ type }) => type !== "author").map(({ type, attrs }) => (type === "link" ? `link ${String(attrs?.href)}` : type)).sort().join("+");
      return { text, authors: [{ length: text.length, name: author ?? null }], look: look === "" ? "" : `${text}:${look}` };
    }
    case "hardBreak":
      return plain("\n");
    case "mention":
      return plain(String(node.attrs?.label ?? ""));
    case "footnote": {
      const inside = (node.content ?? []).map(wordsOf);
      return run([plain(" ["), ...inside, plain("]")]);
    }
    default:
      return run((node.content ?? []).map(wordsOf));
  }
}

const run = (parts: Words[]): Words => ({ text: parts.map(({ text }) => text).join(""), authors: parts.flatMap(({ authors }) => authors), look: parts.map(({ look }) => look).join("") });

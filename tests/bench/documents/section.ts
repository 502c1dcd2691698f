// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a text of a hundred pages costs: opening it, knowing whose it is, comparing two of its versions, exporting it. Each
 * beside a floor measured in the same run: the least that such work takes, without what makes the text a record.
 *
 * Runs take turns with their floor, after one that does not count; shown are medians and, in brackets, the range.
 */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { JSONContent } from "@tiptap/core";
import { diffLines } from "diff";
import { eq } from "drizzle-orm";
import { convert } from "pandoc-wasm";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import * as Y from "yjs";
import { attributionAt, compareVersions, readDocument, readDocumentContent, readVersion } from "~/documents/index.server";
import { readLog } from "~/documents/attribution/read-log.server";
import { gatherPaper } from "~/documents/export/gather-paper.server";
import { closePress, makeFile } from "~/documents/export/press.server";
import { DocumentText } from "~/documents/parts/document-text";
import { plainText } from "~/documents/schema/text";
import { translator } from "~/web/translate.server";
import { documentAttributions } from "~db/documents/schema";
import { realtimeBases, realtimeUpdates } from "~db/realtime/schema";
import { attachRealtime } from "~realtime/index.server";
import { median, ratioOf, short, spread } from "../numbers";
import type { Row, Section } from "../table";
import { type Case, openCase } from "./case";

/** To reach: at most so many times the floor, or so many milliseconds where the floor does next to nothing. */
type Question = { dimension: string; ours(): unknown; floor(): unknown; against: string } & ({ most: number } | { within: number });

export const documents: Section = {
  title: "Documents: a text of a hundred pages by five bodies",
  async run({ quick, only }, say) {
    const bench = await openCase(say);
    // the threads that export and attribute do not keep a process alive by themselves
    const awake = setInterval(() => {}, 1000);
    try {
      const rows: Row[] = [];
      for (const question of await questions(bench)) {
        if (only && !question.dimension.includes(only)) continue;
        say(question.dimension);
        rows.push(await measured(question, quick ? 2 : 5));
      }
      return rows;
    } finally {
      clearInterval(awake);
      await closePress();
      await bench.close();
    }
  },
};

async function measured({ dimension, ours, floor, against, ...reach }: Question, runs: number): Promise<Row> {
  const took = async (work: () => unknown) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  await ours();
  await floor();
  const [own, least]: [number[], number[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    own.push(await took(ours));
    least.push(await took(floor));
  }
  const ratio = ratioOf(own, least);
  const [target, ok] = "most" in reach ? [`≤ ${reach.most}`, ratio <= reach.most] : [`≤ ${reach.within} ms`, median(own) <= reach.within];
  return { dimension, value: spread(own, "ms"), against: `${spread(least, "ms")} (${against})`, ratio: short(ratio), target, ok };
}

async function questions({ db, ctx, documentId, store, state, versions, changes }: Case): Promise<Question[]> {
  const [first, second] = versions;
  const { json } = await readDocumentContent(ctx, documentId);
  const words = plainText(json);
  const [before, after] = await Promise.all(versions.map(async (number) => plainText((await readVersion(ctx, documentId, number)).content as JSONContent)));
  const paper = await gatherPaper(ctx, { documentId, wish: { appendices: [], protocol: "" }, comune: "Comune" });
  const log = await readLog(db, documentId);
  const forget = () => db.tx((tx) => tx.delete(documentAttributions).where(eq(documentAttributions.documentId, documentId)));
  const decode = () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    doc.destroy();
  };
  const replay = () => {
    const doc = new Y.Doc();
    for (const { bytes } of log) Y.applyUpdate(doc, bytes);
    doc.destroy();
  };
  const bytesAlone = () => Promise.all([db.read.select().from(realtimeBases).where(eq(realtimeBases.documentId, documentId)), db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, documentId))]);
  const synced = async () => {
    const hub = attachRealtime(null, { admit: async () => ({ ok: false, code: 4401, reason: "nobody" }), store, originAllowed: () => true, log: { info() {}, warn() {}, error() {} }, clock: () => ctx.now });
    await hub.readDocument(documentId);
    await hub.close();
  };
  const page = async () => {
    const { content } = await readDocument(ctx, documentId);
    renderToString(createElement(I18nextProvider, { i18n: translator("it") }, createElement(DocumentText, { content, documentId })));
  };
  const blame = async () => {
    await forget();
    await attributionAt(ctx, documentId);
  };
  const many = changes.toLocaleString("en");
  return [
    { dimension: "opening: the page as the server renders it", ours: page, floor: replay, against: "the log applied by Yjs alone", most: 4 },
    { dimension: "opening: the whole text for a first synchronisation, just after a restart", ours: synced, floor: bytesAlone, against: "reading the same bytes", most: 10 },
    { dimension: `blame of every letter from the first of ${many} changes`, ours: blame, floor: replay, against: "the log applied by Yjs alone", most: 25 },
    { dimension: "blame again, from what was worked out before", ours: () => attributionAt(ctx, documentId), floor: decode, against: "the state decoded by Yjs alone", most: 20 },
    { dimension: "comparing two versions, with the authors named", ours: () => compareVersions(ctx, documentId, { from: first, to: second }), floor: () => diffLines(before as string, after as string), against: "a line diff without authors", within: 1000 },
    { dimension: "export: PDF/A-3a with its source attached", ours: () => makeFile(paper, "pdf"), floor: typstAlone(words), against: "Typst alone on the plain words", most: 3 },
    { dimension: "export: Word", ours: () => makeFile(paper, "docx"), floor: () => pandocAlone(words), against: "Pandoc alone on the plain words", most: 3 },
  ];
}

/** The same words set by Typst without headings, marks, tags or attachments. */
function typstAlone(words: string): () => void {
  const source = words.split("\n").map((line) => line.replace(/[#$*_`@<\\[\]]/g, "\\$&")).join("\n\n");
  return () => {
    const compiler = NodeCompiler.create();
    compiler.pdf({ mainFileContent: source });
  };
}

const pandocAlone = (words: string) => convert({ from: "markdown", to: "docx", "output-file": "file.docx", standalone: true }, words.split("\n").join("\n\n"), {});

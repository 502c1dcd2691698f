// SPDX-License-Identifier: AGPL-3.0-or-later
/** What leaves the house with a document: from the database to the file. */
import { strFromU8, unzipSync } from "fflate";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { attachFile } from "~/documents/attachments/attach-file.server";
import { openThread } from "~/documents/contributions/comments/open-thread.server";
import type { Appendix } from "~/documents/export/export-form";
import { gatherPaper } from "~/documents/export/gather-paper.server";
import type { Format } from "~/documents/export/paper";
import { closePress, makeFile } from "~/documents/export/press.server";
import { suggestFor } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { documents } from "~db/documents/schema";
import { pngFile } from "../import/office-files";
import { wordDesk } from "../import/round-trip";
import { lettersOf } from "./read-pdf";
import { heading, paragraph } from "./papers";

afterAll(closePress);

// the first file waits for Pandoc to be loaded, which on a busy machine takes long
vi.setConfig({ testTimeout: 120_000 });

const text = [heading(2, "Orari", "orariorariora"), paragraph("Il centro apre il sabato.", "aperturaapert"), { type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", content: [paragraph("Cella")] }] }] }];

async function office() {
  const desk = await wordDesk(text);
  const { documentId } = desk;
  const paper = (ctx: Ctx, appendices: Appendix[] = []) => gatherPaper(ctx, { documentId, wish: { appendices, protocol: "PG 9/2026", version: undefined }, comune: "Comune di Borgo Alto" });
  const file = async (ctx: Ctx, format: Format, appendices: Appendix[] = []) => makeFile(await paper(ctx, appendices), format);
  const word = async (ctx: Ctx) => {
    const parts = unzipSync(await file(ctx, "docx"));
    return { parts, document: strFromU8(parts["word/document.xml"]!), comments: strFromU8(parts["word/comments.xml"] ?? new Uint8Array()) };
  };
  return { ...desk, paper, file, word };
}

test("pictures of the text are in the file, with their description", async () => {
  const { lead, documentId, write, word, file } = await office();
  const png = pngFile();
  const { sha256 } = await attachFile(lead.ctx, { documentId, kind: "picture", name: "piazza.png", description: "La piazza", bytes: png }, { scan: null });
  await write([...text, { type: "image", attrs: { id: "immagineimma", src: sha256, alt: "La piazza vista dall'alto" } }]);
  const { parts, document } = await word(lead.ctx);
  const media = Object.entries(parts).filter(([name]) => name.startsWith("word/media/"));
  expect(media.map(([, bytes]) => Buffer.compare(bytes, png))).toEqual([0]);
  expect(document).toMatch(/descr="La piazza vista dall/);
  expect((await file(lead.ctx, "pdf")).byteLength).toBeGreaterThan(1000);
});

test("open suggestions are revisions of the body that made them, new paragraphs too; formats without revisions have the accepted text", async () => {
  const { member, lead, hub, documentId, word, file } = await office();
  await suggestFor(member.ctx, hub, { documentId, changes: { changed: { aperturaapert: paragraph("Il centro apre la domenica.") }, inserted: [{ after: "aperturaapert", blocks: [paragraph("Chiude il lunedì.")] }] } });
  const { document } = await word(lead.ctx);
  expect(document).toMatch(/<w:del [^>]*w:author="Cooperativa"[^>]*>(?:(?!<\/w:del>).)*sabato/s);
  expect(document).toMatch(/<w:ins [^>]*w:author="Cooperativa"[^>]*>(?:(?!<\/w:ins>).)*domenica/s);
  expect(document).toMatch(/<w:rPr>\s*<w:ins [^>]*w:author="Cooperativa"/);
  const plain = Buffer.from(await file(lead.ctx, "txt")).toString("utf8");
  expect(plain).toContain("Il centro apre il sabato.");
  expect(plain).not.toMatch(/domenica|lunedì/);
  expect(await lettersOf(await file(lead.ctx, "pdf"))).not.toContain("domenica");
});

test("comments go with the Word file, by their body, and into an appendix when asked", async () => {
  const { member, lead, documentId, word, file } = await office();
  await openThread(member.ctx, { documentId, place: { quote: "il sabato", before: "", after: "", blockId: "aperturaapert", offset: 0 }, text: "Anche d'estate?" });
  const { comments } = await word(lead.ctx);
  expect(comments).toMatch(/w:author="Cooperativa"[\s\S]*estate/);
  const letters = await lettersOf(await file(lead.ctx, "pdf", ["comments"]));
  expect(letters).toContain("Elencodeicommenti");
  expect(letters).toMatch(/Su«ilsabato»/);
  expect(letters).toMatch(/Cooperativa,.*Anched[’']estate\?/);
});

test("the authorship appendix says whose the text is and by which fingerprint it is verified; only who may see the history has it", async () => {
  const { lead, stranger, file, paper, db, documentId } = await office();
  const letters = await lettersOf(await file(lead.ctx, "pdf", ["authorship"]));
  expect(letters).toContain("Chihascrittochecosa");
  expect(letters).toMatch(/Direzione/);
  expect(letters).toMatch(/SHA-256\):[0-9a-f]{64}/);
  expect((await paper(lead.ctx)).authors).toEqual(["Direzione"]);
  await db.tx(async (tx) => void (await tx.update(documents).set({ visibility: "public" }).where(eq(documents.id, documentId))));
  await expect(paper(stranger.ctx, ["authorship"])).rejects.toMatchObject({ kind: "forbidden" });
  expect((await paper(stranger.ctx)).authors).toEqual([]);
});

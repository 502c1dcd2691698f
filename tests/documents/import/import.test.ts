// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { zipSync } from "fflate";
import { afterAll, describe, expect, test, vi } from "vitest";
import { findDocument } from "~/documents/access.server";
import { openPicture } from "~/documents/attachments/find-file.server";
import { closePress, makeFile } from "~/documents/export/press.server";
import { examineImport } from "~/documents/import/examine-import";
import type { ImportResult } from "~/documents/import/reading";
import { findJob } from "~/documents/jobs/find-job.server";
import { startJob } from "~/documents/jobs/start-job.server";
import { readDocumentContent } from "~/documents/content.server";
import { openBackground } from "~/web/background";
import { everything, paperOf } from "../export/papers";
import { tableWithText } from "../scene";
import { para, picture, pngFile, run, wordFile, wordXml } from "./office-files";

afterAll(closePress);

// the first file waits for Pandoc to be loaded, which on a busy machine takes long
vi.setConfig({ testTimeout: 120_000 });

/** Imports a file at a table as a member would, and says what came of it. */
async function imported(bytes: Uint8Array, name: string, { title = "", scan = null as never } = {}) {
  const scene = await tableWithText();
  const { member, table, db } = scene;
  const examined = await examineImport(bytes, name);
  if (!examined.ok) throw new Error(examined.because);
  const failures: unknown[] = [];
  const background = openBackground((failure) => failures.push(failure));
  const { id } = await startJob(member.ctx, { background, scan }, { kind: "import", documentId: null, title: name, wish: { tableId: table.id, title, visibility: "table", format: examined.format }, incoming: { name, type: "", bytes: examined.bytes } });
  await background.ended(id, 60_000);
  expect(failures).toEqual([]);
  const job = await findJob(member.ctx, id);
  const content = job.documentId ? (await readDocumentContent({ db }, job.documentId)).json : null;
  return { ...scene, job, result: job.result as ImportResult, content };
}

/** The text in a few signs, to be compared at a glance. */
function shape(node: JSONContent): unknown {
  if (node.type === "text") return (node.marks ?? []).length > 0 ? `${node.text}{${node.marks!.map(({ type }) => type).sort()}}` : node.text;
  if (node.type === "footnote") return `[${node.content?.[0]?.text}]`;
  const inside = (node.content ?? []).map(shape);
  const words = inside.every((one) => typeof one === "string") && node.type !== "doc" ? inside.join("") : inside;
  const name = node.type === "heading" ? `h${node.attrs?.level}` : node.type === "taskItem" ? `task ${node.attrs?.checked}` : node.type!;
  return { [name]: words };
}

const docShape = (content: JSONContent | null) => (shape(content!) as { doc: unknown[] }).doc;

describe("a file becomes a document", () => {
  test("a Word file keeps headings, lists, tables, pictures, links and notes", async () => {
    const png = pngFile();
    const body = [
      para(run("Linee guida"), "Titolo1"),
      para(`${run("Il tavolo ")}${run("decide", "<w:b/>")}${run(".")}`),
      para(run("Tempi"), "Titolo2"),
      para(picture("p1", "Una piazza")),
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>",
      `<w:tr><w:tc><w:tcPr/>${para(run("Ente"))}</w:tc><w:tc><w:tcPr/>${para(run("Ore"))}</w:tc></w:tr></w:tbl>`,
      para(run("Fine")),
    ].join("");
    const { content, result, job, member } = await imported(wordFile(body, { "word/media/image1.png": png }), "linee.docx");
    expect(job).toMatchObject({ state: "done", title: "linee.docx" });
    expect(docShape(content).slice(0, 3)).toEqual([{ paragraph: "Il tavolo decide{bold}." }, { h2: "Tempi" }, { image: "" }]);
    expect(result).toMatchObject({ headings: 1, tables: 1, pictures: 1, lost: [] });
    const image = content!.content!.find(({ type }) => type === "image")!;
    expect(image.attrs).toMatchObject({ alt: "Una piazza" });
    expect(Buffer.compare((await openPicture(member.ctx, job.documentId!, image.attrs!.src)).bytes, png)).toBe(0);
  });

  test.each(["docx", "odt", "html", "md"] as const)("what the house exported as %s comes back with the same structure, without the frame of the paper", async (format) => {
    const paper = paperOf(everything, { appendices: [{ title: "Appendice", blocks: [{ type: "paragraph", content: [{ type: "text", text: "In fondo" }] }] }] });
    const { content, result } = await imported(await makeFile(paper, format), `proposta.${format}`, { title: "Importata" });
    const text = JSON.stringify(docShape(content));
    expect(text).toContain('{"h2":"Di che cosa si tratta"}');
    expect(text).toContain("tre sportelli{bold}");
    expect(text).toContain("Municipi{link}[Nota sui Municipi]");
    expect(text).toContain('{"task true":[{"paragraph":"Cosa fatta"}]},{"task false":[{"paragraph":"Cosa da fare"}]}');
    expect(text).toContain('{"tableHeader":[{"paragraph":"Ente"}]}');
    expect(text).toContain('{"blockquote":[{"paragraph":"Parole di altri"}]}');
    expect(text).toContain('{"listItem":[{"paragraph":"Primo punto"},{"orderedList":[{"listItem":[{"paragraph":"Sotto il primo"}]}]}]}');
    // Pandoc reads no first numbers from ODT
    if (format !== "odt") expect(JSON.stringify(content)).toContain('"start":3');
    expect(result.notes).toBe(1);
    if (format !== "md") for (const frame of ["Bozza", "Appendice", "In fondo"]) expect(text).not.toContain(frame);
    if (format === "docx") expect(content!.content!.find(({ type }) => type === "heading")!.attrs!.id).toBe("headingaaaa");
  });

  test("the title is the one asked for, or the one in the file, or the name of the file", async () => {
    const titleOf = async (source: string, title = "") => {
      const { job, lead } = await imported(Buffer.from(source), "nota_di-marzo.md", { title });
      return (await findDocument(lead.ctx, job.documentId!)).document.title;
    };
    expect(await titleOf("# Verbale\n\nTesto", "Altro titolo")).toBe("Altro titolo");
    expect(await titleOf("# Verbale\n\nTesto")).toBe("Verbale");
    expect(await titleOf("Solo testo")).toBe("nota di-marzo");
  });

  test("what could not be kept is counted and told", async () => {
    const page = `<html><body><h1>Uno</h1><h1>Due</h1><p>Vedi <a href="javascript:alert(1)">qui</a> e <a href="https://www.example.org/">là</a>.</p>
      <img src="https://fuori.example/a.png" alt="Logo"><pre>codice</pre><ol type="a"><li>prima</li></ol><script>alert(1)</script></body></html>`;
    const { content, result } = await imported(Buffer.from(page), "pagina.html");
    expect(result.lost).toEqual([{ what: "outsidePictures", count: 1 }, { what: "code", count: 1 }, { what: "letteredLists", count: 1 }, { what: "badLinks", count: 1 }]);
    const text = JSON.stringify(content);
    expect(text).not.toContain("alert");
    expect(text).toContain("Logo");
    expect(docShape(content).slice(0, 2)).toEqual([{ h2: "Uno" }, { h2: "Due" }]);
  });

  test("revisions in a Word file count as accepted, comments stay in the file, and both are told", async () => {
    const body = para(`${run("Apriamo ")}<w:del w:id="1" w:author="A" w:date="2026-01-01T10:00:00Z"><w:r><w:delText>tre</w:delText></w:r></w:del><w:ins w:id="2" w:author="A" w:date="2026-01-01T10:00:00Z">${run("quattro")}</w:ins>${run(" sportelli")}`);
    const { content, result } = await imported(wordFile(body, { "word/comments.xml": wordXml('<w:comment w:id="0" w:author="A"><w:p/></w:comment>', "comments") }), "rev.docx");
    expect(docShape(content)).toEqual([{ paragraph: "Apriamo quattro sportelli" }]);
    expect(result.lost).toEqual([{ what: "comments", count: 1 }, { what: "tracked", count: 2 }]);
  });
});

describe("files that are not taken", () => {
  const refusal = async (bytes: Uint8Array, name: string) => {
    const examined = await examineImport(bytes, name);
    return examined.ok ? "taken" : examined.because;
  };

  test("each is refused for its own reason", async () => {
    const locked = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await refusal(locked, "a.docx")).toBe("web.file.refused.locked");
    const macros = wordFile(para(run("x")), { "word/vbaProject.bin": "x" });
    expect(await refusal(macros, "a.docx")).toBe("web.file.refused.macros");
    expect(await refusal(wordFile(para(run("x"))).slice(0, 300), "a.docx")).toBe("web.file.refused.broken");
    expect(await refusal(Buffer.alloc(26 * 1024 * 1024, 97), "a.md")).toBe("web.file.refused.tooLarge");
    expect(await refusal(Buffer.alloc(0), "a.md")).toBe("web.file.refused.empty");
    expect(await refusal(Buffer.from("%PDF-1.7\nstartxref\n1\n%%EOF"), "a.pdf")).toBe("imports.refused.pdf");
    expect(await refusal(zipSync({ "a.txt": Buffer.from("x") }), "a.docx")).toBe("imports.refused.type");
    expect(await refusal(Buffer.from("{\\rtf1 ciao}"), "a.rtf")).toBe("imports.refused.oldWord");
  });

  test("a Word file whose inside is broken is told in words, and makes no document", async () => {
    const { job } = await imported(wordFile("<w:p><w:r><w:t>mai chiuso"), "rotto.docx");
    expect(job).toMatchObject({ state: "failed", because: "imports.refused.broken", documentId: null });
    const empty = await imported(wordFile(""), "vuoto.docx");
    expect(empty.job).toMatchObject({ state: "failed", because: "imports.refused.nothing" });
  });

  test("what the virus scanner objects to makes no document", async () => {
    const { job } = await imported(Buffer.from("# Ciao\n\nTesto"), "a.md", { scan: (async () => "infected") as never });
    expect(job).toMatchObject({ state: "failed", because: "web.file.refused.infected" });
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { changeVisibility, createDocument, attachFile, examineFile, lockDocument, openAttachment, openPicture, openVirusScan, verifyFiles, withdrawFile } from "~/documents/index.server";
import { fileAnswer } from "~/web/files/file-answer.server";
import { listAttachments } from "~/documents/attachments/find-file.server";
import { findNamed } from "~/documents/writing/find-named.server";
import { listEntries } from "~/journal/index.server";
import { backUp } from "~db/backup.server";
import { openFiles } from "~db/files.server";
import { restore } from "~db/restore.server";
import { verifyJournal } from "~/journal/index.server";
import { makeWorld, openTestDatabase, temporaryFolder, TODAY } from "~tests/harness";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const PDF = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n42\n%%EOF\n");
const CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

const zip = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const docx = (more: Record<string, string> = {}) => zip({ "[Content_Types].xml": CONTENT_TYPES, "word/document.xml": "<w:document/>", ...more });
const odt = (manifest = "<manifest:manifest/>", more: Record<string, string> = {}) =>
  zip({ mimetype: "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": manifest, "content.xml": "<office/>", ...more });
/** The old envelope: its signature, then names of streams in UTF-16. */
const compound = (...streams: string[]) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, "utf16le"))]);

const refusal = (because: string) => expect.objectContaining({ details: expect.objectContaining({ because }) });
const wrong = (reason: string) => expect.objectContaining({ kind: "invalid", details: expect.objectContaining({ fields: { file: `web.file.refused.${reason}` } }) });
const kind = (name: string) => expect.objectContaining({ kind: name });

describe("what a file is", () => {
  test.each([
    ["a PDF", PDF, "x.bin", "application/pdf"],
    ["a picture under another name", PNG, "virus.exe", "image/png"],
    ["Word", docx(), "testo", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["LibreOffice", odt(), "testo.docx", "application/vnd.oasis.opendocument.text"],
    ["Word before 2007", compound("WordDocument"), "vecchio.doc", "application/msword"],
    ["a signed file", Buffer.from("308006092a864886f70d010702a080", "hex"), "atto.pdf.p7m", "application/pkcs7-mime"],
    ["plain text", Buffer.from("Città e quartieri"), "note.txt", "text/plain"],
    ["a table in text", Buffer.from("ente;ore\nA;3"), "dati.csv", "text/csv"],
    ["text of old Windows", Buffer.from("Citt\xe0", "latin1"), "note.txt", "text/plain"],
  ])("is read from its content: %s", async (_what, bytes, name, mediaType) => {
    expect(await examineFile(bytes, name)).toEqual({ ok: true, mediaType });
  });

  test.each([
    ["empty", Buffer.alloc(0), "empty"],
    ["over the limit", Buffer.alloc(26 * 1024 * 1024, 65), "tooLarge"],
    ["Word with macros", docx({ "word/vbaProject.bin": "x" }), "macros"],
    ["Word that hides its macros under a plain name", zip({ "[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>', "word/document.xml": "x" }), "macros"],
    ["LibreOffice with macros", odt(undefined, { "Basic/Standard/Module1.xml": "x" }), "macros"],
    ["old Word with macros", compound("WordDocument", "_VBA_PROJECT"), "macros"],
    ["Word with a password", compound("EncryptedPackage"), "locked"],
    ["LibreOffice with a password", odt("<manifest:encryption-data/>"), "locked"],
    ["PDF with a password", Buffer.from("%PDF-1.7\ntrailer<</Encrypt 9 0 R>>\nstartxref\n42\n%%EOF"), "locked"],
    ["half a PDF", PDF.subarray(0, 40), "broken"],
    ["half a Word file", Buffer.from(docx()).subarray(0, 90), "broken"],
    ["Word without its text", zip({ "[Content_Types].xml": CONTENT_TYPES, "word/styles.xml": "x" }), "broken"],
    ["any other parcel", zip({ "a.txt": "x" }), "type"],
    ["a program", Buffer.from("4d5a90000300000004000000ffff0000", "hex"), "type"],
    ["a web page", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), "type"],
    ["a drawing with programs", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "type"],
  ])("is not taken, in plain words: %s", async (_what, bytes, reason) => {
    expect(await examineFile(bytes, "documento.docx")).toEqual({ ok: false, because: `web.file.refused.${reason}` });
  });
});

/** A coordinator, a member, another member and an observer at one table; a stranger. */
async function city(dataDir = temporaryFolder()) {
  const db = await openTestDatabase(dataDir);
  const world = await makeWorld({ db });
  const body = async (name: string) => world.voice((await world.organisation(name)).id, { label: `Referente ${name}` });
  const [lead, member, fellow, observer, stranger] = [await body("Direzione"), await body("Cooperativa"), await body("Associazione"), await body("Ateneo"), await body("Lontana")];
  const table = await world.table("Tavolo disabilità");
  await world.seat(table.id, lead.organisationId, { role: "coordinator", voices: [lead] });
  for (const voice of [member, fellow]) await world.seat(table.id, voice.organisationId, { voices: [voice] });
  await world.seat(table.id, observer.organisationId, { role: "observer", voices: [observer] });
  const { id: documentId } = await createDocument(member.ctx, { title: "Bozza", template: "proposal", table });
  const attach = (voice: { ctx: typeof member.ctx }, bytes: Uint8Array = PDF, more = {}, scan: Parameters<typeof attachFile>[2]["scan"] = null) =>
    attachFile(voice.ctx, { documentId, kind: "attachment", name: "relazione.pdf", description: "La relazione", bytes, ...more }, { scan });
  return { ...world, dataDir, db, lead, member, fellow, observer, stranger, tableOf: table, documentId, attach };
}

describe("attachments of a document", () => {
  test("are brought by who writes, with an act, and opened by who reads", async () => {
    const { member, observer, stranger, nobody, documentId, attach, db } = await city();
    const { id, sha256 } = await attach(member);
    expect((await openAttachment(observer.ctx, documentId, id)).bytes.equals(PDF)).toBe(true);
    expect(await listAttachments(observer.ctx, documentId)).toMatchObject([{ name: "relazione.pdf", mediaType: "application/pdf", size: PDF.length, sha256, scanned: false, body: "Cooperativa" }]);
    const [act] = await listEntries({ db }, { limit: 1 });
    expect(act).toMatchObject({ act: "document.attachmentAdded", subjectId: documentId, data: { fileId: id, sha256 } });
    await expect(attach(observer)).rejects.toEqual(refusal("documents.access.observer"));
    for (const { ctx } of [stranger, { ctx: nobody }]) {
      await expect(openAttachment(ctx, documentId, id)).rejects.toEqual(kind("missing"));
      await expect(listAttachments(ctx, documentId)).rejects.toEqual(kind("missing"));
    }
    await expect(attach(stranger)).rejects.toEqual(kind("missing"));
    await expect(attach({ ctx: nobody })).rejects.toEqual(kind("unauthenticated"));
  });

  test("become public with their document, and are not brought to a locked one", async () => {
    const { lead, member, nobody, documentId, attach } = await city();
    const { id } = await attach(member);
    await changeVisibility(lead.ctx, { documentId, visibility: "public" });
    expect((await openAttachment(nobody, documentId, id)).file.name).toBe("relazione.pdf");
    await lockDocument(lead.ctx, { documentId, reason: "procedures.sent" });
    await expect(attach(member)).rejects.toEqual(refusal("procedures.sent"));
  });

  test("belong to their document alone, also when the same bytes are elsewhere", async () => {
    const { member, tableOf, documentId, attach } = await city();
    const { id } = await attach(member);
    const other = await createDocument(member.ctx, { title: "Altro", template: "proposal", table: tableOf });
    await expect(openAttachment(member.ctx, other.id, id)).rejects.toEqual(kind("missing"));
    const picture = await attach(member, PNG, { kind: "picture", description: "Una pianta" });
    expect((await openPicture(member.ctx, documentId, picture.sha256)).file.mediaType).toBe("image/png");
    await expect(openPicture(member.ctx, other.id, picture.sha256)).rejects.toEqual(kind("missing"));
    await expect(openAttachment(member.ctx, documentId, picture.id)).rejects.toEqual(kind("missing"));
    await expect(attach(member, PDF, { kind: "picture" })).rejects.toEqual(wrong("notPicture"));
  });

  test("are withdrawn with a reason by the body that brought them or who leads the table; the file stays, nobody gets it", async () => {
    const { lead, member, fellow, observer, documentId, attach, db } = await city();
    const [{ id: fileId, sha256 }, { id: second }] = [await attach(member), await attach(member)];
    const reason = "Versione sbagliata";
    await expect(withdrawFile(fellow.ctx, { documentId, fileId, reason })).rejects.toEqual(refusal("documents.attachments.notYours"));
    await expect(withdrawFile(observer.ctx, { documentId, fileId, reason })).rejects.toEqual(refusal("documents.access.observer"));
    await withdrawFile(member.ctx, { documentId, fileId, reason });
    await withdrawFile(lead.ctx, { documentId, fileId: second, reason });
    await expect(withdrawFile(member.ctx, { documentId, fileId, reason })).rejects.toEqual(kind("conflict"));
    await expect(openAttachment(member.ctx, documentId, fileId)).rejects.toEqual(kind("missing"));
    expect(await listAttachments(observer.ctx, documentId)).toMatchObject([{ withdrawnReason: reason }, { withdrawnReason: reason }]);
    expect(await db.files.hasFile(sha256)).toBe(true);
    const [act] = await listEntries({ db }, { limit: 1 });
    expect(act).toMatchObject({ act: "document.attachmentWithdrawn", data: { fileId: second } });
  });

  test("leave nothing behind when they are refused", async () => {
    const { member, documentId, attach, dataDir } = await city();
    await expect(attach(member, docx({ "word/vbaProject.bin": "x" }))).rejects.toEqual(wrong("macros"));
    expect(await listAttachments(member.ctx, documentId)).toEqual([]);
    expect(existsSync(join(dataDir, "files"))).toBe(false);
  });

  test("are handed over so that nothing in them runs, under their own name", () => {
    const answer = fileAnswer({ name: 'Città "1"\n.pdf', mediaType: "text/plain" }, Buffer.from("x"), { inline: true });
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("Content-Security-Policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(answer.headers.get("Content-Disposition")).toBe("inline; filename=\"Citta 1.pdf.txt\"; filename*=UTF-8''Citt%C3%A0%20%221%22%0A.pdf.txt");
    expect(fileAnswer({ name: "a.docx", mediaType: "application/msword" }, Buffer.from("x"), { inline: true }).headers.get("Content-Disposition")).toMatch(/^attachment/);
  });
});

describe("the virus scanner", () => {
  const command = (script: string) => openVirusScan(`${process.execPath} -e ${script}`);

  test("looks at what comes in; what it finds, and its silence, are refusals", async () => {
    const { member, documentId, attach } = await city();
    const clean = command("process.stdin.resume().on('end',()=>process.exit(0))");
    const infected = command("process.exit(1)");
    const ill = command("process.exit(2)");
    await attach(member, PDF, {}, clean);
    await expect(attach(member, PDF, {}, infected)).rejects.toEqual(wrong("infected"));
    await expect(attach(member, PDF, {}, ill)).rejects.toEqual(wrong("scannerSilent"));
    await expect(attach(member, PDF, {}, openVirusScan("/non/esiste -"))).rejects.toEqual(wrong("scannerSilent"));
    expect(await listAttachments(member.ctx, documentId)).toMatchObject([{ scanned: true }]);
    expect(openVirusScan(undefined)).toBeNull();
  });
});

describe("files of the house", () => {
  test("are kept once under their fingerprint, and answer only while they are what they were", async () => {
    const folder = temporaryFolder();
    const files = openFiles(folder);
    const [one, two] = await Promise.all([files.putFile(PDF), files.putFile(PDF)]);
    expect(one).toEqual(two);
    expect((await files.readFile(one.sha256)).equals(PDF)).toBe(true);
    expect(await files.checkFiles()).toEqual({ files: 1, altered: [] });
    const [below] = readdirSync(join(folder, "files"));
    const place = join(folder, "files", below ?? "", one.sha256.slice(2));
    writeFileSync(place, "altro");
    await expect(files.readFile(one.sha256)).rejects.toThrow(/not what it was/);
    expect(await files.checkFiles()).toEqual({ files: 1, altered: [one.sha256] });
    await files.putFile(PDF);
    expect(await files.checkFiles()).toEqual({ files: 1, altered: [] });
    await expect(files.readFile("../../etc/passwd")).rejects.toThrow();
  });

  test.runIf(!process.env.DATABASE_URL)("go into the copy and come back; one that is missing or altered is told", async () => {
    const { member, dataDir, db, attach, documentId } = await city();
    const { id, sha256 } = await attach(member);
    const copy = join(temporaryFolder(), "copia.db");
    backUp(dataDir, copy);
    const target = join(temporaryFolder(), "altrove");
    const check = async (other: typeof db) => {
      const verdict = await verifyFiles(other);
      if (!verdict.ok) throw new Error(verdict.broken[0]?.kind);
    };
    await restore(copy, target, { now: TODAY, verify: verifyJournal, verifyFiles: check });
    const again = await openTestDatabase(target);
    expect((await openAttachment({ ...member.ctx, db: again }, documentId, id)).bytes.equals(PDF)).toBe(true);
    writeFileSync(join(target, "files", sha256.slice(0, 2), sha256.slice(2)), "altro");
    expect(await verifyFiles(again)).toEqual({ ok: false, files: 1, broken: [{ sha256, kind: "altered", name: "relazione.pdf" }] });
    writeFileSync(join(dataDir, "files", sha256.slice(0, 2), sha256.slice(2)), "altro");
    const spoiled = join(temporaryFolder(), "rovinata.db");
    backUp(dataDir, spoiled);
    await expect(restore(spoiled, join(temporaryFolder(), "mai"), { now: TODAY, verify: verifyJournal, verifyFiles: check })).rejects.toThrow("altered");
  });
});

describe("what may be named in a document", () => {
  test("people of the table, bodies, visible documents and what later floors offer, for who writes", async () => {
    const { member, observer, stranger, documentId } = await withSecret();
    const strategy = { kind: "strategy" as const, target: "s1", label: "5.2.O1 Ascolto", note: "", to: "/piano/strategie/s1" };
    const found = await findNamed(member.ctx, { documentId, words: "" }, [async () => [strategy]]);
    expect(new Set(found.map((one) => one.kind))).toEqual(new Set(["person", "body", "strategy", "document"]));
    const people = await findNamed(member.ctx, { documentId, words: "referente" }, []);
    expect(people.filter((one) => one.kind === "person").map(({ label }) => label)).not.toContain("Referente Lontana");
    expect((await findNamed(member.ctx, { documentId, words: "segreto" }, [])).filter((one) => one.kind === "document")).toEqual([]);
    expect((await findNamed(member.ctx, { documentId, words: "verbale" }, [])).map(({ label }) => label)).toEqual(["Verbale visibile"]);
    await expect(findNamed(observer.ctx, { documentId, words: "" }, [])).rejects.toEqual(refusal("documents.access.observer"));
    await expect(findNamed(stranger.ctx, { documentId, words: "" }, [])).rejects.toEqual(kind("missing"));
  });
});

/** The city with a document of the member's table and one of a table where the member does not sit. */
async function withSecret() {
  const scene = await city();
  const far = await scene.table("Tavolo lontano");
  await scene.seat(far.id, scene.stranger.organisationId, { voices: [scene.stranger] });
  await createDocument(scene.stranger.ctx, { title: "Testo segreto", template: "proposal", table: far });
  await createDocument(scene.member.ctx, { title: "Verbale visibile", template: "minutes", table: scene.tableOf });
  return scene;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { checkFingerprint, lockAware, readDocumentContent, verifyDocumentSeals } from "~/documents/index.server";
import { gatherPaper } from "~/documents/export/gather-paper.server";
import { closePress } from "~/documents/export/press.server";
import { approveDocument } from "~/documents/sealing/approve-document.server";
import { obstacles } from "~/documents/sealing/obstacles.server";
import { correctDocument } from "~/documents/sealing/correct-document.server";
import { readSealedFile, viewSeal } from "~/documents/sealing/view-seal.server";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { observations } from "~db/documents/contributions";
import { documentVersions } from "~db/documents/schema";
import { newId } from "~db/id";
import { attachRealtime, databaseStore } from "~realtime/index.server";
import { attachmentsOf, claimsOf, lettersOf } from "./export/read-pdf";
import { later, tableWithText } from "./scene";

afterAll(closePress);

const quiet = { info() {}, warn() {}, error() {} };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function scene(template: "proposal" | "blocks" = "blocks") {
  const scene = await tableWithText([{ type: "heading", level: 2, text: "Oggetto" }, { type: "paragraph", text: "Tre sportelli nei Municipi." }], template);
  const hub = attachRealtime(null, { admit: async () => ({ ok: false, code: 4401, reason: "nobody" }), store: lockAware(scene.db, databaseStore(scene.db, quiet)), originAllowed: () => true, log: quiet, clock: () => scene.now });
  onTestFinished(() => hub.close());
  const approval = { reason: "Deciso all'unanimità nella seduta del 9 marzo.", protocol: "PG 7/2026", comune: "Comune di Borgo Alto", origin: "https://concerto.example" };
  const approve = (documentId = scene.documentId, voice = scene.lead) => approveDocument(voice.ctx, hub, { documentId, ...approval });
  return { ...scene, hub, approve };
}

const refusal = (promise: Promise<unknown>) => promise.then(() => null, (failure: { details?: { because: string } }) => failure.details?.because ?? String(failure));

test("approving keeps record and PDF/A under the fingerprints that the register of acts repeats", async () => {
  const { db, lead, nobody, documentId, approve } = await scene();
  const { recordSha256, pdfSha256 } = await approve();
  const pdf = await readSealedFile(lead.ctx, documentId, "pdf");
  const record = await readSealedFile(lead.ctx, documentId, "record");
  expect([sha256(pdf), sha256(record)]).toEqual([pdfSha256, recordSha256]);
  expect(await claimsOf(pdf)).toContain("<pdfaid:conformance>A");
  expect((await attachmentsOf(pdf))[0]?.text).toBe(record.toString("utf8"));
  const letters = await lettersOf(pdf);
  for (const words of ["TresportellineiMunicipi.", "PG7/2026", "Approvato", recordSha256]) expect(letters).toContain(words);
  const [act] = await listEntries(lead.ctx, { act: "document.approved", limit: 1 });
  expect(act?.data).toMatchObject({ documentId, recordSha256, pdfSha256 });
  expect(await verifyJournal(db.read)).toMatchObject({ ok: true });
  expect(await verifyDocumentSeals(db)).toEqual({ seals: 1, broken: [] });
  for (const fingerprint of [pdfSha256, recordSha256.toUpperCase(), JSON.parse(record.toString()).textSha256]) {
    expect(await checkFingerprint(nobody, fingerprint)).toMatchObject({ verdict: "authentic", title: "Proposta", superseded: null });
  }
  const flipped = Buffer.from(pdf);
  flipped[500]! ^= 1;
  expect(await checkFingerprint(nobody, sha256(flipped))).toEqual({ verdict: "unknown" });
});

test("only who leads the table approves, only once, and not while something has no answer", async () => {
  const { db, lead, member, observer, stranger, documentId, now, approve } = await scene();
  expect(await refusal(approve(documentId, member))).toBe("documents.access.publishLeads");
  expect(await refusal(approve(documentId, observer))).toBe("documents.access.publishLeads");
  expect(await refusal(approve(documentId, stranger))).toBe("web.problem.missing");
  const { personId, organisationId } = member;
  await db.tx((tx) => tx.insert(observations).values({ id: newId(), documentId, personId, organisationId, at: now, number: 1, text: "Mancano i tempi." }));
  expect(await refusal(approve())).toBe("sealing.stillOpen");
  await db.tx((tx) => tx.update(observations).set({ withdrawnAt: now }).where(eq(observations.documentId, documentId)));
  await approve();
  expect(await refusal(approve())).toBe("documents.lifecycle.refused.from.approved");
  expect(await refusal(readSealedFile(stranger.ctx, documentId, "pdf"))).toBe("web.problem.missing");
  expect((await viewSeal(lead.ctx, documentId)).broken).toEqual([]);
});

test("a text that lacks mandatory parts of its template is not approved, and is told which; written, or said not to apply, it is", async () => {
  const { db, hub, lead, documentId, approve } = await scene("proposal");
  const missing = async () => (await obstacles(lead.ctx, documentId, (await readDocumentContent({ db }, documentId)).json)).map(({ says, values }) => [says, values?.heading]);
  const headings = ["La proposta in breve", "A quale bisogno risponde", "Che cosa si propone di fare"];
  expect(await missing()).toEqual(headings.map((heading) => ["sealing.obstacle.heading", heading]));
  expect(await refusal(approve())).toBe("sealing.stillOpen");
  const element = (name: string, words: string) => {
    const made = new Y.XmlElement(name);
    made.insert(0, [new Y.XmlText(words)]);
    return made;
  };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await hub.readDocument(documentId)) as Uint8Array);
  const before = Y.encodeStateVector(doc);
  for (const heading of headings) doc.getXmlFragment("default").push([element("heading", `2. ${heading}`), element("paragraph", "Non ricorre: è già nel Piano.")]);
  await hub.submit(documentId, { personId: lead.personId, organisationId: lead.organisationId, sessionId: null }, Y.encodeStateAsUpdate(doc, before));
  expect(await missing()).toEqual([]);
  await approve();
});

test("what arrives while fifty people type is either in the sealed text or not taken, and the seal is of exactly what is stored", async () => {
  const { db, hub, member, documentId, approve } = await scene();
  const base = await hub.readDocument(documentId);
  const typed = Array.from({ length: 50 }, (_, i) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, base!);
    const before = Y.encodeStateVector(doc);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(`Riga ${i}`)]);
    doc.getXmlFragment("default").push([paragraph]);
    return { i, update: Y.encodeStateAsUpdate(doc, before) };
  });
  const { personId, organisationId } = member;
  const who = { personId, organisationId, sessionId: null };
  const sent = typed.slice(0, 25).map(({ update }) => hub.submit(documentId, who, update).then(() => true, () => false));
  // the second half is sent at the moment when the text is held still, its files being written
  let late: Promise<boolean>[] = [];
  const { putFile } = db.files;
  db.files.putFile = (bytes) => {
    if (late.length === 0) late = typed.slice(25).map(({ update }) => hub.submit(documentId, who, update).then(() => true, () => false));
    return putFile(bytes);
  };
  const { recordSha256 } = await approve();
  const taken = await Promise.all([...sent, ...late]);
  const text = (await db.files.readFile(recordSha256)).toString("utf8");
  for (const { i } of typed) expect(text.includes(`"Riga ${i}"`), `line ${i}`).toBe(taken[i]);
  expect([taken[0], taken[49]]).toEqual([true, false]);
  expect(await refusal(hub.submit(documentId, who, typed[49]!.update))).toMatch(/sealed/);
  expect(await verifyDocumentSeals(db)).toEqual({ seals: 1, broken: [] });
});

test("a correction is another document that cites the fingerprint; sealing it supersedes the first", async () => {
  const { db, lead, member, nobody, documentId, approve } = await scene();
  expect(await refusal(correctDocument(lead.ctx, { documentId, reason: "Refuso" }))).toBe("sealing.correct.notSealed");
  const first = await approve();
  expect(await refusal(correctDocument(member.ctx, { documentId, reason: "Refuso" }))).toBe("documents.access.publishLeads");
  const { id } = await correctDocument(lead.ctx, { documentId, reason: "Refuso" });
  expect(await refusal(correctDocument(lead.ctx, { documentId, reason: "Altro" }))).toBe("sealing.correct.underWay");
  const second = await approve(id);
  const record = JSON.parse((await db.files.readFile(second.recordSha256)).toString("utf8"));
  expect(record.corrects).toEqual({ documentId, recordSha256: first.recordSha256, reason: "Refuso" });
  expect(await checkFingerprint(nobody, first.pdfSha256)).toMatchObject({ verdict: "authentic", superseded: { documentId: id, recordSha256: second.recordSha256 } });
  expect(await checkFingerprint(nobody, second.pdfSha256)).toMatchObject({ verdict: "authentic", superseded: null });
});

test("a seal that no longer agrees is found, told to everybody and hands nothing over", async () => {
  const { db, lead, nobody, documentId, approve } = await scene();
  const { pdfSha256 } = await approve();
  await db.tx((tx) => tx.update(documentVersions).set({ text: '{"type":"doc"}' }).where(eq(documentVersions.kind, "sealed")));
  expect((await verifyDocumentSeals(db)).broken).toEqual([{ documentId, title: "Proposta", parts: ["version"] }]);
  expect(await checkFingerprint(nobody, pdfSha256)).toMatchObject({ verdict: "damaged" });
  expect(await refusal(readSealedFile(lead.ctx, documentId, "pdf"))).toBe("sealing.broken.refused");
  // nothing is made from it either
  expect(await refusal(correctDocument(lead.ctx, { documentId, reason: "Refuso" }))).toBe("sealing.broken.dependent");
  expect(await refusal(gatherPaper(lead.ctx, { documentId, wish: { appendices: [], protocol: "", version: undefined }, comune: "Comune" }))).toBe("sealing.broken.dependent");
});

test("a text that cannot be printed is not approved, and writing goes on", async () => {
  const { hub, lead, member, documentId, write } = await scene();
  const broken = { ...hub, whileStill: hub.whileStill.bind(hub) };
  const failing = approveDocument({ ...lead.ctx, db: { ...lead.ctx.db, files: { ...lead.ctx.db.files, putFile: async () => Promise.reject(new Error("the disk is full")) } } as never }, broken, { documentId, reason: "Deciso", protocol: null, comune: "Comune", origin: "https://x.example" });
  expect(await refusal(failing)).toMatch(/disk is full/);
  expect(await write(member, "Si continua", later(5))).toBeGreaterThan(1);
});

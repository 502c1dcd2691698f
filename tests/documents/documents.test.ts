// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  changeVisibility, createDocument, endGrant, grantAccess, listDocuments, lockDocument, readDocument, readDocumentContent, recentDocuments,
  renameDocument, unlockDocument,
} from "~/documents/index.server";
import { listEntries } from "~/journal/index.server";
import { documents } from "~db/documents/schema";
import { realtimeUpdates } from "~db/realtime/schema";
import { makeWorld, TODAY } from "~tests/harness";

const YESTERDAY = new Date(TODAY.getTime() - 86_400_000);

/** Two tables; at the first a coordinator, a member and an observer, at the second somebody else. */
async function city() {
  const world = await makeWorld();
  const body = async (name: string) => world.voice((await world.organisation(name)).id, { label: `Referente ${name}` });
  const [lead, member, observer, other] = [await body("Direzione"), await body("Cooperativa"), await body("Ateneo"), await body("Associazione")];
  const table = await world.table("Tavolo disabilità");
  const elsewhere = await world.table("Tavolo dipendenze");
  await world.seat(table.id, lead.organisationId, { role: "coordinator", voices: [lead] });
  await world.seat(table.id, member.organisationId, { voices: [member] });
  await world.seat(table.id, observer.organisationId, { role: "observer", voices: [observer] });
  await world.seat(elsewhere.id, other.organisationId, { voices: [other] });
  return { ...world, makeTable: world.table, table, elsewhere, lead, member, observer, other };
}

const refusal = (because: string) => expect.objectContaining({ details: expect.objectContaining({ because }) });
const kind = (name: string) => expect.objectContaining({ kind: name });

describe("beginning a document", () => {
  test("writes its first content once, in the same transaction as the act", async () => {
    const { member, table, db } = await city();
    const { id } = await createDocument(member.ctx, { title: "Verbale di marzo", template: "minutes", table });
    const content = await readDocumentContent({ db }, id);
    expect(content.text).toContain("Ordine del giorno");
    expect(content.json.content?.map(({ type }) => type)).toContain("taskList");
    const rows = await db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, id));
    expect(rows).toMatchObject([{ seq: 1, kind: "creation", personId: member.personId, organisationId: member.organisationId }]);
    const [act] = await listEntries({ db }, { limit: 1 });
    expect(act).toMatchObject({ act: "document.created", subjectId: id, personId: member.personId, data: { scopeId: table.id, template: "minutes" } });
  });

  test("takes content from other domains and gives it back as written, also inside their transaction", async () => {
    const { lead, db } = await city();
    const text = await db.tx(async () => {
      const { id } = await createDocument(lead.ctx, {
        title: "Scheda progetto", template: "blocks", scopeId: "application-1",
        grants: [{ organisationId: lead.organisationId, access: "write" }],
        blocks: [
          { type: "heading", level: 2, text: "Obiettivo" },
          { type: "paragraph", text: "Una città che cura." },
          { type: "table", rows: [["Voce", "Ente"], ["Sede", "Comune"]] },
          { type: "tasks", items: ["Firmare"] },
        ],
      });
      return (await readDocumentContent({ db }, id)).text;
    });
    expect(text).toBe("Obiettivo\nUna città che cura.\nVoce\tEnte\nSede\tComune\nFirmare");
  });

  test("leaves nothing behind when the transaction around it fails", async () => {
    const { member, table, db } = await city();
    const failing = db.tx(async () => {
      await createDocument(member.ctx, { title: "Mai nato", template: "proposal", table });
      throw new Error("afterthought");
    });
    await expect(failing).rejects.toThrow("afterthought");
    expect((await listDocuments(member.ctx, {})).total).toBe(0);
  });

  test("is refused to observers, to strangers, and public only to who leads the table", async () => {
    const { observer, other, member, lead, table, nobody } = await city();
    const input = { title: "Testo", template: "proposal" as const, table };
    await expect(createDocument(observer.ctx, input)).rejects.toEqual(refusal("documents.access.observer"));
    await expect(createDocument(other.ctx, input)).rejects.toEqual(refusal("documents.access.notAtTable"));
    await expect(createDocument(nobody, input)).rejects.toEqual(kind("forbidden"));
    await expect(createDocument(member.ctx, { ...input, visibility: "public" })).rejects.toEqual(refusal("documents.access.publishLeads"));
    await expect(createDocument(lead.ctx, { ...input, visibility: "public" })).resolves.toHaveProperty("id");
  });

  test("is refused at a closed table", async () => {
    const { member, makeTable, seat } = await city();
    const closed = await makeTable("Tavolo concluso", { closedAt: YESTERDAY });
    await seat(closed.id, member.organisationId, { voices: [member] });
    await expect(createDocument(member.ctx, { title: "Tardi", template: "minutes", table: closed })).rejects.toEqual(refusal("documents.new.tableClosed"));
  });
});

describe("finding documents", () => {
  test("shows each body its own, and everybody what is public", async () => {
    const { lead, member, observer, other, nobody, table, elsewhere } = await city();
    const shut = await createDocument(member.ctx, { title: "Bozza riservata", template: "working_paper", table });
    const open = await createDocument(lead.ctx, { title: "Relazione pubblica", template: "working_paper", table, visibility: "public" });
    const far = await createDocument(other.ctx, { title: "Altro tavolo", template: "working_paper", table: elsewhere });
    const seen = async (ctx: typeof nobody, filter = {}) => (await listDocuments(ctx, filter)).rows.map(({ id }) => id).sort();
    expect(await seen(member.ctx)).toEqual([shut.id, open.id].sort());
    expect(await seen(observer.ctx)).toEqual([shut.id, open.id].sort());
    expect(await seen(other.ctx)).toEqual([open.id, far.id].sort());
    expect(await seen(other.ctx, { own: true })).toEqual([far.id]);
    expect(await seen(nobody)).toEqual([open.id]);
    expect(await seen(nobody, { own: true })).toEqual([]);
    expect(await seen(other.ctx, { tableId: table.id })).toEqual([open.id]);
    expect(await seen(member.ctx, { search: "RISERVATA" })).toEqual([shut.id]);
    expect(await seen(member.ctx, { search: "%" })).toEqual([shut.id, open.id].sort());
    expect((await recentDocuments(other.ctx, 5)).map(({ id }) => id)).toEqual([far.id]);
    expect((await recentDocuments(nobody, 5, { tableId: table.id })).map(({ id }) => id)).toEqual([open.id]);
  });

  test("a document one may not see does not exist", async () => {
    const { member, other, nobody, table } = await city();
    const { id } = await createDocument(member.ctx, { title: "Bozza", template: "proposal", table });
    await expect(readDocument(other.ctx, id)).rejects.toEqual(kind("missing"));
    await expect(readDocument(nobody, id)).rejects.toEqual(kind("missing"));
    await expect(renameDocument(other.ctx, { documentId: id, title: "Mio" })).rejects.toEqual(kind("missing"));
    await expect(changeVisibility(nobody, { documentId: id, visibility: "public" })).rejects.toEqual(kind("missing"));
    await expect(lockDocument(other.ctx, { documentId: id, reason: "x.y" })).rejects.toEqual(kind("missing"));
  });

  test("an ended seat of the body takes the document away, an ended mandate only the pen", async () => {
    const { voice, organisation, seat, table, member } = await city();
    const { id } = await createDocument(member.ctx, { title: "Bozza", template: "proposal", table });
    const left = await voice((await organisation("Uscita")).id);
    await seat(table.id, left.organisationId, { voices: [left], validTo: YESTERDAY });
    await expect(readDocument(left.ctx, id)).rejects.toEqual(kind("missing"));
    const retired = await voice((await organisation("Fine mandato")).id);
    await seat(table.id, retired.organisationId, { voices: [retired], mandateTo: YESTERDAY });
    expect((await readDocument(retired.ctx, id)).access).toEqual({ access: "read", because: "documents.access.mandateEnded" });
    await expect(renameDocument(retired.ctx, { documentId: id, title: "Ancora io" })).rejects.toEqual(refusal("documents.access.mandateEnded"));
  });
});

describe("changing a document", () => {
  test("title: who writes; visibility: who leads; both are acts", async () => {
    const { lead, member, observer, table, db } = await city();
    const { id: documentId } = await createDocument(member.ctx, { title: "Bozza", template: "proposal", table });
    await renameDocument(member.ctx, { documentId, title: "Proposta per il Municipio" });
    expect((await readDocument(observer.ctx, documentId)).document.title).toBe("Proposta per il Municipio");
    await expect(renameDocument(observer.ctx, { documentId, title: "No" })).rejects.toEqual(refusal("documents.access.observer"));
    await expect(changeVisibility(member.ctx, { documentId, visibility: "public" })).rejects.toEqual(refusal("documents.access.publishLeads"));
    await changeVisibility(lead.ctx, { documentId, visibility: "public" });
    const acts = await listEntries({ db }, { subject: { kind: "document", ids: [documentId] }, limit: 9 });
    expect(acts.map(({ act }) => act)).toEqual(["document.visibilityChanged", "document.renamed", "document.created"]);
  });

  test("lock: nobody writes or renames, the reason is told, unlocking gives it back", async () => {
    const { member, observer, table, db } = await city();
    const { id: documentId } = await createDocument(member.ctx, { title: "Bozza", template: "proposal", table });
    await expect(lockDocument(observer.ctx, { documentId, reason: "procedures.sent" })).rejects.toEqual(kind("forbidden"));
    await lockDocument(member.ctx, { documentId, reason: "procedures.sent" });
    expect((await readDocument(member.ctx, documentId)).access).toEqual({ access: "read", because: "procedures.sent" });
    await expect(renameDocument(member.ctx, { documentId, title: "No" })).rejects.toEqual(refusal("procedures.sent"));
    await expect(lockDocument(member.ctx, { documentId, reason: "procedures.sent" })).rejects.toEqual(kind("conflict"));
    await unlockDocument(member.ctx, { documentId });
    await unlockDocument(member.ctx, { documentId });
    expect((await readDocument(member.ctx, documentId)).access).toEqual({ access: "write" });
    const acts = await listEntries({ db }, { subject: { kind: "document", ids: [documentId] }, limit: 9 });
    expect(acts.map(({ act }) => act)).toEqual(["document.unlocked", "document.locked", "document.created"]);
    const [row] = await db.read.select().from(documents).where(eq(documents.id, documentId));
    expect(row?.lockedAt).toBeNull();
  });

  test("grants let a body near, change and end; at a table there are none", async () => {
    const { lead, other, member, table, db } = await city();
    const grants = [{ organisationId: lead.organisationId, access: "write" as const }];
    const { id: documentId } = await createDocument(lead.ctx, { title: "Scheda", template: "blocks", blocks: [], scopeId: "application-2", grants });
    await expect(readDocument(other.ctx, documentId)).rejects.toEqual(kind("missing"));
    const partner = { documentId, organisationId: other.organisationId };
    const later = (ms: number) => ({ ...other.ctx, now: new Date(TODAY.getTime() + ms) });
    await grantAccess(other.ctx, { ...partner, access: "read" });
    expect((await readDocument(other.ctx, documentId)).access).toMatchObject({ access: "read", because: "documents.access.readGrant" });
    await grantAccess(later(10), { ...partner, access: "write" });
    expect((await readDocument(later(20), documentId)).access).toEqual({ access: "write" });
    expect((await listDocuments(later(20), { own: true })).rows.map(({ id }) => id)).toContain(documentId);
    await endGrant(later(30), partner);
    await endGrant(later(40), partner);
    await expect(readDocument(later(30), documentId)).rejects.toEqual(kind("missing"));
    const acts = await listEntries({ db }, { subject: { kind: "document", ids: [documentId] }, limit: 9 });
    expect(acts.map(({ act }) => act)).toEqual(["document.accessEnded", "document.accessGranted", "document.accessGranted", "document.created"]);
    const atTable = await createDocument(member.ctx, { title: "Del tavolo", template: "proposal", table });
    await expect(grantAccess(member.ctx, { ...partner, documentId: atTable.id, access: "write" })).rejects.toEqual(kind("missing"));
  });
});

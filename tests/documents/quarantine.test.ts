// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { createDocument } from "~/documents/index.server";
import { listQuarantine, readQuarantined } from "~/documents/quarantine/list-quarantine.server";
import { Resolution } from "~/documents/quarantine/quarantine";
import { resolveQuarantined } from "~/documents/quarantine/resolve-quarantined.server";
import { parse } from "~/web/forms";
import type { Problem } from "~/web/problem";
import { journalEntries } from "~db/journal/schema";
import { realtimeQuarantine } from "~db/realtime/schema";
import { databaseStore, type Store } from "~realtime/index.server";
import { makeWorld, TODAY } from "~tests/harness";

const silent = { info() {}, warn() {}, error() {} };
type Reason = Parameters<Store["quarantine"]>[0]["reason"];

function words(text: string): Uint8Array {
  const shared = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  shared.getXmlFragment("default").insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(shared);
}

async function cityWithRefusals() {
  const world = await makeWorld();
  const voice = await world.voice((await world.organisation("Cooperativa")).id, { label: "Referente Cooperativa" });
  const table = await world.table("Tavolo disabilità");
  await world.seat(table.id, voice.organisationId, { voices: [voice] });
  const { id: documentId } = await createDocument(voice.ctx, { title: "Verbale", template: "minutes", table });
  const admin = await world.administrator();
  const store = databaseStore(world.db, silent);
  const refuse = (reason: Reason, bytes: Uint8Array, connectionId = "c1") =>
    store.quarantine({ documentId, at: TODAY, who: { personId: voice.personId, organisationId: voice.organisationId }, connectionId, reason, bytes });
  return { ...world, voice, documentId, admin, refuse };
}

describe("what was refused", () => {
  test("is listed with who, for which body, in which document, when, why and how large, and its words can be read", async () => {
    const { admin, refuse } = await cityWithRefusals();
    const late = words("Le nostre ultime parole");
    await refuse("sealed", late);
    const { rows, counts } = await listQuarantine(admin.ctx, { state: "open", page: 1 });
    expect(counts).toEqual({ open: 1, resolved: 0 });
    expect(rows).toMatchObject([{ person: "Referente Cooperativa", body: "Cooperativa", title: "Verbale", at: TODAY, reason: "sealed", size: late.length }]);
    const one = await readQuarantined(admin.ctx, rows[0]?.id ?? "");
    expect(one.words).toBe("Le nostre ultime parole");
    expect(one.alike).toBe(0);
  });

  test("that is no text says so", async () => {
    const { admin, refuse } = await cityWithRefusals();
    await refuse("malformed", new Uint8Array([250, 3, 9]));
    const { rows } = await listQuarantine(admin.ctx, { state: "open", page: 1 });
    expect((await readQuarantined(admin.ctx, rows[0]?.id ?? "")).words).toBeNull();
  });

  test("is resolved once, with a note, which is an act; the bytes stay", async () => {
    const { admin, refuse, db, documentId } = await cityWithRefusals();
    await refuse("sealed", words("tardi"));
    const id = (await listQuarantine(admin.ctx, { state: "open", page: 1 })).rows[0]?.id ?? "";
    await resolveQuarantined(admin.ctx, { id, note: "Restituite a chi le ha scritte", alike: false });
    expect((await listQuarantine(admin.ctx, { state: "open", page: 1 })).rows).toEqual([]);
    expect(await readQuarantined(admin.ctx, id)).toMatchObject({ note: "Restituite a chi le ha scritte", resolver: "Amministratore", resolvedAt: TODAY, words: "tardi" });
    const [act] = await db.read.select().from(journalEntries).where(eq(journalEntries.act, "quarantine.resolved"));
    expect(act).toMatchObject({ subjectKind: "quarantine", subjectId: id, personId: admin.personId, data: { documentId, reason: "sealed", count: 1 } });
    await expect(resolveQuarantined(admin.ctx, { id, note: "ancora", alike: false })).rejects.toThrow("documents.quarantine.alreadyResolved");
    expect(await db.read.select().from(realtimeQuarantine)).toHaveLength(1);
  });

  test("by one connection for one reason is resolved together when asked, and nothing else with it", async () => {
    const { admin, refuse } = await cityWithRefusals();
    for (const word of ["uno", "due", "tre"]) await refuse("foreign-author", words(word));
    await refuse("malformed", new Uint8Array([1]));
    await refuse("foreign-author", words("di un altro collegamento"), "c2");
    const { rows } = await listQuarantine(admin.ctx, { state: "open", page: 1 });
    const first = rows.find(({ reason, connectionId }) => reason === "foreign-author" && connectionId === "c1");
    expect((await readQuarantined(admin.ctx, first?.id ?? "")).alike).toBe(2);
    expect(await resolveQuarantined(admin.ctx, { id: first?.id ?? "", note: "Due accessi nello stesso browser", alike: true })).toBe(3);
    const { rows: left, counts } = await listQuarantine(admin.ctx, { state: "open", page: 1 });
    expect(counts).toEqual({ open: 2, resolved: 3 });
    expect(left.map(({ reason }) => reason).sort()).toEqual(["foreign-author", "malformed"]);
  });

  test("needs a note that says something", () => {
    const refusal = (form: object) => {
      try {
        return parse(Resolution, form as Record<string, unknown>);
      } catch (failure) {
        return (failure as Problem).details.fields;
      }
    };
    expect(refusal({ note: "  " })).toEqual({ note: "documents.quarantine.note.missing" });
    expect(refusal({ note: "x".repeat(1001) })).toEqual({ note: "documents.quarantine.note.tooLong" });
    expect(refusal({ note: " chiarito ", alike: "on" })).toEqual({ note: "chiarito", alike: true });
  });
});

describe("only administrators of the platform", () => {
  test("see and resolve it: not who wrote it, not who leads a table, not a visitor", async () => {
    const { admin, refuse, voice, nobody, db } = await cityWithRefusals();
    await refuse("sealed", words("riservato"));
    const id = (await listQuarantine(admin.ctx, { state: "open", page: 1 })).rows[0]?.id ?? "";
    for (const ctx of [voice.ctx, nobody]) {
      await expect(listQuarantine(ctx, { state: "open", page: 1 })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(readQuarantined(ctx, id)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(resolveQuarantined(ctx, { id, note: "x", alike: true })).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(readQuarantined(admin.ctx, "nowhere")).rejects.toMatchObject({ kind: "missing" });
    expect(await db.read.select().from(journalEntries).where(eq(journalEntries.act, "quarantine.resolved"))).toEqual([]);
  });
});

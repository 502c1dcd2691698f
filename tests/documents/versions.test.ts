// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { changeState, keepAutomaticVersions, listVersions, lockDocument, nameVersion, readDocument, readVersion } from "~/documents/index.server";
import { timelineOf } from "~/documents/versions/timeline.server";
import { listEntries } from "~/journal/index.server";
import { documents } from "~db/documents/schema";
import { later, tableWithText } from "./scene";

describe("automatic versions", () => {
  test("come when everybody has left, once, and tell who had written", async () => {
    const { db, member, lead, documentId, write } = await tableWithText();
    await write(member, "Prima frase.", later(0));
    await write(lead, "Seconda frase.", later(1));
    const round = (minutes: number, open: string[] = []) => keepAutomaticVersions({ db, now: later(minutes), open });
    expect(await round(1.5), "still warm").toBe(0);
    expect(await round(3, [documentId]), "somebody is reading").toBe(0);
    expect(await round(3)).toBe(1);
    expect(await round(30)).toBe(0);
    const { versions } = await listVersions(member.ctx, documentId);
    expect(versions).toMatchObject([{ number: 1, kind: "automatic", cause: "departure", by: null, writers: ["Cooperativa", "Direzione"], seq: 3 }]);
  });

  test("come after ten minutes of writing while people are still there", async () => {
    const { db, member, documentId, write } = await tableWithText();
    await write(member, "Uno.", later(0));
    await write(member, "Due.", later(9.9));
    expect(await keepAutomaticVersions({ db, now: later(9.9), open: [documentId] })).toBe(0);
    expect(await keepAutomaticVersions({ db, now: later(10), open: [documentId] })).toBe(1);
    await write(member, "Tre.", later(11));
    expect(await keepAutomaticVersions({ db, now: later(19), open: [documentId] }), "ten minutes from the first new word").toBe(0);
    expect(await keepAutomaticVersions({ db, now: later(21), open: [documentId] })).toBe(1);
    const { versions } = await listVersions(member.ctx, documentId);
    expect(versions.map(({ cause }) => cause)).toEqual(["activity", "activity"]);
  });

  test("are not made of a text that nobody changed", async () => {
    const { db, member, documentId, write } = await tableWithText();
    expect(await keepAutomaticVersions({ db, now: later(60), open: [] }), "the first content").toBe(0);
    await write(member, "Tolta subito.", later(0));
    expect(await keepAutomaticVersions({ db, now: later(60), open: [] })).toBe(1);
    await write(member, "", later(61), { remove: "Tolta subito." });
    await write(member, "Tolta subito.", later(62));
    expect(await keepAutomaticVersions({ db, now: later(120), open: [] }), "the same words again").toBe(0);
    expect((await listVersions(member.ctx, documentId)).versions).toHaveLength(1);
  });
});

describe("named versions", () => {
  test("keep the text with a name and a reason, and are an act", async () => {
    const { db, member, documentId, write } = await tableWithText();
    await write(member, "Testo discusso.", later(0));
    const { number } = await nameVersion(member.ctx, { documentId, name: "Seduta di marzo", reason: "Discusso in seduta" });
    await write(member, "Aggiunto dopo.", later(5));
    const { version, content } = await readVersion(member.ctx, documentId, number);
    expect(version).toMatchObject({ kind: "named", name: "Seduta di marzo", reason: "Discusso in seduta", by: { body: "Cooperativa" }, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(content)).toContain("Testo discusso.");
    expect(JSON.stringify(content)).not.toContain("Aggiunto dopo.");
    const [act] = await listEntries({ db }, { act: "document.versionMade", limit: 1 });
    expect(act).toMatchObject({ subjectId: documentId, data: { number, sha256: version.sha256 } });
  });

  test("are refused to who may not write, and do not exist for strangers", async () => {
    const { observer, stranger, nobody, member, lead, documentId } = await tableWithText();
    const input = { documentId, name: "Mia", reason: "Così" };
    await expect(nameVersion(observer.ctx, input)).rejects.toMatchObject({ kind: "forbidden", details: { because: "documents.access.observer" } });
    await expect(nameVersion(stranger.ctx, input)).rejects.toMatchObject({ kind: "missing" });
    const { number } = await nameVersion(member.ctx, input);
    expect((await listVersions(observer.ctx, documentId)).versions).toHaveLength(1);
    await expect(readVersion(stranger.ctx, documentId, number)).rejects.toMatchObject({ kind: "missing" });
    await expect(readVersion(member.ctx, documentId, number + 1)).rejects.toMatchObject({ kind: "missing" });
    await lead.ctx.db.tx((tx) => tx.update(documents).set({ visibility: "public" }).where(eq(documents.id, documentId)));
    // what was taken out before publishing stays with the table
    await expect(readVersion(nobody, documentId, number)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(listVersions(stranger.ctx, documentId)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the life of a document", () => {
  const open = { name: "openConsultation" as const, reason: "Sentire gli enti", endsAt: later(60) };

  test("opens a consultation with an end, keeps the text of that moment, and tells who and why", async () => {
    const { db, lead, member, documentId } = await tableWithText();
    await changeState(lead.ctx, { documentId, ...open });
    expect((await readDocument(member.ctx, documentId)).document).toMatchObject({ state: "consultation", consultationEndsAt: later(60) });
    const { moments } = await timelineOf(member.ctx, documentId);
    expect(moments).toContainEqual(expect.objectContaining({ what: "state", from: "draft", to: "consultation", reason: "Sentire gli enti", by: expect.objectContaining({ body: "Direzione" }) }));
    expect(moments).toContainEqual(expect.objectContaining({ what: "version", cause: "state" }));
    const [act] = await listEntries({ db }, { act: "document.consultationOpened", limit: 1 });
    expect(act?.data).toMatchObject({ documentId, endsAt: later(60).toISOString() });
    await changeState(lead.ctx, { documentId, name: "extendConsultation", reason: "Due enti lo chiedono", endsAt: later(120) });
    await changeState(lead.ctx, { documentId, name: "closeConsultation", reason: "Sentiti tutti" });
    expect((await readDocument(member.ctx, documentId)).document).toMatchObject({ state: "draft", consultationEndsAt: null });
  });

  test("is moved only by who leads the table, forwards, and not under a lock", async () => {
    const { lead, member, documentId } = await tableWithText();
    await expect(changeState(member.ctx, { documentId, ...open })).rejects.toMatchObject({ details: { because: "documents.access.publishLeads" } });
    await expect(changeState(lead.ctx, { documentId, ...open, endsAt: later(-1) })).rejects.toMatchObject({ kind: "invalid" });
    await expect(changeState(lead.ctx, { documentId, name: "closeConsultation", reason: "?" })).rejects.toMatchObject({ details: { because: "documents.lifecycle.refused.from.draft" } });
    await expect(changeState(lead.ctx, { documentId, name: "supersede", reason: "?" })).rejects.toMatchObject({ kind: "conflict" });
    await lockDocument(member.ctx, { documentId, reason: "documents.access.locked" });
    await expect(changeState(lead.ctx, { documentId, ...open })).rejects.toMatchObject({ details: { because: "documents.access.locked" } });
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { gunzipSync, gzipSync } from "node:zlib";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attributionAt, nameVersion, verifyAuthorship, verifyAuthorships, writeDownLosses } from "~/documents/index.server";
import type { SavedLedger } from "~/documents/attribution/ledger";
import { askAttribution } from "~/documents/attribution/desk.server";
import { fingerprintOf } from "~/documents/attribution/fingerprint.server";
import { readLog } from "~/documents/attribution/read-log.server";
import { workOut } from "~/documents/attribution/work";
import { documentAttributions, documentVersions } from "~db/documents/schema";
import { journalEntries } from "~db/journal/schema";
import { realtimeSetAside, realtimeUpdates } from "~db/realtime/schema";
import { later, tableWithText } from "../scene";
import { play, steps } from "./random";

async function threeVersions() {
  const scene = await tableWithText();
  const { db, member, lead, documentId, write } = scene;
  for (const n of [1, 2, 3]) {
    await write(n % 2 ? member : lead, `Frase numero ${n}, scritta per prova.`, later(n));
    await nameVersion(member.ctx, { documentId, name: `Versione ${n}`, reason: "Prova" });
  }
  const { kept } = await askAttribution({ kept: null, rows: await readLog(db, documentId), stops: [], keep: true });
  if (!kept) throw new Error("nothing kept");
  await db.tx((tx) => tx.insert(documentAttributions).values({ documentId, seq: kept.seq, at: later(4), state: Buffer.from(kept.state), ledger: Buffer.from(kept.ledger) }));
  const change = (work: Parameters<typeof db.tx>[0]) => db.tx(work);
  const verdict = async () => (await verifyAuthorship(member.ctx, documentId)).disagreements;
  return { ...scene, kept, change, verdict };
}

test("the log, the versions, the register and the working at hand agree", async () => {
  const { member, documentId, ctxOf } = await threeVersions();
  const found = await verifyAuthorship(member.ctx, documentId);
  expect(found).toMatchObject({ rows: 4, versions: 3, disagreements: [] });
  const { authorship } = await attributionAt(ctxOf(null), documentId);
  expect(found.sha256).toBe(fingerprintOf(authorship));
});

test("a row of the log given to another body is found out by the versions and the register", async () => {
  const { change, verdict, lead, documentId } = await threeVersions();
  await change((tx) => tx.update(realtimeUpdates).set({ organisationId: lead.organisationId }).where(and(eq(realtimeUpdates.documentId, documentId), eq(realtimeUpdates.seq, 2))));
  expect(await verdict()).toEqual([
    { what: "working" },
    ...[1, 2, 3].flatMap((version) => [{ what: "authors", version }, { what: "register", version }]),
  ]);
});

test("an authorship rewritten in a version is found out, and in the register that it was", async () => {
  const { change, verdict, lead, documentId, db } = await threeVersions();
  const [version] = await db.read.select().from(documentVersions).where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, 2)));
  const altered = JSON.parse(JSON.stringify(version?.authorship).replaceAll(/"organisationId":"[^"]+"/g, `"organisationId":"${lead.organisationId}"`)) as object;
  await change((tx) => tx.update(documentVersions).set({ authorship: altered }).where(eq(documentVersions.id, version?.id ?? "")));
  expect(await verdict()).toEqual([{ what: "authors", version: 2 }]);
});

test("other words in a version are found out", async () => {
  const { change, verdict, documentId, db } = await threeVersions();
  const [version] = await db.read.select().from(documentVersions).where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, 1)));
  await change((tx) => tx.update(documentVersions).set({ text: version?.text.replace("prova", "celia") ?? "" }).where(eq(documentVersions.id, version?.id ?? "")));
  expect(await verdict()).toEqual([{ what: "words", version: 1 }]);
});

test("a false working is found out, thrown away, and no longer shown", async () => {
  const { change, verdict, kept, documentId, lead, member, ctxOf } = await threeVersions();
  const ledger = JSON.parse(gunzipSync(kept.ledger).toString("utf8")) as SavedLedger;
  for (const sitting of ledger.sittings) sitting.organisationId = lead.organisationId;
  await change((tx) => tx.update(documentAttributions).set({ ledger: gzipSync(JSON.stringify(ledger)) }).where(eq(documentAttributions.documentId, documentId)));
  expect((await attributionAt(ctxOf(null), documentId)).authorship.contributors.some(({ organisationId }) => organisationId === member.organisationId)).toBe(false);
  expect(await verdict()).toEqual([{ what: "working" }]);
  expect(await verdict()).toEqual([]);
  expect((await attributionAt(ctxOf(null), documentId)).authorship.contributors.some(({ organisationId }) => organisationId === member.organisationId)).toBe(true);
});

test("what the register says is not changed unseen either", async () => {
  const { db, documentId } = await threeVersions();
  const acts = await db.read.select({ data: journalEntries.data }).from(journalEntries).where(and(eq(journalEntries.act, "document.versionMade"), eq(journalEntries.subjectId, documentId)));
  expect(acts.map(({ data }) => data.authorshipSha256)).toEqual([1, 2, 3].map(() => expect.stringMatching(/^[0-9a-f]{64}$/)));
});

test("a damaged row that was left out later is no forgery, and is told; what was altered besides is still found out", async () => {
  const { db, change, member, documentId } = await threeVersions();
  const at = later(100);
  await change((tx) => tx.insert(realtimeSetAside).values({ documentId, seq: 3, at, reason: "damaged" }));
  // only the register of acts explains it: a mark in the data anybody could make
  expect((await verifyAuthorship(member.ctx, documentId)).disagreements).toContainEqual({ what: "words", version: 2 });
  await writeDownLosses({ db, now: at });
  const found = await verifyAuthorship(member.ctx, documentId);
  expect(found).toMatchObject({ disagreements: [], leftOut: [2, 3].map((version) => ({ version, row: 3, told: true })) });
  expect(await verifyAuthorships(db)).toMatchObject({ broken: [], damaged: [{ documentId, leftOut: found.leftOut }] });
  const [version] = await db.read.select().from(documentVersions).where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, 3)));
  await change((tx) => tx.update(documentVersions).set({ text: version?.text.replace("prova", "celia") ?? "" }).where(eq(documentVersions.id, version?.id ?? "")));
  expect((await verifyAuthorship(member.ctx, documentId)).disagreements).toContainEqual({ what: "words", version: 3 });
});

test("the whole house is verified at once, and the document that does not agree is named", async () => {
  const { db, change, documentId } = await threeVersions();
  expect(await verifyAuthorships(db)).toEqual({ documents: 1, broken: [], damaged: [] });
  await change((tx) => tx.update(realtimeUpdates).set({ at: later(500) }).where(and(eq(realtimeUpdates.documentId, documentId), eq(realtimeUpdates.seq, 3))));
  expect(await verifyAuthorships(db)).toMatchObject({ documents: 1, broken: [{ documentId, title: "Proposta" }] });
});

test("is refused to strangers", async () => {
  const { stranger, documentId } = await tableWithText();
  await expect(verifyAuthorship(stranger.ctx, documentId)).rejects.toMatchObject({ kind: "missing" });
});

test("however people write, recomputing agrees, and any row given to another body that has words in the text does not", () => {
  fc.assert(
    fc.property(steps(true), fc.nat(50), (all, which) => {
      const { log } = play(all);
      const said = (rows: typeof log.rows) => fingerprintOf(workOut({ kept: null, rows, stops: [], keep: false }).authorships[0] as never);
      expect(said(log.rows)).toBe(said(structuredClone(log.rows)));
      const { authorships, sittings } = workOut({ kept: null, rows: log.rows, stops: [], keep: false });
      const changed = which % log.rows.length;
      const forged = log.rows.map((row, i) => (i === changed ? { ...row, organisationId: "Usurpatore", personId: "Usurpatore" } : row));
      const added = workOut({ kept: null, rows: forged, stops: [], keep: false }).sittings.some(({ organisationId, added: letters }) => organisationId === "Usurpatore" && letters > 0);
      const standing = workOut({ kept: null, rows: forged, stops: [], keep: false }).authorships[0]?.contributors.some(({ organisationId }) => organisationId === "Usurpatore");
      expect(sittings.length).toBeGreaterThan(0);
      if (added && standing) expect(said(forged)).not.toBe(fingerprintOf(authorships[0] as never));
    }),
    { numRuns: 40 },
  );
});

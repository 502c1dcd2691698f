// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { confirmPart, invitePartner, leaveApplication, submitApplication, verifySeals, viewApplication, withdrawSubmission } from "~/procedures/index.server";
import { checkReceipt } from "~/procedures/index.server";
import type { ApplicationPackage } from "~/procedures/package";
import { parseRomeLocal } from "~/web/time";
import { applicationReceipts } from "~db/procedures/schema";
import { at, makeScene, partIdOf, readyApplication, type Scene } from "./scene";
import { storeText } from "./write-text";

const deadline = parseRomeLocal("2026-04-10T12:00:00")!;
const plus = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const send = (scene: Scene, id: string, now: Date) => submitApplication(at(scene.lead.ctx, now), { applicationId: id, confirmed: true });
const receiptOf = async (scene: Scene, number: string) => (await scene.db.read.select().from(applicationReceipts).where(eq(applicationReceipts.number, number)))[0]!;

describe("a submission", () => {
  test("freezes the words of the lead and of the partner in one package, whose fingerprint the receipt bears", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const { number } = await send(scene, id, plus(deadline, -60_000));
    expect(number).toBe("2026-000001");
    const { packageBytes, packageSha256, receiptBytes, receivedAt } = await receiptOf(scene, number);
    expect(createHash("sha256").update(packageBytes).digest("hex")).toBe(packageSha256);
    const text = packageBytes.toString("utf8");
    expect(text).toContain("Parole del capofila.");
    expect(text).toContain("Parole del partner.");
    const content = JSON.parse(text) as ApplicationPackage;
    expect(content.partners.map(({ body, share }) => [body.name, share])).toEqual([["Alfa", 6000], ["Beta", 4000]]);
    expect(content.partners[1]?.declaration).toContain("Beta dichiara");
    expect(content.budget?.costs).toHaveLength(3);
    expect(JSON.parse(receiptBytes.toString("utf8"))).toMatchObject({ number, packageSha256, receivedAt: receivedAt.toISOString() });
    expect(await verifySeals(scene.db.read)).toEqual({ ok: true, packages: 1 });
    expect(await verifyJournal(scene.db.read)).toMatchObject({ ok: true });
  });

  test("pressed twice gives the same receipt, also when the second press comes after the term", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const both = await Promise.all([send(scene, id, plus(deadline, -1000)), send(scene, id, plus(deadline, -900))]);
    expect(both.map(({ number }) => number)).toEqual(["2026-000001", "2026-000001"]);
    expect(await send(scene, id, plus(deadline, 5000))).toEqual({ number: "2026-000001" });
    expect(await scene.db.read.select({ n: applicationReceipts.number }).from(applicationReceipts)).toHaveLength(1);
  });

  test("stops all writing in the project form", async () => {
    const scene = await makeScene();
    const { id, documentId } = await readyApplication(scene);
    await send(scene, id, plus(deadline, -60_000));
    await expect(storeText(scene.db, documentId, scene.partner, "Dopo l'invio")).rejects.toThrow();
  });

  test("is refused while something is missing, and takes no number", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    await invitePartner(scene.lead.ctx, { applicationId: id, body: "Gamma" });
    await expect(send(scene, id, plus(deadline, -60_000))).rejects.toMatchObject({ details: { because: "procedures.submit.notReady" } });
    const partnerId = await partIdOf(scene, id, scene.stranger);
    await leaveApplication(scene.lead.ctx, { applicationId: id, partnerId, reason: "Non risponde" });
    expect((await send(scene, id, plus(deadline, -50_000))).number).toBe("2026-000001");
  });

  test("asks for the confirmation", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const now = at(scene.lead.ctx, plus(deadline, -60_000));
    await expect(submitApplication(now, { applicationId: id, confirmed: false })).rejects.toMatchObject({ details: { fields: { confirmed: "procedures.submit.mustConfirm" } } });
  });

  test("may be taken back before the term and sent again: the first receipt no longer holds", async () => {
    const scene = await makeScene();
    const { id, documentId } = await readyApplication(scene);
    const first = await send(scene, id, plus(deadline, -60_000));
    await withdrawSubmission(at(scene.lead.ctx, plus(deadline, -50_000)), { applicationId: id });
    await storeText(scene.db, documentId, scene.partner, "Una correzione.");
    const second = await send(scene, id, plus(deadline, -40_000));
    expect(second.number).toBe("2026-000002");
    const view = await viewApplication(at(scene.lead.ctx, deadline), id);
    expect(view.receipt?.number).toBe(second.number);
    expect(view.earlierReceipts.map(({ number }) => number)).toEqual([first.number]);
    expect((await receiptOf(scene, second.number)).packageBytes.toString("utf8")).toContain("Una correzione.");
    expect((await receiptOf(scene, first.number)).packageBytes.toString("utf8")).not.toContain("Una correzione.");
    expect(await verifySeals(scene.db.read)).toMatchObject({ ok: true, packages: 2 });
  });

  test("cannot be taken back after the term", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    await send(scene, id, deadline);
    await expect(withdrawSubmission(at(scene.lead.ctx, plus(deadline, 1000)), { applicationId: id })).rejects.toMatchObject({ details: { because: "procedures.refusal.termPassed" } });
  });
});

describe("the term", () => {
  const days = {
    "an ordinary day": "2026-04-10T12:00:00",
    "the Sunday on which summer time begins": "2026-03-29T12:00:00",
    "the Sunday on which summer time ends": "2026-10-25T12:00:00",
  };
  for (const [day, closes] of Object.entries(days)) {
    test(`takes in all of 12:00:00 and nothing of 12:00:01 on ${day}`, async () => {
      const scene = await makeScene({ closes, content: closes < "2026-04" ? { shortTermReason: "Prova", questionsUntil: "2026-03-20T11:00:00.000Z" } : {} });
      const term = parseRomeLocal(closes)!;
      const { id } = await readyApplication(scene);
      await expect(send(scene, id, plus(term, 1000))).rejects.toMatchObject({ kind: "conflict", details: { because: "procedures.submit.late" } });
      expect((await send(scene, id, plus(term, 999))).number).toMatch(/^2026-/);
      expect((await receiptOf(scene, "2026-000001")).receivedAt).toEqual(term);
    });
  }

  test("on the days clocks change is 12:00 in Rome: 10:00 UTC in March, 11:00 UTC in October", () => {
    expect(parseRomeLocal("2026-03-29T12:00:00")?.toISOString()).toBe("2026-03-29T10:00:00.000Z");
    expect(parseRomeLocal("2026-10-25T12:00:00")?.toISOString()).toBe("2026-10-25T11:00:00.000Z");
  });

  test("a late attempt is told with the server's time and its place in the register of acts; the draft is kept", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const late = await send(scene, id, plus(deadline, 63_000)).catch((failure: unknown) => failure);
    const [entry] = await listEntries(scene.lead.ctx, { act: "application.refusedLate", limit: 1 });
    expect(late).toMatchObject({ details: { values: { reference: entry?.seq, at: "venerdì 10 aprile 2026, ore 12:01:03" } } });
    expect(entry).toMatchObject({ subjectId: id, data: { receivedAt: "2026-04-10T10:01:03.000Z" } });
    const view = await viewApplication(at(scene.lead.ctx, plus(deadline, 64_000)), id);
    expect(view).toMatchObject({ state: "draft", receipt: null });
    expect(await scene.db.read.select().from(applicationReceipts)).toEqual([]);
  });
});

describe("what was sent", () => {
  test("is found changed, wherever a byte is changed in package or receipt", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const { number } = await send(scene, id, plus(deadline, -60_000));
    const row = await receiptOf(scene, number);
    for (const part of ["package", "receipt"] as const) {
      const bytes = part === "package" ? row.packageBytes : row.receiptBytes;
      for (const place of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const flipped = Buffer.from(bytes);
        flipped[place] = (flipped[place] ?? 0) ^ 1;
        await scene.db.tx((db) => db.update(applicationReceipts).set({ [`${part}Bytes`]: flipped }).where(eq(applicationReceipts.number, number)));
        expect(await verifySeals(scene.db.read)).toEqual({ ok: false, packages: 1, broken: [{ number, part }] });
        const fingerprint = createHash("sha256").update(flipped).digest("hex");
        expect(await checkReceipt({ db: scene.db, now: plus(deadline, 1000) }, { number, fingerprint })).toEqual({ verdict: "different" });
        await scene.db.tx((db) => db.update(applicationReceipts).set({ [`${part}Bytes`]: bytes }).where(eq(applicationReceipts.number, number)));
      }
    }
    expect(await verifySeals(scene.db.read)).toMatchObject({ ok: true });
  });

  test("is found changed also by who rewrites the fingerprints beside it: the register of acts says otherwise", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const { number } = await send(scene, id, plus(deadline, -60_000));
    const row = await receiptOf(scene, number);
    const packageBytes = Buffer.from(row.packageBytes.toString("utf8").replace("capofila", "CAPOFILA"));
    const packageSha256 = createHash("sha256").update(packageBytes).digest("hex");
    const receiptBytes = Buffer.from(row.receiptBytes.toString("utf8").replace(row.packageSha256, packageSha256));
    const receiptSha256 = createHash("sha256").update(receiptBytes).digest("hex");
    await scene.db.tx((db) => db.update(applicationReceipts).set({ packageBytes, packageSha256, receiptBytes, receiptSha256 }));
    expect(await verifySeals(scene.db.read)).toMatchObject({ ok: false, broken: [{ number, part: "journal" }] });
  });

  test("is recognised by number and fingerprint; before the term a number alone tells nothing", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const { number } = await send(scene, id, plus(deadline, -60_000));
    const { packageSha256, receiptSha256 } = await receiptOf(scene, number);
    const before = { db: scene.db, now: plus(deadline, -1000) };
    const after = { db: scene.db, now: plus(deadline, 1000) };
    expect(await checkReceipt(before, { number, fingerprint: packageSha256.toUpperCase() })).toMatchObject({ verdict: "authentic", what: "package" });
    expect(await checkReceipt(before, { number, fingerprint: receiptSha256 })).toMatchObject({ verdict: "authentic", what: "receipt" });
    expect(await checkReceipt(before, { number, fingerprint: "0".repeat(64) })).toEqual({ verdict: "unknown" });
    expect(await checkReceipt(before, { number: "2026-000002", fingerprint: "0".repeat(64) })).toEqual({ verdict: "unknown" });
    expect(await checkReceipt(after, { number, fingerprint: "0".repeat(64) })).toEqual({ verdict: "different" });
    expect(await checkReceipt(after, { number, fingerprint: "not a fingerprint" })).toEqual({ verdict: "different" });
  });
});

describe("a part", () => {
  test("is confirmed again only by who is touched when somebody leaves or lines change", async () => {
    const scene = await makeScene();
    const { id } = await readyApplication(scene);
    const now = at(scene.lead.ctx, plus(deadline, -60_000));
    await leaveApplication(now, { applicationId: id, partnerId: await partIdOf(scene, id, scene.partner), reason: "Cambio di programma" });
    const view = await viewApplication(now, id);
    expect(view.own.confirmed).toBe(true);
    expect(view.todo.map(({ because }) => because)).toEqual(["procedures.todo.sharesMissing"]);
    await confirmPart(now, { applicationId: id, share: "100", declared: true });
    expect((await viewApplication(now, id)).todo).toEqual([]);
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closePress } from "~/documents/export/press.server";
import { findJob, openJobFile } from "~/documents/jobs/find-job.server";
import { restartJob } from "~/documents/jobs/restart-job.server";
import { startJob } from "~/documents/jobs/start-job.server";
import { forgetJobs, interruptJobs } from "~/documents/jobs/tidy-jobs.server";
import { openBackground } from "~/web/background";
import { documentJobFiles, documentJobs } from "~db/documents/jobs";
import { kind, refusal } from "./contributions-stage";
import { later, tableWithText } from "./scene";

afterAll(closePress);

// the first file waits for Pandoc to be loaded, which on a busy machine takes long
vi.setConfig({ testTimeout: 120_000 });

async function desk() {
  const scene = await tableWithText([{ type: "paragraph", text: "Il centro apre anche il sabato." }]);
  const failures: unknown[] = [];
  const background = openBackground((failure) => failures.push(failure));
  const needs = { background, scan: null };
  const order = (wish = {}) => ({ kind: "export" as const, documentId: scene.documentId, title: "Proposta", wish: { format: "txt", appendices: [], protocol: "", comune: "Comune", ...wish }, incoming: null });
  const become = (id: string, state: "working" | "done") => scene.db.tx(async (tx) => void (await tx.update(documentJobs).set({ state }).where(eq(documentJobs.id, id))));
  return { ...scene, failures, background, needs, order, become };
}

test("a file is prepared, kept for whoever asked, and nobody else's", async () => {
  const { member, lead, nobody, stranger, needs, order, background } = await desk();
  const { id } = await startJob(member.ctx, needs, order());
  await background.ended(id, 30_000);
  expect(await findJob(member.ctx, id)).toMatchObject({ state: "done", stepNumber: 3, steps: 3 });
  const { name, bytes } = await openJobFile(member.ctx, id);
  expect(name).toBe("proposta.txt");
  expect(Buffer.from(bytes).toString("utf8")).toContain("Il centro apre anche il sabato.");
  for (const { ctx } of [lead, stranger]) await expect(openJobFile(ctx, id)).rejects.toEqual(kind("missing"));
  await expect(findJob(nobody, id)).rejects.toEqual(kind("unauthenticated"));
});

test("who no longer sees the document no longer has its file; who never did gets none", async () => {
  const { stranger, needs, order, background } = await desk();
  const { id } = await startJob(stranger.ctx, needs, order());
  await background.ended(id, 30_000);
  await expect(findJob(stranger.ctx, id)).rejects.toEqual(kind("missing"));
  await expect(openJobFile(stranger.ctx, id)).rejects.toEqual(kind("missing"));
});

test("what a restart of the house interrupts says so, and can be begun again without asking anew", async () => {
  const { db, member, needs, order, become, background } = await desk();
  const first = await startJob(member.ctx, needs, order());
  await background.ended(first.id, 30_000);
  await expect(restartJob(member.ctx, needs, first.id)).rejects.toEqual(refusal("jobs.notOver"));
  // as the row is found when the process died at this point
  await become(first.id, "working");
  await interruptJobs({ db });
  expect(await findJob(member.ctx, first.id)).toMatchObject({ state: "interrupted", because: "jobs.interrupted" });
  await expect(openJobFile(member.ctx, first.id)).rejects.toEqual(kind("missing"));
  const second = await restartJob(member.ctx, needs, first.id);
  await background.ended(second.id, 30_000);
  expect((await openJobFile(member.ctx, second.id)).name).toBe("proposta.txt");
});

test("a wish that cannot be met fails with the reason", async () => {
  const { member, needs, order, background, failures } = await desk();
  const { id } = await startJob(member.ctx, needs, { ...order(), documentId: null });
  await background.ended(id, 30_000);
  expect(await findJob(member.ctx, id)).toMatchObject({ state: "failed", because: "web.problem.missing" });
  expect(failures).toEqual([]);
});

test("nobody has more than three under way", async () => {
  const { member, needs, order, become, background } = await desk();
  for (let i = 0; i < 3; i++) {
    const { id } = await startJob(member.ctx, needs, order());
    await background.ended(id, 30_000);
    await become(id, "working");
  }
  await expect(startJob(member.ctx, needs, order())).rejects.toEqual(refusal("jobs.tooMany"));
});

test("after a day a job and its file are gone", async () => {
  const { db, member, needs, order, background } = await desk();
  const { id } = await startJob(member.ctx, needs, order());
  await background.ended(id, 30_000);
  await forgetJobs({ db, now: later(23 * 60) });
  expect(await db.read.$count(documentJobFiles)).toBe(1);
  const tomorrow = { ...member.ctx, now: later(25 * 60) };
  await expect(findJob(tomorrow, id)).rejects.toEqual(kind("missing"));
  await forgetJobs(tomorrow);
  expect([await db.read.$count(documentJobs), await db.read.$count(documentJobFiles)]).toEqual([0, 0]);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, eq } from "drizzle-orm";
import { signedIn } from "~/web/guard.server";
import type { Ctx } from "~/web/context";
import { Problem, problem } from "~/web/problem";
import { type Database, one } from "~db/client.server";
import { documentJobFiles, documentJobs } from "~db/documents/jobs";
import { newId } from "~db/id";
import { type JobFile, type JobKind, type JobNeeds, KEPT_HOURS, QUICK_MS } from "./job";
import { works } from "./works.server";

/** One person keeps the writers of files busy with no more than this. */
const MOST_AT_ONCE = 3;

export type Order = { kind: JobKind; documentId: string | null; title: string; wish: unknown; incoming: JobFile | null };

/**
 * Writes a job down and begins it. Asks nobody's permission: who calls has, and the work asks again. `ended` says whether
 * it was so quick that there is no progress to show. Throws `tooMany` when the person has enough under way.
 */
export async function startJob(ctx: Ctx, needs: JobNeeds, { kind, documentId, title, wish, incoming }: Order): Promise<{ id: string; ended: boolean }> {
  const { personId, organisationId } = signedIn(ctx);
  const id = newId();
  const { steps } = works[kind];
  await ctx.db.tx(async (tx) => {
    const busy = one(await tx.select({ jobs: count() }).from(documentJobs).where(and(eq(documentJobs.personId, personId), eq(documentJobs.state, "working"))));
    if ((busy?.jobs ?? 0) >= MOST_AT_ONCE) throw problem("tooMany", { because: "jobs.tooMany", retryAfterSeconds: 60 });
    const expiresAt = new Date(ctx.now.getTime() + KEPT_HOURS * 3_600_000);
    await tx.insert(documentJobs).values({ id, kind, personId, organisationId, documentId, title, wish, state: "working", step: "begun", stepNumber: 0, steps, at: ctx.now, expiresAt });
    if (incoming) await tx.insert(documentJobFiles).values({ jobId: id, name: incoming.name, mediaType: incoming.type, bytes: Buffer.from(incoming.bytes) });
  });
  needs.background.begin(id, () => perform(ctx, needs, { id, kind, documentId, wish, incoming }));
  return { id, ended: await needs.background.ended(id, QUICK_MS) };
}

type Begun = Pick<Order, "kind" | "documentId" | "wish" | "incoming"> & { id: string };

async function perform(ctx: Ctx, { scan }: JobNeeds, { id, kind, ...order }: Begun): Promise<void> {
  let stepNumber = 0;
  const tell = (step: string) => written(ctx.db, id, { step, stepNumber: ++stepNumber });
  try {
    const { file, result, documentId } = await works[kind].run(ctx, { id, scan, ...order }, tell);
    await ctx.db.tx(async (tx) => {
      if (file) {
        await tx.delete(documentJobFiles).where(eq(documentJobFiles.jobId, id));
        await tx.insert(documentJobFiles).values({ jobId: id, name: file.name, mediaType: file.type, bytes: Buffer.from(file.bytes) });
      }
      await tx.update(documentJobs).set({ state: "done", result: result ?? null, ...(documentId ? { documentId } : {}) }).where(eq(documentJobs.id, id));
    });
  } catch (failure) {
    const told = failure instanceof Problem ? failure.details : { because: "jobs.broken" };
    await written(ctx.db, id, { state: "failed", because: told.fields?.file ?? told.because, values: told.values ?? null });
    if (!(failure instanceof Problem)) throw failure;
  }
}

const written = (db: Database, id: string, change: Partial<typeof documentJobs.$inferInsert>) =>
  db.tx(async (tx) => {
    await tx.update(documentJobs).set(change).where(eq(documentJobs.id, id));
  });

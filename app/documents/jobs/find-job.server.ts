// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, gt } from "drizzle-orm";
import { signedIn } from "~/web/guard.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentJobFiles, documentJobs } from "~db/documents/jobs";
import { findDocument } from "../access.server";
import type { JobKind, JobRow } from "./job";

/** A job of whoever asks; `missing` when it is another's, was forgotten, or is about a document they no longer see. */
export async function findJob(ctx: Ctx, id: string): Promise<JobRow> {
  const { personId } = signedIn(ctx);
  const job = one(await ctx.db.read.select().from(documentJobs).where(and(eq(documentJobs.id, id), eq(documentJobs.personId, personId), gt(documentJobs.expiresAt, ctx.now))));
  if (!job) throw problem("missing");
  if (job.documentId) await findDocument(ctx, job.documentId);
  return job;
}

/** The file that a finished job made. */
export async function openJobFile(ctx: Ctx, id: string): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  const { state, kind } = await findJob(ctx, id);
  const file = state === "done" && kind === "export" ? await fileOf(ctx, id) : null;
  if (!file) throw problem("missing");
  return file;
}

/** What belongs to a job, whatever it is. */
export async function fileOf({ db }: Pick<Ctx, "db">, jobId: string) {
  const row = one(await db.read.select().from(documentJobFiles).where(eq(documentJobFiles.jobId, jobId)));
  return row ? { name: row.name, type: row.mediaType, bytes: row.bytes } : null;
}

/** What somebody had made of a document lately, last first. */
export async function recentJobs(ctx: Ctx, documentId: string, kind: JobKind) {
  const { personId } = signedIn(ctx);
  const { id, at, state, wish, title } = documentJobs;
  return ctx.db.read
    .select({ id, at, state, wish, title })
    .from(documentJobs)
    .where(and(eq(documentJobs.personId, personId), eq(documentJobs.documentId, documentId), eq(documentJobs.kind, kind), gt(documentJobs.expiresAt, ctx.now)))
    .orderBy(desc(documentJobs.at))
    .limit(5);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq, inArray, lte } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { documentJobFiles, documentJobs } from "~db/documents/jobs";

/** At the start of the house: what was under way when it went down will not go on, and says so. */
export async function interruptJobs({ db }: Pick<Ctx, "db">): Promise<void> {
  await db.tx(async (tx) => {
    await tx.update(documentJobs).set({ state: "interrupted", because: "jobs.interrupted" }).where(eq(documentJobs.state, "working"));
  });
}

/** Removes jobs, and their files, whose time is over. Nothing official is in them. */
export async function forgetJobs({ db, now }: Pick<Ctx, "db" | "now">): Promise<void> {
  await db.tx(async (tx) => {
    const over = tx.select({ id: documentJobs.id }).from(documentJobs).where(lte(documentJobs.expiresAt, now));
    await tx.delete(documentJobFiles).where(inArray(documentJobFiles.jobId, over));
    await tx.delete(documentJobs).where(lte(documentJobs.expiresAt, now));
  });
}

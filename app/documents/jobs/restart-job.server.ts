// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { fileOf, findJob } from "./find-job.server";
import type { JobNeeds } from "./job";
import { startJob } from "./start-job.server";

/** Does again, as a new job, what was interrupted or failed: nobody has to fill in the form or send the file a second time. */
export async function restartJob(ctx: Ctx, needs: JobNeeds, id: string): Promise<{ id: string }> {
  const job = await findJob(ctx, id);
  if (job.state !== "interrupted" && job.state !== "failed") throw problem("conflict", { because: "jobs.notOver" });
  const { kind, documentId, title, wish } = job;
  return startJob(ctx, needs, { kind, documentId, title, wish, incoming: kind === "export" ? null : await fileOf(ctx, id) });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import type { Background } from "~/web/background";
import type { documentJobs } from "~db/documents/jobs";

export type JobRow = typeof documentJobs.$inferSelect;
export type JobKind = JobRow["kind"];

/** A file that goes into a job, or comes out of it. */
export type JobFile = { name: string; type: string; bytes: Uint8Array };

/** What works may ask of the house. */
export type JobNeeds = { background: Background; scan: ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null };

/** Says that the next step begins. */
export type Tell = (step: string) => Promise<void>;

export type Outcome = { file?: JobFile; result?: unknown; documentId?: string };

/** How a kind of job is done. Throws a Problem to say in words why it cannot be. */
export type Work = {
  steps: number;
  run(ctx: Ctx, job: { id: string; documentId: string | null; wish: unknown; incoming: JobFile | null; scan: JobNeeds["scan"] }, tell: Tell): Promise<Outcome>;
};

/** How long a job and its file are kept. */
export const KEPT_HOURS = 24;

/** People wait so long for a page before they are shown the progress instead. */
export const QUICK_MS = 3000;

// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { planImports } from "~db/plan/schema";
import { ParsedPlanShape } from "./import/checked-plan";
import type { ParsedPlan } from "./import/parsed";
import { managePlan } from "./policy";

export type Draft = {
  id: string;
  fileName: string;
  sha256: string;
  uploadedAt: Date;
  revision: number;
  state: "open" | "confirmed" | "discarded";
  confirmedAt: Date | null;
  plan: ParsedPlan;
  /** Lines of the file as read. */
  lines: string[];
};

/** A draft import, or `missing`. The plan office only. */
export async function findDraft(ctx: Ctx, id: string, db: Db = ctx.db.read): Promise<Draft> {
  enforce(managePlan(ctx.actor));
  const row = one(await db.select().from(planImports).where(eq(planImports.id, id)));
  if (!row) throw problem("missing");
  return {
    id: row.id,
    fileName: row.fileName,
    sha256: row.sha256,
    uploadedAt: row.uploadedAt,
    revision: row.revision,
    state: row.confirmedAt ? "confirmed" : row.discardedAt ? "discarded" : "open",
    confirmedAt: row.confirmedAt,
    plan: ParsedPlanShape.parse(row.plan),
    lines: row.source.split("\n"),
  };
}

/** The draft as it must be for a change: still open, and at the revision that the person was looking at. */
export async function openDraft(ctx: Ctx, id: string, revision: number, db: Db): Promise<Draft> {
  const draft = await findDraft(ctx, id, db);
  if (draft.state !== "open") throw problem("conflict", { because: "plan.import.closed" });
  if (draft.revision !== revision) throw problem("conflict", { because: "plan.import.changedMeanwhile" });
  return draft;
}

/** Imports so far, newest first, without their content. The plan office only. */
export async function listDrafts(ctx: Ctx) {
  enforce(managePlan(ctx.actor));
  const { id, fileName, uploadedAt, confirmedAt, discardedAt } = planImports;
  return ctx.db.read
    .select({ id, fileName, uploadedAt, confirmedAt, discardedAt })
    .from(planImports)
    .orderBy(desc(uploadedAt))
    .limit(20);
}

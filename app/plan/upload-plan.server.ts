// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { planImports } from "~db/plan/schema";
import { decode } from "./import/decode";
import { parsePlan } from "./import/parse-plan";
import { managePlan } from "./policy";

/**
 * Reads an uploaded file and keeps what was read as a draft to look at, correct and confirm; nothing of the plan changes yet. A file that is not a plan is refused with the
 * reason on the field `file`.
 */
export async function uploadPlan(ctx: Ctx, file: { name: string; bytes: Uint8Array }): Promise<{ importId: string }> {
  enforce(managePlan(ctx.actor));
  const actor = signedIn(ctx);
  const reading = parsePlan(file.bytes);
  const decoded = decode(file.bytes);
  if (!reading.ok || !decoded.ok) {
    const because = reading.ok ? "binary" : reading.because;
    throw problem("invalid", { because: "plan.import.refused", fields: { file: `plan.refusals.${because}` } });
  }
  const importId = newId();
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  await ctx.db.tx(async (db) => {
    await db.insert(planImports).values({
      id: importId,
      fileName: file.name,
      sha256,
      source: decoded.text,
      plan: reading.plan,
      revision: 1,
      uploadedByPersonId: actor.personId,
      uploadedAt: ctx.now,
    });
    await record(db, ctx, {
      act: "plan_import.uploaded",
      subject: { kind: "plan_import", id: importId },
      data: { sha256, warnings: reading.plan.warnings.length },
    });
  });
  return { importId };
}

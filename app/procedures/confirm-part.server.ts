// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { applicationPartners } from "~db/procedures/schema";
import { findOwnApplication } from "./application-rows.server";
import { declarationText } from "./declaration";
import { partDigest } from "./part-digest.server";
import { mayConfirm } from "./policy";
import { parsePercent } from "./shares";

/** A body confirms its own part: its share (as typed, e.g. "33,33"; ignored where no money is at stake) and the declaration as shown. */
export async function confirmPart(ctx: Ctx, { applicationId, share, declared }: { applicationId: string; share: string; declared: boolean }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { application, dossier, budget, own, part } = await findOwnApplication(ctx, applicationId, db);
    enforce(mayConfirm(ctx.actor, { part, state: application.state }));
    const { kind, title } = dossier.procedure;
    const parsed = kind === "co_design" ? parsePercent(share) : null;
    const fields: Record<string, string> = {};
    if (kind === "co_design" && parsed === null) fields.share = "procedures.notAPercent";
    if (!declared) fields.declared = "procedures.declarations.mustDeclare";
    if (Object.keys(fields).length > 0) throw problem("invalid", { fields });
    const confirmedDigest = partDigest({ id: own.id, share: parsed }, budget);
    await db
      .update(applicationPartners)
      .set({
        share: parsed,
        declaration: declarationText(kind, { body: own.name, procedure: title }),
        confirmedAt: ctx.now,
        confirmedByAffiliationId: ctx.actor?.affiliationId ?? null,
        confirmedDigest,
      })
      .where(eq(applicationPartners.id, own.id));
    await record(db, ctx, {
      act: "application.partConfirmed", subject: { kind: "application", id: applicationId },
      data: { partnerId: own.id, organisationId: own.organisationId, digest: confirmedDigest },
    });
  });
}

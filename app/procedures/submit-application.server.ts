// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatInstant } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { applications } from "~db/procedures/schema";
import { findOwnApplication, type Folder } from "./application-rows.server";
import { freezePackage } from "./freeze-package.server";
import { isOpen, maySubmit } from "./policy";
import { guarded, receiptsInForce } from "./procedure-rows.server";
import { lockProjectForm } from "./project-form.server";
import { competesWithItself } from "./same-person.server";
import { stillToDo } from "./view-application.server";

type Outcome = { number: string } | { refusedAs: number };

/**
 * Sends an application: `ctx.now`, taken after the last byte, is the instant of receipt and decides whether it is in
 * time, at second precision. In one transaction the project form is locked, the package frozen and fingerprinted and the
 * receipt numbered. Sending twice gives the same receipt. A late attempt is refused (`conflict`) and stays in the
 * register of acts; the draft remains. Somebody who already declared in another application is stopped, or must say so, as the notice
 * rules. Returns the number of the receipt.
 */
export async function submitApplication(ctx: Ctx, { applicationId, confirmed, samePerson = false }: { applicationId: string; confirmed: boolean; samePerson?: boolean }): Promise<{ number: string }> {
  const outcome = await ctx.db.tx(async (db): Promise<Outcome> => {
    const folder = await findOwnApplication(ctx, applicationId, db);
    const { application, dossier, part } = folder;
    enforce(maySubmit(ctx.actor, { part }));
    const sent = application.state === "draft" ? undefined : one(await receiptsInForce(db, [applicationId]));
    if (sent) return { number: sent.number };
    if (dossier.window === "past") return { refusedAs: await refuseLate(db, ctx, folder) };
    enforce(isOpen(guarded(dossier), ctx.now));
    const { list, content } = await stillToDo(ctx, folder);
    if (list.length > 0) throw problem("conflict", { because: "procedures.submit.notReady", values: { count: list.length } });
    if (!confirmed) throw problem("invalid", { fields: { confirmed: "procedures.submit.mustConfirm" } });
    const competes = await competesWithItself(db, application, ctx.actor?.personId ?? null);
    if (competes && dossier.notice.content.samePerson === "FORBID") throw problem("conflict", { because: "procedures.submit.samePersonForbidden" });
    if (competes && !samePerson) throw problem("invalid", { fields: { samePerson: "procedures.submit.mustDeclareSamePerson" } });
    await lockProjectForm(ctx, application.documentId);
    const { number, packageSha256, receiptSha256 } = await freezePackage(db, ctx, folder, content);
    await db.update(applications).set({ state: "submitted" }).where(eq(applications.id, applicationId));
    await record(db, ctx, {
      act: "application.submitted", subject: { kind: "application", id: applicationId },
      data: { procedureId: dossier.procedure.id, number, packageSha256, receiptSha256, documentId: application.documentId, samePerson: competes },
    });
    return { number };
  });
  if ("number" in outcome) return outcome;
  throw problem("conflict", { because: "procedures.submit.late", values: { at: formatInstant(ctx.now, ctx.locale), reference: outcome.refusedAs } });
}

/** Leaves a trace of the late attempt; returns its number in the register of acts. */
async function refuseLate(db: Db, ctx: Ctx, { application, dossier }: Folder): Promise<number> {
  const { seq } = await record(db, ctx, {
    act: "application.refusedLate", subject: { kind: "application", id: application.id },
    data: { procedureId: dossier.procedure.id, receivedAt: ctx.now.toISOString(), closesAt: dossier.procedure.closesAt?.toISOString() ?? null },
  });
  return seq;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { findTable, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { guidelines, guidelineVersions } from "~db/plan/guidelines";
import { findGuideline } from "./find-guidelines.server";
import { WithdrawInput } from "./guideline";
import { issueGuideline as mayIssue } from "./policy";
import { tellAddressees } from "./tell-addressees.server";

const Issue = z.object({ revision: z.coerce.number().int() });

/**
 * Issues the draft of an indirizzo as it was last seen: from now it is public, and takes the place of the version before. Throws `conflict`
 * when the draft was changed meanwhile, `invalid` when it is addressed to nobody or asks for answers by a day that is over.
 */
export async function issueGuideline(ctx: Ctx, slug: string, number: number, form: FormData | z.input<typeof Issue>): Promise<{ version: number }> {
  const { table, actor } = await issuing(ctx, slug);
  const guideline = await findGuideline(ctx, table, number);
  const { draft } = guideline;
  if (!draft) throw problem("conflict", { because: "guidelines.noDraft" });
  const { revision } = parse(Issue, form);
  if (guideline.withdrawnAt) throw problem("conflict", { because: "guidelines.withdrawnAlready" });
  if (draft.addressees.length === 0) throw problem("invalid", { because: "guidelines.addresseesNeeded" });
  if (draft.answerBy && draft.answerBy <= ctx.now) throw problem("invalid", { because: "guidelines.answerByPast" });
  await ctx.db.tx(async (db) => {
    const issued = await db
      .update(guidelineVersions)
      .set({ issuedAt: ctx.now, issuedByPersonId: actor.personId, issuedByOrganisationId: actor.organisationId })
      .where(and(eq(guidelineVersions.id, draft.id), eq(guidelineVersions.revision, revision), isNull(guidelineVersions.issuedAt)))
      .returning({ id: guidelineVersions.id });
    if (issued.length === 0) throw problem("conflict", { because: "guidelines.changedMeanwhile" });
    await record(db, ctx, {
      act: "guideline.issued",
      subject: { kind: "table", id: table.id },
      data: { tableId: table.id, guidelineId: guideline.id, number, version: draft.version, itemId: draft.itemId, decisionId: draft.decisionId },
    });
    await tellAddressees(db, ctx, { guideline: { ...guideline, number }, version: draft });
  });
  return { version: draft.version };
}

/** Withdraws an indirizzo with the reason; what it said, and what was answered, stays readable. */
export async function withdrawGuideline(ctx: Ctx, slug: string, number: number, form: FormData | z.input<typeof WithdrawInput>): Promise<void> {
  const { table } = await issuing(ctx, slug);
  const { id, current } = await findGuideline(ctx, table, number);
  if (!current) throw problem("conflict", { because: "guidelines.notIssued" });
  const { reason } = parse(WithdrawInput, form);
  await ctx.db.tx(async (db) => {
    const withdrawn = await db.update(guidelines).set({ withdrawnAt: ctx.now, withdrawnReason: reason }).where(and(eq(guidelines.id, id), isNull(guidelines.withdrawnAt))).returning({ id: guidelines.id });
    if (withdrawn.length === 0) throw problem("conflict", { because: "guidelines.withdrawnAlready" });
    await record(db, ctx, { act: "guideline.withdrawn", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId: id, number, reason } });
  });
}

async function issuing(ctx: Ctx, slug: string) {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, slug);
  enforce(mayIssue(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  return { table, actor };
}

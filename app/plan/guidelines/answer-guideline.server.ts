// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { findOrganisation } from "~/registry/index.server";
import { findTable, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { type Decision, enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { guidelineAnswers } from "~db/plan/guidelines";
import { type Addressee, findGuideline, type Guideline } from "./find-guidelines.server";
import { AnswerInput } from "./guideline";
import { answerGuideline as mayAnswer } from "./policy";

/** Says what an addressee does with the version in force. The earlier word stays on record, the last one counts. */
export async function answerGuideline(ctx: Ctx, slug: string, number: number, form: FormData | z.input<typeof AnswerInput>): Promise<void> {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, slug);
  const guideline = await findGuideline(ctx, table, number);
  const { addresseeId, answer, text } = parse(AnswerInput, form);
  const addressee = guideline.current?.addressees.find(({ id }) => id === addresseeId);
  if (!addressee || !guideline.current) throw problem("missing");
  enforce(await decisionOn(ctx, guideline, addressee));
  const { organisationId } = actor;
  if (!organisationId) throw problem("forbidden", { because: "guidelines.refused.noBody" });
  const { version } = guideline.current;
  await ctx.db.tx(async (db) => {
    await db.insert(guidelineAnswers).values({ id: newId(), addresseeId, answer, text, at: ctx.now, personId: actor.personId, organisationId });
    await record(db, ctx, {
      act: "guideline.answered",
      subject: { kind: "table", id: table.id },
      data: { tableId: table.id, guidelineId: guideline.id, number, version, answer, addresseeTableId: addressee.tableId, organisationId },
    });
  });
}

/** Whether the viewer may answer for an addressee of the version in force, and why not. */
export async function decisionOn(ctx: Pick<Ctx, "db" | "actor" | "now">, guideline: Guideline, addressee: Addressee): Promise<Decision> {
  const table = addressee.tableId ? await findTable(ctx, addressee.tableId) : null;
  const standing = table ? await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now) : null;
  const kind = addressee.actors && ctx.actor?.organisationId ? (await findOrganisation(ctx, ctx.actor.organisationId)).kind : null;
  return mayAnswer(ctx.actor, { inForce: guideline.withdrawnAt === null, organisationId: addressee.organisationId, actors: addressee.actors, table, standing, kind });
}

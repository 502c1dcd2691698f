// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { commitments, commitmentSteps } from "~db/meetings/commitments";
import { type CommitmentState, mayFollow, ownSteps, StepInput } from "./commitment";
import { findCommitment } from "./find-commitments.server";
import { changeCommitment, reportCommitment } from "./policy";
import { endOfDay } from "./record-commitment.server";

const told = { note: "noted", done: "done", move: "moved", drop: "dropped", reopen: "reopened" } as const;
const states: Record<keyof typeof told, CommitmentState> = { note: "open", done: "done", move: "open", drop: "dropped", reopen: "open" };

/** Takes a commitment a step further: how it goes, kept, moved to another day, given up, opened again. Throws `conflict` when the step does not follow. */
export async function moveCommitment(ctx: Ctx, id: string, form: FormData | z.input<typeof StepInput>): Promise<void> {
  const actor = signedIn(ctx);
  const { commitment, table, standing } = await findCommitment(ctx, id);
  // who may not even report learns so before anything is said about the words typed
  enforce(reportCommitment(actor, table, standing, commitment));
  const step = parse(StepInput, form);
  if (!ownSteps.includes(step.step)) enforce(changeCommitment(actor, table, standing));
  if (!mayFollow(step.step, commitment.state)) throw problem("conflict", { because: `meetings.commitments.notFrom.${commitment.state}` });
  const due = step.step === "move" ? endOfDay(ctx, step.due) : null;
  await ctx.db.tx(async (db) => {
    const moved = await db
      .update(commitments)
      .set({ state: states[step.step], ...(due ? { due } : {}) })
      .where(and(eq(commitments.id, id), eq(commitments.state, commitment.state)))
      .returning({ id: commitments.id });
    if (moved.length === 0) throw problem("conflict", { because: "meetings.commitments.movedMeanwhile" });
    await db.insert(commitmentSteps).values({ id: newId(), commitmentId: id, at: ctx.now, step: told[step.step], note: step.note, due, personId: actor.personId, organisationId: actor.organisationId });
    await record(db, ctx, { act: `commitment.${told[step.step]}`, subject: { kind: "table", id: table.id }, data: { commitmentId: id, tableId: table.id, organisationId: commitment.organisationId } });
  });
}

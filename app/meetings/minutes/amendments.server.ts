// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { amendments } from "~db/meetings/minutes";
import { agendaOf } from "../decisions/find-decisions.server";
import { recordOf } from "./circulate-minutes.server";
import { findMinutes, wasThere } from "./find-minutes.server";
import { AmendmentInput, AnswerInput } from "./minutes";
import { amend as mayAmend, answerAmendment as mayAnswer, withdrawAmendment as mayWithdraw } from "./policy";

/** A body that was there asks for other words in the minutes, within the term; it says which and why. */
export async function proposeAmendment(ctx: Ctx, minutesId: string, form: FormData | z.input<typeof AmendmentInput>): Promise<{ amendmentId: string }> {
  const actor = signedIn(ctx);
  return ctx.db.tx(async (db) => {
    const found = await findMinutes(ctx, minutesId, db);
    enforce(mayAmend(actor, found.table, found.standing, found.minutes, await wasThere(ctx, db, found.minutes), ctx.now));
    const { agendaItemId, text, reason } = parse(AmendmentInput, form);
    if (agendaItemId && !(await agendaOf(db, found.meeting.id)).some(({ id }) => id === agendaItemId)) throw problem("invalid", { fields: { agendaItemId: "meetings.decisions.itemNeeded" } });
    const amendmentId = newId();
    const organisationId = actor.organisationId as string;
    await db.insert(amendments).values({ id: amendmentId, minutesId, agendaItemId, organisationId, personId: actor.personId, text, reason, at: ctx.now });
    await recordOf(ctx, db, found, "minutes.contested", { amendmentId, organisationId });
    return { amendmentId };
  });
}

/** Answers a request: accepted, and its words enter the text that is sealed; or not, and it is annexed with who asked and why, beside the answer. */
export async function answerAmendment(ctx: Ctx, minutesId: string, form: FormData | z.input<typeof AnswerInput>): Promise<void> {
  const actor = signedIn(ctx);
  await ctx.db.tx(async (db) => {
    const found = await findMinutes(ctx, minutesId, db);
    enforce(mayAnswer(actor, found.table, found.standing, found.minutes));
    const { amendmentId, outcome, answer } = parse(AnswerInput, form);
    await settle(db, { minutesId, amendmentId }, { outcome, answer: answer || null, answeredAt: ctx.now, answeredByPersonId: actor.personId });
    await recordOf(ctx, db, found, "minutes.amendmentAnswered", { amendmentId, outcome });
  });
}

/** The body that asked takes its request back; it stays on record as withdrawn. */
export async function withdrawAmendment(ctx: Ctx, minutesId: string, amendmentId: string): Promise<void> {
  const actor = signedIn(ctx);
  await ctx.db.tx(async (db) => {
    const found = await findMinutes(ctx, minutesId, db);
    const own = one(await db.select().from(amendments).where(and(eq(amendments.id, amendmentId), eq(amendments.minutesId, minutesId))));
    if (!own) throw problem("missing");
    enforce(mayWithdraw(actor, found.minutes, own));
    await settle(db, { minutesId, amendmentId }, { outcome: "withdrawn", answer: null, answeredAt: ctx.now, answeredByPersonId: actor.personId });
    await recordOf(ctx, db, found, "minutes.amendmentWithdrawn", { amendmentId });
  });
}

type Settled = Pick<typeof amendments.$inferSelect, "outcome" | "answer" | "answeredAt" | "answeredByPersonId">;

async function settle(db: Db, { minutesId, amendmentId }: { minutesId: string; amendmentId: string }, settled: Settled): Promise<void> {
  const changed = await db
    .update(amendments)
    .set(settled)
    .where(and(eq(amendments.id, amendmentId), eq(amendments.minutesId, minutesId), isNull(amendments.outcome)))
    .returning({ id: amendments.id });
  if (changed.length === 0) throw problem("conflict", { because: "meetings.minutes.answer.already" });
}

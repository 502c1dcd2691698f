// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { meetings } from "~db/meetings/schema";
import { agendaRows } from "../agenda/read-agenda.server";
import { findMeeting } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { convene as mayConvene } from "../policy";
import { ConveneInput } from "./call";
import { assertInTime, noticePeriod } from "./notice-period.server";
import { sendCall } from "./send-call.server";

/**
 * Convenes a meeting: everybody who speaks from a seat on that day gets a letter with the calendar entry. Refused, quoting the rule, when
 * the notice is too short; with a reason when the rules allow an urgent session.
 */
export async function conveneMeeting(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof ConveneInput>): Promise<void> {
  const { table, standing, meeting: seen } = await findMeeting(ctx, meetingId);
  enforce(mayConvene(ctx.actor, table, standing));
  const { revision, urgentReason } = parse(ConveneInput, form);
  if (!["draft", "announced"].includes(stateOf(seen))) throw problem("conflict", { because: "meetings.convene.already" });
  if (seen.startsAt <= ctx.now) throw problem("conflict", { because: "meetings.when.past" });
  if (seen.mode !== "in_person" && !seen.link) throw problem("conflict", { because: "meetings.convene.linkNeeded" });
  const notice = await noticePeriod(ctx, table.id, seen.startsAt);
  assertInTime(ctx, notice, urgentReason);
  await ctx.db.tx(async (db) => {
    if ((await agendaRows(db, meetingId)).length === 0) throw problem("conflict", { because: "meetings.convene.agendaNeeded" });
    const meeting = one(
      await db
        .update(meetings)
        .set({ convenedAt: ctx.now, changedAt: ctx.now, revision: revision + 1 })
        .where(and(eq(meetings.id, meetingId), eq(meetings.revision, revision)))
        .returning(),
    );
    if (!meeting) throw problem("conflict", { because: "meetings.changedMeanwhile" });
    await sendCall(db, ctx, meeting, table, { kind: "convocation", notice, reason: null, urgentReason: notice.judgement === "enough" ? null : urgentReason });
  });
}

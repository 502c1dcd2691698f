// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { rulesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { toRomeDay } from "~/web/time";
import { attendances, meetings } from "~db/meetings/schema";
import { quorumNow, voicesAt } from "../decisions/voices.server";
import { findMeeting } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { convene } from "../policy";
import { quoteRule } from "../quote-rule.server";
import { OpenInput } from "./attendance";

/**
 * Declares the session open, on its day. Without the quorum it is refused, quoting the rule, unless who opens it says that it goes on without:
 * then it may discuss, and decides nothing until the number is there.
 */
export async function openSession(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof OpenInput>): Promise<void> {
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, table, standing));
  const { call, withoutQuorum } = parse(OpenInput, form);
  if (stateOf(meeting) !== "convened") throw problem("conflict", { because: "meetings.session.notConvened" });
  if (toRomeDay(ctx.now) !== toRomeDay(meeting.startsAt)) throw problem("conflict", { because: "meetings.session.notToday" });
  const rules = await rulesOf(ctx, table.id, ctx.now);
  if (call === "second" && rules.rules.secondCallPercent === null) throw problem("invalid", { because: "meetings.session.noSecondCall", values: { rule: quoteRule(ctx.locale, rules, "quorum") } });
  await ctx.db.tx(async (db) => {
    const secondCallAt = call === "second" ? ctx.now : null;
    const { reached, present, needed } = await quorumNow(ctx, { tableId: table.id, secondCallAt }, await voicesAt(ctx, meeting, db), db);
    if (!reached && !withoutQuorum) throw problem("conflict", { because: "meetings.session.noQuorum", values: { present, needed, rule: quoteRule(ctx.locale, rules, "quorum") } });
    const opened = await db.update(meetings).set({ openedAt: ctx.now, secondCallAt, changedAt: ctx.now }).where(and(eq(meetings.id, meetingId), isNull(meetings.openedAt))).returning({ id: meetings.id });
    if (opened.length === 0) throw problem("conflict", { because: "meetings.changedMeanwhile" });
    await record(db, ctx, { act: "meeting.opened", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, present, needed, reached, call } });
  });
}

/** Closes the session: whoever is still in leaves with it. */
export async function closeSession(ctx: Ctx, meetingId: string): Promise<void> {
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, table, standing));
  if (stateOf(meeting) !== "open") throw problem("conflict", { because: "meetings.session.notOpen" });
  await ctx.db.tx(async (db) => {
    const closed = await db.update(meetings).set({ closedAt: ctx.now, changedAt: ctx.now }).where(and(eq(meetings.id, meetingId), isNull(meetings.closedAt))).returning({ id: meetings.id });
    if (closed.length === 0) throw problem("conflict", { because: "meetings.changedMeanwhile" });
    await db.update(attendances).set({ leftAt: ctx.now }).where(and(eq(attendances.meetingId, meetingId), isNull(attendances.leftAt)));
    await record(db, ctx, { act: "meeting.closed", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id } });
  });
}

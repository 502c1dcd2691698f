// SPDX-License-Identifier: AGPL-3.0-or-later
import { type RulesVersion, rulesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { formatDate } from "~/web/time";
import { afterFreeWorkingDays, freeWorkingDays } from "~/web/working-days.server";
import type { Db } from "~db/client.server";
import { quoteRule } from "../quote-rule.server";
import { judgeNotice, type NoticeJudgement } from "./call";

export type NoticePeriod = { rules: RulesVersion; freeDays: number; neededDays: number; judgement: NoticeJudgement; /** The first day on which the session could be held if convened now. */ firstDay: Date };

/** How a convocation sent now stands towards the rules of the table. */
export async function noticePeriod(ctx: Pick<Ctx, "db" | "now">, tableId: string, startsAt: Date, db: Db = ctx.db.read): Promise<NoticePeriod> {
  const rules = await rulesOf(ctx, tableId, ctx.now, db);
  const { noticeDays } = rules.rules;
  const freeDays = freeWorkingDays(ctx.now, startsAt);
  return { rules, freeDays, neededDays: noticeDays, judgement: judgeNotice(rules.rules, freeDays), firstDay: afterFreeWorkingDays(ctx.now, noticeDays) };
}

/** Refuses a convocation that comes too late, quoting the rule; an urgent one is let through with its reason, where the rules have it. */
export function assertInTime(ctx: Pick<Ctx, "locale">, notice: NoticePeriod, urgentReason: string | null): void {
  const { judgement, freeDays, firstDay, rules } = notice;
  if (judgement === "enough" || (judgement === "urgent" && urgentReason && urgentReason.length >= 10)) return;
  const values = { rule: quoteRule(ctx.locale, rules, "notice"), left: freeDays, first: formatDate(firstDay, ctx.locale) };
  if (judgement === "urgent") throw problem("invalid", { because: "meetings.convene.urgentNeeded", values, fields: { urgentReason: "meetings.convene.urgentReasonNeeded" } });
  throw problem("conflict", { because: "meetings.convene.tooLate", values });
}

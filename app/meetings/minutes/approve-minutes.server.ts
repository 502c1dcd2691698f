// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { approveDocument, writeUnder } from "~/documents/index.server";
import { rulesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { type LiveTexts, signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { type Db, one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { documentSeals } from "~db/documents/seals";
import { minutes } from "~db/meetings/minutes";
import { meetings } from "~db/meetings/schema";
import { workingTables } from "~db/tables/schema";
import { recordOf } from "./circulate-minutes.server";
import { closingOf } from "./facts.server";
import { amendmentsOf, awaitingApproval, findMinutes, type MinutesRow } from "./find-minutes.server";
import { ApproveInput, GOVERNOR, isAmendable, isContested, minutesState } from "./minutes";
import { approve as mayApprove, seal as maySeal } from "./policy";

type Texts = Pick<LiveTexts, "readDocument" | "submit" | "whileStill" | "ping">;
type House = { comune: string; origin: string };
const say = (key: string, values?: Record<string, string>) => translate("it", key, values);

/** Declares circulated minutes approved, by a later session of the table or once the term is over. What was asked must have its answer. */
export async function approveMinutes(ctx: Ctx, minutesId: string, form: FormData | z.input<typeof ApproveInput>): Promise<void> {
  const actor = signedIn(ctx);
  const { meetingId } = parse(ApproveInput, form);
  await ctx.db.tx(async (db) => {
    const found = await findMinutes(ctx, minutesId, db);
    const session = meetingId ? one(await db.select().from(meetings).where(and(eq(meetings.id, meetingId), eq(meetings.tableId, found.table.id)))) : undefined;
    const inSession = Boolean(session?.openedAt && session.openedAt <= ctx.now && session.id !== found.meeting.id && session.startsAt > found.meeting.startsAt);
    if (meetingId && !inSession) throw problem("invalid", { fields: { meetingId: "meetings.minutes.approve.notThatSession" } });
    const open = (await amendmentsOf(db, minutesId)).filter(({ outcome }) => outcome === null).length;
    enforce(mayApprove(actor, found.table, found.standing, found.minutes, { inSession, open, now: ctx.now }));
    await markApproved(ctx, db, found, { approval: "express", approvedAtMeetingId: inSession ? meetingId : null });
  });
}

/**
 * For the clock: minutes whose term is over and that nobody contests are approved where the rules of the table say so (domain reference 2.10),
 * and sealed. Those that cannot be sealed yet wait for who keeps the record. Answers how many were approved.
 */
export async function approveDueMinutes(ctx: Pick<Ctx, "db" | "now">, texts: Texts, house: House, onError: (failure: unknown) => void): Promise<number> {
  const clock: Ctx = { ...ctx, actor: null, locale: "it", requestId: "clock", address: "local" };
  let approved = 0;
  for (const row of await awaitingApproval(ctx.db.read)) {
    if (isAmendable(row, ctx.now) || !row.circulatedAt) continue;
    const found = await tableOf(ctx.db.read, row);
    const { rules, adopted } = await rulesOf(ctx, found.table.id, row.circulatedAt);
    if (!rules.tacitApproval || isContested(await amendmentsOf(ctx.db.read, row.id))) continue;
    const rule = say(adopted ? "meetings.minutes.text.ruleOfTable" : "meetings.minutes.text.customaryRule", { article: rules.articles.minutes ? ` (${rules.articles.minutes})` : "" });
    try {
      await ctx.db.tx(async (db) => {
        // somebody may have contested while we looked
        if (isContested(await amendmentsOf(db, row.id))) return;
        await markApproved(clock, db, found, { approval: "tacit", approvedAtMeetingId: null });
        approved++;
      });
      await sealNow(clock, texts, await tableOf(ctx.db.read, row), house, { byRule: rule });
    } catch (failure) {
      onError(failure);
    }
  }
  return approved;
}

async function tableOf(db: Db, { id, meetingId }: MinutesRow) {
  const found = one(await db.select({ minutes, table: workingTables, meeting: meetings }).from(minutes).innerJoin(meetings, eq(meetings.id, minutes.meetingId)).innerJoin(workingTables, eq(workingTables.id, meetings.tableId)).where(and(eq(minutes.id, id), eq(meetings.id, meetingId))));
  if (!found) throw problem("missing");
  return found;
}

async function markApproved(ctx: Ctx, db: Db, found: Parameters<typeof recordOf>[2], how: Pick<MinutesRow, "approval" | "approvedAtMeetingId">): Promise<void> {
  const changed = await db.update(minutes).set({ ...how, approvedAt: ctx.now }).where(and(eq(minutes.id, found.minutes.id), isNull(minutes.approvedAt))).returning({ id: minutes.id });
  if (changed.length === 0) throw problem("conflict", { because: "meetings.minutes.notFrom.approved" });
  await recordOf(ctx, db, found, "minutes.approved", how);
}

/** Seals approved minutes: what was accepted and what stays contested is written at the end, then text and paper are fixed for good. */
export async function sealMinutes(ctx: Ctx, texts: Texts, minutesId: string, house: House): Promise<void> {
  const found = await findMinutes(ctx, minutesId);
  enforce(maySeal(signedIn(ctx), found.table, found.standing, found.minutes));
  await sealNow(ctx, texts, found, house, {});
}

async function sealNow(ctx: Ctx, texts: Texts, found: Awaited<ReturnType<typeof tableOf>>, { comune, origin }: House, { byRule }: { byRule?: string }): Promise<void> {
  const { documentId } = found.minutes;
  if (minutesState(found.minutes) !== "approved") throw problem("conflict", { because: `meetings.minutes.notFrom.${minutesState(found.minutes)}` });
  const approval = await approvalSentence(ctx.db.read, found.minutes, byRule);
  if (!(await isSealed(ctx.db.read, documentId))) {
    const written = await writeUnder(ctx, texts, documentId, { parts: await closingOf(ctx, found.minutes, approval) });
    try {
      await approveDocument(ctx, texts, { documentId, reason: approval, protocol: null, comune, origin, governor: GOVERNOR, ...(byRule ? { byRule } : {}) });
    } catch (failure) {
      await writeUnder(ctx, texts, documentId, { remove: written, parts: [] });
      throw failure;
    }
  }
  await ctx.db.tx(async (db) => {
    await db.update(minutes).set({ sealedAt: ctx.now }).where(eq(minutes.id, found.minutes.id));
    await recordOf(ctx, db, found, "minutes.sealed");
  });
}

/** A process that died between the seal and its note finds the seal made. */
async function isSealed(db: Db, documentId: string): Promise<boolean> {
  const seal = one(await db.select({ id: documentSeals.versionId }).from(documentSeals).where(eq(documentSeals.documentId, documentId)));
  const document = one(await db.select({ state: documents.state }).from(documents).where(eq(documents.id, documentId)));
  return seal !== undefined && document?.state !== "draft";
}

async function approvalSentence(db: Db, { approvedAt, approval, approvedAtMeetingId }: MinutesRow, byRule?: string): Promise<string> {
  const day = approvedAt ? formatShortDate(approvedAt, "it") : "";
  if (approval === "tacit") return say("meetings.minutes.text.tacit", { day, rule: byRule ?? say("meetings.minutes.text.ruleOfTable", { article: "" }) });
  const session = approvedAtMeetingId ? one(await db.select({ title: meetings.title, startsAt: meetings.startsAt }).from(meetings).where(eq(meetings.id, approvedAtMeetingId))) : undefined;
  return session ? say("meetings.minutes.text.expressAt", { day, meeting: session.title, when: formatShortDate(session.startsAt, "it") }) : say("meetings.minutes.text.express", { day });
}

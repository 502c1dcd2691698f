// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { parseRomeDay, ROME } from "~/web/time";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { commitments, commitmentSteps } from "~db/meetings/commitments";
import { agendaItems, meetings } from "~db/meetings/schema";
import { CommitmentInput } from "./commitment";
import { tableOfRecord } from "./find-commitments.server";
import { keepRecord } from "./policy";

/** Records what a body that sits at the table has promised to do, and by which day; in a session, or between two. */
export async function recordCommitment(ctx: Ctx, tableSlug: string, form: FormData | z.input<typeof CommitmentInput>): Promise<{ commitmentId: string }> {
  const actor = signedIn(ctx);
  const { table, standing } = await tableOfRecord(ctx, tableSlug);
  enforce(keepRecord(actor, table, standing));
  const { what, organisationId, due: day, meetingId, agendaItemId } = parse(CommitmentInput, form);
  const due = endOfDay(ctx, day);
  return ctx.db.tx(async (db) => {
    const seat = (await seatsAt(db, table.id, ctx.now)).find((known) => known.organisationId === organisationId);
    if (!seat) throw problem("invalid", { fields: { organisationId: "meetings.commitments.bodyNeeded" } });
    if (meetingId) await assertOf(db, { tableId: table.id, meetingId, agendaItemId });
    const commitmentId = newId();
    const { personId } = actor;
    await db.insert(commitments).values({ id: commitmentId, tableId: table.id, meetingId, agendaItemId: meetingId ? agendaItemId : null, what, organisationId, due, state: "open", takenAt: ctx.now, recordedByPersonId: personId });
    await db.insert(commitmentSteps).values({ id: newId(), commitmentId, at: ctx.now, step: "taken", note: null, due, personId, organisationId: actor.organisationId });
    await record(db, ctx, { act: "commitment.taken", subject: { kind: "table", id: table.id }, data: { commitmentId, tableId: table.id, organisationId, meetingId, due: day } });
    return { commitmentId };
  });
}

async function assertOf(db: Ctx["db"]["read"], { tableId, meetingId, agendaItemId }: { tableId: string; meetingId: string; agendaItemId: string | null }): Promise<void> {
  const meeting = one(await db.select({ id: meetings.id }).from(meetings).where(and(eq(meetings.id, meetingId), eq(meetings.tableId, tableId))));
  if (!meeting) throw problem("missing");
  if (!agendaItemId) return;
  const item = one(await db.select({ id: agendaItems.id }).from(agendaItems).where(and(eq(agendaItems.id, agendaItemId), eq(agendaItems.meetingId, meetingId))));
  if (!item) throw problem("missing");
}

/** The first instant after a day of the calendar in Europe/Rome; `invalid` for a day that is over. */
export function endOfDay(ctx: Pick<Ctx, "now">, day: string): Date {
  const start = parseRomeDay(day);
  if (!start) throw problem("invalid", { fields: { due: "meetings.commitments.dayNeeded" } });
  const end = DateTime.fromJSDate(start, { zone: ROME }).plus({ days: 1 }).toJSDate();
  if (end <= ctx.now) throw problem("invalid", { fields: { due: "meetings.commitments.dayPast" } });
  return end;
}

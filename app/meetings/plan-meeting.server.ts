// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { findTable, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { meetings } from "~db/meetings/schema";
import { columnsOf, MeetingInput } from "./meeting";
import { convene } from "./policy";

/** Drafts a meeting of a table: nobody is called yet. */
export async function planMeeting(ctx: Ctx, tableSlug: string, form: FormData | z.input<typeof MeetingInput>): Promise<{ meetingId: string }> {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, tableSlug);
  enforce(convene(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  const fields = columnsOf(parse(MeetingInput, form));
  if (fields.startsAt <= ctx.now) throw problem("invalid", { fields: { startsAt: "meetings.when.past" } });
  return ctx.db.tx((db) => writeMeeting(db, ctx, { tableId: table.id, ...fields }));
}

type Draft = Pick<typeof meetings.$inferInsert, "tableId" | "title" | "startsAt" | "endsAt" | "mode"> & Partial<typeof meetings.$inferInsert>;

/** Writes the draft of a meeting, inside a transaction whose caller has checked who may. */
export async function writeMeeting(db: Db, ctx: Ctx, draft: Draft): Promise<{ meetingId: string }> {
  const { personId, organisationId } = signedIn(ctx);
  const id = newId();
  await db.insert(meetings).values({ ...draft, id, createdAt: ctx.now, changedAt: ctx.now, createdByPersonId: personId, createdByOrganisationId: organisationId });
  await record(db, ctx, { act: "meeting.planned", subject: { kind: "table", id: draft.tableId }, data: { meetingId: id, tableId: draft.tableId, startsAt: draft.startsAt } });
  return { meetingId: id };
}

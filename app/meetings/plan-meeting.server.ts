// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
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
import { openWithUsual } from "./agenda/usual-points.server";
import { columnsOf, MeetingInput } from "./meeting";
import { convene } from "./policy";

/** Whether the agenda of the new meeting opens with the table's usual points: a box that comes ticked. */
const Opening = z.object({ usual: z.union([z.boolean(), z.literal("on").transform(() => true)]).optional().transform(Boolean) });

/** Drafts a meeting of a table: nobody is called yet. With `usual` its agenda opens with the points that the table's agendas open with. */
export async function planMeeting(ctx: Ctx, tableSlug: string, form: FormData | (z.input<typeof MeetingInput> & z.input<typeof Opening>)): Promise<{ meetingId: string }> {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, tableSlug);
  enforce(convene(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  const fields = columnsOf(parse(MeetingInput, form));
  if (fields.startsAt <= ctx.now) throw problem("invalid", { fields: { startsAt: "meetings.when.past" } });
  const { usual } = parse(Opening, form);
  return ctx.db.tx(async (db) => {
    const { meetingId } = await writeMeeting(db, ctx, { tableId: table.id, ...fields });
    if (usual) await openWithUsual(db, ctx, meetingId, table);
    return { meetingId };
  });
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

// SPDX-License-Identifier: AGPL-3.0-or-later
import { createDocument } from "~/documents/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { newId } from "~db/id";
import { minutes } from "~db/meetings/minutes";
import { meetingInside } from "../decisions/find-decisions.server";
import { titleFor } from "../view-meeting.server";
import { firstBlocksOf } from "./facts.server";
import { minutesOfMeeting } from "./find-minutes.server";
import { GOVERNOR } from "./minutes";
import { beginMinutes as mayBegin } from "./policy";

/**
 * Makes of the agenda the minutes: a shared document with a place for each point, that whoever writes at the table writes live. Its life is that
 * of the minutes: it is approved and published from here only. Throws `conflict` when they were begun already.
 */
export async function beginMinutes(ctx: Ctx, meetingId: string): Promise<{ minutesId: string; documentId: string }> {
  const actor = signedIn(ctx);
  const { meeting, table, standing } = await meetingInside(ctx, meetingId);
  enforce(mayBegin(actor, table, standing, meeting));
  const blocks = await firstBlocksOf(ctx.db.read, { meeting, table });
  // also the name of every file made of it: of a sensitive table it says nothing (domain reference 4.2)
  const title = translate("it", "meetings.minutes.text.title", { meeting: titleFor({ locale: "it" }, meeting, table, false), day: formatShortDate(meeting.startsAt, "it") });
  return ctx.db.tx(async (db) => {
    if (await minutesOfMeeting(db, meetingId)) throw problem("conflict", { because: "meetings.minutes.begunAlready" });
    const { id: documentId } = await createDocument(ctx, { title: title.slice(0, 200), template: "minutes", blocks, table, governedBy: GOVERNOR });
    const minutesId = newId();
    await db.insert(minutes).values({ id: minutesId, meetingId, documentId, begunAt: ctx.now, begunByPersonId: actor.personId, begunByOrganisationId: actor.organisationId, writtenBlockIds: [] });
    await record(db, ctx, { act: "minutes.begun", subject: { kind: "table", id: table.id }, data: { minutesId, meetingId, documentId, tableId: table.id } });
    return { minutesId, documentId };
  });
}

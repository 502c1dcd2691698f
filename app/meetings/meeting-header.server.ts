// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { type FoundMeeting, findMeeting } from "./find-meeting.server";
import { lineOf, type MeetingLine } from "./view-meeting.server";

/** What the header of every page of a meeting shows. */
export type MeetingHeaderData = MeetingLine & { sensitive: boolean; inside: boolean; convenor: boolean; cancelledReason: string | null };

/** The header of a meeting's pages for the viewer, with the meeting itself; `missing` when it is not theirs to know. */
export async function meetingHeaderData(ctx: Pick<Ctx, "db" | "actor" | "now" | "locale">, id: string): Promise<{ header: MeetingHeaderData; found: FoundMeeting }> {
  const found = await findMeeting(ctx, id);
  return { header: headerOf(ctx, found), found };
}

export function headerOf(ctx: Pick<Ctx, "locale">, found: FoundMeeting): MeetingHeaderData {
  const { meeting, table, inside, convenor } = found;
  return { ...lineOf(ctx, found, inside), sensitive: table.sensitive, inside, convenor, cancelledReason: inside ? meeting.cancelledReason : null };
}

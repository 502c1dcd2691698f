// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { findMeeting } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { calendarOf } from "./entry.server";

/** One meeting as a calendar file: members get the remote room in it, the public does not. */
export const loader = load(async (ctx, { params }) => {
  const found = await findMeeting(ctx, params.id ?? "");
  if (stateOf(found.meeting) === "draft") throw problem("missing");
  return new Response(calendarOf([found], { locale: ctx.locale, reader: found.inside ? "called" : "public" }), {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'attachment; filename="incontro.ics"', "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" },
  });
});

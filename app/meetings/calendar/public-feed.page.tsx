// SPDX-License-Identifier: AGPL-3.0-or-later
import { findTable } from "~/tables/index.server";
import { load } from "~/web/guard.server";
import { translate } from "~/web/translate.server";
import { calendarResponse, readPublicFeed } from "./feeds.server";

/** The meetings that anybody may know of, of all tables or of one. */
export const loader = load(async (ctx, { params }) => {
  if (!params.slug) return calendarResponse(await readPublicFeed(ctx, { name: translate(ctx.locale, "meetings.calendar.title") }));
  const table = await findTable(ctx, params.slug);
  return calendarResponse(await readPublicFeed(ctx, { tableId: table.id, name: table.sensitive ? translate(ctx.locale, "meetings.neutralTitle") : table.name }));
});

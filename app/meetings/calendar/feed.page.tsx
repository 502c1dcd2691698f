// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { calendarResponse, readFeed } from "./feeds.server";

/** A person's meetings for their calendar program: whoever holds the address reads them, until it is revoked. */
export const loader = load(async (ctx, { params }) => calendarResponse(await readFeed({ ...ctx, actor: null }, params.token ?? "")));

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { formatShortDate } from "~/web/time";
import type { Item } from "./find-item.server";
import { isEnded, isOverdue } from "./item";

/** An item as lists show it; dates are already written in the reader's language. */
export function viewItem(ctx: Pick<Ctx, "locale" | "now">, item: Item) {
  const day = (instant: Date) => formatShortDate(instant, ctx.locale);
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    state: item.state,
    raisedBy: item.raisedBy,
    raised: day(item.raisedAt),
    origin: item.origin && { slug: item.origin.slug, name: item.origin.name },
    at: item.at && { slug: item.at.slug, name: item.at.name },
    due: item.due && !isEnded(item.state) ? day(item.due) : null,
    overdue: isOverdue(item, ctx.now),
  };
}

export type ItemView = ReturnType<typeof viewItem>;

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { formatDate, formatTime } from "~/web/time";
import type { Workshop } from "./find-workshop.server";
import { workshopState } from "./workshop";

/** A workshop as lists and headers show it; dates are already written in the reader's language. */
export function viewWorkshop(ctx: Pick<Ctx, "locale" | "now">, workshop: Workshop) {
  const { id, title, description, place, district, neighbourhood, office, themes, capacity, cancelledReason } = workshop;
  return {
    id, title, description, place, district, neighbourhood, office, themes, capacity, cancelledReason,
    state: workshopState(workshop, ctx.now),
    day: formatDate(workshop.startsAt, ctx.locale),
    from: formatTime(workshop.startsAt, ctx.locale),
    until: formatTime(workshop.endsAt, ctx.locale),
    synthesis: workshop.synthesisPublishedAt !== null,
  };
}

export type WorkshopView = ReturnType<typeof viewWorkshop>;

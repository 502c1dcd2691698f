// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the plan holds worth a point on the next agenda of a table: it is a later floor than meetings, so the composition brings it there. */
import { guidelinesForAgenda, staleActions } from "~/plan/index.server";
import type { AgendaSource } from "~/web/agenda-source";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";

/** Actions of the objectives that the table follows of which nothing was heard for half a year, or that should have ended. */
const actionsStandingStill: AgendaSource = async (ctx, table) =>
  (await staleActions(ctx, table.id)).map(({ id, title, body, updatedAt, late }) => ({
    kind: "action",
    id,
    title,
    says: late ? "meetings.suggest.actionLate" : "meetings.suggest.actionStale",
    values: { body, date: formatShortDate(updatedAt, ctx.locale) },
    to: paths.action(id),
  }));

export const agendaSources: AgendaSource[] = [actionsStandingStill, guidelinesForAgenda];

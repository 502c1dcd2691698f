// SPDX-License-Identifier: AGPL-3.0-or-later
/** What documents and the plan show on the page of a table: they are later floors, so the composition brings it there. */
import { recentDocuments } from "~/documents/index.server";
import { comingOfTable, openCommitmentsShown } from "~/meetings/index.server";
import { objectivesFollowedBy } from "~/plan/index.server";
import type { PanelSource } from "~/web/panel";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";

const SHOWN = 5;

const latestDocuments: PanelSource = async (ctx, table) => {
  const documents = await recentDocuments(ctx, SHOWN, { tableId: table.id });
  return {
    title: "documents.panel.title",
    empty: "documents.panel.empty",
    rows: documents.map(({ id, title, changedAt, changedBy }) => ({
      id,
      label: title,
      to: paths.document(id),
      note: { says: "documents.panel.changed", values: { when: formatShortDate(changedAt, ctx.locale), by: changedBy ?? "—" } },
    })),
    more: { says: "documents.panel.more", to: paths.tableDocuments(table.slug) },
  };
};

const followedObjectives: PanelSource = async (ctx, table) => {
  const objectives = await objectivesFollowedBy(ctx, table.id);
  return {
    title: "tables.panels.objectives.title",
    empty: "tables.panels.objectives.empty",
    rows: objectives.slice(0, SHOWN).map(({ id, code, title, strategies }) => ({
      id,
      label: `${code} ${title}`,
      to: paths.planObjective(id),
      note: { says: "tables.panels.objectives.strategies", values: { count: strategies } },
    })),
    more: { says: "tables.panels.objectives.more", to: paths.tableObjectives(table.slug) },
  };
};

/** Who does not sit at the table is told only who reads its commitments. */
const openCommitments: PanelSource = async (ctx, table) => {
  const open = await openCommitmentsShown(ctx, table.id);
  return {
    title: "meetings.commitments.panel.title",
    empty: open ? "meetings.commitments.panel.empty" : "meetings.commitments.panel.reserved",
    rows: (open ?? []).slice(0, SHOWN).map(({ id, what, body, due, overdue }) => ({
      id,
      label: what,
      to: paths.commitment(table.slug, id),
      note: { says: overdue ? "meetings.commitments.panel.late" : "meetings.commitments.panel.row", values: { body: body.name, due } },
    })),
    ...(open ? { more: { says: "meetings.commitments.panel.more", to: paths.tableCommitments(table.slug) } } : {}),
  };
};

const nextMeetings: PanelSource = async (ctx, table) => ({
  title: "meetings.panel.title",
  empty: "meetings.panel.empty",
  rows: (await comingOfTable(ctx, table.id, SHOWN)).map(({ id, title, date, from, to, state }) => ({ id, label: title, to, note: { says: state === "cancelled" ? "meetings.panel.cancelled" : "meetings.panel.when", values: { date, from } } })),
  more: { says: "meetings.panel.more", to: paths.tableMeetings(table.slug) },
});

export const tablePanels: PanelSource[] = [nextMeetings, latestDocuments, followedObjectives, openCommitments];

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { formatShortDate, parseRomeDay } from "~/web/time";
import { findTable } from "../find-table.server";
import { type FormalStatus, sourcesDisagree } from "../levels";
import { findCampaign } from "./campaigns.server";
import { activityOf, gapsOf, mappingFields } from "./mapping";

/** When a table last met, as far as the sessions recorded here tell; the composition knows where they are. */
export type LastSession = (ctx: Pick<Ctx, "db" | "now">, tableId: string) => Promise<Date | null>;

/**
 * The map as far as it is drawn: one row for each form, with its gaps, whether the table is really at work, and whether sources disagree
 * about its formal status.
 */
export async function mapOf(ctx: Pick<Ctx, "db" | "actor" | "now" | "locale">, campaignId: string, lastSession: LastSession) {
  const { campaign, forms, all } = await findCampaign(ctx, campaignId);
  const rows = [];
  for (const form of forms) {
    const table = form.tableId ? await findTable(ctx, form.tableId) : null;
    const told = form.answers?.lastSession ? parseRomeDay(form.answers.lastSession) : null;
    const recorded = form.tableId ? await lastSession(ctx, form.tableId) : null;
    const last = told && recorded ? new Date(Math.max(told.getTime(), recorded.getTime())) : (recorded ?? told);
    const statuses: { status: FormalStatus; source: string }[] = [...(table?.statusSources ?? []), ...(form.answers?.status ? [{ status: form.answers.status, source: form.organisationName }] : [])];
    rows.push({
      formId: form.id,
      office: form.organisationName,
      table: form.tableName,
      slug: form.tableSlug,
      state: form.appliedAt ? ("applied" as const) : form.returnedAt ? ("returned" as const) : form.savedAt ? ("begun" as const) : ("asked" as const),
      gaps: form.returnedAt ? gapsOf(form.answers) : [],
      activity: activityOf({ lastSession: last, working: form.returnedAt ? (form.answers?.working ?? null) : null }, campaign.dormantMonths, ctx.now),
      lastSession: last && formatShortDate(last, ctx.locale),
      disagree: sourcesDisagree(statuses),
      answers: form.answers,
    });
  }
  const returned = rows.filter(({ state }) => state === "returned" || state === "applied");
  return { campaign, all, rows, progress: { asked: rows.length, returned: returned.length, gaps: returned.reduce((sum, { gaps }) => sum + gaps.length, 0) } };
}

export type Map = Awaited<ReturnType<typeof mapOf>>;

/** The map as rows for a spreadsheet, heading first. Gaps are cells that say so. */
export function mapRows(map: Map, words: { headings: string[]; gap: string; activity: Record<string, string>; state: Record<string, string>; status: Record<string, string> }): string[][] {
  return [
    words.headings,
    ...map.rows.map((row) => [
      row.office,
      row.table,
      words.state[row.state] ?? row.state,
      ...mappingFields.map((field) => row.answers?.[field] ?? (row.gaps.includes(field) ? words.gap : "")),
      words.activity[row.activity] ?? row.activity,
      row.lastSession ?? "",
      row.answers?.status ? (words.status[row.answers.status] ?? "") : "",
      row.answers?.act ?? "",
      row.answers?.note ?? "",
    ]),
  ];
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { publicActs } from "~/journal";
import { listEntries } from "~/journal/index.server";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translator } from "~/web/translate.server";
import { readRequests } from "./policy";
import { standingAt } from "./standing.server";
import type { WorkingTable } from "./find-table.server";

export type ToldAct = { seq: number; when: string; what: string };

/** Acts that concern a body and the coordination alone: the others learn of a request when it becomes a seat, of a draft when it is issued. */
const RESERVED = ["join.requested", "join.refused", "join.withdrawn", "guideline.drafted", "guideline.discarded"];

/**
 * The acts of a table in words, newest first, before a sequence number if given; `older` is where the next page begins. Persons
 * are never named: an act is told by the body that did it. Whoever has no seat reads what the public journal tells of the table; whoever
 * sits there all that happened in it; the coordination also who asked to join.
 */
export async function actsOf(ctx: Ctx, table: WorkingTable, { limit, before }: { limit: number; before?: number | undefined }): Promise<{ acts: ToldAct[]; older: number | null }> {
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  const sight = readRequests(ctx.actor, table, standing).ok ? {} : standing ? { without: RESERVED } : { only: publicActs };
  const entries = await listEntries(ctx, { subject: { kind: "table", ids: [table.id] }, limit: limit + 1, ...sight, ...(before ? { before } : {}) });
  const shown = entries.slice(0, limit);
  const concerned = (data: Record<string, unknown>) => (typeof data.organisationId === "string" ? data.organisationId : null);
  const bodies = await organisationsByIds(ctx, shown.flatMap(({ organisationId, data }) => [organisationId, concerned(data)]));
  const { t, exists } = translator(ctx.locale);
  const acts = shown.map(({ seq, at, act, data, organisationId }) => {
    // here everybody knows which table it is, and names of later floors are not known: such acts have a sentence of their own
    const key = [`tables.history.acts.${act}`, `journal.acts.${act}`].find((each) => exists(each)) ?? "tables.history.acts.other";
    const told = t(key, { table: table.name, organisation: bodies.get(concerned(data) ?? "")?.name ?? "" });
    const who = bodies.get(organisationId ?? "")?.name ?? t("tables.history.platform");
    return { seq, when: formatDateTime(at, ctx.locale), what: `${who} ${told}` };
  });
  return { acts, older: entries.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

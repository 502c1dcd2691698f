// SPDX-License-Identifier: AGPL-3.0-or-later
import { listEntries } from "~/journal/index.server";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translator } from "~/web/translate.server";
import { readRequests } from "./policy";
import { standingAt } from "./standing.server";
import type { WorkingTable } from "./find-table.server";

export type ToldAct = { seq: number; when: string; what: string };

/** Acts that concern a body and the table alone: the others learn of a request when it becomes a seat. */
const RESERVED = ["join.requested", "join.refused", "join.withdrawn"];

/**
 * The acts of a table in words, newest first, before a sequence number if given; `older` is where the next page begins. Persons
 * are never named: an act is told by the body that did it. An act without a sentence of its own is told by its name.
 */
export async function actsOf(ctx: Ctx, table: WorkingTable, { limit, before }: { limit: number; before?: number | undefined }): Promise<{ acts: ToldAct[]; older: number | null }> {
  const entries = await listEntries(ctx, { subject: { kind: "table", ids: [table.id] }, limit: limit + 1, ...(before ? { before } : {}) });
  const page = entries.slice(0, limit);
  const inside = readRequests(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)).ok;
  const shown = page.filter(({ act }) => inside || !RESERVED.includes(act));
  const concerned = (data: Record<string, unknown>) => (typeof data.organisationId === "string" ? data.organisationId : null);
  const bodies = await organisationsByIds(ctx, shown.flatMap(({ organisationId, data }) => [organisationId, concerned(data)]));
  const { t, exists } = translator(ctx.locale);
  const acts = shown.map(({ seq, at, act, data, organisationId }) => {
    const told = exists(`journal.acts.${act}`) ? t(`journal.acts.${act}`, { table: table.name, organisation: bodies.get(concerned(data) ?? "")?.name ?? "" }) : "";
    const name = exists(`journal.actNames.${act}`) ? t(`journal.actNames.${act}`) : act;
    // a sentence of a later floor may ask for names that are not known here
    const phrase = told && !told.includes("{{") ? told : t("journal.acts.other", { act: name });
    const who = bodies.get(organisationId ?? "")?.name ?? t("tables.history.platform");
    return { seq, when: formatDateTime(at, ctx.locale), what: `${who} ${phrase}` };
  });
  return { acts, older: entries.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

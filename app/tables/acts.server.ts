// SPDX-License-Identifier: AGPL-3.0-or-later
import { listEntries } from "~/journal/index.server";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translator } from "~/web/translate.server";

export type ToldAct = { seq: number; when: string; what: string; by: string | null };

/**
 * The acts of a table in words, newest first, before a sequence number if given. Persons are never named: an act is told by
 * the body that did it and the body it concerns. An act without a sentence of its own is told by its name.
 */
export async function actsOf(ctx: Ctx, tableId: string, { limit, before }: { limit: number; before?: number | undefined }): Promise<ToldAct[]> {
  const entries = await listEntries(ctx, { subject: { kind: "table", ids: [tableId] }, limit, ...(before ? { before } : {}) });
  const concerned = (data: Record<string, unknown>) => (typeof data.organisationId === "string" ? data.organisationId : null);
  const bodies = await organisationsByIds(ctx, entries.flatMap(({ organisationId, data }) => [organisationId, concerned(data)]));
  const { t, exists } = translator(ctx.locale);
  return entries.map(({ seq, at, act, data, organisationId }) => {
    const text = (key: string) => (exists(key) ? t(key) : "");
    const values = {
      act,
      organisation: bodies.get(concerned(data) ?? "")?.name ?? "",
      role: typeof data.role === "string" ? text(`tables.role.${data.role}`) : "",
      capacity: typeof data.capacity === "string" ? text(`tables.capacity.${data.capacity}`) : "",
    };
    const key = `journal.acts.${act}`;
    return { seq, when: formatDateTime(at, ctx.locale), what: t(exists(key) ? key : "journal.acts.other", values), by: bodies.get(organisationId ?? "")?.name ?? null };
  });
}

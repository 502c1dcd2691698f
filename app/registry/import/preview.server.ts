// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { formatShortDate } from "~/web/time";
import { compareList, standsOtherwise } from "./compare-list.server";
import { findImport } from "./lists.server";

/** Lines of each group shown one by one; the rest is counted. */
export const SHOWN = 200;

/** What a list would change, ready to be looked at; of a list already confirmed or put aside, only the facts. */
export async function previewImport(ctx: Pick<Ctx, "db" | "actor" | "locale">, id: string) {
  const draft = await findImport(ctx, id);
  const { list, fileName, complete, refused, outcome, bodies } = draft;
  const state = draft.confirmedAt ? ("confirmed" as const) : draft.discardedAt ? ("discarded" as const) : ("open" as const);
  const comparison = state === "open" ? await compareList(ctx.db.read, draft) : null;
  const facts = { id, list, fileName, complete, refused: refused.slice(0, SHOWN), refusedCount: refused.length, outcome, state, drawnUp: formatShortDate(draft.listDate, ctx.locale), bodies: bodies.length };
  if (!comparison) return { ...facts, groups: null };
  const { added, changed, same, missing, unclear } = comparison;
  return {
    ...facts,
    groups: {
      counts: { added: added.length, changed: changed.length, same: same.length, missing: missing.length, unclear: unclear.length },
      added: added.slice(0, SHOWN).map(({ line, name, fiscalCode, ipaCode, namesake, enrolment }) => ({ line, name, code: fiscalCode ?? ipaCode, namesake, enrolment })),
      changed: changed.slice(0, SHOWN).map(({ body, listed, differences }) => ({
        id: body.id,
        name: body.name,
        slug: body.slug,
        differences,
        enrolment: standsOtherwise(body, listed) ? { from: body.enrolment, to: listed.enrolment } : null,
      })),
      missing: missing.slice(0, SHOWN).map(({ id: bodyId, name, slug, fiscalCode }) => ({ id: bodyId, name, slug, fiscalCode })),
      unclear: unclear.slice(0, SHOWN).map(({ line, name, ipaCode }) => ({ line, name, ipaCode })),
    },
  };
}

export type ImportPreview = Awaited<ReturnType<typeof previewImport>>;

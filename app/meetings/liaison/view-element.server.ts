// SPDX-License-Identifier: AGPL-3.0-or-later
import { viewItem } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import type { Sequel } from "~/web/sequel";
import { formatShortDate } from "~/web/time";
import type { Gathered } from "./liaisons.server";

/** Something gathered as pages show it: dates in words, what the table did with it, and what came of it (`sequels` of all the items). */
export function viewElement(ctx: Pick<Ctx, "locale" | "now">, { id, liaisonId, title, text, theme, neighbourhood, voices, workshops, item, answer, keptReason }: Gathered, sequels: Sequel[] = []) {
  return {
    id, liaisonId, title, text, theme, neighbourhood, voices, workshops, keptReason,
    item: item && viewItem(ctx, item),
    sequels: sequels.filter(({ itemId, kind }) => kind === "result" && itemId === item?.id),
    answer: answer && { reason: answer.reason, on: formatShortDate(answer.at, ctx.locale) },
  };
}

export type ElementView = ReturnType<typeof viewElement>;

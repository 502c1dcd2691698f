// SPDX-License-Identifier: AGPL-3.0-or-later
import { takenDecisionsOf } from "~/meetings/index.server";
import { listTables } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { formatShortDate } from "~/web/time";
import { translator } from "~/web/translate.server";
import { allGuidelines } from "../guidelines/find-guidelines.server";
import { planParts } from "../guidelines/view-trace.server";
import { listActions } from "../list-actions.server";
import { living } from "../plan-tree";
import { readPlan } from "../read-plan.server";

const LONGEST = 90;

/** What a conflict may be between, as one choice: indirizzi, rules of tables, decisions of this table for who sits there, parts of the plan, actions. */
export async function sideChoices(ctx: Ctx, table: { id: string; sits: boolean }): Promise<{ value: string; label: string }[]> {
  const { t } = translator(ctx.locale);
  const line = (kind: string, id: string, label: string) => ({ value: `${kind}:${id}`, label: `${t(`conflicts.side.${kind}`)}: ${label.slice(0, LONGEST)}` });
  const tree = await readPlan(ctx);
  const strategies = tree ? living(tree).areas.flatMap(({ objectives }) => objectives.flatMap((one) => one.strategies.map(({ id }) => id))) : [];
  return [
    ...(await allGuidelines(ctx)).flatMap(({ id, number, current }) => (current ? [line("guideline", id, `${number}. ${current.title}`)] : [])),
    ...(await listTables(ctx)).map(({ id, name }) => line("table", id, name)),
    ...(table.sits ? (await takenDecisionsOf(ctx, table.id)).map(({ id, text, heldAt }) => line("decision", id, `${formatShortDate(heldAt, ctx.locale)}, ${text}`)) : []),
    ...(await planParts(ctx)).map(({ value, label }) => ({ value, label: `${t(`conflicts.side.${value.split(":")[0]}`)}: ${label}` })),
    ...(await listActions(ctx, strategies)).map(({ id, title, organisation }) => line("action", id, `${title} (${organisation.name})`)),
  ];
}

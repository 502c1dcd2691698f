// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { formatShortDate } from "~/web/time";
import { followingOf } from "../action";
import { living } from "../plan-tree";
import { readPlan } from "../read-plan.server";
import type { PlanPart, Trace } from "./traces.server";

const LONGEST = 90;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** A trace as pages show it. */
export function viewTrace(ctx: Pick<Ctx, "locale">, { targets, following, after, changes }: Trace) {
  const part = ({ code, text, to, endedAt }: PlanPart) => ({ code, text, to, gone: endedAt !== null });
  return {
    targets: targets.map(({ targetId, ...target }) => ({ targetId, ...part(target) })),
    following,
    facts: followingOf(following),
    after,
    changes: changes.map(({ key, note, at, part: where }) => ({ key, ...part(where), note, on: formatShortDate(at, ctx.locale) })),
  };
}
export type TraceView = ReturnType<typeof viewTrace>;

/** The objectives and strategies of the edition in course, for a choice; empty when no plan was imported. */
export async function planParts(ctx: Pick<Ctx, "db" | "now">): Promise<{ value: string; label: string }[]> {
  const tree = await readPlan(ctx);
  if (!tree) return [];
  return living(tree).areas.flatMap(({ objectives }) =>
    objectives.flatMap((one) => [{ value: `objective:${one.id}`, label: `${one.code} ${short(one.title)}` }, ...one.strategies.map((strategy) => ({ value: `strategy:${strategy.id}`, label: `${strategy.code} ${short(strategy.text)}` }))]),
  );
}

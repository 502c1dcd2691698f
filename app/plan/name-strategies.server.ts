// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NamedSource } from "~/web/named";
import { paths } from "~/web/paths";
import { living } from "./plan-tree";
import { readPlan } from "./read-plan.server";

const LONGEST_LABEL = 80;

/** The strategies of the edition in course whose code or text has the words: the plan is public. */
export const nameStrategies: NamedSource = async (ctx, words, limit) => {
  const tree = await readPlan(ctx);
  if (!tree) return [];
  const wanted = words.toLocaleLowerCase("it");
  return living(tree)
    .areas.flatMap(({ objectives }) => objectives.flatMap(({ title, strategies }) => strategies.map((strategy) => ({ ...strategy, title }))))
    .filter(({ code, text }) => `${code} ${text}`.toLocaleLowerCase("it").includes(wanted))
    .slice(0, limit)
    .map(({ id, code, text, title }) => ({ kind: "strategy", target: id, label: `${code} ${shortened(text)}`, note: title, to: paths.planStrategy(id) }));
};

function shortened(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_LABEL)).trimEnd()}…`;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { toRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { PlanAction } from "./action";
import { csv } from "./csv";
import { listActions } from "./list-actions.server";
import { living, type PlanTree } from "./plan-tree";
import { readPlan } from "./read-plan.server";

type Reader = Pick<Ctx, "db" | "now" | "locale">;

/**
 * The edition in course with the actions declared, as plain data. Actions stand under their strategy by name of the body: no totals, no order by quantity, nothing that
 * sets one body against another.
 */
export async function planData(ctx: Reader) {
  const { tree, actions } = await read(ctx);
  return {
    edition: tree.edition.label,
    pillars: tree.pillars.map(({ code, title }) => ({ code, title })),
    areas: tree.areas.map((area) => ({
      number: area.number,
      title: area.title,
      objectives: area.objectives.map((one) => ({
        id: one.id,
        code: one.code,
        kind: one.kind,
        title: one.title,
        pillars: one.pillars,
        tables: one.tables.map(({ slug, name }) => ({ slug, name })),
        strategies: one.strategies.map((strategy) => ({
          id: strategy.id,
          code: strategy.code,
          text: strategy.text,
          actions: actions.filter((action) => action.strategyId === strategy.id).map(asData),
        })),
      })),
    })),
  };
}

/** One row per strategy; objectives without strategies have one row. */
export async function planCsv(ctx: Reader): Promise<string> {
  const { tree } = await read(ctx);
  const names = [
    "area",
    "areaTitle",
    "objective",
    "kind",
    "objectiveTitle",
    "pillars",
    "tables",
    "strategy",
    "strategyText",
  ];
  const rows = tree.areas.flatMap((area) =>
    area.objectives.flatMap((one) => {
      const kind = translate(ctx.locale, `plan.objective.kind.${one.kind}`);
      const start = [
        area.number,
        area.title,
        one.code,
        kind,
        one.title,
        one.pillars.map((link) => link.code ?? link.label).join(" "),
        one.tables.map((table) => table.name).join(", "),
      ];
      return one.strategies.length === 0
        ? [[...start, "", ""]]
        : one.strategies.map((strategy) => [...start, strategy.code, strategy.text]);
    }),
  );
  return csv([names.map((name) => translate(ctx.locale, `plan.data.column.${name}`)), ...rows]);
}

/** One row per action, by name of the body. */
export async function actionsCsv(ctx: Reader): Promise<string> {
  const { tree, actions } = await read(ctx);
  const codes = new Map(
    tree.areas.flatMap((area) =>
      area.objectives.flatMap((one) => one.strategies.map((strategy) => [strategy.id, strategy.code])),
    ),
  );
  const names = ["body", "action", "description", "strategy", "partners", "districts", "start", "end", "state", "notInRunts"];
  const rows = actions.map((action) => {
    const data = asData(action);
    const state = translate(ctx.locale, `plan.action.state.${action.state}`);
    return [
      data.body,
      data.title,
      data.description,
      codes.get(action.strategyId) ?? "",
      data.partners.join(", "),
      data.districts.join(" "),
      data.start,
      data.end ?? "",
      state,
      data.notInRunts.join(", "),
    ];
  });
  return csv([names.map((name) => translate(ctx.locale, `plan.data.column.${name}`)), ...rows]);
}

async function read(ctx: Reader): Promise<{ tree: PlanTree; actions: PlanAction[] }> {
  const whole = await readPlan(ctx);
  if (!whole) throw problem("missing");
  const tree = living(whole);
  const strategies = tree.areas.flatMap((area) =>
    area.objectives.flatMap((one) => one.strategies.map((strategy) => strategy.id)),
  );
  return { tree, actions: await listActions(ctx, strategies) };
}

function asData(action: PlanAction) {
  return {
    id: action.id,
    body: action.organisation.name,
    title: action.title,
    description: action.description,
    partners: action.partners.map((partner) => partner.name),
    districts: action.districts,
    start: toRomeDay(action.startsOn),
    end: action.endsOn ? toRomeDay(action.endsOn) : null,
    state: action.state,
    /** Of the bodies above, those that are no longer in the RUNTS. */
    notInRunts: [action.organisation, ...action.partners].filter(({ standing }) => standing).map(({ name }) => name),
  };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionState } from "./action";
import { living, type PlanObjective, type PlanStrategy, type PlanTree } from "./plan-tree";

/** What one may ask of the plan; every part is optional. */
export type PlanFilters = {
  words: string;
  area: string;
  pillar: string;
  table: string;
  district: number | null;
  state: ActionState | null;
};

/** What actions say of a strategy, for the filters by Municipio and state. No districts: the whole city. */
export type ActionFact = { strategyId: string; districts: number[]; state: ActionState };

export type PlanHit = { objective: PlanObjective; areaNumber: string; areaTitle: string; strategies: PlanStrategy[] };

/** The filters as they stand in the address of the page. */
export function filtersFrom(params: URLSearchParams): PlanFilters {
  const district = Number(params.get("municipio"));
  const state = params.get("stato");
  return {
    words: params.get("q")?.trim() ?? "",
    area: params.get("area") ?? "",
    pillar: params.get("caposaldo") ?? "",
    table: params.get("tavolo") ?? "",
    district: district >= 1 && district <= 9 ? district : null,
    state: state === "planned" || state === "ongoing" || state === "paused" || state === "done" ? state : null,
  };
}

export function anyFilter(filters: PlanFilters): boolean {
  return Object.values(filters).some((value) => value !== "" && value !== null);
}

/**
 * The objectives that answer all filters, in the order of the plan, each with the strategies that hold the words (none when only the
 * title holds them). Words are found without regard to accents and case; all must be there.
 */
export function searchPlan(tree: PlanTree, filters: PlanFilters, facts: ActionFact[]): PlanHit[] {
  const wanted = plain(filters.words).split(" ").filter(Boolean);
  const holds = (text: string) => wanted.every((word) => plain(text).includes(word));
  return living(tree).areas.flatMap((area) =>
    area.objectives.flatMap((objective) => {
      if (filters.area && area.number !== filters.area) return [];
      if (filters.pillar && !objective.pillars.some((link) => link.code === filters.pillar)) return [];
      if (filters.table && !objective.tables.some((table) => table.slug === filters.table)) return [];
      const acted = objective.strategies.filter((strategy) => answers(strategy, filters, facts));
      if ((filters.district !== null || filters.state !== null) && acted.length === 0) return [];
      const inStrategies = acted.filter((strategy) => holds(strategy.text));
      const whole = `${objective.code} ${objective.title} ${objective.pillars.map((link) => link.label).join(" ")}`;
      if (wanted.length > 0 && inStrategies.length === 0 && !holds(whole)) return [];
      const strategies = wanted.length > 0 ? inStrategies : acted;
      return [{ objective, areaNumber: area.number, areaTitle: area.title, strategies }];
    }),
  );
}

function answers(strategy: PlanStrategy, { district, state }: PlanFilters, facts: ActionFact[]): boolean {
  if (district === null && state === null) return true;
  return facts.some(
    (fact) =>
      fact.strategyId === strategy.id &&
      (state === null || fact.state === state) &&
      (district === null || fact.districts.length === 0 || fact.districts.includes(district)),
  );
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\d.]+/gu, " ")
    .trim();
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ObjectiveKind } from "./import/plan-writes";

/** When and why a part left the edition; both null while it is there. */
export type Ending = { endedAt: Date | null; endedReason: string | null };

export type PlanPillar = { id: string; code: string; title: string; shortTitle: string };
export type PlanStrategy = Ending & { id: string; code: string; text: string; review: boolean };
export type FollowingTable = { linkId: string; id: string; slug: string; name: string };

export type PlanObjective = Ending & {
  id: string;
  /** "5.2.O4" for a priority objective, "5.2.C1" for a consolidation objective. */
  code: string;
  kind: ObjectiveKind;
  title: string;
  review: boolean;
  /** `code` is null when the label printed is none of the pillars. */
  pillars: { code: string | null; label: string }[];
  strategies: PlanStrategy[];
  tables: FollowingTable[];
};

export type PlanArea = Ending & { id: string; number: string; title: string; objectives: PlanObjective[] };

/** An edition whole: what is in it and, marked, what was. */
export type PlanTree = {
  edition: { id: string; label: string; lastImportAt: Date };
  pillars: PlanPillar[];
  areas: PlanArea[];
};

/** The edition as it stands, without what has left it. */
export function living(tree: PlanTree): PlanTree {
  const here = (part: Ending) => part.endedAt === null;
  return {
    ...tree,
    areas: tree.areas.filter(here).map((area) => ({
      ...area,
      objectives: area.objectives.filter(here).map((one) => ({ ...one, strategies: one.strategies.filter(here) })),
    })),
  };
}

/** One area × one pillar: how many objectives of the area declare the pillar. */
export type MatrixCell = { code: string; count: number };
export type Matrix = {
  edition: string;
  pillars: PlanPillar[];
  rows: { number: string; title: string; cells: MatrixCell[]; total: number }[];
};

/** Areas by pillars, counting priority objectives. */
export function matrixOf(tree: PlanTree): Matrix {
  const rows = living(tree).areas.map((area) => {
    const cells = tree.pillars.map(({ code }) => ({
      code,
      count: area.objectives.filter((one) => one.pillars.some((link) => link.code === code)).length,
    }));
    return {
      number: area.number,
      title: area.title,
      cells,
      total: area.objectives.filter((one) => one.kind === "priority").length,
    };
  });
  return { edition: tree.edition.label, pillars: tree.pillars, rows };
}

/** Depth of colour of a cell, 0 (empty) to 4, in proportion to the highest count of the matrix. */
export function heatOf(count: number, highest: number): number {
  if (count === 0) return 0;
  return Math.max(1, Math.ceil((count / Math.max(1, highest)) * 4));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { matchRows } from "./match-rows";
import type { ParsedArea, ParsedObjective, ParsedPlan } from "./parsed";
import { shortTitles } from "./short-titles";

/** What the database holds of an edition, ended rows included. */
export type KnownPlan = {
  pillars: { id: string; code: string; title: string; shortTitle: string; position: number; ended: boolean }[];
  areas: { id: string; number: string; title: string; position: number; ended: boolean }[];
  objectives: {
    id: string;
    areaId: string;
    kind: ObjectiveKind;
    text: string;
    position: number;
    review: boolean;
    ended: boolean;
  }[];
  strategies: { id: string; objectiveId: string; text: string; position: number; review: boolean; ended: boolean }[];
  links: {
    id: string;
    objectiveId: string;
    pillarId: string | null;
    label: string;
    position: number;
    ended: boolean;
  }[];
};

export type ObjectiveKind = "priority" | "consolidation";
export type PlanPart = keyof KnownPlan;

/** One row to add, change or end; `set` holds the columns of the row. Unchanged rows give no write. */
export type Write = {
  part: PlanPart;
  how: "added" | "changed" | "ended";
  id: string;
  label: string;
  set: Record<string, unknown>;
};

/**
 * What must be written so that the edition says what the reading says. Areas are known by number, pillars by code, objectives and strategies by position and text; whatever the
 * reading no longer has is ended. Pure: the preview shows it, the import carries it out.
 */
export function planWrites(known: KnownPlan, plan: ParsedPlan, newId: () => string): Write[] {
  const writes: Write[] = [];
  const pillarIds = new Map<string, string>();
  const short = shortTitles(plan);
  const upsert = upserter(writes, newId);
  plan.pillars.forEach((pillar, i) => {
    const old = known.pillars.find((one) => one.code === pillar.code);
    const set = {
      code: pillar.code,
      position: i + 1,
      title: pillar.title,
      shortTitle: short.get(pillar.code) ?? pillar.title,
    };
    pillarIds.set(pillar.code, upsert("pillars", old, set, pillar.title));
  });
  end(
    writes,
    "pillars",
    known.pillars.filter((one) => !pillarIds.has(one.code)),
    (one) => one.title,
  );
  plan.areas.forEach((area, i) => {
    const old = known.areas.find((one) => one.number === area.number);
    const areaId = upsert(
      "areas",
      old,
      { number: area.number, position: i + 1, title: area.title },
      `${area.number} ${area.title}`,
    );
    writeObjectives(known, area, areaId, "priority", pillarIds, writes, upsert);
    writeObjectives(known, area, areaId, "consolidation", pillarIds, writes, upsert);
  });
  const gone = known.areas.filter((one) => !plan.areas.some((area) => area.number === one.number));
  end(writes, "areas", gone, (one) => `${one.number} ${one.title}`);
  for (const area of gone)
    endObjectives(
      known,
      known.objectives.filter((one) => one.areaId === area.id),
      writes,
    );
  return writes;
}

type Upsert = <Row extends { id: string; ended: boolean }>(
  part: PlanPart,
  old: Row | undefined | null,
  set: Record<string, unknown>,
  label: string,
  parent?: Record<string, unknown>,
) => string;

function upserter(writes: Write[], newId: () => string): Upsert {
  return (part, old, set, label, parent = {}) => {
    if (!old) {
      const id = newId();
      writes.push({ part, how: "added", id, label, set: { ...parent, ...set } });
      return id;
    }
    const before = old as Record<string, unknown>;
    const differs = Object.entries(set).some(([key, value]) => key !== "sourceLine" && (before[key] ?? null) !== value);
    if (differs || old.ended)
      writes.push({ part, how: "changed", id: old.id, label, set: { ...set, endedAt: null, endedReason: null } });
    return old.id;
  };
}

/** A text that a person has already checked is not asked about again for as long as it stays the same. */
function stillDoubtful(
  review: boolean,
  old: { text: string; review: boolean } | null | undefined,
  text: string,
): boolean {
  return review && !(old && old.text === text && !old.review);
}

function writeObjectives(
  known: KnownPlan,
  area: ParsedArea,
  areaId: string,
  kind: ObjectiveKind,
  pillarIds: Map<string, string>,
  writes: Write[],
  upsert: Upsert,
) {
  const parsed: ParsedObjective[] =
    kind === "priority"
      ? area.objectives
      : area.consolidation.map((item) => ({ title: item.text, line: item.line, strategies: [], pillars: [] }));
  const rows = known.objectives.filter((one) => one.areaId === areaId && one.kind === kind);
  const pairs = matchRows(
    rows,
    parsed.map((one) => one.title),
  );
  parsed.forEach((objective, i) => {
    const review =
      kind === "consolidation" && stillDoubtful(area.consolidation[i]?.review ?? false, pairs[i], objective.title);
    const set = { text: objective.title, position: i + 1, review, sourceLine: objective.line };
    const id = upsert("objectives", pairs[i], set, objective.title, { areaId, kind });
    writeStrategies(known, objective, id, writes, upsert);
    writeLinks(known, objective, id, pillarIds, writes, upsert);
  });
  endObjectives(
    known,
    rows.filter((row) => !pairs.includes(row)),
    writes,
  );
}

function writeStrategies(
  known: KnownPlan,
  objective: ParsedObjective,
  objectiveId: string,
  writes: Write[],
  upsert: Upsert,
) {
  const rows = known.strategies.filter((one) => one.objectiveId === objectiveId);
  const pairs = matchRows(
    rows,
    objective.strategies.map((one) => one.text),
  );
  objective.strategies.forEach((strategy, i) => {
    const review = stillDoubtful(strategy.review, pairs[i], strategy.text);
    upsert(
      "strategies",
      pairs[i],
      { text: strategy.text, position: i + 1, review, sourceLine: strategy.line },
      strategy.text,
      { objectiveId },
    );
  });
  end(
    writes,
    "strategies",
    rows.filter((row) => !pairs.includes(row)),
    (row) => row.text,
  );
}

function writeLinks(
  known: KnownPlan,
  objective: ParsedObjective,
  objectiveId: string,
  pillarIds: Map<string, string>,
  writes: Write[],
  upsert: Upsert,
) {
  const rows = known.links.filter((one) => one.objectiveId === objectiveId);
  const kept = objective.pillars.map((link, i) => {
    const pillarId = (link.code && pillarIds.get(link.code)) ?? null;
    const same = (row: (typeof rows)[number]) =>
      pillarId ? row.pillarId === pillarId : row.pillarId === null && row.label === link.label;
    return upsert("links", rows.find(same), { pillarId, label: link.label, position: i + 1 }, link.label, {
      objectiveId,
    });
  });
  end(
    writes,
    "links",
    rows.filter((row) => !kept.includes(row.id)),
    (row) => row.label,
  );
}

function endObjectives(known: KnownPlan, objectives: KnownPlan["objectives"], writes: Write[]) {
  end(writes, "objectives", objectives, (one) => one.text);
  const ids = new Set(objectives.map((one) => one.id));
  end(
    writes,
    "strategies",
    known.strategies.filter((one) => ids.has(one.objectiveId)),
    (one) => one.text,
  );
}

function end<Row extends { id: string; ended: boolean }>(
  writes: Write[],
  part: PlanPart,
  rows: Row[],
  label: (row: Row) => string,
) {
  for (const row of rows) if (!row.ended) writes.push({ part, how: "ended", id: row.id, label: label(row), set: {} });
}

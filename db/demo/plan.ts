// SPDX-License-Identifier: AGPL-3.0-or-later
import { importPlan, knownPillars as pillars, linkTable, readPlan, recordAction } from "~/plan/index.server";
import { toRomeDay } from "~/web/time";
import { actions, followed } from "./actions";
import type { City, Event } from "./city";
import { areas, edition } from "./plan-areas";

/** The Direzione imports the plan of example, the tables say what they follow, bodies declare what they do. */
export function planStory(city: City): Event[] {
  const imported: Event = {
    at: city.day(-380, "12:00"),
    tell: async (at) => {
      await importPlan(await city.as("p01", at), { edition, pillars, areas: areas.map(asParsed), warnings: [] });
      await keepPlan(city, at);
    },
  };
  const links = followed.map(({ table, objective }, i): Event => ({
    at: city.day(-370 + i, "10:30"),
    tell: async (at) => {
      await linkTable(await city.as("p01", at), { tableId: city.id(`table:${table}`), objectiveId: city.id(`objective:${objective}`) });
    },
  }));
  const declared = actions.map(({ body, strategy, partners = "", starts, ends, ...form }, i): Event => ({
    at: city.day(-220 + i * 9, "16:20"),
    tell: async (at) => {
      await recordAction(await city.as(body, at), {
        strategyId: city.id(`strategy:${strategy}`),
        form: {
          ...form,
          partners: partners.split(" ").filter(Boolean).map((code) => city.id(`body:${code}`)),
          startsOn: toRomeDay(city.day(starts)),
          endsOn: ends === undefined ? "" : toRomeDay(city.day(ends)),
        },
      });
    },
  }));
  return [imported, ...links, ...declared];
}

function asParsed({ number, title, objectives, consolidation }: (typeof areas)[number]) {
  const text = (words: string) => ({ text: words, line: 1, review: false });
  return {
    number,
    title,
    line: 1,
    objectives: objectives.map((objective) => ({
      title: objective.title,
      line: 1,
      strategies: objective.strategies.map(text),
      pillars: objective.pillars.split(" ").map((code) => ({ code, label: pillars.find((pillar) => pillar.code === code)?.title ?? code })),
    })),
    consolidation: consolidation.map(text),
  };
}

/** Keeps objectives and strategies under their codes ("5.2.O1", "5.2.O1.S2"). */
async function keepPlan(city: City, now: Date): Promise<void> {
  const tree = await readPlan({ db: city.db, now });
  for (const objective of tree?.areas.flatMap((area) => area.objectives) ?? []) {
    city.keep(`objective:${objective.code}`, objective.id);
    for (const strategy of objective.strategies) city.keep(`strategy:${strategy.code}`, strategy.id);
  }
}

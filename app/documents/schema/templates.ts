// SPDX-License-Identifier: AGPL-3.0-or-later
/** The first content of each template; official texts are in Italian whatever the language of the screen. */
import type { Template } from "../document";
import type { Block } from "./blocks";
import { agreement } from "./templates/agreement";
import { minutes } from "./templates/minutes";
import { notice } from "./templates/notice";
import { advice, bulleted, chapter, must, named, numbered, type Part, tabled, tasked } from "./templates/parts";
import { project } from "./templates/project";
import { report } from "./templates/report";

const workingPaper: Part[] = [
  chapter("Di che cosa si tratta"),
  chapter("Che cosa sappiamo", bulleted),
  chapter("Che cosa resta da capire", tasked),
  chapter("Fonti", bulleted),
];

const proposal: Part[] = [
  must("La proposta in breve", advice("Due o tre frasi: chi non ha seguito i lavori deve capire che cosa si propone.")),
  must("A quale bisogno risponde", advice("Dati e fonti. Nessun caso personale riconoscibile.")),
  must("Che cosa si propone di fare", numbered),
  chapter("Chi lo fa e con che cosa", tabled("Ente", "Che cosa fa", "Risorse")),
  chapter("Tempi"),
  chapter("Come si capirà se funziona"),
];

const parts: Record<Exclude<Template, "blocks">, Part[]> = {
  minutes,
  working_paper: workingPaper,
  proposal,
  notice,
  project,
  report,
  agreement,
};

const built = Object.entries(parts).map(([template, list]) => [template, list.flatMap(({ blocks }) => blocks)]);

export const firstBlocks: Record<Exclude<Template, "blocks">, Block[]> = Object.fromEntries(built);

/** The headings without which a text of this template cannot be approved; none for a text with parts of its own. */
export const mandatoryHeadings = (template: string): string[] =>
  Object.hasOwn(parts, template) ? parts[template as keyof typeof parts].filter(({ mandatory }) => mandatory).map(named) : [];

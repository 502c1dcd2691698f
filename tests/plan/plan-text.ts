// SPDX-License-Identifier: AGPL-3.0-or-later
/** Prints invented plans in the format of the printed one, for properties over the importer. */
import fc from "fast-check";

export type InventedObjective = {
  title: string;
  strategies: string[];
  pillars: string[];
  breakAt: number;
  html: boolean;
  packed: boolean;
};
export type InventedArea = {
  title: string;
  objectives: InventedObjective[];
  consolidation: string[];
  numbered: boolean;
};
export type InventedPlan = { areas: InventedArea[] };

/** Labels as tables write them, with the code each stands for. */
export const labels: [string, string][] = [
  ["Welfare territoriale", "1.1"],
  ["Ricomposizione domanda e offerta", "1.2"],
  ["Trasversalità inter-assessorile", "1.3"],
  ["Integrazione sociosanitaria", "1.4"],
  ["Spesa sociale come investimento", "1.5"],
  ["Valorizzare le professioni del sociale", "1.6"],
  ["Welfare collaborativo", "1.7"],
  ["Cultura valutazione", "1.8"],
  ["Spazi sociali", "1.9"],
  ["Digitalizzazione", "1.10"],
];

const verbs = ["Aprire", "Cercare", "Disegnare", "Tenere", "Provare", "Unire", "Costruire", "Scrivere"];
const words = [
  "un",
  "cortile",
  "la",
  "mappa",
  "dei",
  "portoni",
  "con",
  "chi",
  "abita",
  "qui",
  "(orti,",
  "scale)",
  "d'inverno",
  "l'80%",
  "0-6",
  "e",
  "più",
  "sicura",
  "città",
];

const phrase = fc
  .tuple(
    fc.constantFrom(...verbs),
    fc.array(fc.constantFrom(...words.filter((word) => !/[()]/.test(word))), { minLength: 2, maxLength: 9 }),
    fc.boolean(),
  )
  .map(([verb, rest, aside]) => `${verb} ${rest.join(" ")}${aside ? " (es. orti, scale)" : ""} insieme`);

const objective: fc.Arbitrary<InventedObjective> = fc.record({
  title: phrase,
  strategies: fc.array(phrase, { minLength: 1, maxLength: 6 }),
  pillars: fc.uniqueArray(fc.constantFrom(...labels.map(([label]) => label)), { minLength: 1, maxLength: 5 }),
  breakAt: fc.nat(5),
  html: fc.boolean(),
  packed: fc.boolean(),
});

export const inventedPlan: fc.Arbitrary<InventedPlan> = fc.record({
  areas: fc.array(
    fc.record({
      title: phrase,
      objectives: fc.array(objective, { minLength: 1, maxLength: 4 }),
      consolidation: fc.array(phrase, { minLength: 1, maxLength: 4 }),
      numbered: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

export type Style = "tabs" | "pipes" | "bare pipes";

/** The plan as a text file; `breakAt` cuts a row in two as a page break does. */
export function printPlan(plan: InventedPlan, style: Style): string {
  const row = (cells: string[]) =>
    style === "tabs" ? cells.join("\t") : style === "pipes" ? `| ${cells.join(" | ")} |` : cells.join(" | ");
  const lines = ["IL PIANO DI PROVA 2031-2033", "", "5.1 Titolo in indice..... 3", ""];
  plan.areas.forEach((area, i) => {
    lines.push(`5.${i + 1} ${area.title}`, "", "Una premessa in prosa, che non è una tabella.", "");
    lines.push(row(["OBIETTIVI PRIORITARI / INNOVATIVI", "STRATEGIE", "CONNESSIONE CON I 10 CAPISALDI"]));
    if (style !== "tabs") lines.push(row(["---", "---", "---"]));
    for (const one of area.objectives) lines.push(...printObjective(one, row));
    lines.push("", "Obiettivi di consolidamento o potenziamento", "");
    area.consolidation.forEach((text, n) => lines.push(area.numbered ? `${n + 1}. ${text};` : `- ${text};`));
    lines.push("");
  });
  return lines.join("\n");
}

function printObjective(one: InventedObjective, row: (cells: string[]) => string): string[] {
  const cut = Math.min(one.breakAt, one.strategies.length);
  const list = (from: number, to: number) => {
    const text = one.strategies
      .slice(from, to)
      .map((strategy, i) => `${from + i + 1}. ${strategy}.`)
      .join(" ");
    return one.html && text ? `<ol style="list-style-type: none"> ${text} ` : text;
  };
  const pillars = one.packed ? one.pillars.join(" ") : one.pillars.map((label) => `<p>${label}</p>`).join(" ");
  const title = one.html ? `<p>${one.title}</p>` : one.title;
  if (cut === 0 || cut === one.strategies.length) return [row([title, list(0, one.strategies.length), pillars])];
  return [row([title, list(0, cut), pillars]), "", row(["", list(cut, one.strategies.length), ""])];
}

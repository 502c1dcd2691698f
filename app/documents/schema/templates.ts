// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Template } from "../document";
import type { Block } from "./blocks";

const heading = (text: string): Block => ({ type: "heading", level: 2, text });
const space: Block = { type: "paragraph", text: "" };

/** The first content of each template; official texts are in Italian whatever the language of the screen. */
export const firstBlocks: Record<Exclude<Template, "blocks">, Block[]> = {
  minutes: [
    heading("Data, ora e luogo"),
    space,
    heading("Presenze"),
    { type: "table", rows: [["Ente", "Chi interviene", "In quale veste"], ["", "", ""], ["", "", ""]] },
    heading("Ordine del giorno"),
    { type: "numbers", items: [""] },
    heading("Discussione"),
    space,
    heading("Decisioni e posizioni degli enti"),
    { type: "bullets", items: [""] },
    heading("Impegni presi"),
    { type: "tasks", items: [""] },
    heading("Prossimo incontro"),
    space,
  ],
  working_paper: [
    heading("Di che cosa si tratta"),
    space,
    heading("Che cosa sappiamo"),
    { type: "bullets", items: [""] },
    heading("Che cosa resta da capire"),
    { type: "tasks", items: [""] },
    heading("Fonti"),
    { type: "bullets", items: [""] },
  ],
  proposal: [
    heading("La proposta in breve"),
    space,
    heading("A quale bisogno risponde"),
    space,
    heading("Che cosa si propone di fare"),
    { type: "numbers", items: [""] },
    heading("Chi lo fa e con che cosa"),
    { type: "table", rows: [["Ente", "Che cosa fa", "Risorse"], ["", "", ""], ["", "", ""]] },
    heading("Tempi"),
    space,
    heading("Come si capirà se funziona"),
    space,
  ],
};

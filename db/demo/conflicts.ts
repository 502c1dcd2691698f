// SPDX-License-Identifier: AGPL-3.0-or-later
/** Two policies that stand in each other's way: one resolved with an indirizzo, one still open at the policy table. */
import { findGuideline, raiseConflict, resolveConflict } from "~/plan/index.server";
import { moveItem } from "~/tables/index.server";
import type { City, Event } from "./city";
import { ownerOf } from "./seats";

const SLUG = "sintesi-del-piano";
const nothing = { side1: "", side2: "", side3: "", named1: "", named2: "" };
const undecided = { prevailingSideId: "", referredTo: "", decisionId: "", guidelineId: "", part: "" };

/** Raised by bodies that sit at the policy table, taken up by the Direzione that coordinates it. */
export function conflictsStory(city: City): Event[] {
  const strategy = (code: string) => `strategy:${city.id(`strategy:${code}`)}`;
  const coordination = (now: Date) => city.as(ownerOf("POL"), now);
  return [
    {
      at: city.day(-175, "10:20"),
      tell: async (now) => {
        const { itemId } = await raiseConflict(await city.as("e21", now), SLUG, {
          ...nothing, nature: "incoherence", title: "Durata dei tirocini: due regole per la stessa persona",
          text: "Il Piano chiede percorsi di lavoro che durino; il disciplinare dei tirocini li chiude a tre mesi. Chi segue tutte e due le strade cambia ente a metà percorso.",
          side1: strategy("5.2.O3.S2"), named1: "Disciplinare comunale dei tirocini di inclusione",
        });
        city.keep("conflict:tirocini", itemId);
      },
    },
    { at: city.day(-160, "12:10"), tell: async (now) => moveItem(await coordination(now), city.id("conflict:tirocini"), { step: "discuss", reason: "La Direzione Lavoro conferma che il disciplinare si può cambiare senza passare dal Consiglio." }) },
    {
      // some days after the indirizzo, also when the calendar brings both back to a Friday
      at: city.day(-145, "12:10"),
      tell: async (now) => {
        const { id } = await findGuideline({ db: city.db, actor: null, now }, { id: city.id("table:POL") }, 2);
        await resolveConflict(await coordination(now), city.id("conflict:tirocini"), { ...undecided, resolution: "both_adapted", reason: "Il disciplinare ammette sei mesi con un tutore; la strategia dice a chi si rivolge. Chi è a metà percorso non cambia ente.", guidelineId: id, part: strategy("5.2.O3.S2") });
      },
    },
    {
      at: city.day(-33, "10:20"),
      tell: async (now) => {
        const { itemId } = await raiseConflict(await city.as("p05", now), SLUG, {
          ...nothing, nature: "overlap", title: "Due elenchi degli stessi spazi di quartiere",
          text: "Il Laboratorio del Municipio 4 e la Direzione tengono ciascuno un elenco delle sale, con orari diversi. Chi chiama riceve due risposte.",
          side1: `table:${city.id("table:M4")}`, side2: strategy("5.1.O1.S1"), named1: "Anagrafe comunale degli spazi",
        });
        city.keep("conflict:elenchi", itemId);
      },
    },
    { at: city.day(-14, "12:10"), tell: async (now) => moveItem(await coordination(now), city.id("conflict:elenchi"), { step: "discuss", reason: "Il Municipio 4 propone un elenco solo, tenuto da chi apre le sale; manca il parere degli altri Municipi." }) },
  ];
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Notices of the demonstration city, and what bodies write in answer. Amounts, bodies' plans and terms are invented. */
import type { NoticeContent } from "~/procedures";

type Words = Pick<NoticeContent, "purpose" | "object" | "alreadyDecided" | "openToDesign" | "whoCanTakePart" | "requirements" | "letters">;

/** A line of an economic plan: who, what for, with whose money, how much. */
export type Line = { body: string; action: string; category: string; class: "PUBLIC_CASH" | "ETS_CASH" | "ETS_IN_KIND"; source: string; amount: string };

export type DemoApplication = {
  title: string;
  lead: string;
  partners: string[];
  /** Invited, and not yet answered. */
  waiting?: string[];
  /** Days from today. */
  begun: number;
  sent?: number;
  words: { by: string; under: string; text: string }[];
  lines: Line[];
  /** A cost still without its resource: the plan says by how much it does not balance. */
  unbalanced?: Line;
  shares: Record<string, string>;
};

export type DemoNotice = {
  code: string;
  kind: "co_design" | "co_programming";
  title: string;
  table: string;
  objective: string;
  /** Days from today. */
  published: number;
  opens: number;
  closes: number;
  publicCents: number;
  words: Words;
  applications: DemoApplication[];
};

const everyone = "Enti del Terzo settore, da soli o insieme. Gli enti pubblici possono sostenere, senza essere partner.";
const enrolled = "Iscrizione al RUNTS da almeno sei mesi; esperienza sul tema, raccontata in due pagine.";

export const notices: DemoNotice[] = [
  {
    code: "DIPENDENZE", kind: "co_programming", title: "Un quadro comune per le dipendenze", table: "DIP", objective: "5.2.O3",
    published: -230, opens: -229, closes: -195, publicCents: 0,
    words: {
      purpose: "Leggere insieme i bisogni e gli interventi che già ci sono, prima di decidere che cosa fare.",
      object: "Bisogni, interventi e risorse su prevenzione, riduzione del danno e reinserimento.",
      alreadyDecided: "Il percorso dura tre incontri e finisce con una relazione pubblica.",
      openToDesign: "Quali bisogni, con quali dati, con quali priorità.",
      whoCanTakePart: everyone, requirements: "Nessun requisito economico: si porta conoscenza.", letters: ["a", "w"],
    },
    applications: [
      { title: "Quello che si vede la sera", lead: "e13", partners: [], begun: -220, sent: -205, words: [{ by: "e13", under: "1. Chi siamo e che cosa conosciamo del tema", text: "Usciamo due sere la settimana: portiamo un diario dei luoghi, senza nomi." }], lines: [], shares: {} },
      { title: "Casa, lavoro, giustizia: tre porte", lead: "e21", partners: [], begun: -215, sent: -199, words: [{ by: "e21", under: "3. Priorità e interventi proposti", text: "Unire casa e lavoro nella stessa proposta, sei mesi prima della fine di un percorso." }], lines: [], shares: {} },
    ],
  },
  {
    code: "SOLLIEVO", kind: "co_design", title: "Ore di sollievo per chi assiste", table: "ALZ", objective: "5.2.O1",
    published: -90, opens: -89, closes: -30, publicCents: 12_000_000,
    words: {
      purpose: "Dare a chi assiste un famigliare alcune ore libere, di giorno e di notte, in due Municipi.",
      object: "Un insieme di servizi leggeri di sollievo e un elenco pubblico di chi li offre.",
      alreadyDecided: "Due Municipi, diciotto mesi, un elenco unico curato con il Tavolo Alzheimer.",
      openToDesign: "Quali servizi, in quali orari, con quali volontari e quale formazione; come si chiede e come si risponde.",
      whoCanTakePart: everyone, requirements: enrolled, letters: ["a", "c"],
    },
    applications: [
      {
        title: "Una notte alla settimana", lead: "e16", partners: ["e15"], begun: -70, sent: -36,
        words: [
          { by: "e16", under: "1. Titolo e sintesi", text: "Volontari formati restano in casa una notte alla settimana, perché chi assiste possa dormire." },
          { by: "e15", under: "8. Rete e ruoli", text: "Portiamo gli accompagnamenti di giorno e quaranta volontari già attivi in due Municipi." },
        ],
        lines: [
          { body: "e16", action: "Formazione e turni notturni", category: "STAFF", class: "PUBLIC_CASH", source: "Risorse dell'avviso", amount: "42.000,00" },
          { body: "e16", action: "Assicurazione dei volontari", category: "INSURANCE", class: "ETS_CASH", source: "Raccolta fondi", amount: "6.000,00" },
          { body: "e15", action: "Accompagnamenti di giorno", category: "STAFF", class: "PUBLIC_CASH", source: "Risorse dell'avviso", amount: "15.500,00" },
        ],
        shares: { e16: "75", e15: "25" },
      },
      {
        title: "Porte aperte al pomeriggio", lead: "e19", partners: ["e20"], begun: -64, sent: -31,
        words: [
          { by: "e19", under: "1. Titolo e sintesi", text: "Due sale delle residenze aprono tre pomeriggi la settimana a persone con demenza e a chi le assiste." },
          { by: "e20", under: "16. Comunicazione", text: "La rete fa arrivare il calendario a tutti gli enti e ai medici di famiglia." },
        ],
        lines: [
          { body: "e19", action: "Operatori dei pomeriggi", category: "STAFF", class: "PUBLIC_CASH", source: "Risorse dell'avviso", amount: "38.250,50" },
          { body: "e19", action: "Uso delle sale", category: "RENT_UTILITIES", class: "ETS_IN_KIND", source: "Sale della fondazione", amount: "9.000,00" },
          { body: "e20", action: "Calendario e racconto", category: "COMMUNICATION", class: "PUBLIC_CASH", source: "Risorse dell'avviso", amount: "7.749,50" },
        ],
        shares: { e19: "80", e20: "20" },
      },
    ],
  },
  {
    code: "DICIOTTO", kind: "co_design", title: "Accompagnare i diciotto anni", table: "DIS", objective: "5.8.O2",
    published: -9, opens: -8, closes: 24, publicCents: 18_000_000,
    words: {
      purpose: "Preparare per tempo il passaggio dai servizi per minori a quelli per adulti.",
      object: "Un percorso di due anni con una persona di riferimento per ogni ragazza o ragazzo con disabilità.",
      alreadyDecided: "Si comincia dai sedici anni; una traccia comune fra scuola, sanità e servizi sociali.",
      openToDesign: "Come si sceglie la persona di riferimento, quali esperienze si provano, come partecipano le famiglie.",
      whoCanTakePart: everyone, requirements: enrolled, letters: ["a", "c"],
    },
    applications: [
      {
        title: "Il filo fra due età", lead: "e01", partners: ["e10", "e19"], waiting: ["e24"], begun: -6,
        words: [
          { by: "e01", under: "1. Titolo e sintesi", text: "Una persona tiene il filo per due anni: conosce la famiglia, la scuola, i servizi, e c'è ancora dopo i diciotto." },
          { by: "e10", under: "2. Bisogni, dati e fonti", text: "Le famiglie raccontano che il vuoto arriva a settembre, quando la scuola finisce e il servizio non è ancora cominciato." },
        ],
        lines: [
          { body: "e01", action: "Persone di riferimento", category: "STAFF", class: "PUBLIC_CASH", source: "Risorse dell'avviso", amount: "64.000,00" },
          { body: "e10", action: "Gruppi di famiglie", category: "GOODS", class: "PUBLIC_CASH", source: "Risorse dell'avviso", amount: "8.400,00" },
        ],
        unbalanced: { body: "e19", action: "Settimane di prova in appartamento", category: "RENT_UTILITIES", class: "ETS_IN_KIND", source: "", amount: "12.600,00" },
        shares: {},
      },
    ],
  },
];

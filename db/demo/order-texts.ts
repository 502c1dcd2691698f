// SPDX-License-Identifier: AGPL-3.0-or-later
/** What offices and bodies wrote while the tables were put in order. */
import type { addMove } from "~/tables/index.server";
import { tables } from "./tables";

type Move = Exclude<Parameters<typeof addMove>[2], FormData>;

export type Answers = {
  tableName?: string;
  object?: string;
  participants?: string;
  criteria?: string;
  periodicity?: string;
  method?: string;
  status?: "formal" | "informal" | "active" | "experimental" | "to_define";
  act?: string;
  note?: string;
  active?: boolean;
  working?: boolean;
  /** Days from today. */
  lastSession?: number;
  /** Brought to the page of the table by the office that maps. */
  apply?: boolean;
};

/** The five fields as the page of the table has them. */
function known(code: string): Answers {
  const table = tables.find((each) => each.code === code);
  const { object, participants, criteria, periodicity, method } = table ?? {};
  return Object.fromEntries(Object.entries({ object, participants, criteria, periodicity, method }).filter(([, value]) => value));
}

export const forms: { office: string; table: string | null; days: number; sent: boolean; answers: Answers }[] = [
  { office: "p01", table: "POL", days: -150, sent: true, answers: { ...known("POL"), status: "to_define", lastSession: -190 } },
  { office: "p01", table: "ALZ", days: -150, sent: true, answers: { ...known("ALZ"), status: "informal", lastSession: -170 } },
  { office: "p01", table: "SM", days: -149, sent: true, answers: { ...known("SM"), status: "informal", lastSession: -155, note: "Nessuno ricorda come furono scelti i primi partecipanti." } },
  { office: "p01", table: "DIP", days: -149, sent: true, answers: { ...known("DIP"), status: "active", lastSession: -160 } },
  { office: "p01", table: "DIS", days: -148, sent: true, answers: { ...known("DIS"), status: "formal", act: "atto d'esempio", lastSession: -165 } },
  { office: "p06", table: "M4", days: -120, sent: true, answers: { ...known("M4"), participants: "Realtà di quartiere, custodi sociali, scuole.", status: "experimental", lastSession: -130, apply: true } },
  { office: "p07", table: "M9", days: -75, sent: true, answers: { ...known("M9"), status: "experimental", lastSession: -260, note: "Dopo l'estate il laboratorio non si è più riunito." } },
  { office: "p02", table: null, days: -140, sent: true, answers: { active: false, working: false, note: "La Direzione non ha tavoli propri: sull'abitare partecipa a quelli degli altri." } },
  { office: "p04", table: null, days: -110, sent: true, answers: { tableName: "Coordinamento spazi giovani", object: "Aperture e attività degli spazi per chi ha dai sedici ai trent'anni.", participants: "Gestori degli spazi, scuole, gruppi informali.", periodicity: "Due volte l'anno.", status: "informal", working: false, lastSession: -420 } },
  { office: "p05", table: null, days: -100, sent: true, answers: { tableName: "Raccordo fra i Municipi", object: "Calendario e temi dei laboratori di quartiere.", participants: "Un referente per Municipio.", method: "Riunione a distanza, appunti condivisi.", periodicity: "Ogni due mesi.", status: "active", lastSession: -115 } },
  { office: "p03", table: null, days: -65, sent: false, answers: { tableName: "Tavolo servizi per l'infanzia", object: "Nidi, scuole dell'infanzia e famiglie." } },
];

export const setAside = { first: "DIP", second: "ALZ", finding: "members" as const, reason: "Sono reti e fondazioni che siedono quasi ovunque: i temi restano diversi e nessuno chiede di unire i tavoli." };

type DemoProposal = {
  code: string;
  begun: number;
  opened: number;
  until: number;
  withdrawn?: number;
  title: string;
  reason: string;
  moves: ((id: (table: string) => string) => Move)[];
  comments: { body: string; days: number; text: string }[];
};

export const proposals: DemoProposal[] = [
  {
    code: "first", begun: -110, opened: -105, until: -80, withdrawn: -88,
    title: "Un solo tavolo per chi assiste",
    reason: "Tavolo Alzheimer e Tavolo permanente disabilità parlano entrambi di sollievo per le famiglie: la proposta li unisce.",
    moves: [(id) => ({ kind: "merge", tableIds: [id("ALZ"), id("DIS")], name: "Tavolo sollievo e cura", object: "Dare respiro a chi assiste un famigliare a casa.", level: "objective", reason: "Stesse famiglie, stessi servizi, due calendari." })],
    comments: [
      { body: "e10", days: -97, text: "Le famiglie con un figlio disabile e quelle con un genitore anziano hanno tempi e servizi diversi. Uniti, parleremmo sempre dei più numerosi." },
      { body: "e16", days: -94, text: "Meglio due sedute comuni l'anno che un tavolo solo." },
    ],
  },
  {
    code: "open", begun: -28, opened: -21, until: 16,
    title: "Un sistema di tavoli più chiaro",
    reason: "La mappatura dice che un tavolo lavora bene senza atto, che il Coordinamento Dipendenze tiene insieme due lavori diversi e che il Laboratorio del Municipio 9 non è collegato a nessuno. La proposta mette ordine senza togliere voce a nessun ente.",
    moves: [
      (id) => ({ kind: "formalise", tableId: id("SM"), reason: "Lavora ogni mese da anni: servono un atto e regole di ingresso." }),
      (id) => ({ kind: "split", tableId: id("DIP"), first: "Tavolo prevenzione e riduzione del danno", firstObject: "Prevenzione nelle scuole e nei luoghi della notte, unità di strada.", second: "Tavolo cura e reinserimento", secondObject: "Percorsi di cura, casa e lavoro per chi ne esce.", reason: "Da un anno le assenze sono quattro su dieci: metà dell'ordine del giorno non riguarda metà degli enti." }),
      (id) => ({ kind: "link", tableId: id("SM"), toTableId: id("DIS"), relation: "linked", reason: "Il passaggio ai servizi per adulti è trattato da tutti e due: una seduta comune l'anno." }),
      (id) => ({ kind: "link", tableId: id("M9"), toTableId: id("POL"), relation: "reports_to", reason: "Ciò che emerge nel Municipio 9 oggi non arriva a nessun tavolo della città." }),
    ],
    comments: [
      { body: "e13", days: -15, text: "D'accordo con la divisione, se la scheda dati resta una sola: chi incontriamo di notte è spesso chi esce da una cura." },
      { body: "e06", days: -12, text: "Chiediamo che nel tavolo cura e reinserimento sieda anche la Direzione Casa." },
      { body: "p14", days: -8, text: "Favorevoli. Per l'UEPE due tavoli più brevi sono più sostenibili di uno lungo." },
      { body: "e03", days: -5, text: "Sulla formalizzazione del Tavolo Salute mentale: le regole di ingresso lascino un posto a chi lavora a domicilio." },
    ],
  },
];

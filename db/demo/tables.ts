// SPDX-License-Identifier: AGPL-3.0-or-later
/** The seven tables. Their names are the city's; presences, positions and contents are invented. */
import type { createTable } from "~/tables/index.server";

type TableFields = Exclude<Parameters<typeof createTable>[1], FormData>;
export type DemoTable = TableFields & { code: string };

export const tables: DemoTable[] = [
  {
    code: "POL", slug: "sintesi-del-piano", name: "Tavolo di sintesi del Piano", level: "policy",
    object: "Leggere insieme gli esiti degli altri tavoli, sciogliere contraddizioni, decidere gli indirizzi comuni.",
    participants: "Una voce per ogni tavolo e per ogni istituzione.",
    criteria: "Funzione: chi porta la voce di un tavolo o di un'istituzione.",
    periodicity: "Ogni trimestre, più una seduta straordinaria l'anno.",
    method: "Fascicolo inviato dieci giorni prima; un relatore per ogni tavolo; decisioni per consenso, con nota per chi dissente; resoconto entro quindici giorni.",
    statusSources: [{ status: "to_define", source: "Esempio: la composizione esce dal riordino dei tavoli" }],
    planAreas: ["*"], pillars: ["1.3", "1.8"], sensitive: false,
  },
  {
    code: "ALZ", slug: "alzheimer", name: "Tavolo Alzheimer", level: "objective",
    object: "Rendere visibile la rete di sollievo per chi assiste.",
    participants: "Enti che sostengono chi assiste, servizi sanitari, osservatori dai Municipi.",
    criteria: "Rappresentanza, con una quota riservata alle famiglie.",
    periodicity: "Ogni due mesi.",
    method: "Plenaria breve e un gruppo caregiver; osservatori dai Municipi.",
    statusSources: [
      { status: "informal", source: "Esempio: relazione della Direzione, che lo dice consolidato ma non formalizzato" },
      { status: "formal", source: "Esempio: verbale di un incontro, che cita un atto di costituzione", act: "atto non ritrovato" },
    ],
    planAreas: ["5.2", "5.7"], pillars: ["1.4", "1.7"], sensitive: true,
  },
  {
    code: "SM", slug: "salute-mentale", name: "Tavolo Salute mentale", level: "objective",
    object: "Accorciare il tempo fra primo segnale e primo colloquio per ragazze e ragazzi dai 14 ai 24 anni.",
    participants: "Servizi sanitari ed educativi, enti che lavorano con i giovani.",
    // left empty on purpose: the mapping has something to show
    criteria: null,
    periodicity: "Mensile, in presenza e a distanza.",
    method: "Un caso tipo anonimo per seduta, lista di azioni con responsabile e scadenza, due sedute l'anno aperte alle scuole.",
    statusSources: [{ status: "informal", source: "Esempio: consolidato nella pratica, mai formalizzato" }],
    planAreas: ["5.2", "5.12"], pillars: ["1.4", "1.7"], sensitive: true,
  },
  {
    code: "DIP", slug: "dipendenze", name: "Coordinamento Dipendenze", level: "objective",
    object: "Unire prevenzione, riduzione del danno e reinserimento in un solo quadro.",
    participants: "Enti e istituzioni che aderiscono al regolamento.",
    criteria: "Adesione libera con regolamento.",
    periodicity: "Ogni sei settimane.",
    method: "Assemblea degli aderenti, segreteria a rotazione semestrale, scheda dati condivisa prima di ogni seduta.",
    statusSources: [{ status: "active", source: "Esempio: attivo, da formalizzare" }],
    planAreas: ["5.2", "5.12"], pillars: ["1.3", "1.4", "1.7"], sensitive: true,
  },
  {
    code: "DIS", slug: "disabilita", name: "Tavolo permanente disabilità", level: "objective",
    object: "Rendere più semplice l'accesso ai servizi diurni e i passaggi d'età.",
    participants: "Enti gestori, associazioni di famiglie, servizi sanitari.",
    criteria: "Rappresentanza, con una quota riservata alle famiglie.",
    periodicity: "Ogni due mesi.",
    method: "Plenaria di due ore e due gruppi ristretti (liste d'attesa; tempo libero); famiglie presenti con diritto di parola e di proposta.",
    statusSources: [{ status: "formal", source: "Esempio: atto di costituzione", act: "atto d'esempio" }],
    planAreas: ["5.8"], pillars: ["1.2", "1.4", "1.10"], sensitive: true,
  },
  {
    code: "M4", slug: "laboratorio-municipio-4", name: "Laboratorio del Municipio 4", level: "municipal",
    object: "Collegare chi aiuta vicino a casa e portare ai tavoli cittadini ciò che da lì non si vede.",
    participants: null,
    criteria: "Presenza attiva nel quartiere.",
    periodicity: "Ogni mese, con quattro raccordi l'anno.",
    method: "Passeggiata di mezz'ora e riunione in sede pubblica; il Municipio scrive il verbale breve.",
    statusSources: [{ status: "experimental", source: "Esempio: avvio sperimentale" }],
    planAreas: ["5.1", "5.3"], pillars: ["1.1", "1.7", "1.9"], sensitive: false,
  },
  {
    code: "M9", slug: "laboratorio-municipio-9", name: "Laboratorio del Municipio 9", level: "municipal",
    object: "Spazi serali e ascolto dei giovani.",
    participants: "Realtà di quartiere e servizi di zona.",
    criteria: "Presenza attiva nel quartiere.",
    periodicity: null,
    method: "Riunione aperta, sintesi in dieci righe; due raccordi l'anno.",
    statusSources: [{ status: "experimental", source: "Esempio: avvio sperimentale" }],
    planAreas: ["5.1", "5.2"], pillars: ["1.1", "1.9"], sensitive: false,
  },
];

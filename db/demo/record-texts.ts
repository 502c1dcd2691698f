// SPDX-License-Identifier: AGPL-3.0-or-later
/** What sessions of the demonstration tables left on record. The words are invented; no personal cases. */
import type { customaryRules } from "~/tables/rules/rules";

type Decided = {
  point: number;
  text: string;
  method: "consensus" | "vote";
  votes?: { for: string; against?: string; abstained?: string };
  reserves?: [body: string, kind: "reserve" | "dissent", reason: string][];
  /** Bodies that had declared an interest in the point. */
  interests?: [body: string, interest: string][];
};
type Step = { days: number; by?: string; step: "note" | "done" | "move" | "drop"; note: string; due?: number };
/** A commitment; `due` and the days of its steps are counted from today. */
type Taken = { body: string; what: string; due: number; then?: Step[] };
type Asked = { body: string; days: number; point?: number; text: string; reason: string; answer?: { days: number; outcome: "accepted" | "annexed"; words?: string } };
export type Record = {
  /** Table and day of the session, as in `meetings.ts`. */
  table: string;
  day: number;
  said: { point: number; said: string[]; agreed?: string[]; dissent?: string[] }[];
  decided?: Decided[];
  taken?: Taken[];
  circulated?: number;
  asked?: Asked[];
  /** By the clock, as the rules say; or by an act, in a later session of the table. */
  approved?: { days: number; tacitly: true } | { days: number; tacitly: false; session?: number };
  sealed?: number;
  published?: { days: number; publication: "full" | "extract" | "none"; reason: string };
  corrected?: { days: number; reason: string };
};

export const records: Record[] = [
  {
    table: "DIS", day: -250,
    said: [
      { point: 1, said: ["Enti gestori: i tempi si contano in modi diversi, e i numeri non si sommano.", "Associazioni di famiglie: chi aspetta non sa a che punto è."], agreed: ["Due gruppi ristretti: liste d'attesa e tempo libero."] },
      { point: 2, said: ["ATS: basta una scheda con quattro date.", "Consorzio: la scheda va riempita dove la domanda arriva."], agreed: ["Le quattro date sono le stesse per tutti."] },
    ],
    decided: [{ point: 2, method: "consensus", text: "Ogni servizio diurno annota quattro date: domanda, primo colloquio, proposta, ingresso. Il gruppo ristretto le legge ogni tre mesi.", reserves: [["e10", "reserve", "Le famiglie chiedono che le date siano dette anche a chi aspetta."]] }],
    taken: [
      { body: "e04", what: "Preparare la scheda con le quattro date", due: -215, then: [{ days: -220, step: "done", note: "Scheda inviata a tutti gli enti del tavolo." }] },
      { body: "p10", what: "Raccogliere i numeri del secondo semestre", due: -150, then: [{ days: -160, by: "p01", step: "move", note: "Due servizi hanno cominciato a marzo.", due: -100 }, { days: -104, step: "done", note: "Numeri raccolti in undici servizi su dodici." }] },
    ],
    circulated: -246, approved: { days: -232, tacitly: true }, sealed: -232,
    published: { days: -228, publication: "extract", reason: "Tema delicato: si pubblicano enti, decisioni e impegni." },
  },
  {
    table: "DIS", day: -130,
    said: [
      { point: 2, said: ["Cooperativa: a diciotto anni cambia tutto nello stesso mese.", "ATS: la valutazione può cominciare un anno prima."], agreed: ["Il passaggio si prepara a diciassette anni."], dissent: ["Fondazione: senza posti nelle residenze il piano resta sulla carta."] },
      { point: 3, said: ["Sport Fuori Orario: tre palestre sono pronte."], agreed: ["Si parte dall'elenco dei luoghi già accessibili."] },
    ],
    taken: [{ body: "e24", what: "Elenco dei luoghi accessibili per il tempo libero", due: -12 }, { body: "p08", what: "Proposta di calendario per la valutazione anticipata", due: 25, then: [{ days: -45, step: "note", note: "Bozza pronta, la guardano le tre aziende sanitarie." }] }],
    circulated: -126,
    asked: [
      { body: "e10", days: -124, point: 2, text: "Le famiglie chiedono di conoscere il nome del servizio che le seguirà prima del diciottesimo anno.", reason: "È stato detto e nel testo non c'è.", answer: { days: -118, outcome: "accepted" } },
      { body: "e19", days: -122, point: 2, text: "La Fondazione non ha condiviso la data proposta.", reason: "Nel testo sembra che tutti siano d'accordo.", answer: { days: -118, outcome: "annexed", words: "Il dissenso è già riportato con le parole dette in seduta: la richiesta resta allegata." } },
    ],
    approved: { days: -60, tacitly: false, session: -60 }, sealed: -57,
    published: { days: -54, publication: "extract", reason: "Tema delicato: si pubblicano enti, decisioni e impegni." },
  },
  {
    table: "DIS", day: -60,
    said: [{ point: 2, said: ["ASST: in due Municipi si aspetta il doppio."], agreed: ["Alla prossima seduta i numeri dei tre Municipi."] }, { point: 3, said: ["Cooperativa: la scheda unica toglie tre colloqui su cinque."], dissent: ["Fondazione: la bozza va provata prima in due servizi."] }],
    decided: [{ point: 3, method: "consensus", text: "Adottare la scheda unica di accesso in tutti i servizi diurni.", reserves: [["e19", "dissent", "Prima si prova in due servizi, poi si decide per tutti."], ["e15", "reserve", "Chi accompagna deve poterla leggere."]] }],
    taken: [{ body: "e01", what: "Provare la scheda unica in due servizi e riferire", due: 14 }],
    circulated: -56,
    asked: [{ body: "e15", days: -53, point: 2, text: "I volontari hanno chiesto che i tempi siano esposti in ogni sede.", reason: "L'abbiamo detto parlando delle liste d'attesa." }],
  },
  {
    table: "DIP", day: -150,
    said: [{ point: 1, said: ["Unità di strada: sei numeri bastano."], agreed: ["La scheda si manda due settimane prima."] }, { point: 2, said: ["Due candidature: Rete Altre Finestre e UEPE."] }],
    decided: [{ point: 2, method: "vote", text: "La segreteria del semestre è tenuta dalla Rete Altre Finestre.", votes: { for: "p01 e02 e06 e13 p08 p14", against: "p10", abstained: "e21" } }],
    taken: [{ body: "e13", what: "Prima versione della scheda dati condivisa", due: -110, then: [{ days: -112, step: "done", note: "Versione con sei voci, mandata agli aderenti." }] }],
    circulated: -146, approved: { days: -105, tacitly: false, session: -105 }, sealed: -102,
    published: { days: -98, publication: "none", reason: "Seduta di sola organizzazione interna." },
  },
  {
    table: "DIP", day: -40,
    said: [{ point: 2, said: ["Cooperativa: i ragazzi ascoltano chi ha pochi anni più di loro.", "ATS: i percorsi vanno concordati con le scuole entro giugno."], agreed: ["Una proposta sola per tutte le scuole della città."] }],
    decided: [{ point: 2, method: "vote", text: "Presentare alle scuole una proposta comune di prevenzione, scritta da tutti gli aderenti.", votes: { for: "p01 e13 e21 p08 p10 p04", against: "", abstained: "p14" }, interests: [["e06", "La cooperativa gestisce un progetto simile in due istituti."]] }],
    taken: [{ body: "p04", what: "Chiedere alle scuole quando e con chi incontrarsi", due: -8 }, { body: "e21", what: "Prima stesura della proposta comune", due: 20 }],
    circulated: -36, approved: { days: -20, tacitly: false },
  },
  {
    table: "SM", day: -30,
    said: [{ point: 2, said: ["Scuole e servizi usano oggi quattro moduli diversi.", "Cuffie Spente: i ragazzi chiedono di sapere chi legge la segnalazione."], agreed: ["Un modulo solo, con il consenso spiegato in parole semplici."] }],
    decided: [{ point: 2, method: "consensus", text: "Usare dal prossimo trimestre un modulo comune di segnalazione fra scuole e servizi." }],
    taken: [{ body: "p03", what: "Modulo comune di segnalazione, prima bozza", due: 12 }, { body: "e11", what: "Leggere il modulo con un gruppo di ragazzi", due: 40 }],
    circulated: -4,
    asked: [{ body: "e11", days: -2, point: 2, text: "I ragazzi leggono il modulo prima che sia adottato.", reason: "Era la condizione posta in seduta." }],
  },
  {
    table: "POL", day: -75,
    said: [{ point: 1, said: ["Un relatore per tavolo: Alzheimer, Salute mentale, Dipendenze, Disabilità."], agreed: ["Due temi tornano in tutti i tavoli: passaggi d'età e informazione alle famiglie."] }, { point: 2, said: ["Direzione Casa: l'abitare entra in ogni passaggio."], agreed: ["Il passaggio all'età adulta è il tema comune dell'anno."] }],
    decided: [{ point: 2, method: "consensus", text: "Il passaggio all'età adulta è il tema comune dell'anno: ogni tavolo porta entro sei mesi una proposta.", reserves: [["p02", "reserve", "Con un capitolo sull'abitare."]] }],
    taken: [{ body: "e18", what: "Raccogliere in una pagina le proposte dei tavoli", due: 30 }],
    circulated: -70, approved: { days: -51, tacitly: true }, sealed: -51,
    published: { days: -47, publication: "full", reason: "Gli indirizzi comuni interessano tutta la città." },
    corrected: { days: -12, reason: "La data della proposta comune è a sei mesi dalla seduta, non a tre." },
  },
  { table: "M4", day: -35, said: [{ point: 1, said: ["Due cortili chiusi, una panchina tolta, un portone sempre aperto."] }, { point: 2, said: ["Mutuo Soccorso: serve un elenco di chi può tenere aperto un cortile."] }], taken: [{ body: "e08", what: "Chiedere a tre condomini di aprire il cortile il sabato", due: 9 }] },
];

type Rules = Partial<typeof customaryRules> & Pick<typeof customaryRules, "articles">;

/** Rules that tables gave themselves; Salute mentale and the two Alzheimer sources have none on purpose: those of common practice stand. */
export const adoptions: { table: string; days: number; act: string; rules: Rules }[] = [
  { table: "DIS", days: -310, act: "Regolamento del tavolo, atto d'esempio", rules: { noticeDays: 7, quorumPercent: 50, secondCallPercent: 33, minutesDays: 10, forfeitAfter: 4, usualPoints: ["Comunicazioni degli enti", "Data della prossima seduta"], articles: { notice: "art. 4", agenda: "art. 7", quorum: "art. 5", decisions: "art. 6", minutes: "art. 8", forfeiture: "art. 9" } } },
  { table: "DIP", days: -300, act: "Regolamento degli aderenti", rules: { noticeDays: 7, decisions: "vote", tacitApproval: false, minutesDays: 10, forfeitAfter: 3, articles: { decisions: "art. 5", minutes: "art. 7", forfeiture: "art. 8" } } },
  { table: "POL", days: -290, act: "Intesa fra tavoli e Direzioni", rules: { noticeDays: 10, minutesDays: 15, articles: { notice: "punto 2", minutes: "punto 5" } } },
  { table: "POL", days: -140, act: "Intesa fra tavoli e Direzioni, prima revisione", rules: { noticeDays: 10, urgentDays: 3, quorumPercent: 60, minutesDays: 15, articles: { notice: "punto 2", quorum: "punto 3", minutes: "punto 5" } } },
];

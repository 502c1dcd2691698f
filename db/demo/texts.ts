// SPDX-License-Identifier: AGPL-3.0-or-later
/** Documents of the demonstration city. The texts are invented; no personal cases. */
import type { Block } from "~/documents";
import type { Addition } from "./write-in";

const part = (text: string): Block => ({ type: "heading", level: 2, text });
const say = (text: string): Block => ({ type: "paragraph", text });
const bullets = (...items: string[]): Block => ({ type: "bullets", items });
const tasks = (...items: string[]): Block => ({ type: "tasks", items });

export type DemoText = {
  table: string;
  by: string;
  /** Days from today. */
  days: number;
  title: string;
  template: "minutes" | "working_paper" | "proposal";
  published?: number;
  blocks: Block[];
  additions: (Addition & { by: string; days: number })[];
};

export const texts: DemoText[] = [
  {
    table: "ALZ", by: "e18", days: -118, published: -90, template: "minutes", title: "Resoconto dell'incontro sulla rete di sollievo",
    blocks: [
      part("Ordine del giorno"), bullets("Che cosa offre oggi la rete di sollievo", "Come farla conoscere", "Ore notturne: da dove cominciare"),
      part("Discussione"),
      say("Chi assiste dice di non sapere a chi rivolgersi per poche ore di sostituzione. Le informazioni ci sono, ma sparse in siti diversi."),
      part("Decisioni e posizioni degli enti"), bullets("Un solo elenco, aggiornato ogni tre mesi.", "Prova del sostegno notturno in due Municipi."),
      part("Impegni presi"), tasks("Raccogliere le offerte di sollievo dei diciotto enti già noti", "Scrivere una pagina con parole semplici"),
    ],
    additions: [
      { by: "e16", days: -117, under: "Discussione", paragraphs: ["Per le ore notturne servono volontari formati e un numero da chiamare: senza, le famiglie non si fidano."] },
      { by: "p08", days: -116, under: "Discussione", paragraphs: ["I servizi sanitari possono indicare alle famiglie l'elenco al momento della prima visita."] },
    ],
  },
  {
    table: "ALZ", by: "e20", days: -24, template: "proposal", title: "Proposta: un elenco unico delle ore di sollievo",
    blocks: [
      part("La proposta in breve"), say("Un elenco pubblico, con gli stessi dati per tutti: dove, quando, per chi, quanto costa, come si chiede."),
      part("A quale bisogno risponde"), say("Chi assiste cerca aiuto quando è già stanco: deve bastare una telefonata o una pagina."),
      part("Che cosa si propone di fare"), { type: "numbers", items: ["Concordare i dati", "Raccogliere le offerte", "Pubblicare e aggiornare"] },
      part("Come si capirà se funziona"), say("Ogni sei mesi: quante richieste trovano risposta entro due settimane."),
    ],
    additions: [
      { by: "e18", days: -20, under: "Che cosa si propone di fare", paragraphs: ["Proponiamo di partire da sei dati soltanto, per non scoraggiare chi compila."] },
      { by: "p01", days: -5, under: "La proposta in breve", paragraphs: ["La Direzione può ospitare l'elenco sul sito del Comune e curarne l'aggiornamento."] },
      { by: "e19", days: -2, under: "A quale bisogno risponde", paragraphs: ["Anche le residenze possono offrire ore di sollievo diurne: vanno contate."] },
    ],
  },
  {
    table: "SM", by: "p09", days: -80, template: "working_paper", title: "Dal primo segnale al primo colloquio: come stiamo lavorando",
    blocks: [
      part("Di che cosa si tratta"), say("Descriviamo i passaggi fra chi si accorge di una difficoltà di una ragazza o di un ragazzo e il primo colloquio con un servizio."),
      part("Che cosa sappiamo"), bullets("Le porte d'ingresso sono almeno cinque.", "Ogni porta usa un modulo diverso.", "I tempi si misurano in modi diversi."),
      part("Che cosa resta da capire"), tasks("Quante segnalazioni tornano indietro per dati mancanti", "Come ascoltare i ragazzi sul percorso"),
    ],
    additions: [
      { by: "e11", days: -70, under: "Che cosa sappiamo", paragraphs: ["I ragazzi parlano prima con un coetaneo: l'ascolto fra pari può accompagnare fino alla porta giusta."] },
      { by: "e03", days: -33, under: "Che cosa sappiamo", paragraphs: ["Chi fa educativa a casa vede i segnali presto, ma non ha un canale per dirlo."] },
      { by: "p03", days: -8, under: "Che cosa resta da capire", paragraphs: ["Con le scuole va chiarito chi informa la famiglia e quando."] },
    ],
  },
  {
    table: "SM", by: "p01", days: -150, published: -120, template: "minutes", title: "Resoconto della seduta aperta alle scuole",
    blocks: [
      part("Ordine del giorno"), bullets("Che cosa chiedono gli studenti", "Il punto di ascolto fra pari"),
      part("Discussione"), say("Le scuole chiedono una persona di riferimento sempre uguale e risposte in tempi certi."),
      part("Decisioni e posizioni degli enti"), bullets("Tre scuole provano il punto di ascolto fra pari."),
    ],
    additions: [],
  },
  {
    table: "DIP", by: "e21", days: -60, template: "working_paper", title: "Una scheda dati comune per il Coordinamento",
    blocks: [
      part("Di che cosa si tratta"), say("Prima di ogni seduta gli aderenti condividono gli stessi pochi numeri, senza dati sulle persone."),
      part("Che cosa sappiamo"), bullets("Prevenzione: incontri svolti e persone raggiunte.", "Strada: uscite, contatti, invii ai servizi.", "Reinserimento: percorsi iniziati e conclusi."),
      part("Che cosa resta da capire"), tasks("Come contare una volta sola chi incontra più enti"),
    ],
    additions: [
      { by: "e13", days: -51, under: "Che cosa sappiamo", paragraphs: ["Le uscite serali si contano per luogo, non per persona: va bene così anche per tutelare chi incontriamo."] },
      { by: "p14", days: -12, under: "Che cosa resta da capire", paragraphs: ["Per le misure esterne usiamo già categorie simili: possiamo allinearle."] },
    ],
  },
  {
    table: "DIS", by: "e10", days: -45, template: "proposal", title: "Proposta: regole chiare sui tempi di attesa dei servizi diurni",
    blocks: [
      part("La proposta in breve"), say("Pubblicare ogni mese quante persone attendono per ogni tipo di servizio e con quali criteri si entra."),
      part("A quale bisogno risponde"), say("Le famiglie oggi ricevono risposte diverse e non sanno a che punto è la loro domanda."),
      part("Che cosa si propone di fare"), { type: "numbers", items: ["Definire insieme i criteri", "Pubblicare i numeri per zona", "Rivedere dopo un anno"] },
      part("Chi lo fa e con che cosa"), { type: "table", rows: [["Ente", "Che cosa fa", "Risorse"], ["Direzione Welfare e Salute", "Raccoglie e pubblica", "Personale interno"], ["Enti gestori", "Comunicano i posti", "Due ore al mese"]] },
      part("Come si capirà se funziona"), say("Meno telefonate per sapere a che punto si è, più domande complete al primo invio."),
    ],
    additions: [
      { by: "e01", days: -40, under: "Che cosa si propone di fare", paragraphs: ["Distinguere chi attende un primo ingresso da chi chiede di cambiare servizio."] },
      { by: "p10", days: -15, under: "Che cosa si propone di fare", paragraphs: ["La parte sanitaria della valutazione può partire insieme alla domanda, non dopo."] },
      { by: "e19", days: -1, under: "A quale bisogno risponde", paragraphs: ["Anche chi gestisce ha bisogno di criteri scritti: oggi ogni scelta sembra un favore o un torto."] },
    ],
  },
  {
    table: "DIS", by: "p01", days: -135, published: -110, template: "minutes", title: "Resoconto: il passaggio ai servizi per adulti",
    blocks: [
      part("Ordine del giorno"), bullets("Da quando si comincia", "Chi tiene il filo"),
      part("Discussione"), say("Due anni prima dei diciotto è il momento giusto. Oggi spesso si comincia dopo."),
      part("Decisioni e posizioni degli enti"), bullets("Una persona di riferimento per ogni passaggio.", "Scambio con il Tavolo Salute mentale, che tratta lo stesso tema."),
      part("Impegni presi"), tasks("Scrivere una traccia comune", "Invitare il Tavolo Salute mentale alla prossima seduta"),
    ],
    additions: [{ by: "e04", days: -134, under: "Discussione", paragraphs: ["Per gli enti gestori il passaggio va preparato anche con gli operatori: cambiano orari, luoghi, abitudini."] }],
  },
  {
    table: "POL", by: "e18", days: -30, template: "working_paper", title: "Che cosa chiedono i tavoli: traccia per la prossima seduta",
    blocks: [
      part("Di che cosa si tratta"), say("Raccogliamo in due pagine le richieste arrivate dai tavoli, con i punti in cui si sovrappongono."),
      part("Che cosa sappiamo"), bullets("Salute mentale e Disabilità lavorano entrambe sul passaggio agli adulti.", "Nessun tavolo segue l'abitare."),
      part("Che cosa resta da capire"), tasks("Chi porta la voce dei Laboratori di Municipio"),
    ],
    additions: [{ by: "p05", days: -9, under: "Che cosa resta da capire", paragraphs: ["I Laboratori possono portare una pagina ogni tre mesi, dopo il raccordo con i Municipi."] }],
  },
  {
    table: "M4", by: "p06", days: -26, published: -25, template: "minutes", title: "Verbale breve della passeggiata di quartiere",
    blocks: [
      part("Ordine del giorno"), bullets("Che cosa abbiamo visto", "Che cosa portiamo ai tavoli cittadini"),
      part("Discussione"), say("Due cortili con sale vuote la sera; una fermata lontana dalle case; molte persone che assistono un genitore."),
      part("Impegni presi"), tasks("Chiedere l'uso delle sale", "Segnalare al Tavolo Alzheimer il bisogno di sollievo"),
    ],
    additions: [{ by: "e22", days: -25, under: "Discussione", paragraphs: ["Allo sportello della mutua arrivano soprattutto domande su bollette e affitti."] }],
  },
];

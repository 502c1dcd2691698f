// SPDX-License-Identifier: AGPL-3.0-or-later
/** What tables and bodies raised, and what became of it: in each state that an item can be in, one of them late. */
import { moveItem, raiseItem } from "~/tables/index.server";
import type { City, Event } from "./city";
import { ownerOf } from "./seats";
import { tables } from "./tables";

type Step = { days: number } & (
  | { step: "forward"; to: string; reason: string }
  | { step: "receive" }
  | { step: "discuss"; reason: string }
  | { step: "decide"; outcome: "accepted" | "adapted" | "not_taken"; reason: string }
);
type DemoItem = { table: string; body: string; raised: number; title: string; text: string; steps?: Step[] };

const items: DemoItem[] = [
  // at the table where they were raised
  { table: "ALZ", body: "e16", raised: -9, title: "Un numero a cui rispondere di notte", text: "Chi assiste chiama noi perché di notte non sa chi altro chiamare. Chiediamo che il tavolo scelga un solo numero e dica chi risponde." },
  { table: "DIS", body: "e10", raised: -16, title: "Avvisare le famiglie un anno prima dei diciotto anni", text: "La lettera sul passaggio ai servizi per adulti arriva tre mesi prima. Un anno basterebbe per visitare i centri e scegliere." },
  { table: "SM", body: "e11", raised: -30, title: "Ascolto anche nelle scuole professionali", text: "I punti di ascolto fra pari ci sono solo nei licei: le richieste più urgenti arrivano da chi frequenta la formazione professionale.", steps: [{ days: -21, step: "discuss", reason: "Tutti d'accordo sul bisogno; Direzione Educazione verifica con tre scuole prima della prossima seduta." }] },
  { table: "DIP", body: "e13", raised: -95, title: "Orari dei servizi e orari della strada", text: "L'unità di strada esce fino alle due, i servizi aprono alle nove: sette ore in cui non si può accompagnare nessuno. Proponiamo un posto aperto dalle sei." },
  { table: "M9", body: "e12", raised: -14, title: "Spazi serali per i gruppi di ragazzi", text: "Tre gruppi informali si trovano in strada perché le sale chiudono alle diciannove. Servono due sere la settimana in uno spazio già esistente." },
  // on their way to the policy table
  { table: "DIP", body: "e06", raised: -60, title: "Casa e lavoro insieme per chi esce", text: "Alloggio e tirocinio seguono due domande e due uffici. Chiediamo un solo percorso, che parta sei mesi prima dell'uscita.", steps: [{ days: -40, step: "forward", to: "POL", reason: "Riguarda Casa, Lavoro e Welfare: da qui non si decide." }] },
  { table: "ALZ", body: "e20", raised: -70, title: "Il sollievo non dipenda dal quartiere", text: "Le ore di sollievo per chi assiste cambiano molto da un Municipio all'altro. Serve un minimo uguale in tutta la città.", steps: [{ days: -50, step: "forward", to: "POL", reason: "Serve un indirizzo comune a più tavoli." }, { days: -45, step: "receive" }] },
  { table: "DIS", body: "e04", raised: -88, title: "Trasporto per le attività del tempo libero", text: "Il trasporto accompagna ai centri diurni e non alle attività serali: chi non guida resta a casa.", steps: [{ days: -66, step: "forward", to: "POL", reason: "Tocca anche mobilità e sport." }, { days: -60, step: "receive" }, { days: -33, step: "discuss", reason: "Discussa con la Direzione Lavoro, Giovani e Sport: manca il costo di due linee serali di prova." }] },
  { table: "SM", body: "e05", raised: -150, title: "Posti letto brevi dopo una dimissione", text: "Chi esce da un ricovero e non ha casa torna in strada. Bastano poche settimane in un alloggio con un educatore.", steps: [{ days: -130, step: "forward", to: "POL", reason: "Serve una scelta sugli alloggi, che nessun tavolo segue." }, { days: -120, step: "receive" }] },
  // answered
  { table: "DIS", body: "e19", raised: -200, title: "Un solo modulo per l'accesso ai servizi diurni", text: "Oggi i moduli sono quattro, con le stesse domande in ordine diverso.", steps: [{ days: -185, step: "discuss", reason: "Confrontati i quattro moduli: diciannove domande su ventiquattro sono uguali." }, { days: -160, step: "decide", outcome: "accepted", reason: "Il modulo unico è pronto e si usa da tutti gli enti gestori; le cinque domande proprie di ciascuno restano in coda." }] },
  { table: "ALZ", body: "e15", raised: -190, title: "Accompagnare anche chi accompagna", text: "Chi porta un famigliare a una visita spesso è anziano a sua volta: chiediamo che le visite di controllo siano lo stesso giorno.", steps: [{ days: -170, step: "decide", outcome: "accepted", reason: "ATS e ASST raggruppano le visite di controllo, quando la famiglia lo chiede alla prenotazione." }] },
  { table: "M4", body: "e07", raised: -180, title: "Merende e compiti nelle sale del Municipio", text: "Il doposcuola ha una lista d'attesa di venti bambini e la sala grande è vuota tre pomeriggi su cinque.", steps: [{ days: -150, step: "decide", outcome: "accepted", reason: "La sala è concessa il martedì e il giovedì dalle sedici, fino a giugno." }] },
  { table: "DIP", body: "e02", raised: -220, title: "Tirocini più lunghi", text: "Tre mesi non bastano per imparare il mestiere: chiediamo sei mesi per tutti.", steps: [{ days: -205, step: "forward", to: "POL", reason: "La durata dei tirocini vale per più tavoli." }, { days: -200, step: "receive" }, { days: -165, step: "decide", outcome: "adapted", reason: "Sei mesi dove l'ente ospitante può affiancare un tutore; quattro negli altri casi. Si rivede fra un anno." }] },
  { table: "SM", body: "e24", raised: -175, title: "Un certificato sportivo gratuito per tutti", text: "Il costo del certificato ferma una parte dei ragazzi seguiti dai servizi.", steps: [{ days: -140, step: "decide", outcome: "not_taken", reason: "La materia è regionale e il tavolo non può decidere. La richiesta è stata trasmessa alla Regione; le società che aderiscono al tavolo coprono intanto il costo con un fondo comune." }] },
];

/** Bodies raise what they see; whoever coordinates a table receives, discusses, forwards and answers. */
export function itemsStory(city: City): Event[] {
  const slug = (code: string) => tables.find((table) => table.code === code)?.slug ?? "";
  return items.flatMap(({ table, body, raised, title, text, steps = [] }): Event[] => {
    const code = `item:${title}`;
    let at = table;
    const raise: Event = {
      at: city.day(raised, "16:20"),
      tell: async (now) => city.keep(code, (await raiseItem(await city.as(body, now), slug(table), { title, text })).itemId),
    };
    const moved = steps.map(({ days, ...step }): Event => {
      const holder = at;
      if (step.step === "forward") at = step.to;
      return {
        at: city.day(days, "12:10"),
        tell: async (now) => {
          const input = step.step === "forward" ? { step: step.step, reason: step.reason, tableId: city.id(`table:${step.to}`) } : step;
          await moveItem(await city.as(ownerOf(holder), now), city.id(code), input);
        },
      };
    });
    return [raise, ...moved];
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Two Municipi of the demonstration city: their bodies, workshops and liaison moments. Activities are invented; persons are roles. */

export const neighbourhoods: Record<4 | 9, string[]> = { 4: ["Corvetto", "Rogoredo", "Forlanini", "Porta Romana"], 9: ["Niguarda", "Affori", "Bovisa", "Isola"] };

export const kept: { district: 4 | 9; body: string; nil: string }[] = [
  { district: 4, body: "e07", nil: "Corvetto" }, { district: 4, body: "e08", nil: "Corvetto" }, { district: 4, body: "e22", nil: "Forlanini" }, { district: 4, body: "x01", nil: "Rogoredo" }, { district: 4, body: "e15", nil: "Porta Romana" },
  { district: 9, body: "e12", nil: "Niguarda" }, { district: 9, body: "e23", nil: "Affori" }, { district: 9, body: "e25", nil: "Bovisa" }, { district: 9, body: "x02", nil: "Isola" },
];

export const entered: { district: 4 | 9; name: string; kind: "informal_group" | "company" | "other_nonprofit"; purpose: string; nil: string }[] = [
  { district: 4, name: "Gruppo Panchine Rosse", kind: "informal_group", purpose: "Cura delle panchine e chiacchiere del giovedì.", nil: "Forlanini" },
  { district: 4, name: "Ciclofficina del Sottopasso", kind: "informal_group", purpose: "Riparazioni gratuite il sabato mattina.", nil: "Rogoredo" },
  { district: 9, name: "Forno Mezzanotte", kind: "company", purpose: "Tiene da parte il pane del giorno prima.", nil: "Bovisa" },
  { district: 9, name: "Mamme del Cortile B", kind: "informal_group", purpose: "Si danno il cambio all'uscita di scuola.", nil: "Niguarda" },
];

export type LocalWorkshop = { district: 4 | 9; nil?: string; theme: string; title: string; description: string; place: string; day: number; capacity: number; present?: { unregistered: Record<string, number>; bodies: string }; said?: string; people?: { name: string; kind: string; bodyName: string }[] };

export const workshops: LocalWorkshop[] = [
  { district: 4, nil: "Corvetto", theme: "Vicinato e luoghi di quartiere", title: "Cortili aperti, cortili chiusi", description: "Passeggiata di mezz'ora nei cortili e poi seduti: che cosa si può fare insieme, e chi tiene le chiavi.", place: "Sala del Municipio 4", day: -130, capacity: 30, present: { unregistered: { comune: 3, third_sector: 7, informal: 6, private: 9 }, bodies: "APS Le Sedie in Cortile\nAPS Biscotto e Bussola\nComitato Via delle Cinque Strade\nGruppo Panchine Rosse" }, said: "I cortili sono l'unico posto dove ci si incontra senza spendere. Servono una chiave in più per scala e un armadio comune. Chi abita al piano terra chiede silenzio dopo le nove: si prova un calendario appeso al portone." },
  { district: 4, nil: "Rogoredo", theme: "Redditi e povertà", title: "Quando la spesa non arriva a fine mese", description: "Chi aiuta, chi potrebbe aiutare, e come non far girare le persone da uno sportello all'altro.", place: "Biblioteca di quartiere", day: -60, capacity: 25, present: { unregistered: { comune: 4, third_sector: 6, company: 3, private: 5 }, bodies: "Mutuo Soccorso La Formica Rossa\nODV Due Passi con Te\nCiclofficina del Sottopasso" }, said: "Chi chiede aiuto racconta la stessa storia quattro volte. Tre botteghe sono pronte a tenere un conto sospeso, se qualcuno garantisce. Si propone un solo foglio, portato dalla persona, che vale per tutti." },
  { district: 9, nil: "Niguarda", theme: "Giovani e lavoro", title: "La sera, dove?", description: "Per chi ha dai sedici ai venticinque anni: che spazi ci sono dopo le sette, e che cosa ci si vorrebbe fare.", place: "Centro di aggregazione del Municipio 9", day: -45, capacity: 40, present: { unregistered: { comune: 2, third_sector: 5, school: 4, informal: 8, private: 15 }, bodies: "APS Orto Sospeso\nAssociazione Voci del Balcone\nMamme del Cortile B" }, said: "Le sale ci sono, ma chiudono alle diciannove. Tre gruppi sono pronti ad aprire e chiudere a turno. Chi studia chiede tavoli e rete; chi lavora chiede un luogo per suonare senza disturbare." },
  { district: 9, nil: "Affori", theme: "Salute e servizi vicino a casa", title: "Il primo a cui chiedere", description: "Quando qualcuno sta male e non sa da dove cominciare: chi incontra per primo, e che cosa gli serve.", place: "Sala del Municipio 9", day: -3, capacity: 30 },
  { district: 4, nil: "Forlanini", theme: "Invecchiare a casa propria", title: "Da soli ma non troppo", description: "Piccoli aiuti fra vicini per chi invecchia a casa: che cosa si può chiedere, a chi, e come ci si organizza.", place: "Sala del Municipio 4", day: 12, capacity: 3, people: [
    { name: "Presidente di mutuo soccorso", kind: "third_sector", bodyName: "Mutuo Soccorso La Formica Rossa" }, { name: "Custode sociale", kind: "comune", bodyName: "Municipio 4" }, { name: "Abitante del quartiere", kind: "private", bodyName: "" }, { name: "Referente del gruppo", kind: "informal", bodyName: "Gruppo Panchine Rosse" },
  ] },
  { district: 9, nil: "Bovisa", theme: "Arrivare a Milano", title: "Parole per cominciare", description: "Corsi di italiano, sportelli, primi lavori: che cosa c'è nel quartiere e che cosa manca a chi è appena arrivato.", place: "Biblioteca di quartiere", day: 20, capacity: 35 },
];

type Step = { days: number } & ({ step: "receive" } | { step: "discuss"; reason: string } | { step: "forward"; to: string; reason: string } | { step: "decide"; outcome: "accepted" | "adapted" | "not_taken"; reason: string });
export type LiaisonElement = { title: string; text: string; theme: string; nil?: string; voices?: string; from?: string; table?: string; kept?: string; steps?: Step[] };

export const liaisons: { district: 4 | 9; day: number; title: string; note: string; elements: LiaisonElement[] }[] = [
  { district: 4, day: -280, title: "Primo raccordo dell'anno", note: "Con la Direzione Welfare e Salute e due enti del quartiere.", elements: [
    { title: "Chi accompagna alle visite non basta", text: "Sei gruppi segnalano che gli accompagnamenti si prenotano con tre settimane di anticipo.", theme: "Invecchiare a casa propria", voices: "6", table: "ALZ", steps: [{ days: -270, step: "receive" }, { days: -240, step: "decide", outcome: "adapted", reason: "Non si aggiungono accompagnatori, ma le prenotazioni dei tre enti passano da un solo calendario: l'attesa è scesa a dieci giorni." }] },
  ] },
  { district: 4, day: -190, title: "Raccordo d'estate", note: "Incontro breve prima della chiusura delle scuole.", elements: [
    { title: "Compiti d'estate per chi resta in città", text: "Due doposcuola chiudono a giugno e riaprono a settembre.", theme: "Crescere in città", nil: "Corvetto", voices: "2", kept: "Il Municipio ha trovato una sala e due educatori per luglio: non serve un tavolo della città." },
  ] },
  { district: 4, day: -105, title: "Raccordo d'autunno", note: "Dopo il laboratorio sui cortili.", elements: [
    { title: "Chiavi e armadi nei cortili delle case popolari", text: "Per usare i cortili servono una chiave per scala e un armadio comune: il regolamento oggi non lo prevede.", theme: "Vicinato e luoghi di quartiere", nil: "Corvetto", voices: "4", from: "Cortili aperti, cortili chiusi", table: "POL", steps: [{ days: -98, step: "receive" }] },
    { title: "Palestre aperte la sera anche a chi ha una disabilità", text: "Due famiglie su tre rinunciano perché il trasporto finisce alle diciotto.", theme: "Disabilità e autonomia", voices: "3", table: "DIS", steps: [{ days: -95, step: "receive" }, { days: -70, step: "decide", outcome: "accepted", reason: "Il gruppo sul tempo libero prova due linee serali per sei mesi, una nel Municipio 4." }] },
  ] },
  { district: 4, day: -20, title: "Raccordo d'inverno", note: "Dopo il laboratorio sulla spesa.", elements: [
    { title: "Un solo foglio per chi chiede aiuto", text: "Chi chiede aiuto racconta la stessa storia a quattro sportelli: si propone un foglio unico, portato dalla persona.", theme: "Redditi e povertà", nil: "Rogoredo", voices: "5", from: "Quando la spesa non arriva a fine mese", table: "POL" },
  ] },
  { district: 9, day: -160, title: "Raccordo di primavera", note: "Con il Tavolo Salute mentale.", elements: [
    { title: "Ascolto dove i ragazzi già vanno", text: "Gli sportelli di ascolto sono nelle scuole; chi non va a scuola non li incontra. Si propongono gli oratori e i campetti.", theme: "Salute e servizi vicino a casa", voices: "7", table: "SM", steps: [{ days: -150, step: "receive" }, { days: -120, step: "decide", outcome: "not_taken", reason: "Oggi mancano gli operatori per aprire altri punti. Il tavolo forma intanto dodici educatori degli oratori a riconoscere i primi segnali, e riesamina la richiesta fra sei mesi." }] },
  ] },
  { district: 9, day: -28, title: "Raccordo sugli spazi serali", note: "Dopo il laboratorio con i giovani.", elements: [
    { title: "Due sere la settimana in una sala già esistente", text: "Tre gruppi di giovani sono pronti ad aprire e chiudere a turno una sala del Municipio fino alle ventitré.", theme: "Giovani e lavoro", nil: "Niguarda", voices: "3", from: "La sera, dove?", table: "SM", steps: [{ days: -21, step: "receive" }, { days: -10, step: "discuss", reason: "D'accordo sul bisogno: la Direzione Giovani porta alla prossima seduta il costo delle aperture." }] },
    { title: "Una mappa dei corsi di italiano del quartiere", text: "Nessuno sa quali corsi hanno posto: ogni ente tiene la propria lista.", theme: "Arrivare a Milano", nil: "Bovisa", voices: "4" },
  ] },
];

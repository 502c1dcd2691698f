// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which objectives the tables follow, and what some bodies declare to do. Nobody follows area 5.4, on purpose. */

export const followed = [
  { table: "ALZ", objective: "5.2.O1" },
  { table: "ALZ", objective: "5.7.O2" },
  { table: "SM", objective: "5.2.O2" },
  { table: "SM", objective: "5.12.O2" },
  // two tables on the passage to services for adults: an overlap to be found
  { table: "SM", objective: "5.8.O2" },
  { table: "DIS", objective: "5.8.O2" },
  { table: "DIS", objective: "5.8.O1" },
  { table: "DIS", objective: "5.8.O3" },
  { table: "DIP", objective: "5.2.O3" },
  { table: "DIP", objective: "5.12.O1" },
  { table: "M4", objective: "5.1.O1" },
  { table: "M4", objective: "5.3.O1" },
  { table: "M9", objective: "5.1.O2" },
];

type DemoAction = {
  body: string;
  strategy: string;
  title: string;
  description: string;
  partners?: string;
  districts: number[];
  /** Days from today. */
  starts: number;
  ends?: number;
  state: "planned" | "ongoing" | "paused" | "done";
};

export const actions: DemoAction[] = [
  { body: "e16", strategy: "5.2.O1.S2", title: "Una notte alla settimana", description: "Volontari formati restano in casa dalle 22 alle 6, perché chi assiste possa dormire.", partners: "e15 p08", districts: [4, 9], starts: -180, ends: 185, state: "ongoing" },
  { body: "e18", strategy: "5.2.O1.S1", title: "L'elenco del sollievo", description: "Raccolta e verifica di chi offre ore di sollievo, pubblicata ogni tre mesi.", partners: "e20", districts: [], starts: -150, state: "ongoing" },
  { body: "e20", strategy: "5.2.O1.S3", title: "Ascoltare chi assiste", description: "Otto incontri di formazione per volontari e operatori di dodici enti.", districts: [], starts: -200, ends: -30, state: "done" },
  { body: "e11", strategy: "5.2.O2.S2", title: "Cuffie spente a ricreazione", description: "Punti di ascolto fra pari in tre scuole superiori, con una persona adulta di riferimento.", partners: "e03 p03", districts: [3, 9], starts: -90, ends: 200, state: "ongoing" },
  { body: "p09", strategy: "5.2.O2.S1", title: "Una sola prima segnalazione", description: "Modulo comune e un numero interno a cui rispondono i servizi.", partners: "p08", districts: [], starts: -60, state: "ongoing" },
  { body: "e02", strategy: "5.2.O3.S2", title: "Turni di prova al panificio", description: "Tre mesi di lavoro pagato e un tutore, alla fine di un percorso di cura.", partners: "e17", districts: [2], starts: -120, ends: 60, state: "ongoing" },
  { body: "e13", strategy: "5.2.O3.S3", title: "Il thermos delle ventidue", description: "Due uscite serali la settimana con bevande calde e orientamento ai servizi.", districts: [9], starts: -210, state: "ongoing" },
  { body: "e01", strategy: "5.8.O1.S3", title: "Due giorni qui, tre giorni là", description: "Frequenza mista fra centro diurno e laboratorio, concordata con la famiglia.", partners: "e19", districts: [], starts: -100, ends: 260, state: "ongoing" },
  { body: "e10", strategy: "5.8.O2.S1", title: "Compleanno diciotto", description: "Incontri fra famiglie che hanno già fatto il passaggio e famiglie che lo preparano.", partners: "e04", districts: [], starts: -40, state: "ongoing" },
  { body: "e24", strategy: "5.8.O3.S1", title: "Palestra dopo le nove", description: "Squadre miste di pallavolo e tennis da tavolo, la sera.", partners: "e10", districts: [4, 7], starts: 30, state: "planned" },
  { body: "e06", strategy: "5.12.O1.S2", title: "Chiavi e busta paga", description: "Alloggio e tirocinio proposti insieme sei mesi prima dell'uscita.", partners: "e21 p14", districts: [], starts: -130, state: "paused" },
  { body: "e09", strategy: "5.12.O2.S1", title: "La prima fila vuota", description: "Laboratorio di teatro dentro gli istituti, con uno spettacolo aperto alla città.", districts: [], starts: -160, ends: 20, state: "ongoing" },
  { body: "e07", strategy: "5.1.O1.S1", title: "La mappa della merenda", description: "Bambine e bambini del doposcuola disegnano i luoghi che aiutano nel quartiere.", partners: "e08 e22", districts: [4], starts: -80, ends: -10, state: "done" },
  { body: "e12", strategy: "5.1.O2.S2", title: "Un orto, quattro chiavi", description: "Quattro realtà si dividono l'apertura serale di un orto condiviso.", partners: "e25", districts: [9], starts: -50, state: "ongoing" },
  { body: "e22", strategy: "5.3.O2.S2", title: "Il prestito della formica", description: "Piccoli prestiti senza interessi e un incontro sulle spese di casa.", districts: [4], starts: -140, state: "ongoing" },
];

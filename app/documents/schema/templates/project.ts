// SPDX-License-Identifier: AGPL-3.0-or-later
import { advice, bulleted, chapter, must, type Part, tabled } from "./parts";

/** Scheda progetto of a candidature. */
export const project: Part[] = [
  must("Titolo e sintesi", advice("Al massimo 1.000 caratteri.")),
  must("Analisi del bisogno", advice("Dati e fonti.")),
  must("Beneficiari", advice("Quanti, quali. Nessun dato personale.")),
  must("Territorio e sedi", advice("Municipi e quartieri (NIL).")),
  must("Obiettivi", advice("Generali e specifici. A quali obiettivi e capisaldi del Piano si legano.")),
  must("Azioni", tabled("Azione", "Ente responsabile", "Risultati", "Mesi")),
  must("Tempi"),
  must("Rete e ruoli", advice("Chi fa che cosa; le lettere di sostegno vanno negli allegati.")),
  must("Personale e volontari", tabled("Ruolo", "Ore", "Qualifica")),
  chapter("Partecipazione dei beneficiari e accessibilità", advice("Anche attenzione al genere e mediazione linguistica.")),
  chapter("Governo condiviso proposto"),
  must("Monitoraggio", tabled("Indicatore", "Valore di partenza", "Valore atteso", "Fonte e frequenza")),
  chapter("Valutazione di impatto"),
  chapter("Rischi"),
  chapter("Sostenibilità e replicabilità"),
  chapter("Comunicazione"),
  chapter("Protezione dei dati nell'azione"),
  chapter("Punti aperti per il tavolo di co-progettazione", bulleted),
];

// SPDX-License-Identifier: AGPL-3.0-or-later
import { advice, bulleted, chapter, must, type Part, tabled } from "./parts";

/** Relazione motivata with which the office closes a procedure. */
export const report: Part[] = [
  must("Oggetto", advice("Atto di avvio e responsabile del procedimento.")),
  must("Passi compiuti", tabled("Data", "Passo", "Dove è pubblicato")),
  must("Partecipanti", advice("Ammessi ed esclusi, e perché.")),
  must("Conflitti di interesse", advice("Quali sono emersi e come sono stati trattati. Se nessuno, scrivilo.")),
  must("Sedute e verbali", bulleted),
  must("Contributi ricevuti e come sono stati usati", advice("Ogni contributo ha un esito e una ragione, anche quando non è accolto."), tabled("Contributo", "Ente", "Esito", "Perché")),
  must("Esiti", advice("Co-programmazione: bisogni, priorità, interventi, modalità, risorse, dissensi, procedure consigliate. Co-progettazione: dal progetto scelto a quello finale, coerenza con l'avviso, quadro economico, schema di convenzione.")),
  must("Osservazioni e risposte", tabled("Osservazione", "Ente", "Risposta")),
  chapter("Dati personali e parti riservate"),
  must("Conclusioni", advice("A chi si trasmette e per fare che cosa.")),
  chapter("Allegati", bulleted),
];

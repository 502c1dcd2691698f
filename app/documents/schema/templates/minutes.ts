// SPDX-License-Identifier: AGPL-3.0-or-later
import { advice, bulleted, chapter, must, numbered, type Part, tabled, tasked } from "./parts";

/** Verbale of a table or of a committee. */
export const minutes: Part[] = [
  must("Data, ora e luogo", advice("Inizio e fine, sede o collegamento, se in presenza, a distanza o mista. Chi presiede, chi facilita, chi verbalizza.")),
  must("Presenze", tabled("Ente", "Chi interviene", "In quale veste"), advice("Anche chi è assente e chi è invitato. Se qualcuno arriva dopo o va via prima, scrivi a che ora.")),
  must("Ordine del giorno", advice("Di' se la convocazione è stata regolare: quando è partita e a chi."), numbered),
  chapter("Conflitti di interesse e astensioni"),
  must("Discussione", advice("Per ogni punto: gli interventi per ente, i documenti esaminati, su che cosa c'è accordo, chi dissente e perché.")),
  must("Decisioni e posizioni degli enti", bulleted),
  chapter("Impegni presi", tasked, advice("Chi fa che cosa, ed entro quando.")),
  chapter("Documenti depositati", advice("Per ognuno: chi lo ha portato e se è riservato.")),
  chapter("Prossimo incontro"),
];

// SPDX-License-Identifier: AGPL-3.0-or-later
import { advice, bulleted, chapter, must, numbered, type Part, tabled } from "./parts";

/** Avviso pubblico, common to co-programmazione and co-progettazione (art. 55 CTS). */
export const notice: Part[] = [
  must("Amministrazione procedente", advice("Direzione, atto di avvio con numero e data, CUP se c'è.")),
  must("Quadro normativo e di programmazione", advice("Art. 55 CTS, DM 72/2021, regolamento comunale, obiettivi del Piano a cui l'avviso si lega.")),
  must("Finalità"),
  must("Oggetto", advice("Per la co-programmazione: le domande a cui il tavolo deve rispondere. Per la co-progettazione: obiettivi generali e specifici, elementi essenziali.")),
  must("Che cosa è già deciso e che cosa resta aperto", advice("Quello che si decide insieme va detto con chiarezza: è il cuore del procedimento.")),
  chapter("Durata del partenariato", advice("Solo per la co-progettazione. Anche se e come si può rinnovare.")),
  chapter("Quadro economico", advice("Solo per la co-progettazione. Risorse pubbliche per fonte e anno, beni messi a disposizione, risorse proprie richieste, costi ammissibili."), tabled("Fonte", "Anno", "Importo in euro")),
  must("Chi può partecipare", advice("Requisiti degli ETS, ruolo di altri soggetti e perché il loro contributo è necessario, cause di esclusione.")),
  must("Come e quando candidarsi", advice("Canale, termine con ora precisa, contenuto della domanda, allegati."), numbered),
  must("Verifiche e soccorso istruttorio"),
  chapter("Criteri di valutazione", advice("Solo per la co-progettazione. Criteri, punteggi, soglia, parità, commissione."), tabled("Criterio", "Che cosa si guarda", "Punti")),
  must("Lavori del tavolo", advice("Sedute, luoghi, accesso a distanza, accessibilità e interpreti su richiesta, regole, verbali, riservatezza.")),
  must("Esiti", advice("Che cosa si produce, chi lo riceve. Per la co-programmazione: nessun compenso e nessuna preferenza nelle procedure successive.")),
  chapter("Convenzione, rendicontazione e controlli", advice("Solo per la co-progettazione. Lo schema va allegato.")),
  must("Trasparenza, accesso e riservatezza"),
  must("Protezione dei dati personali", advice("Titolare, responsabile della protezione dei dati, informativa allegata.")),
  must("Responsabile del procedimento e contatti", advice("Anche il termine per le domande di chiarimento.")),
  must("Ricorsi"),
  chapter("Allegati", bulleted),
];

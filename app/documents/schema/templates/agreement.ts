// SPDX-License-Identifier: AGPL-3.0-or-later
import { advice, bulleted, chapter, must, type Part, tabled } from "./parts";

/** Convenzione that ends a co-progettazione (art. 11 L. 241/1990). */
export const agreement: Part[] = [
  must("Parti", advice("Chi firma e con quali poteri.")),
  must("Premesse", advice("Atti, procedimento, art. 11 della legge 241/1990."), bulleted),
  must("Oggetto e progetto definitivo"),
  must("Durata e decorrenza"),
  must("Impegni comuni"),
  must("Impegni del Comune"),
  must("Impegni degli enti", advice("Per ogni ente; capofila e rapporti fra gli enti.")),
  must("Governo condiviso", advice("Cabina di regia: chi ne fa parte, ogni quanto si riunisce, verbali.")),
  must("Quadro economico", tabled("Voce", "Contributo pubblico", "Risorse proprie", "Valorizzazioni")),
  must("Costi ammissibili e variazioni"),
  must("Pagamenti"),
  must("Rendicontazione e controlli"),
  must("Tracciabilità", advice("CUP, CIG se dovuto, conto dedicato.")),
  must("Personale, sicurezza, volontari e assicurazioni"),
  chapter("Sedi e beni", advice("Se c'è un comodato.")),
  must("Monitoraggio e valutazione"),
  must("Protezione dei dati personali", advice("Ruoli; l'atto di contitolarità o di responsabilità va allegato.")),
  chapter("Proprietà intellettuale e licenze"),
  must("Trasparenza e riservatezza"),
  must("Modifiche, ingressi e uscite"),
  must("Inadempimenti e revoca"),
  must("Recesso e risoluzione"),
  must("Controversie"),
  chapter("Spese e imposta di bollo"),
  must("Firme"),
  chapter("Allegati", bulleted),
];

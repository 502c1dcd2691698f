// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Kind } from "./machine";

const project = [
  "Titolo e sintesi", "Bisogni, dati e fonti", "Persone a cui è rivolto", "Territorio e sedi", "Obiettivi e legame con il Piano", "Azioni: descrizione, ente incaricato, risultati, mesi",
  "Tempi", "Rete e ruoli", "Personale e volontari", "Partecipazione delle persone e accessibilità", "Governo comune del progetto", "Indicatori e monitoraggio", "Valutazione di impatto", "Rischi",
  "Sostenibilità e replicabilità", "Comunicazione", "Protezione dei dati", "Punti aperti per il tavolo di co-progettazione",
];
const contribution = ["Chi siamo e che cosa conosciamo del tema", "Bisogni, dati e fonti", "Priorità e interventi proposti", "Modi e risorse", "Che cosa può portare l'ente", "Domande aperte"];

/** The headings of the project form, in order. */
export const headingsOf = (kind: Kind): readonly string[] => (kind === "co_design" ? project : contribution);

/** A new project form: its headings, each with an empty paragraph to write in. */
export function projectTemplate(kind: Kind): ({ type: "heading"; level: 2; text: string } | { type: "paragraph"; text: string })[] {
  return headingsOf(kind).flatMap((heading, i) => [
    { type: "heading" as const, level: 2 as const, text: `${i + 1}. ${heading}` },
    { type: "paragraph" as const, text: "" },
  ]);
}

type Node = { type?: string; text?: string; content?: unknown[] };

/** The words of a document outside its headings: what has been written in the form. */
export function writtenText(node: unknown): string {
  const { type, text, content } = (node ?? {}) as Node;
  if (type === "heading") return "";
  return text ?? (content ?? []).map(writtenText).filter(Boolean).join(" ");
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Kind } from "./machine";

/**
 * The words a body declares under DPR 445/2000 when it confirms its part. Kept word for word with the confirmation:
 * a later change of this text does not touch what was declared.
 */
export function declarationText(kind: Kind, { body, procedure }: { body: string; procedure: string }): string {
  const lines = [
    `${body} dichiara, ai sensi degli articoli 46 e 47 del DPR 445/2000 e consapevole delle conseguenze delle dichiarazioni false (articoli 75 e 76), per la procedura «${procedure}»:`,
    "di possedere i requisiti generali e particolari chiesti dall'avviso e di non trovarsi in cause di esclusione;",
    "di non trovarsi in conflitto di interessi con l'amministrazione e con chi cura la procedura;",
    "di essere in regola con contributi, sicurezza sul lavoro e assicurazione dei volontari, per quanto la riguarda;",
    "di accettare l'avviso e le regole del tavolo e di aver letto l'informativa sui dati personali;",
  ];
  if (kind === "co_design") lines.push("di impegnarsi sulla propria quota e sulle voci del piano economico che portano il suo nome, e che nessun costo è già coperto da altri fondi pubblici;");
  lines.push("di impegnarsi a comunicare subito ogni variazione.");
  const [opening, ...points] = lines;
  return [opening, ...points.map((point) => `– ${point}`)].join("\n");
}

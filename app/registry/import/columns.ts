// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The columns of the lists the registry takes in and gives out. What it exports it can import again. Headings are compared without
 * case, accents, spaces and underscores, because each office that hands out such a list writes them its own way.
 */
export type ListKind = "runts" | "ipa";

export type Column =
  | "name"
  | "fiscalCode"
  | "vatNumber"
  | "ipaCode"
  | "runtsNumber"
  | "runtsSection"
  | "pec"
  | "legalRepresentative"
  | "art5Letters"
  | "districts"
  | "kind"
  | "status"
  | "statusFrom";

/** The heading we write, and the others we understand. */
export const headings: Record<Column, readonly string[]> = {
  name: ["denominazione", "denominazione_ente", "ragione_sociale", "des_amm", "nome"],
  fiscalCode: ["codice_fiscale", "codice_fiscale_ente", "cf", "cod_fisc"],
  vatNumber: ["partita_iva", "p_iva"],
  ipaCode: ["codice_ipa", "cod_amm"],
  runtsNumber: ["numero_repertorio", "repertorio", "n_repertorio", "numero_iscrizione"],
  runtsSection: ["sezione", "sezione_runts"],
  pec: ["pec", "posta_certificata", "indirizzo_pec", "domicilio_digitale"],
  legalRepresentative: ["legale_rappresentante", "rappresentante_legale"],
  art5Letters: ["attivita_art_5", "attivita_di_interesse_generale", "attivita_art5", "attivita"],
  districts: ["municipi", "municipio"],
  kind: ["tipologia", "codice_categoria", "tipo"],
  status: ["stato", "stato_iscrizione"],
  statusFrom: ["data_stato", "data_cancellazione", "data_iscrizione", "decorrenza"],
};

/** The columns of each list, in the order in which they are written. */
export const columnsOf: Record<ListKind, readonly Column[]> = {
  runts: ["name", "fiscalCode", "vatNumber", "runtsNumber", "runtsSection", "status", "statusFrom", "pec", "legalRepresentative", "art5Letters", "districts"],
  ipa: ["ipaCode", "name", "fiscalCode", "kind", "pec"],
};

/** The columns without which a list is not one. */
export const neededOf: Record<ListKind, readonly Column[]> = { runts: ["name", "fiscalCode"], ipa: ["name", "ipaCode"] };

const plain = (heading: string) => heading.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]/g, "");

const columnOf = new Map(Object.entries(headings).flatMap(([column, names]) => names.map((name) => [plain(name), column as Column])));

/** The column a heading names; undefined for one we do not use. */
export function columnNamed(heading: string): Column | undefined {
  return columnOf.get(plain(heading));
}

/** The number of a mail column of IndicePA (`Mail1` → 1, `Tipo_Mail1` → its kind); undefined for any other heading. */
export function mailColumn(heading: string): { number: string; kind: boolean } | undefined {
  const [, tipo, number] = /^(tipo)?mail(\d)$/.exec(plain(heading)) ?? [];
  return number ? { number, kind: tipo !== undefined } : undefined;
}

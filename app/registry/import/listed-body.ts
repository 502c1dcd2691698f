// SPDX-License-Identifier: AGPL-3.0-or-later
/** One line of a list, read as a body: codes checked, words of the list turned into ours. */
import { DateTime } from "luxon";
import { ROME } from "~/web/time";
import { art5Letters, sortedLetters } from "../art5";
import type { OrganisationKind } from "../categories";
import { normaliseCode, whyNotBodyFiscalCode } from "../fiscal-code";
import { normalisePec, whyNotPec } from "../pec";
import { categoryOfSection, type EtsCategory, type RuntsSection, runtsSections } from "../runts";
import { whyNotVatNumber } from "../vat-number";
import type { Column, ListKind } from "./columns";

export type ListedBody = {
  line: number;
  name: string;
  /** Null where the list does not tell: such a body is not added by itself. */
  kind: OrganisationKind | null;
  etsCategory: EtsCategory | null;
  fiscalCode: string | null;
  vatNumber: string | null;
  ipaCode: string | null;
  runtsNumber: string | null;
  runtsSection: RuntsSection | null;
  pec: string | null;
  legalRepresentative: string | null;
  art5Letters: string[];
  districts: number[];
  /** How the list says it stands; null when it does not say. */
  enrolment: "enrolled" | "pending" | "cancelled" | null;
  /** ISO day. */
  enrolmentFrom: string | null;
};

export type Listed = { ok: true; body: ListedBody } | { ok: false; because: string };

type Cells = Partial<Record<Column, string>>;

/** Reads one line. What is wrong in a code that identifies the body refuses the line; any other wrong value is left out. */
export function readLine(list: ListKind, line: number, cells: Cells): Listed {
  const name = (cells.name ?? "").replace(/\s+/g, " ").trim();
  if (name.length < 3) return { ok: false, because: "registry.import.line.noName" };
  const fiscalCode = padded(cells.fiscalCode);
  const wrong = fiscalCode && whyNotBodyFiscalCode(fiscalCode);
  if (wrong) return { ok: false, because: wrong };
  if (list === "runts" && !fiscalCode) return { ok: false, because: "registry.import.line.noCode" };
  const ipaCode = cells.ipaCode?.toLowerCase().trim() || null;
  if (list === "ipa" && !ipaCode) return { ok: false, because: "registry.import.line.noIpa" };
  const vatNumber = padded(cells.vatNumber);
  const pec = cells.pec ? normalisePec(cells.pec) : null;
  const runtsSection = sectionIn(cells.runtsSection ?? "");
  return {
    ok: true,
    body: {
      line,
      name,
      kind: list === "runts" ? "ets" : kindOfIpa(cells.kind ?? "", name),
      etsCategory: list === "runts" && runtsSection ? categoryOfSection(runtsSection) : null,
      fiscalCode,
      vatNumber: vatNumber && whyNotVatNumber(vatNumber) === null ? vatNumber : null,
      ipaCode,
      runtsNumber: /^\d{1,10}$/.test(cells.runtsNumber ?? "") ? (cells.runtsNumber as string) : null,
      runtsSection: list === "runts" ? runtsSection : null,
      pec: pec && whyNotPec(pec) === null ? pec : null,
      legalRepresentative: cells.legalRepresentative?.slice(0, 200) || null,
      art5Letters: sortedLetters(lettersIn(cells.art5Letters ?? "")),
      districts: [...new Set((cells.districts ?? "").match(/[1-9]/g)?.map(Number) ?? [])].sort(),
      enrolment: list === "runts" ? enrolmentIn(cells.status ?? "") : null,
      enrolmentFrom: dayIn(cells.statusFrom ?? ""),
    },
  };
}

/** Spreadsheets drop leading zeros: eleven digits are the shape of a body's code. */
function padded(code: string | undefined): string | null {
  const plain = normaliseCode(code ?? "");
  return /^\d{8,10}$/.test(plain) ? plain.padStart(11, "0") : plain || null;
}

/** "A", "Sez. D", "d) imprese sociali", or the name of the section in words. */
function sectionIn(text: string): RuntsSection | null {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const letter = /^(?:sez(?:ione)?\.?\s*)?([a-g])(?:\b|\))/.exec(plain)?.[1];
  if (letter) return letter as RuntsSection;
  const words: [RegExp, RuntsSection][] = [
    [/volontariato/, "a"],
    [/promozione sociale/, "b"],
    [/filantropic/, "c"],
    [/impres|cooperativ/, "d"],
    [/ret[ei] associativ/, "e"],
    [/mutuo soccorso/, "f"],
    [/altri ent/, "g"],
  ];
  const found = words.find(([pattern]) => pattern.test(plain))?.[1];
  return found && runtsSections.includes(found) ? found : null;
}

function lettersIn(text: string): string[] {
  const known: readonly string[] = art5Letters;
  return text.toLowerCase().split(/[^a-z]+/).filter((word) => word.length === 1 && known.includes(word));
}

function enrolmentIn(text: string): ListedBody["enrolment"] {
  const plain = text.toLowerCase();
  if (/cancell|estint|sciolt/.test(plain)) return "cancelled";
  if (/in corso|istruttoria|pendent/.test(plain)) return "pending";
  return /iscritt|attiv/.test(plain) || plain === "" ? "enrolled" : null;
}

/** "12/03/2026", "2026-03-12" or "12-03-2026" as an ISO day. */
function dayIn(text: string): string | null {
  const formats = ["d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];
  const day = formats.map((format) => DateTime.fromFormat(text.trim().slice(0, 10), format, { zone: ROME })).find(({ isValid }) => isValid);
  return day?.toISODate() ?? null;
}

/** What kind of public body an entry of IndicePA is, from its category code or its name; null when neither tells. */
function kindOfIpa(category: string, name: string): OrganisationKind | null {
  const text = `${category} ${name}`.toLowerCase();
  if (/universit|\bl17\b/.test(text)) return "university";
  if (/istituto comprensivo|liceo|scuol|\bl33\b/.test(text)) return "school";
  if (/\bats\b|\basst\b|agenzia di tutela della salute|azienda socio.?sanitaria|irccs|\bl7\b/.test(text)) return "health_agency";
  if (/citt[aà] metropolitana|\bl45\b/.test(text)) return "metropolitan_city";
  if (/^\S*\s*regione |\bl4\b/.test(text)) return "region";
  if (/tribunale|procura|corte d/.test(text)) return "court";
  if (/garante/.test(text)) return "guarantor";
  if (/\bs\.?p\.?a\b|azienda/.test(text)) return "public_company";
  return /prefettura|questura|ministero|ufficio scolastico|inps|agenzia delle entrate|\bc1\b/.test(text) ? "state_office" : null;
}

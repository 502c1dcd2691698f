// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { sortedLetters } from "./art5";
import { isCityOffice, isPublicBody, organisationKinds } from "./categories";
import { normaliseCode, whyNotBodyFiscalCode } from "./fiscal-code";
import { normalisePec, whyNotPec } from "./pec";
import { etsCategories, runtsSections, sectionSuits, whyNotRuntsNumber } from "./runts";
import { whyNotVatNumber } from "./vat-number";

export const organisationSources = ["self_declared", "manual_check", "import", "demo"] as const;
/** For whom a body may speak beyond itself (city's plan 5.8: families and users take part in design). */
export const voicesRepresented = ["families", "users", "volunteers", "young", "foreign_communities"] as const;
/** People who work or volunteer in a body: up to 15, up to 100, more. */
export const sizes = ["small", "medium", "large"] as const;
export const districtNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const text = (longest: number) => z.string().trim().max(longest).nullish().transform((value) => value || null);
const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values), z.literal("")]).nullish().transform((value) => (value || null) as T[number] | null);

/** What is recorded of a body. Empty texts become null; codes and addresses are normalised. */
export const OrganisationInput = z
  .object({
    name: z.string().trim().min(3).max(200),
    kind: z.enum(organisationKinds, { message: "registry.form.chooseKind" }),
    etsCategory: choice(etsCategories),
    runtsSection: choice(runtsSections),
    runtsNumber: text(20),
    fiscalCode: text(40).transform((code) => code && normaliseCode(code)),
    vatNumber: text(40).transform((code) => code && normaliseCode(code)),
    ipaCode: text(60).transform((code) => code && code.toLowerCase()),
    pec: text(254).transform((address) => address && normalisePec(address)),
    legalRepresentative: text(200),
    art5Letters: z.array(z.string()).default([]).transform(sortedLetters),
    scale: z.enum(["city", "district"], { message: "registry.form.chooseScale" }).default("city"),
    districts: z.array(z.coerce.number().int().min(1).max(9)).default([]),
    purpose: text(2000),
    represents: z.array(z.enum(voicesRepresented)).default([]),
    size: choice(sizes),
    source: z.enum(organisationSources).default("manual_check"),
  })
  .superRefine((body, check) => {
    const wrong = (field: string, because: string | null) => {
      if (because) check.addIssue({ code: "custom", path: [field], message: because });
    };
    const ets = body.kind === "ets";
    // data from a list may be incomplete: the page of the body says what is missing
    const complete = body.source === "self_declared" || body.source === "manual_check";
    if (ets && !body.etsCategory) wrong("etsCategory", "registry.form.chooseCategory");
    if (!ets && body.etsCategory) wrong("etsCategory", "registry.form.onlyEts");
    if (!ets && (body.runtsSection || body.runtsNumber)) wrong("runtsSection", "registry.form.onlyEts");
    if (ets && body.etsCategory && body.runtsSection && !sectionSuits(body.etsCategory, body.runtsSection)) {
      wrong("runtsSection", "registry.runts.otherSection");
    }
    if (body.runtsNumber) wrong("runtsNumber", whyNotRuntsNumber(body.runtsNumber));
    if (body.runtsNumber && !body.runtsSection) wrong("runtsSection", "registry.runts.sectionToo");
    if (body.fiscalCode) {
      wrong("fiscalCode", isCityOffice(body.kind) ? "registry.fiscalCode.ofComune" : whyNotBodyFiscalCode(body.fiscalCode));
    } else if (ets && complete) wrong("fiscalCode", "registry.fiscalCode.required");
    if (body.vatNumber) wrong("vatNumber", whyNotVatNumber(body.vatNumber));
    if (body.pec) wrong("pec", whyNotPec(body.pec));
    else if (ets && complete) wrong("pec", "registry.pec.required");
    if (body.scale === "district" && body.districts.length === 0) wrong("districts", "registry.form.chooseDistricts");
  })
  .transform(({ scale, districts, ...body }) => ({
    ...body,
    territory: { scale, districts: [...new Set(districts)].sort((a, b) => a - b) },
  }));

export type OrganisationFields = z.input<typeof OrganisationInput>;

type Known = { kind: string; fiscalCode: string | null; pec: string | null; runtsNumber: string | null; art5Letters: string[]; legalRepresentative: string | null };

/** Message keys of what the record of a body still lacks; nothing for bodies that owe nothing. */
export function missingFacts(body: Known): string[] {
  const missing: string[] = [];
  const ets = body.kind === "ets";
  if (ets && !body.fiscalCode) missing.push("registry.facts.fiscalCode");
  if (ets && !body.runtsNumber) missing.push("registry.facts.runtsNumber");
  if ((ets || isPublicBody(body.kind)) && !body.pec) missing.push("registry.facts.pec");
  if (ets && !body.legalRepresentative) missing.push("registry.facts.legalRepresentative");
  if (ets && body.art5Letters.length === 0) missing.push("registry.facts.art5");
  return missing;
}

/** The name as it stands in an address: lower case letters, digits and hyphens. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "") || "ente";
}

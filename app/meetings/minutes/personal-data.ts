// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Finds in a text what should not be published about persons (domain reference 4.2): codes and contacts, somebody's relation to a person who is
 * ill or looked after, words about a person's health, addresses of places that may be protected. It flags; people decide.
 */

export const findingKinds = ["fiscalCode", "iban", "email", "phone", "relation", "health", "address", "person"] as const;
export type FindingKind = (typeof findingKinds)[number];
export type Finding = { kind: FindingKind; words: string };

const relations = "moglie|marito|figli[oae]|madre|padre|mamma|papà|fratello|sorella|nonn[oa]|nipote|coniuge|compagn[oa]|familiare|genitore|caregiver";
/** A proper name or two before the relation, as in "Rossi, moglie di un malato". */
const name = "(?:\\p{Lu}[\\p{Ll}'’]+[\\s,(]+){0,3}";

const patterns: [FindingKind, RegExp][] = [
  ["fiscalCode", /(?<![\p{L}\d])[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z](?![\p{L}\d])/giu],
  ["iban", /(?<![\p{L}\d])IT\d{2}\s?[A-Z](?:\s?\d){10}(?:\s?[A-Z\d]){12}(?![\p{L}\d])/giu],
  ["email", /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ["phone", /(?<![\d/])(?:\+39[\s.]?)?(?:3\d{2}|0\d{1,3})[\s./-]?\d{3}[\s.-]?\d{2,5}(?!\d)/gu],
  ["relation", new RegExp(`(?<!\\p{L})${name}(?:${relations})\\s+(?:di\\s+|del\\s+|della\\s+|dell['’]\\s*|d['’]\\s*)(?:un[ao]?\\s+|un['’]\\s*)?[\\p{L}-]+`, "gu")],
  ["relation", new RegExp(`(?<!\\p{L})(?:mi[oa]|su[oa]|nostr[oa])\\s+(?:${relations})(?!\\p{L})`, "giu")],
  ["health", /(?<!\p{L})(?:malat[oa]\s+d[i']|affett[oa]\s+da|in\s+cura\s+(?:per|presso)|sieropositiv[oa]|ex\s+tossicodipendente|diagnosticat[oa]|ricoverat[oa])(?:\s*[\p{L}-]+)?/giu],
  ["address", /(?<!\p{L})(?:via|viale|piazza|corso|largo)\s+(?:\p{Lu}[\p{L}'’]*\s*){1,4},?\s*(?:n\.?\s*)?\d+/gu],
];

/** All that the detector finds, in the order of its kinds; the same words once. `persons` are names that it should know. */
export function personalDataIn(words: string, persons: readonly string[] = []): Finding[] {
  // the digits of a fingerprint are nobody's telephone
  const text = words.replace(/\b[0-9a-f]{64}\b/g, "");
  const found = patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map(([words]): Finding => ({ kind, words: words.trim() })));
  const named = [...new Set(persons)].filter((person) => person.length > 2 && text.includes(person)).map((words): Finding => ({ kind: "person", words }));
  return [...found, ...named].filter((one, i, all) => all.findIndex((other) => other.kind === one.kind && other.words === one.words) === i);
}

const neutral: Partial<Record<FindingKind, string>> = { relation: "rappresentanza familiari" };

/** The text with what was found taken out: a relation becomes the neutral seat it stands for, the rest is left out. */
export function withoutPersonalData(text: string, persons: readonly string[] = []): string {
  return personalDataIn(text, persons)
    .sort((a, b) => b.words.length - a.words.length)
    .reduce((result, { kind, words }) => result.replaceAll(words, neutral[kind] ?? "[omesso]"), text);
}

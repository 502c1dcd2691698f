// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Pillar, PillarLink } from "./parsed";

/** Names by which the tables call a pillar in other words than its heading: label, then words of the heading meant. */
const aliases: [string, string][] = [["Integrazione sociosanitaria", "Milano città della salute"]];

/** The ten pillars by their short names, for an extract of a plan that comes without its first chapter. */
export const knownPillars: Pillar[] = [
  "Welfare territoriale",
  "Ricomposizione della domanda e dell'offerta",
  "Trasversalità inter-assessorile",
  "Milano città della salute",
  "Spesa sociale come investimento",
  "Valorizzare le professioni del sociale",
  "Welfare collaborativo",
  "Cultura della valutazione",
  "Spazi sociali",
  "Digitalizzazione e accesso ai servizi",
].map((title, i) => ({ code: `1.${i + 1}`, title }));

const emptyWords = new Set(
  "il lo la i gli le l un uno una di del dello della dell dei degli delle d e ed a al allo alla all ai agli alle con per come da in nel nella su tra fra tutta tutto".split(
    " ",
  ),
);

/** Content words of a label, without accents, articles and prepositions; compounds count as one word however they are hyphenated. */
function contentWords(label: string): string[] {
  return label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(\p{L})-\s*(?=\p{L})/gu, "$1")
    .split(/[^\p{L}]+/u)
    .filter((word) => word && !emptyWords.has(word));
}

function isSubsequence(words: string[], of: string[]): boolean {
  let at = 0;
  for (const word of of) if (word === words[at]) at += 1;
  return at === words.length;
}

export type Match = { pillar: Pillar; alias: boolean };

/**
 * The one pillar a label stands for, or null. A label shortens a heading: its words appear there in the same order, and either it begins as the heading does or it
 * keeps at least two words. Two candidate pillars mean no match.
 */
export function matchPillar(label: string, pillars: Pillar[]): Match | null {
  const words = contentWords(label);
  if (words.length === 0) return null;
  const fitting = pillars.filter((pillar) => {
    const heading = contentWords(pillar.title);
    return isSubsequence(words, heading) && (words.length >= 2 || words[0] === heading[0]);
  });
  if (fitting.length === 1) return { pillar: fitting[0] as Pillar, alias: false };
  if (fitting.length > 1) return null;
  const alias = aliases.find(([name]) => contentWords(name).join(" ") === words.join(" "));
  const meant = alias && matchPillar(alias[1], pillars);
  return meant ? { pillar: meant.pillar, alias: true } : null;
}

type Segmentation = { unknown: number; links: (PillarLink & { alias: boolean })[] };

/**
 * Cuts a cell such as "Welfare territoriale Spazi sociali" into pillar labels. Of all the ways to cut, takes the one that leaves the fewest words
 * unrecognised, then the one with the fewest labels. Unrecognised stretches come back with `code: null`.
 */
export function segmentLabels(text: string, pillars: Pillar[]): (PillarLink & { alias: boolean })[] {
  const tokens = text
    .replace(/(\p{L})- (?=\p{L})/gu, "$1-\u0002")
    .split(/[\s,;/•·]+/)
    .filter((token) => /\p{L}/u.test(token));
  const raw = (from: number, to: number) =>
    tokens
      .slice(from, to)
      .join(" ")
      .replace(/\u0002/g, " ")
      .replace(/[.:]$/, "");
  const best: Segmentation[] = [{ unknown: 0, links: [] }];
  for (let end = 1; end <= tokens.length; end += 1) {
    const before = best[end - 1] as Segmentation;
    const token = raw(end - 1, end);
    const silent = contentWords(token).length === 0;
    let choice: Segmentation = {
      unknown: before.unknown + (silent ? 0 : 1),
      links: [...before.links, { code: null, label: token, alias: false }],
    };
    for (let start = end - 1; start >= 0; start -= 1) {
      const label = raw(start, end);
      if (contentWords(raw(end - 1, end)).length === 0) break;
      const match = matchPillar(label, pillars);
      if (!match) continue;
      const prior = best[start] as Segmentation;
      const candidate = {
        unknown: prior.unknown,
        links: [...prior.links, { code: match.pillar.code, label, alias: match.alias }],
      };
      if (better(candidate, choice)) choice = candidate;
    }
    best[end] = choice;
  }
  return mergeUnknown((best[tokens.length] as Segmentation).links);
}

function better(a: Segmentation, b: Segmentation): boolean {
  return a.unknown < b.unknown || (a.unknown === b.unknown && a.links.length < b.links.length);
}

/** Neighbouring unrecognised words form one unknown label; a lone conjunction between two labels is dropped. */
function mergeUnknown(links: (PillarLink & { alias: boolean })[]): (PillarLink & { alias: boolean })[] {
  const merged: (PillarLink & { alias: boolean })[] = [];
  for (const link of links) {
    const previous = merged[merged.length - 1];
    if (link.code === null && previous?.code === null) previous.label += ` ${link.label}`;
    else merged.push({ ...link });
  }
  return merged.filter((link) => link.code !== null || contentWords(link.label).length > 0);
}

/** True when a cell says nothing but pillar labels. */
export function isAllPillars(text: string, pillars: Pillar[]): boolean {
  const links = segmentLabels(text, pillars);
  return links.length > 0 && links.every((link) => link.code !== null);
}

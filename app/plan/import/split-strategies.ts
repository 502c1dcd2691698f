// SPDX-License-Identifier: AGPL-3.0-or-later

export type Split = {
  parts: { text: string; review: boolean }[];
  /** numbersLost: no numbers at all; gap: a number is missing or repeated; lead: text before number 1. */
  doubts: { kind: "numbersLost" | "numberingGap" | "leadText"; detail: string }[];
};

const marker = /(?<=^|\s)(\d{1,2})[.)]\s*(?=[\p{L}"“«'’(])/gu;

/**
 * Splits the strategies cell of an objective. Numbers in sequence rule; where the source lost them the text is cut at sentence ends and everything
 * cut that way is marked for review.
 */
export function splitStrategies(text: string): Split {
  const markers = sequence(text);
  if (markers.length === 0) return unnumbered(text);
  const doubts: Split["doubts"] = [];
  const parts: Split["parts"] = [];
  const lead = text.slice(0, markers[0]?.at).trim();
  if (lead) {
    parts.push({ text: lead, review: true });
    doubts.push({ kind: "leadText", detail: lead });
  }
  markers.forEach((one, i) => {
    const next = markers[i + 1];
    const body = text.slice(one.bodyAt, next?.at).trim();
    const missing = next ? next.number - one.number : 1;
    if (missing > 1) doubts.push({ kind: "numberingGap", detail: String(one.number + 1) });
    const cut = missing > 1 ? sentences(body) : [body];
    if (cut.length === missing && missing > 1) parts.push(...cut.map((part) => ({ text: part, review: true })));
    else parts.push({ text: body, review: missing > 1 });
  });
  if ((markers[0]?.number ?? 1) > 1) doubts.push({ kind: "numberingGap", detail: "1" });
  return { parts: parts.filter((part) => part.text !== ""), doubts };
}

function unnumbered(text: string): Split {
  const cut = sentences(text);
  if (cut.length === 0) return { parts: [], doubts: [] };
  return {
    parts: cut.map((part) => ({ text: part, review: true })),
    doubts: [{ kind: "numbersLost", detail: String(cut.length) }],
  };
}

type Marker = { number: number; at: number; bodyAt: number };

/** The numbers that rise one by one; a jump is believed only when the skipped number appears nowhere later. */
function sequence(text: string): Marker[] {
  const found = [...text.matchAll(marker)].map((m) => ({
    number: Number(m[1]),
    at: m.index,
    bodyAt: m.index + m[0].length,
  }));
  const kept: Marker[] = [];
  found.forEach((one, i) => {
    const expected = (kept[kept.length - 1]?.number ?? 0) + 1;
    const later = found.slice(i + 1).some((other) => other.number === expected);
    const jump = one.number > expected && one.number <= expected + 4 && !later;
    if (one.number === expected || jump) kept.push(one);
  });
  return kept;
}

const abbreviations = new Set([
  "es",
  "art",
  "artt",
  "n",
  "nn",
  "p",
  "pp",
  "pag",
  "cfr",
  "cd",
  "dott",
  "prof",
  "sig",
  "lett",
  "co",
  "vs",
  "tel",
  "l",
  "d",
  "rif",
]);
const openAbbreviations = new Set(["ecc", "etc"]);
const linkingWords = new Set(
  "di a da in con su per tra fra il lo la i gli le un uno una del della dei delle al alla ai alle e ed o che come".split(
    " ",
  ),
);
const infinitive = /^\p{L}{2,}(?:are|ere|ire|rre|rsi)$/u;

/**
 * Cuts running text into directives. Ends are full stops, semicolons before a verb or a capital, a colon before a capital infinitive, and no mark at all where a
 * capital infinitive follows a small letter. Nothing is cut inside brackets or after an abbreviation.
 */
export function sentences(text: string): string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const parts: string[][] = [[]];
  let depth = 0;
  words.forEach((word, i) => {
    (parts[parts.length - 1] as string[]).push(word);
    depth = Math.max(0, depth + count(word, "(") - count(word, ")"));
    const next = words[i + 1];
    if (next !== undefined && depth === 0 && endsHere(word, next)) parts.push([]);
  });
  return parts.map((part) => part.join(" ")).filter((part) => part !== "");
}

function endsHere(word: string, next: string): boolean {
  const opening = next.replace(/^["“«'’]/, "");
  const capital = /^\p{Lu}/u.test(opening);
  const verb = infinitive.test(opening.replace(/[.,;:]$/, ""));
  const bare = word.replace(/^[("“«'’]+/, "").replace(/["”»'’]$/, "");
  if (/[.!?]$/.test(bare)) return /^\p{L}/u.test(opening) && !isAbbreviation(bare.slice(0, -1), capital);
  if (/;$/.test(bare)) return capital || verb;
  if (/:$/.test(bare)) return capital && verb;
  return capital && verb && /[\p{Ll})]$/u.test(bare) && !linkingWords.has(bare.toLowerCase());
}

function isAbbreviation(word: string, capitalFollows: boolean): boolean {
  const lower = word.toLowerCase().replace(/\)$/, "");
  if (openAbbreviations.has(lower)) return !capitalFollows;
  return abbreviations.has(lower) || /^\p{Lu}(?:\.\p{Lu})*$/u.test(word);
}

function count(word: string, char: string): number {
  return word.split(char).length - 1;
}

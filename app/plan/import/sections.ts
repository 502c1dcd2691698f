// SPDX-License-Identifier: AGPL-3.0-or-later
import { cellsOf, columnsOf, isFlatHeader } from "./cells";
import { withLostHeadings } from "./lost-headings";
import type { Pillar } from "./parsed";
import { knownPillars } from "./pillars";

/** A line of the file with its number, counted from 1. */
export type Line = { number: number; text: string };

export type Heading = { number: string; chapter: number; section: number; title: string; line: number };

export type AreaSource = Heading & { lines: Line[] };

export type Sections = {
  edition: string | null;
  pillars: Pillar[];
  pillarsFromFile: boolean;
  index: Heading[];
  body: Heading[];
  areas: AreaSource[];
  repeated: Heading[];
  /** Areas whose heading was not in the text. */
  lost: AreaSource[];
};

const numbered = /^(?:#{1,6}\s+)?\**\s*(\d{1,2})\.(\d{1,2})\.?\s+(\S.*?)\**\s*$/;
const indexTail = /[.\s…]*(?<!\d)\d{1,3}$/;
const superscripts = /\s*[⁰¹²³⁴-⁹]+$/;

/** Finds the edition, the pillars, the table of contents and the text of each area. */
export function sectionsOf(text: string): Sections {
  const lines = text.split("\n").map((one, i) => ({ number: i + 1, text: one }));
  const all = lines.flatMap((line) => headingOf(line) ?? []);
  const index = all.filter((one) => one.indexEntry);
  const body = all.filter((one) => !one.indexEntry);
  const chapter = planChapter(lines, body);
  const candidates = body.filter((one) => one.chapter === chapter);
  const sources = candidates.map((one) => ({ ...one, lines: linesUnder(one, lines, body) }));
  const { areas: headed, repeated } = chooseAreas(sources);
  const { areas, lost } = withLostHeadings(headed, {
    lines,
    body,
    index,
    chapter: chapter ?? 0,
    isHeader: isTableHeader,
  });
  const pillars = longer(pillarsIn(body), pillarsIn(index));
  return {
    edition: editionOf(lines),
    pillars: pillars ?? knownPillars,
    pillarsFromFile: pillars !== null,
    index,
    body,
    areas: chapter === null ? [] : areas,
    repeated,
    lost,
  };
}

function headingOf(line: Line): (Heading & { indexEntry: boolean }) | null {
  const found = numbered.exec(unpiped(line.text));
  if (!found) return null;
  const [, chapter = "", section = "", rest = ""] = found;
  const indexEntry = indexTail.test(rest);
  const title = rest.replace(indexEntry ? indexTail : superscripts, "").trim();
  const prose = title.length > 160 || /[.;:,]$/.test(title) || !/^["“«(]?\p{L}/u.test(title);
  if (prose || (!indexEntry && cellsOf(line.text))) return null;
  return {
    number: `${Number(chapter)}.${Number(section)}`,
    chapter: Number(chapter),
    section: Number(section),
    title,
    line: line.number,
    indexEntry,
  };
}

/** A line of the table of contents that was saved as a table row ("| 5.1 Title | 66 |"). */
function unpiped(text: string): string {
  return text.replace(/^\s*\|\s*/, "").replace(/\s*\|\s*(\d{1,3})\s*\|?\s*$/, " $1");
}

/** The chapter under whose headings most plan tables stand. */
function planChapter(lines: Line[], body: Heading[]): number | null {
  const votes = new Map<number, number>();
  for (const line of lines) {
    if (!isTableHeader(line.text) && !looksLikeRow(line.text)) continue;
    const under = body.findLast((one) => one.line < line.number);
    if (under) votes.set(under.chapter, (votes.get(under.chapter) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

export function isTableHeader(text: string): boolean {
  const cells = cellsOf(text);
  return (cells !== null && columnsOf(cells) !== null) || isFlatHeader(text);
}

function looksLikeRow(text: string): boolean {
  const cells = cellsOf(text);
  return cells !== null && cells.length >= 3 && /(?:^|\s)1\. |<ol/.test(cells[1] ?? "");
}

function linesUnder(heading: Heading, lines: Line[], body: Heading[]): Line[] {
  const next = body.find((one) => one.line > heading.line)?.line ?? lines.length + 1;
  const under = lines.slice(heading.line, next - 1);
  const close = under.findIndex((line) => isChapterTitle(line.text));
  return close < 0 ? under : under.slice(0, close);
}

/** A line in capitals that opens another part of the document (chapter, appendix). */
function isChapterTitle(text: string): boolean {
  const bare = text.replace(/[*#]/g, "").trim();
  if (isTableHeader(text) || bare.includes("|") || bare.includes("\t")) return false;
  return (
    /^(?:CAPITOLO|APPENDICE|ALLEGAT[OI]|PARTE)\b/i.test(bare) &&
    bare.length < 200 &&
    !/[.;]$/.test(bare) &&
    bare === bare.toUpperCase()
  );
}

/** Of two headings with one number keeps the one that has a table; document order is kept. */
function chooseAreas(sources: AreaSource[]): { areas: AreaSource[]; repeated: Heading[] } {
  const hasTable = (one: AreaSource) => one.lines.some((line) => isTableHeader(line.text) || looksLikeRow(line.text));
  const areas = sources.filter((one) => {
    const twins = sources.filter((other) => other.number === one.number);
    return one === (twins.find(hasTable) ?? twins[0]);
  });
  return {
    areas,
    repeated: sources.filter((one) => !areas.includes(one) && one.lines.some((line) => line.text.trim() !== "")),
  };
}

/** The headings of chapter 1, when at least two of them follow one another. */
function pillarsIn(headings: Heading[]): Pillar[] | null {
  const pillars: Pillar[] = [];
  for (const one of headings) {
    if (one.chapter === 1 && !pillars.some((pillar) => pillar.code === one.number))
      pillars.push({ code: one.number, title: one.title });
  }
  return pillars.length >= 2 ? pillars : null;
}

function longer(a: Pillar[] | null, b: Pillar[] | null): Pillar[] | null {
  return (b?.length ?? 0) > (a?.length ?? 0) ? b : a;
}

/** The years a plan covers, as printed in its title ("2021-2023"). */
function editionOf(lines: Line[]): string | null {
  const years = /\b(20\d\d)\s*[-–—/]\s*(20\d\d)\b/;
  const titled = lines.find((line) => line.text.length < 160 && /\bpiano\b/i.test(line.text) && years.test(line.text));
  const found = titled && years.exec(titled.text);
  return found ? `${found[1]}-${found[2]}` : null;
}

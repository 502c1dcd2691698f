// SPDX-License-Identifier: AGPL-3.0-or-later
import { cellsOf } from "./cells";
import { decode } from "./decode";
import { lexiconOf } from "./hyphens";
import type { ParsedArea, Reading, Warning } from "./parsed";
import { readArea } from "./read-area";
import { type Sections, sectionsOf } from "./sections";

/**
 * Reads a printed welfare plan: areas, priority objectives with their strategies and pillars, consolidation objectives. Accepts tabs or Markdown pipes
 * between cells. Repairs typography only; whatever it had to decide, or found inconsistent, is a warning with its line. A file that is not a plan is refused with a reason.
 */
export function parsePlan(bytes: Uint8Array): Reading {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const sections = sectionsOf(decoded.text);
  if (sections.body.length === 0) return { ok: false, because: "noAreas" };
  if (sections.areas.length === 0) return { ok: false, because: "noTables" };
  const warnings: Warning[] = [];
  const warn = (warning: Warning) => warnings.push(warning);
  const lexicon = lexiconOf(decoded.text);
  const areas = sections.areas.map((source) => readArea(source, { pillars: sections.pillars, lexicon, warn }));
  if (!areas.some((area) => area.objectives.some((one) => one.strategies.length > 0)))
    return { ok: false, because: "noObjectives" };
  if (decoded.encoding === "windows-1252") warn({ line: 1, kind: "encoding", values: {} });
  checkWhole(sections, areas, decoded.text, warn);
  return {
    ok: true,
    plan: {
      edition: sections.edition,
      pillars: sections.pillars,
      areas,
      warnings: gatherAliases(warnings).sort((a, b) => a.line - b.line),
    },
  };
}

/** One warning for each other name of a pillar, at its first line, with all the lines that use it. */
function gatherAliases(warnings: Warning[]): Warning[] {
  const aliases = warnings.filter((one) => one.kind === "pillarAlias");
  const gathered = aliases
    .filter((one, i) => aliases.findIndex((other) => other.values.label === one.values.label) === i)
    .map((first) => {
      const lines = aliases.filter((other) => other.values.label === first.values.label).map((other) => other.line);
      return {
        ...first,
        values: { label: first.values.label ?? "", code: first.values.code ?? "", lines: lines.join(", ") },
      };
    });
  return [...warnings.filter((one) => one.kind !== "pillarAlias"), ...gathered];
}

/** What only shows when the document is looked at as a whole: gaps, its own table of contents, its end. */
function checkWhole(sections: Sections, areas: ParsedArea[], text: string, warn: (warning: Warning) => void) {
  if (!sections.edition) warn({ line: 1, kind: "editionMissing", values: {} });
  if (!sections.pillarsFromFile) warn({ line: 1, kind: "pillarsMissing", values: {} });
  for (const twin of sections.repeated)
    warn({ line: twin.line, kind: "areaRepeated", values: { area: twin.number, title: twin.title } });
  for (const area of sections.lost)
    warn({ line: area.line, kind: "areaHeadingLost", values: { area: area.number, title: area.title } });
  for (const gap of missingAreas(sections)) warn(gap);
  const listed = new Set(sections.index.map((one) => one.number));
  for (const one of sections.body) {
    if (listed.size > 0 && !listed.has(one.number))
      warn({ line: one.line, kind: "indexDiffers", values: { number: one.number, title: one.title } });
  }
  const lines = text.split("\n");
  lines.forEach((line, i) => {
    const stated = /\b(\d{1,2})\s+capisaldi\b/i.exec(line)?.[1];
    if (stated && cellsOf(line) && Number(stated) !== sections.pillars.length) {
      warn({ line: i + 1, kind: "pillarCount", values: { stated: Number(stated), found: sections.pillars.length } });
    }
  });
  const end = lines.findLastIndex((line) => line.trim() !== "");
  const inArea = sections.areas.some((area) => area.lines.some((line) => line.number === end + 1));
  if (inArea && areas.length > 0 && !/[.;:!?)»”"’>|]\s*$/.test(lines[end] ?? ""))
    warn({ line: end + 1, kind: "endsAbruptly", values: {} });
}

/** Areas that the table of contents announces, or the numbering implies, and the text does not have. */
function missingAreas(sections: Sections): Warning[] {
  const [first] = sections.areas;
  if (!first) return [];
  const found = new Set(sections.areas.map((area) => area.section));
  const listed = sections.index.filter((one) => one.chapter === first.chapter);
  const last = Math.max(...found, ...listed.map((one) => one.section));
  return Array.from({ length: last }, (_, i) => i + 1)
    .filter((section) => !found.has(section))
    .map((section) => {
      const entry = listed.find((one) => one.section === section);
      return {
        line: entry?.line ?? first.line,
        kind: "areaMissing" as const,
        values: { area: `${first.chapter}.${section}`, title: entry?.title ?? "" },
      };
    });
}

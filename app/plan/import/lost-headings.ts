// SPDX-License-Identifier: AGPL-3.0-or-later
import { isConsolidationHeading } from "./consolidation";
import type { AreaSource, Heading, Line } from "./sections";

/**
 * Finds the tables whose area heading was lost: a heading row that stands under no area, or after the consolidation list of one. Each becomes an area of its own with the number that
 * is free at that place; its title comes from the table of contents, or stays empty for a person to fill in.
 */
export function withLostHeadings(
  areas: AreaSource[],
  {
    lines,
    body,
    index,
    chapter,
    isHeader,
  }: { lines: Line[]; body: Heading[]; index: Heading[]; chapter: number; isHeader: (text: string) => boolean },
): { areas: AreaSource[]; lost: AreaSource[] } {
  const whole = [...areas];
  const lost: AreaSource[] = [];
  for (const line of lines) {
    if (!isHeader(line.text)) continue;
    const within = whole.findIndex((area) => area.lines.some((one) => one.number === line.number));
    const host = whole[within];
    if (host && !afterList(host, line)) continue;
    const next = whole.find((area) => area.line > line.number);
    const section = freeSection(
      whole,
      host?.section ?? whole.findLast((area) => area.line < line.number)?.section,
      next?.section,
    );
    const end = host
      ? (host.lines[host.lines.length - 1]?.number ?? line.number)
      : (body.find((one) => one.line > line.number)?.line ?? lines.length + 1) - 1;
    const number = `${chapter}.${section}`;
    const found: AreaSource = {
      number,
      chapter,
      section,
      title: index.find((one) => one.number === number)?.title ?? "",
      line: line.number,
      lines: lines.slice(line.number - 1, end),
    };
    if (host) whole[within] = { ...host, lines: host.lines.filter((one) => one.number < line.number) };
    whole.push(found);
    whole.sort((a, b) => a.line - b.line);
    lost.push(found);
  }
  return { areas: whole, lost };
}

function afterList(area: AreaSource, line: Line): boolean {
  return area.lines.some((one) => one.number < line.number && isConsolidationHeading(one.text));
}

/** The number just before the next area, or just after the previous one; failing both, the first beyond the last. */
function freeSection(areas: AreaSource[], previous: number | undefined, next: number | undefined): number {
  const taken = new Set(areas.map((area) => area.section));
  const wanted = [next === undefined ? 0 : next - 1, (previous ?? 0) + 1].find(
    (section) => section > 0 && !taken.has(section),
  );
  return wanted ?? Math.max(0, ...taken) + 1;
}

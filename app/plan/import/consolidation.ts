// SPDX-License-Identifier: AGPL-3.0-or-later
import { textOf } from "./clean";
import type { ParsedStrategy, Warning } from "./parsed";
import type { Line } from "./sections";

const bullet = /^\s*[-–—•*▪]\s+(.*)$/;
const number = /^\s*(\d{1,2})[.)]\s+(.*)$/;
const announces = /\b(seguenti|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|\d{1,2})\s+(?:\p{L}+\s+)?obiettivi\b/iu;
const statedNumbers = ["zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"];
const hangingWord =
  /(?:^|\s)(?:di|a|da|in|con|su|per|tra|fra|il|lo|la|i|gli|le|un|uno|una|del|dello|della|dei|degli|delle|al|allo|alla|ai|agli|alle|nel|nella|e|ed|o|che)$/i;

type Item = { text: string; line: number; parts: string[]; openedBy: "bullet" | "number" | "paragraph" };

/** True for the heading under which an area lists what it keeps and strengthens. */
export function isConsolidationHeading(text: string): boolean {
  return text.length < 120 && /^[#*\s]*obiettivi\s+di\s+(?:consolidamento|potenziamento)/i.test(text);
}

export function isListItem(text: string): boolean {
  return bullet.test(text);
}

/**
 * Reads the consolidation objectives of an area. An item cut by a page break joins its other half, even behind a stray dash; a sentence that only announces the list is set
 * aside; a paragraph that ends with a colon holds the points under it as one objective; any other paragraph is an objective to review.
 */
export function consolidationOf(lines: Line[], warn: (warning: Warning) => void): ParsedStrategy[] {
  const items: Item[] = [];
  const stated: { count: number; line: number }[] = [];
  let afterBlank = false;
  for (const line of lines) {
    if (line.text.trim() === "") {
      afterBlank = true;
      continue;
    }
    const previous = items[items.length - 1];
    const read = readLine(line);
    if (read.kind === "footnote") {
      warn({ line: line.number, kind: "footnote", values: { text: read.text } });
    } else if (read.text === "" || /^\d{1,3}$/.test(read.text)) {
      warn({ line: line.number, kind: "textSetAside", values: { text: line.text.trim() } });
    } else if (items.length === 0 && announces.test(read.text)) {
      const count = statedCount(read.text);
      if (count !== null) stated.push({ count, line: line.number });
      warn({ line: line.number, kind: "introSetAside", values: { text: read.text } });
    } else if (previous && carriesOn(read, previous, afterBlank)) {
      const last = previous.parts.length > 0 ? previous.parts.length - 1 : -1;
      if (last >= 0) previous.parts[last] += ` ${read.text}`;
      else previous.text += ` ${read.text}`;
      warn({ line: line.number, kind: "itemJoined", values: { text: read.text } });
    } else if (previous && read.kind === "bullet" && previous.openedBy === "paragraph" && previous.text.endsWith(":")) {
      previous.parts.push(read.text);
    } else {
      items.push({ text: read.text, line: line.number, parts: [], openedBy: read.kind });
    }
    afterBlank = false;
  }
  report(items, stated, warn);
  return items.map((item) => ({
    text: [item.text, ...item.parts].join("\n"),
    line: item.line,
    review: item.openedBy === "paragraph",
  }));
}

type Read = { kind: Item["openedBy"] | "footnote"; text: string };

function readLine(line: Line): Read {
  const footnote = /^\s*[⁰¹²³⁴-⁹]+\s*(.*)$/.exec(line.text);
  if (footnote) return { kind: "footnote", text: textOf(line.text) };
  const dashed = bullet.exec(line.text);
  if (dashed) return { kind: "bullet", text: textOf(dashed[1] ?? "") };
  const counted = number.exec(line.text);
  if (counted) return { kind: "number", text: textOf(counted[2] ?? "") };
  return { kind: "paragraph", text: textOf(line.text) };
}

/** The second half of an item: no end mark before it, and nothing in it that begins a new item of the same list. */
function carriesOn(read: Read, previous: Item, afterBlank: boolean): boolean {
  const soFar = previous.parts[previous.parts.length - 1] ?? previous.text;
  const ended = /[.;:!?]["”»)]?$/.test(soFar);
  if (ended) return read.kind === "paragraph" && !afterBlank;
  if (read.kind === "paragraph") return true;
  if (/,$/.test(soFar) || hangingWord.test(soFar)) return true;
  return read.kind === "bullet" && previous.openedBy === "number" && /^\p{Ll}/u.test(read.text);
}

function statedCount(text: string): number | null {
  const word = announces.exec(text)?.[1]?.toLowerCase() ?? "";
  const spelled = statedNumbers.indexOf(word);
  if (spelled > 0) return spelled;
  return /^\d+$/.test(word) ? Number(word) : null;
}

function report(items: Item[], stated: { count: number; line: number }[], warn: (warning: Warning) => void) {
  for (const one of stated) {
    if (one.count !== items.length)
      warn({ line: one.line, kind: "statedCount", values: { stated: one.count, found: items.length } });
  }
  for (const item of items) {
    if (item.parts.length > 0)
      warn({ line: item.line, kind: "itemsGrouped", values: { text: item.text, points: item.parts.length } });
    else if (item.openedBy === "paragraph")
      warn({ line: item.line, kind: "paragraphItem", values: { text: item.text } });
  }
}

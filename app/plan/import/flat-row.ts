// SPDX-License-Identifier: AGPL-3.0-or-later
import { textOf } from "./clean";
import type { Pillar } from "./parsed";
import { isAllPillars } from "./pillars";

/**
 * Rescues a row whose separators were lost: the title ends where the list opens (its tag or its number 1), the pillars are the longest tail made
 * only of pillar labels. Null when the line has not that shape.
 */
export function flatRow(
  line: string,
  pillars: Pillar[],
): { title: string; strategies: string; pillars: string } | null {
  const opening = /<ol\b|(?:^|\s|>)1[.)]\s/.exec(line);
  if (!opening || /^\s*[-–•*]\s/.test(line)) return null;
  const title = line.slice(0, opening.index + (opening[0].startsWith(">") ? 1 : 0)).trim();
  const { text, pillars: labels } = cutPillars(textOf(line.slice(line.indexOf(title) + title.length)), pillars);
  return textOf(title) === "" ? null : { title, strategies: text, pillars: labels };
}

/** Separates the longest tail made only of pillar labels from the text before it. */
export function cutPillars(text: string, pillars: Pillar[]): { text: string; pillars: string } {
  const words = text.split(" ");
  for (let from = 0; from < words.length; from += 1) {
    const tail = words.slice(from).join(" ");
    if (/^\p{Lu}/u.test(tail) && isAllPillars(tail, pillars))
      return { text: words.slice(0, from).join(" "), pillars: tail };
  }
  return { text, pillars: "" };
}

// SPDX-License-Identifier: AGPL-3.0-or-later

/** The paragraphs of a typed text: parts between empty lines, each closed up at its ends. */
export function paragraphsOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n+/)
    .map((part) =>
      part
        .split("\n")
        .map((line) => line.trim())
        .join("\n")
        .trim(),
    )
    .filter((part) => part !== "");
}

/** The texts as paragraphs of one field, for a person to split and join. */
export function asParagraphs(texts: string[]): string {
  return texts.join("\n\n");
}

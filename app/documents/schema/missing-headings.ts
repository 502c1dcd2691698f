// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { mandatoryHeadings } from "./templates";
import { plainText } from "./text";

/**
 * The mandatory parts of a template that the text lacks, or has as a heading with nothing written below it, in the order
 * of the template. An empty list means that, for its form, the text may be approved.
 */
export function missingHeadings(template: string, text: JSONContent): string[] {
  const filled = filledHeadings(text);
  return mandatoryHeadings(template).filter((heading) => !filled.has(plain(heading)));
}

/** Headings below which somebody has written something, before the next heading as high. */
function filledHeadings({ content = [] }: JSONContent): Set<string> {
  const filled = new Set<string>();
  let open: { name: string; level: number }[] = [];
  for (const block of content) {
    if (block.type === "heading") {
      const level = Number(block.attrs?.level) || 2;
      open = [...open.filter((one) => one.level < level), { name: plain(plainText(block)), level }];
    } else if (isWritten(block)) for (const { name } of open) filled.add(name);
  }
  return filled;
}

/** A table that has only its heading row is still to be filled in. */
function isWritten(block: JSONContent): boolean {
  if (block.type === "guidance") return false;
  if (block.type !== "table") return block.type === "image" || plainText(block) !== "";
  const rows = (block.content ?? []).filter((row) => row.content?.some(({ type }) => type !== "tableHeader"));
  return rows.some((row) => plainText(row).trim() !== "");
}

/** Capital letters, numbers in front and blanks make no other heading. */
const plain = (heading: string): string =>
  heading
    .toLocaleLowerCase("it")
    .replace(/^\s*(?:(?:art(?:\.|icolo)?\s*)?\d+(?:\.\d+)*)?[.)°–\s-]*/u, "")
    .replace(/\s+/g, " ")
    .trim();

// SPDX-License-Identifier: AGPL-3.0-or-later
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Changes a part of an office file as a program would: by its XML. */
export function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[part]!);
  const after = change(before);
  if (after === before) throw new Error("Nothing was changed in the file");
  return zipSync({ ...parts, [part]: strToU8(after) });
}

/** The paragraph of a Word file that holds these words, as XML. */
export function paragraphWith(xml: string, words: string): string {
  const found = [...xml.matchAll(/<w:p(?: [^>]*)?>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g)].map(([one]) => one).find((one) => one.replace(/<[^>]+>/g, "").includes(words));
  if (!found) throw new Error(`No paragraph says: ${words}`);
  return found;
}

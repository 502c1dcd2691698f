// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { sizeInWords } from "~/web/files/file-words";
import { formatShortDate } from "~/web/time";
import type { ShownAct } from "./parts/act-list";

/** An act in the words of a page. */
export function showAct(locale: Ctx["locale"], to: string, { id, name, description, size, scanned, sha256, at, by }: { id: string; name: string; description: string; size: number; scanned: boolean; sha256: string; at: Date; by: string }): ShownAct {
  return { id, to, name, description, weight: sizeInWords(size, locale), by, on: formatShortDate(at, locale), scanned, sha256 };
}

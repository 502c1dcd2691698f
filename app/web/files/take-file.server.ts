// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Files, StoredFile } from "~db/files.server";
import { problem } from "../problem";
import { examineFile, type Finding, MAX_MEGABYTES } from "./examine-file";

export type Scan = ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null;

export type TakenFile = StoredFile & { name: string; mediaType: string; scanned: boolean };

/**
 * Looks at a file that somebody sends, has it scanned and keeps its bytes: to be called before the transaction whose row names it. `invalid`
 * with the reason beside the field `file` when it is not of a kind we take, is broken, locked or holds macros, or when the scanner objects or
 * does not answer.
 */
export async function takeFile(files: Pick<Files, "putFile">, { name, bytes }: { name: string; bytes: Uint8Array }, scan: Scan, examine: (bytes: Uint8Array, name: string) => Promise<Finding> = examineFile): Promise<TakenFile> {
  const found = await examine(bytes, name);
  if (!found.ok) throw wrongFile(found.because);
  const scanned = await passesScan(scan, bytes);
  return { ...(await files.putFile(bytes)), name: tidyName(name), mediaType: found.mediaType, scanned };
}

/** Why a file is not taken, beside the field `file`. */
export const wrongFile = (because: string) => problem("invalid", { fields: { file: because }, values: { megabytes: MAX_MEGABYTES } });

/** True when a scanner found nothing, false when there is none. Throws `invalid`, beside the field `file`, when it objects or is silent. */
export async function passesScan(scan: Scan, bytes: Uint8Array): Promise<boolean> {
  if (!scan) return false;
  const verdict = await scan(bytes).catch(() => "silent" as const);
  if (verdict === "silent") throw wrongFile("web.file.refused.scannerSilent");
  if (verdict === "infected") throw wrongFile("web.file.refused.infected");
  return true;
}

/** The last part of the path, without what would lead astray whoever reads or saves it. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "").trim().slice(0, 150) || "senza nome";
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { takenTypes } from "./examine-file";
import { isViewable } from "./file-words";

/** Nothing inside may run, load or speak to anybody. */
const NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
/** Browsers show PDF in a process of its own that a sandbox would keep from starting. */
const NOTHING_LOADS = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * Hands over what somebody has uploaded: with the type recognised in it, never guessed again by the browser, to be kept
 * rather than shown unless asked (`inline`) and safe.
 */
export function fileAnswer(file: { name: string; mediaType: string }, bytes: Uint8Array, { inline = false } = {}): Response {
  const { mediaType } = file;
  const shown = inline && isViewable(mediaType);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType.startsWith("text/") ? `${shown ? "text/plain" : mediaType}; charset=utf-8` : mediaType,
      "Content-Disposition": `${shown ? "inline" : "attachment"}; ${named(file)}`,
      "Content-Security-Policy": mediaType === "application/pdf" ? NOTHING_LOADS : NOTHING_RUNS,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** The name twice: in plain letters for old programs, and as it is. Its ending says what the file is. */
function named({ name, mediaType }: { name: string; mediaType: string }): string {
  const ending = takenTypes[mediaType];
  const whole = !ending || name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
  const ascii = whole.normalize("NFD").replace(/[^\x20-\x7e]/g, "").replace(/["\\]/g, "") || "documento";
  const encoded = encodeURIComponent(whole).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

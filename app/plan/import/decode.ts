// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Encoding, textOfBytes } from "~/web/text-of-bytes";
import type { Refusal } from "./parsed";

/** Larger than any plan printed so far by two orders of magnitude; protects the server from a wrong file. */
export const maximumBytes = 20 * 1024 * 1024;

export type Decoded =
  | { ok: true; text: string; encoding: Encoding }
  | { ok: false; because: Refusal };

/**
 * Turns the bytes of an uploaded file into text with `\n` line ends, composed accents and ordinary spaces. Accepts UTF-8 with or without
 * byte order mark, UTF-16 with mark, and falls back to windows-1252 (what older office programs save).
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > maximumBytes) return { ok: false, because: "tooLarge" };
  if (startsWith(bytes, "%PDF")) return { ok: false, because: "pdf" };
  if (startsWith(bytes, "PK\u0003\u0004")) return { ok: false, because: "archive" };
  const read = textOfBytes(bytes);
  if (!read) return { ok: false, because: "binary" };
  const { text, encoding } = read;
  const tidy = normaliseCharacters(text);
  if (tidy.trim() === "") return { ok: false, because: "empty" };
  return { ok: true, text: tidy, encoding };
}

function normaliseCharacters(text: string): string {
  return text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?|\u2028|\u2029|\f/g, "\n")
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .replace(/[\u00AD\u200B\u200C\u200D\u2060\uFEFF]/g, "")
    .normalize("NFC");
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return [...signature].every((char, i) => bytes[i] === char.charCodeAt(0));
}

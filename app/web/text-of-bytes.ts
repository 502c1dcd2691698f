// SPDX-License-Identifier: AGPL-3.0-or-later
export type Encoding = "utf-8" | "utf-16" | "windows-1252";

/**
 * Reads the bytes of a text file as office programs save it: UTF-8 with or without byte order mark, UTF-16 with mark, otherwise
 * windows-1252. Null when it is no text at all.
 */
export function textOfBytes(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: "utf-16" };
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" };
  }
}

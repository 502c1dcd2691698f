// SPDX-License-Identifier: AGPL-3.0-or-later
import { textOfBytes } from "~/web/text-of-bytes";
import { examineFile } from "~/web/files/examine-file";
import type { ImportFormat } from "./reading";

/** `bytes` are those to read: plain formats come in UTF-8, whatever they were saved in. */
export type Examined = { ok: true; format: ImportFormat; bytes: Uint8Array } | { ok: false; because: string };

const refused = (reason: string): Examined => ({ ok: false, because: `imports.refused.${reason}` });

/** What people may try, and what they are told to do instead. */
const INSTEAD: Record<string, string> = { "application/msword": "oldWord", "application/rtf": "oldWord", "application/pdf": "pdf", "application/pkcs7-mime": "signed" };

/** Whether a file can become a text, from what is in it; otherwise why not. Locked, programmed and broken files as for attachments. */
export async function examineImport(bytes: Uint8Array, name: string): Promise<Examined> {
  const page = pageIn(bytes, name);
  if (page) return { ok: true, format: "html", bytes: page };
  const found = await examineFile(bytes, name);
  if (!found.ok) return found.because.endsWith(".type") ? refused("type") : found;
  const { mediaType } = found;
  if (mediaType.endsWith("wordprocessingml.document")) return { ok: true, format: "docx", bytes };
  if (mediaType === "application/vnd.oasis.opendocument.text") return { ok: true, format: "odt", bytes };
  if (mediaType === "text/markdown" || mediaType === "text/plain") return { ok: true, format: "md", bytes: inUtf8(bytes) };
  return refused(INSTEAD[mediaType] ?? "type");
}

/** A web page in UTF-8, when it is one: by its first words, or by its name. */
function pageIn(bytes: Uint8Array, name: string): Uint8Array | null {
  const read = textOfBytes(bytes);
  if (!read || bytes.byteLength === 0 || bytes.byteLength > 25 * 1024 * 1024) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from anything else
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(read.text)) return null;
  return /^[\s\ufeff]*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype html|html[\s>])/i.test(read.text) || (/\.(html?|xhtml)$/i.test(name) && /<[a-z]/i.test(read.text)) ? encoded(read.text) : null;
}

const inUtf8 = (bytes: Uint8Array) => encoded(textOfBytes(bytes)?.text ?? "");
const encoded = (text: string) => new TextEncoder().encode(text.replace(/^\ufeff/, ""));

// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a file is, from what is in it. The name only tells apart what the content cannot: plain text from a table. */
import { fileTypeFromBuffer } from "file-type";
import { examineLegacyOffice, examineOffice, officeTypes } from "./examine-office";

export const MAX_MEGABYTES = 25;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

const plain = {
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
  "image/tiff": "tif",
  "application/rtf": "rtf",
  "text/plain": "txt",
  "text/csv": "csv",
  "text/markdown": "md",
  "application/pkcs7-mime": "p7m",
} as const;

/** Every type that is taken, with the ending its name shall have. */
export const takenTypes: Record<string, string> = { ...plain, ...officeTypes };
const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export type Finding = { ok: true; mediaType: string } | { ok: false; because: `web.file.refused.${string}` };

export const refused = (reason: string): Finding => ({ ok: false, because: `web.file.refused.${reason}` });

/** Looks at a whole file: its type by content, or why it is not taken. Never trusts the declared type. */
export async function examineFile(bytes: Uint8Array, name: string): Promise<Finding> {
  if (bytes.byteLength === 0) return refused("empty");
  if (bytes.byteLength > MAX_BYTES) return refused("tooLarge");
  if (isSigned(bytes)) return { ok: true, mediaType: "application/pkcs7-mime" };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (isZip(bytes)) return examineOffice(bytes);
  if (found?.mime === "application/x-cfb") return examineLegacyOffice(bytes, name);
  if (found?.mime === "application/pdf") return examinePdf(bytes);
  if (found) return found.mime in plain ? { ok: true, mediaType: found.mime } : refused("type");
  return examineText(bytes, name);
}

/** A picture that every browser shows. Drawings that may hold programs (SVG) are not taken. */
export async function examinePicture(bytes: Uint8Array): Promise<Finding> {
  const found = await examineFile(bytes, "");
  return found.ok && !pictures.includes(found.mediaType) ? refused("notPicture") : found;
}

function examinePdf(bytes: Uint8Array): Finding {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return refused("locked");
  return /startxref\s+\d+\s+%%EOF/.test(text) ? { ok: true, mediaType: "application/pdf" } : refused("broken");
}

function examineText(bytes: Uint8Array, name: string): Finding {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // the old encoding of Windows has no impossible letters, but control characters are in no text
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a text from anything else
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) return refused("type");
  if (/^\s*(<!doctype html|<html|<svg|<\?xml|<script)/i.test(text)) return refused("type");
  const ending = name.toLowerCase().match(/\.(csv|md)$/)?.[1];
  return { ok: true, mediaType: ending === "csv" ? "text/csv" : ending === "md" ? "text/markdown" : "text/plain" };
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** A CAdES envelope in DER: SEQUENCE, then the object identifier of signed data. */
function isSigned(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 32));
  return head[0] === 0x30 && head.includes(Buffer.from("06092a864886f70d010702", "hex"));
}

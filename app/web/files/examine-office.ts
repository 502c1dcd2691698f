// SPDX-License-Identifier: AGPL-3.0-or-later
import { strFromU8, unzipSync, type UnzipFileInfo } from "fflate";
import type { Finding } from "./examine-file";

/** Office formats without programs inside, by media type, with the ending of their names. */
export const officeTypes = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
  "application/msword": "doc",
  "application/vnd.ms-excel": "xls",
  "application/vnd.ms-powerpoint": "ppt",
} as const;

/** Unpacked, an honest file stays below this; a parcel made to burst does not. */
const MAX_UNPACKED = 400 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
const MAX_INDEX = 8 * 1024 * 1024;

/** The part without which the format cannot be opened. */
const mainParts: [part: string, mediaType: keyof typeof officeTypes][] = [
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
];

const refused = (reason: string): Finding => ({ ok: false, because: `web.file.refused.${reason}` });

/** Looks into a parcel: Word, Excel, PowerPoint and OpenDocument; anything else in a ZIP is not taken. */
export function examineOffice(bytes: Uint8Array): Finding {
  const names: string[] = [];
  let unpacked = 0;
  const index = (file: UnzipFileInfo) => {
    names.push(file.name);
    unpacked += file.originalSize;
    const wanted = ["mimetype", "META-INF/manifest.xml", "[Content_Types].xml"].includes(file.name);
    return wanted && file.originalSize <= MAX_INDEX && unpacked <= MAX_UNPACKED;
  };
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: index });
  } catch {
    return refused("broken");
  }
  if (unpacked > MAX_UNPACKED || names.length > MAX_ENTRIES) return refused("tooLarge");
  const read = (name: string) => (parts[name] ? strFromU8(parts[name]) : "");
  const open = read("mimetype").trim();
  return open.startsWith("application/vnd.oasis.") ? openDocument(open, names, read("META-INF/manifest.xml")) : openXml(names, read("[Content_Types].xml"));
}

function openXml(names: string[], types: string): Finding {
  if (types === "") return refused("type");
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name)) || /macroEnabled/i.test(types)) return refused("macros");
  const found = mainParts.find(([part]) => names.includes(part));
  return found ? { ok: true, mediaType: found[1] } : refused(names.some((name) => /^(word|xl|ppt)\//.test(name)) ? "broken" : "type");
}

function openDocument(mediaType: string, names: string[], manifest: string): Finding {
  if (!(mediaType in officeTypes)) return refused("type");
  if (manifest === "") return refused("broken");
  if (/encryption-data/.test(manifest)) return refused("locked");
  if (names.some((name) => /^(Basic|Scripts)\/./.test(name))) return refused("macros");
  return names.includes("content.xml") ? { ok: true, mediaType } : refused("broken");
}

/** The formats of before 2007, and the envelope in which newer ones are locked. Their directory is in UTF-16. */
export function examineLegacyOffice(bytes: Uint8Array, name: string): Finding {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => buffer.includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage")) return refused("locked");
  if (has("_VBA_PROJECT")) return refused("macros");
  if (has("WordDocument")) return { ok: true, mediaType: "application/msword" };
  if (has("PowerPoint Document")) return { ok: true, mediaType: "application/vnd.ms-powerpoint" };
  if (has("Workbook") || /\.xls$/i.test(name)) return { ok: true, mediaType: "application/vnd.ms-excel" };
  return refused("type");
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Bookmarks on their way back. Pandoc drops those that nothing points at, so before it reads a file each of ours becomes
 * a sign in the words: two characters that no alphabet has, around the name.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { BOOKMARK, FRAME, ORIGIN } from "../export/pandoc-text";
import type { ImportFormat, Reading } from "./reading";

const OPEN = "\ue000";
const CLOSE = "\ue001";
const SIGN = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`, "g");

/** Whether a bookmark is one that our exports carry. */
export const isOurs = (name: string) => name.startsWith(BOOKMARK) || name.startsWith(FRAME);

/** The names of bookmarks that stood in these words, and the words without their signs. */
export function signsIn(text: string): { names: string[]; text: string } {
  const names = [...text.matchAll(SIGN)].map(([, name = ""]) => name);
  return { names, text: text.replace(SIGN, "").replaceAll(OPEN, "").replaceAll(CLOSE, "") };
}

/** What a file of ours says of where it comes from. */
export function originIn(bytes: Uint8Array, format: ImportFormat): Reading["origin"] {
  if (format === "html") return null;
  if (format === "md") return origin(new RegExp(`<!-- ${ORIGIN} ([\\w-]+) (\\d+) -->`).exec(strFromU8(bytes)));
  const name = format === "docx" ? "docProps/custom.xml" : "meta.xml";
  const part = unzipSync(bytes, { filter: (file) => file.name === name })[name];
  return origin(new RegExp(`name="${ORIGIN}"[^>]*>(?:<[^>]+>)?([\\w-]+) (\\d+)<`).exec(part ? strFromU8(part) : ""));
}

function origin(found: RegExpExecArray | null): Reading["origin"] {
  const [, documentId, seq] = found ?? [];
  return documentId && seq ? { documentId, seq: Number(seq) } : null;
}

const RULE = `${FRAME}rule`;

/** Whether one of the names stands for a line across the page, which Pandoc does not read in a file of LibreOffice. */
export const isRule = (name: string): boolean => name === RULE;

/** The file with signs in place of our bookmarks. */
export function withSigns(bytes: Uint8Array, format: "docx" | "odt"): Uint8Array {
  const name = format === "docx" ? "word/document.xml" : "content.xml";
  const parts = unzipSync(bytes);
  const part = parts[name];
  if (!part) return bytes;
  parts[name] = strToU8(format === "docx" ? signedWord(withRules(strFromU8(part))) : signedOpen(strFromU8(part)));
  return zipSync(parts, { level: 1 });
}

/** A line across the page is a sign too: Pandoc knows only those that are no revision and stand in a paragraph without a bookmark. */
function withRules(xml: string): string {
  const drawn = /<w:r(?: [^>]*)?>(?:(?!<\/w:r>)[\s\S])*?<w:pict\b(?:(?!<\/w:r>)[\s\S])*?o:hr="t"(?:(?!<\/w:r>)[\s\S])*?<\/w:r>/g;
  return xml.replace(drawn, `<w:r><w:t>${signOf(RULE)}</w:t></w:r>`);
}

/**
 * In Word a bookmark may begin anywhere: inside a paragraph, in front of it, within a revision. The sign stands at the
 * beginning of the paragraph in which it begins, or of the next.
 */
function signedWord(xml: string): string {
  const tokens = /<w:p(?: [^>]*)?\/>|<w:p(?: [^>]*)?>(?:\s*<w:pPr(?: [^>]*)?\/>|\s*<w:pPr(?: [^>]*)?>[\s\S]*?<\/w:pPr>)?|<\/w:p>|<w:bookmarkStart [^>]*>/g;
  const signs = new Map<number, string[]>();
  const open: number[] = [];
  let waiting: string[] = [];
  for (const found of xml.matchAll(tokens)) {
    const [token] = found;
    const end = found.index + token.length;
    if (token === "</w:p>") open.pop();
    else if (token.startsWith("<w:bookmarkStart")) {
      const name = /w:name="([^"]*)"/.exec(token)?.[1] ?? "";
      const place = open.at(-1);
      if (!isOurs(name)) continue;
      if (place === undefined) waiting.push(name);
      else signs.get(place)?.push(name);
    } else if (!/^<w:p(?: [^>]*)?\/>$/.test(token)) {
      open.push(end);
      signs.set(end, waiting);
      waiting = [];
    }
  }
  return insertedAt(xml, signs, (sign) => `<w:r><w:t xml:space="preserve">${sign}</w:t></w:r>`);
}

function signedOpen(xml: string): string {
  const rules = xml.replace(/<text:p ([^>]*text:style-name="Horizontal_20_Line"[^>]*)\/>|<text:p ([^>]*text:style-name="Horizontal_20_Line"[^>]*)><\/text:p>/g, (_tag, one = "", other = "") => `<text:p ${one}${other}>${signOf(RULE)}</text:p>`);
  return rules.replace(/<text:bookmark(?:-start)? [^>]*text:name="([^"]*)"[^>]*>/g, (tag, name: string) => (isOurs(name) ? `${tag}${signOf(name)}` : tag));
}

function insertedAt(xml: string, signs: Map<number, string[]>, wrap: (sign: string) => string): string {
  let out = "";
  let from = 0;
  for (const [at, names] of [...signs].sort(([a], [b]) => a - b)) {
    out += xml.slice(from, at) + names.map((name) => wrap(signOf(name))).join("");
    from = at;
  }
  return out + xml.slice(from);
}

/** The sign in the words that stands for a bookmark. */
export const signOf = (name: string) => `${OPEN}${name}${CLOSE}`;

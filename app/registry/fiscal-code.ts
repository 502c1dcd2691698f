// SPDX-License-Identifier: AGPL-3.0-or-later
/** Fiscal codes: sixteen characters for natural persons, eleven digits for bodies. Checked, never generated. */
import { isElevenDigitCode, normaliseCode } from "./vat-number";

const PERSON = /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
/** Looks like a person's code, right or wrong: enough to say that it is in the wrong field. */
const PERSON_LIKE = /^[A-Z]{6}[0-9A-Z]{10}$/;
const MONTHS = "ABCDEHLMPRST";
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Letters that stand for a digit when two persons would have the same code (omocodia); the place is the digit. */
const SUBSTITUTES = "LMNPQRSTUV";
/** Places of the seven digits, counted from 0. */
const DIGIT_PLACES = [6, 7, 9, 10, 12, 13, 14];
/** Value of 0-9, and of A-Z, in an odd place (1st, 3rd, …). */
const ODD_DIGITS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD_LETTERS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** The check letter of the first fifteen characters, substitutions included. */
export function checkLetter(fifteen: string): string {
  let sum = 0;
  for (const [place, character] of [...fifteen].entries()) {
    const digit = /\d/.test(character);
    const value = digit ? Number(character) : character.charCodeAt(0) - 65;
    const odd = place % 2 === 0;
    sum += odd ? ((digit ? ODD_DIGITS : ODD_LETTERS)[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/**
 * The code as it would be without omocodia: digits put back, check letter computed again. Two codes that give the same
 * belong to different persons with the same data: use it to compare data, never to recognise somebody.
 */
export function withoutSubstitutions(code: string): string {
  const characters = [...code.slice(0, 15)];
  for (const place of DIGIT_PLACES) {
    const digit = SUBSTITUTES.indexOf(characters[place] ?? "");
    if (digit >= 0) characters[place] = String(digit);
  }
  const fifteen = characters.join("");
  return fifteen + checkLetter(fifteen);
}

/** Message key of what is wrong with a person's fiscal code, or null when it is good. Expects a normalised code. */
export function whyNotPersonFiscalCode(code: string): string | null {
  // a person may have a temporary code of eleven digits
  if (/^\d{11}$/.test(code)) return isElevenDigitCode(code) ? null : "registry.fiscalCode.checkDigit";
  if (code.length !== 16) return "registry.fiscalCode.sixteen";
  if (!PERSON.test(code)) return "registry.fiscalCode.shape";
  if (checkLetter(code.slice(0, 15)) !== code[15]) return "registry.fiscalCode.checkLetter";
  const plain = withoutSubstitutions(code);
  const day = Number(plain.slice(9, 11)) % 40;
  const longest = DAYS_IN_MONTH[MONTHS.indexOf(plain[8] ?? "")] ?? 0;
  const written = Number(plain.slice(9, 11));
  const inRange = (written >= 1 && written <= 31) || (written >= 41 && written <= 71);
  return inRange && day <= longest ? null : "registry.fiscalCode.day";
}

/** Message key of what is wrong with a body's fiscal code, or null. A person's code is told apart: it is the wrong kind. */
export function whyNotBodyFiscalCode(code: string): string | null {
  if (PERSON_LIKE.test(code)) return "registry.fiscalCode.ofPerson";
  if (!/^\d{11}$/.test(code)) return "registry.fiscalCode.elevenDigits";
  return isElevenDigitCode(code) ? null : "registry.fiscalCode.checkDigit";
}

export { normaliseCode };

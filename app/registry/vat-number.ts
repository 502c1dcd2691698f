// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Eleven digits: VAT numbers, and fiscal codes of bodies. Digits 1-7 number, 8-10 office, 11 check digit.
 * Kept as text: leading zeros matter.
 */

/** The code as it is kept: no spaces, upper case, without the country prefix that identity providers add. */
export function normaliseCode(text: string): string {
  return text.replace(/[\s.]/g, "").toUpperCase().replace(/^(VATIT-|TINIT-|IT(?=\d{11}$))/, "");
}

/** The check digit of the first ten digits: every second digit is doubled, as in Luhn's formula. */
export function checkDigit(tenDigits: string): number {
  let sum = 0;
  for (const [place, character] of [...tenDigits].entries()) {
    const digit = Number(character) * (place % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return (10 - (sum % 10)) % 10;
}

/** True for eleven digits whose check digit is right. All zeros pass the arithmetic and are nobody's. */
export function isElevenDigitCode(code: string): boolean {
  return /^\d{11}$/.test(code) && !/^0+$/.test(code) && checkDigit(code.slice(0, 10)) === Number(code[10]);
}

/** Message key of what is wrong with a VAT number, or null when it is good. Expects a normalised code. */
export function whyNotVatNumber(code: string): string | null {
  if (!/^\d{11}$/.test(code)) return "registry.vatNumber.elevenDigits";
  return isElevenDigitCode(code) ? null : "registry.vatNumber.checkDigit";
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The activities of general interest of art. 5 c. 1 of the Codice del Terzo settore, by letter. */
export const art5Letters = [..."abcdefghijklmnopqrstuvwxyz"] as readonly string[];

/** The letters in the law's order, each once; letters that the law does not have are left out. */
export function sortedLetters(letters: readonly string[]): string[] {
  return art5Letters.filter((letter) => letters.includes(letter));
}

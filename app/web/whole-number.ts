// SPDX-License-Identifier: AGPL-3.0-or-later
/** The positive whole number that a text says, up to `largest`; null for anything else. What an address asks is never trusted further. */
export function wholeNumber(text: string | null, largest = 1_000_000_000): number | null {
  return text && /^[1-9]\d{0,9}$/.test(text) && Number(text) <= largest ? Number(text) : null;
}

/** The page of a list that an address asks for; the first when it says nothing that can be a page. */
export function pageAsked(url: URL): number {
  return wholeNumber(url.searchParams.get("pagina"), 100_000) ?? 1;
}

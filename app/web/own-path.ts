// SPDX-License-Identifier: AGPL-3.0-or-later
const NOWHERE = "http://own.invalid";

/**
 * The path to go back to, if what was asked for is a page of this site; null for anything that a browser would take
 * elsewhere ("//other.example", "/\other.example", "https:…"). The only way a redirect may follow what a request says.
 */
export function ownPath(wanted: unknown): string | null {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, NOWHERE)) return null;
  const { origin, pathname, search, hash } = new URL(wanted, NOWHERE);
  // "/.//other.example" resolves to our origin with a path that, given again to a browser, names another
  return origin === NOWHERE && !pathname.startsWith("//") ? pathname + search + hash : null;
}

/** The page of ours that held the button, as the browser tells it; null when it was elsewhere, or is not told. */
export function cameFrom(request: Request): string | null {
  const referer = request.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === new URL(request.url).host ? ownPath(pathname + search) : null;
}

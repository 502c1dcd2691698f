// SPDX-License-Identifier: AGPL-3.0-or-later
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/i;

/** The address as it is kept: trimmed, lower case. */
export function normalisePec(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Message key of what is wrong with a certified e-mail address, or null. Only the form is checked: whether the address
 * is certified is known to INI-PEC and IndicePA.
 */
export function whyNotPec(address: string): string | null {
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (at < 1 || address.length > 254 || local.length > 64) return "registry.pec.shape";
  return LOCAL.test(local) && DOMAIN.test(domain) ? null : "registry.pec.shape";
}

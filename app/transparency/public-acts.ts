// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The acts that anybody may read in the public journal. What is not named here appears there as a reserved act: its
 * fingerprint only. Left out on purpose: sign-ins and accounts, what happens inside documents and to applications
 * before their notice closes.
 */
export const publicActs = [
  "organisation.registered",
  "organisation.changed",
] as const;

const known = new Set<string>(publicActs);

/** True when the act may be told to anybody. */
export function isPublicAct(act: string): boolean {
  return known.has(act);
}

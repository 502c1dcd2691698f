// SPDX-License-Identifier: AGPL-3.0-or-later
/** In what quality a person acts for a body (model: affiliation). */
export const capacities = [
  "legal_representative",
  "attorney",
  "delegate",
  "technical_contact",
  "officer",
  "procedure_officer",
  "platform_administrator",
  "guest",
] as const;
export type Capacity = (typeof capacities)[number];

/** What an affiliation lets a person do in the name of the body (domain reference 1.6). */
export const powers = [
  "read",
  "write",
  "speak",
  "submit",
  "declare",
  "sign",
  "approve_minutes",
  "manage_members",
  "manage_plan",
  "manage_procedures",
  "manage_tables",
  "manage_registry",
] as const;
export type Power = (typeof powers)[number];

/**
 * Who acts: a person, for a body, in a capacity, at an instant (the instant is `ctx.now`).
 * `organisationId` is null for a person who speaks for no body: a guest, or an administrator of the platform.
 */
export type Actor = {
  personId: string;
  personLabel: string;
  organisationId: string | null;
  organisationName: string | null;
  affiliationId: string | null;
  /** How the person is called in this capacity, e.g. "Referente ATS". */
  roleLabel: string | null;
  capacity: Capacity;
  powers: readonly Power[];
  administrator: boolean;
  /** Hash of the session that speaks; null for jobs and the command line. */
  sessionId: string | null;
};

/** True when the actor holds the power in the name of the body for which they speak. */
export function can(actor: Actor | null, power: Power): boolean {
  return actor?.powers.includes(power) ?? false;
}

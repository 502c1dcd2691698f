// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from "~/identity/actor";
import { type MessageValues, problem } from "./problem";

/** Yes, or no with a reason that people can read (a message key). */
export type Decision = { ok: true } | { ok: false; because: string; values?: MessageValues | undefined };

export const yes = (): Decision => ({ ok: true });
export const no = (because: string, values?: MessageValues): Decision => ({ ok: false, because, values });

export type Rule<Args extends unknown[]> = (actor: Actor | null, ...args: Args) => Decision;

/**
 * Declares who may do a thing, and why not. The rule is pure: all it needs is handed to it.
 * Nobody signed in is refused before the rule is asked.
 */
export function allow<Args extends unknown[]>(
  rule: (actor: Actor, ...args: Args) => Decision,
): Rule<Args> {
  return (actor, ...args) => (actor ? rule(actor, ...args) : no("web.problem.unauthenticated"));
}

/** First refusal of several decisions, or yes. */
export function all(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.ok) ?? yes();
}

/** Throws `forbidden` with the reason of the refusal. */
export function enforce(decision: Decision): void {
  if (!decision.ok) throw problem("forbidden", { because: decision.because, values: decision.values });
}

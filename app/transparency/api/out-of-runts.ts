// SPDX-License-Identifier: AGPL-3.0-or-later
import { type BodyStanding, enrolmentWarning } from "~/registry";

/** How a body stands that is no longer in the RUNTS; null for any other. */
export function outOfRunts(standing: BodyStanding | undefined): { esito: "cancelled" | "not_found"; dal: string | null } | null {
  const warning = standing && enrolmentWarning(standing);
  return warning ? { esito: warning.outcome, dal: warning.from?.toISOString() ?? null } : null;
}

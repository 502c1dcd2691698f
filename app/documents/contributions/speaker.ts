// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Actor } from "~/identity";
import { problem } from "~/web/problem";

/** The person and the body of whoever contributes; `forbidden` for who speaks for nobody. */
export function speaker({ personId, organisationId }: Actor): { personId: string; organisationId: string } {
  if (!organisationId) throw problem("forbidden", { because: "contributions.no.body" });
  return { personId, organisationId };
}

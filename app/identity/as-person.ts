// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";

/** The same request, done by a person who has just shown who they are and speaks for no body yet. */
export function asPerson(ctx: Ctx, person: { id: string; label: string; administrator: boolean }): Ctx {
  return {
    ...ctx,
    actor: {
      personId: person.id,
      personLabel: person.label,
      organisationId: null,
      organisationName: null,
      affiliationId: null,
      roleLabel: null,
      capacity: person.administrator ? "platform_administrator" : "guest",
      powers: [],
      administrator: person.administrator,
      sessionId: null,
    },
  };
}

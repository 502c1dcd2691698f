// SPDX-License-Identifier: AGPL-3.0-or-later
import { takenDecisionsOf } from "~/meetings/index.server";
import { isPublicBody } from "~/registry";
import { listOrganisations } from "~/registry/index.server";
import { listTables } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { formatShortDate } from "~/web/time";

const LONGEST = 100;

/** What the form of an indirizzo offers: the other tables, the public bodies, the decisions that the table took. Third-sector bodies are addressed as a family. */
export async function formChoices(ctx: Ctx, tableId: string) {
  const tables = await listTables(ctx);
  const bodies = await listOrganisations(ctx);
  const decisions = await takenDecisionsOf(ctx, tableId);
  return {
    tables: tables.filter(({ id }) => id !== tableId).map(({ id, name }) => ({ value: id, label: name })),
    bodies: bodies.filter(({ kind }) => isPublicBody(kind)).map(({ id, name }) => ({ value: id, label: name })),
    decisions: decisions.map(({ id, text, heldAt }) => ({ value: id, label: `${formatShortDate(heldAt, ctx.locale)}: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}` })),
  };
}
export type FormChoices = Awaited<ReturnType<typeof formChoices>>;

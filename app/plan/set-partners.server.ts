// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNull } from "drizzle-orm";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { actionPartners } from "~db/plan/schema";
import { organisations } from "~db/registry/schema";

/** Makes these the partners of an action, in the caller's transaction. A body is no partner of itself; unknown or closed bodies are refused. */
export async function setPartners(
  db: Db,
  { actionId, organisationId, partners }: { actionId: string; organisationId: string; partners: string[] },
): Promise<void> {
  const wanted = [...new Set(partners)].filter((id) => id !== organisationId);
  await db.delete(actionPartners).where(eq(actionPartners.actionId, actionId));
  if (wanted.length === 0) return;
  const known = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(inArray(organisations.id, wanted), isNull(organisations.closedAt)));
  if (known.length !== wanted.length) throw problem("invalid", { fields: { partners: "plan.action.partnerUnknown" } });
  await db.insert(actionPartners).values(wanted.map((id) => ({ id: newId(), actionId, organisationId: id })));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { organisations } from "~db/registry/schema";
import { findOrganisation, type Organisation } from "./find-organisation.server";
import { type OrganisationFields, OrganisationInput } from "./organisation";
import { reclassify, update } from "./policy";
import { checkedNow, refuseDuplicate } from "./register-organisation.server";

/** Fields that say what the body is; a body does not change them for itself. */
const CLASSIFYING = ["kind", "etsCategory", "runtsSection", "runtsNumber", "fiscalCode"] as const;
/** Fields that may name a natural person: the act says that they changed, not how. */
const PERSONAL = ["legalRepresentative", "pec"];

/**
 * Changes what is recorded of a body; the act keeps the value before and after of each field that changed. What the
 * body itself changes becomes self-declared, to be checked again; the registry that saves without changes has checked
 * them. Throws `conflict` when the fiscal code is another's.
 */
export async function updateOrganisation(ctx: Ctx, id: string, input: FormData | OrganisationFields): Promise<{ slug: string }> {
  const before = await findOrganisation(ctx, id);
  enforce(update(ctx.actor, before));
  const asRegistry = reclassify(ctx.actor);
  const parsed = parse(OrganisationInput, input);
  const fields = asRegistry.ok ? parsed : { ...parsed, source: "self_declared" as const };
  const changed = changes(before, fields);
  // to fill in what is missing is not to change what the body is
  if (CLASSIFYING.some((field) => field in changed && before[field] !== null)) enforce(asRegistry);
  return ctx.db.tx(async (db) => {
    await refuseDuplicate(db, fields.fiscalCode, before.id);
    const same = Object.keys(changed).length === 0;
    if (same && !asRegistry.ok) return { slug: before.slug };
    await db.update(organisations).set({ ...fields, ...checkedNow(fields.source, ctx) }).where(eq(organisations.id, before.id));
    await record(db, ctx, {
      act: same ? "organisation.checked" : "organisation.changed",
      subject: { kind: "organisation", id: before.id },
      data: { organisationId: before.id, ...(same ? {} : { changed }) },
    });
    return { slug: before.slug };
  });
}

type Fields = z.output<typeof OrganisationInput>;

function changes(before: Organisation, after: Fields): Record<string, { from?: unknown; to?: unknown }> {
  const changed: Record<string, { from?: unknown; to?: unknown }> = {};
  for (const field of Object.keys(after) as (keyof Fields)[]) {
    const [from, to] = [before[field], after[field]];
    if (canonical(from) === canonical(to)) continue;
    changed[field] = PERSONAL.includes(field) ? {} : { from, to };
  }
  return changed;
}

/** Text that is the same for the same value, however the database orders the members of an object. */
function canonical(value: unknown): string {
  if (value && typeof value === "object" && !Array.isArray(value)) {
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify(value ?? null);
}

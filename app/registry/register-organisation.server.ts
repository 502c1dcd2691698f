// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { organisations } from "~db/registry/schema";
import { type OrganisationFields, OrganisationInput, slugOf } from "./organisation";
import { register } from "./policy";

/** Addresses under /enti that are pages, not bodies. */
const RESERVED = ["nuovo", "importa", "esporta", "verifiche", "rappresenta", "richieste"];

/**
 * Enters a body in the registry. `slug` fixes its address; without it the name gives one. A fiscal code that is already
 * there is a `conflict` whose `values` name the record that has it (`name`, `slug`): never a second record.
 */
export async function registerOrganisation(
  ctx: Ctx,
  input: FormData | (OrganisationFields & { slug?: string }),
): Promise<{ id: string; slug: string }> {
  enforce(register(ctx.actor));
  const fields = parse(OrganisationInput, input);
  const wanted = input instanceof FormData ? undefined : input.slug;
  return ctx.db.tx(async (db) => {
    await refuseDuplicate(db, fields.fiscalCode);
    const id = newId();
    const slug = await freeSlug(db, slugOf(wanted ?? fields.name));
    await db.insert(organisations).values({ id, slug, ...fields, ...checkedNow(fields.source, ctx), createdAt: ctx.now });
    const { kind, source } = fields;
    await record(db, ctx, { act: "organisation.registered", subject: { kind: "organisation", id }, data: { organisationId: id, kind, source } });
    return { id, slug };
  });
}

/** Who of the registry checked the data, and when: this person now, if that is where they come from. */
export function checkedNow(source: string, { now, actor }: Pick<Ctx, "now" | "actor">): { checkedAt: Date | null; checkedByPersonId: string | null } {
  return source === "manual_check" ? { checkedAt: now, checkedByPersonId: actor?.personId ?? null } : { checkedAt: null, checkedByPersonId: null };
}

/** Throws `conflict` naming the other body that has this fiscal code. */
export async function refuseDuplicate(db: Db, fiscalCode: string | null, ownId?: string): Promise<void> {
  if (!fiscalCode) return;
  const other = one(
    await db
      .select({ id: organisations.id, name: organisations.name, slug: organisations.slug })
      .from(organisations)
      .where(eq(organisations.fiscalCode, fiscalCode)),
  );
  if (other && other.id !== ownId) {
    const { name, slug } = other;
    throw problem("conflict", { because: "registry.fiscalCode.taken", values: { name, slug }, fields: { fiscalCode: "registry.fiscalCode.takenHere" } });
  }
}

/** A slug that is nobody's, near the wanted one. */
export async function freeSlug(db: Db, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    const taken = one(await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug)));
    if (!taken && !RESERVED.includes(slug)) return slug;
  }
}

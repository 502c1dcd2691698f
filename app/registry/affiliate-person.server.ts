// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { affiliations } from "~db/registry/schema";
import { type AffiliationFields, AffiliationInput } from "./affiliation";
import { findOrganisation } from "./find-organisation.server";
import { affiliate } from "./policy";

/**
 * Ties a person to a body in a capacity, with powers, from an instant. Throws `conflict` when the person already acts
 * for the body in that capacity in the same days: end that first, and begin anew.
 */
export async function affiliatePerson(ctx: Ctx, input: AffiliationFields): Promise<{ affiliationId: string }> {
  const fields = parse(AffiliationInput, input);
  const body = await findOrganisation(ctx, fields.organisationId);
  enforce(affiliate(ctx.actor, body, fields));
  return ctx.db.tx((db) => beginAffiliation(db, ctx, { ...fields, organisationId: body.id }));
}

/** The change itself, inside a transaction, once somebody entitled has said yes: here and now, or with an invitation. */
export async function beginAffiliation(db: Db, ctx: Ctx, given: z.output<typeof AffiliationInput>): Promise<{ affiliationId: string }> {
  const { evidence = null, validTo = null, validFrom = ctx.now, ...fields } = given;
  const person = one(await db.select().from(persons).where(eq(persons.id, fields.personId)));
  if (!person || person.closedAt) throw problem("missing", { because: "registry.affiliation.noPerson" });
  const same = await db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(
      and(
        eq(affiliations.personId, fields.personId),
        eq(affiliations.organisationId, fields.organisationId),
        eq(affiliations.capacity, fields.capacity),
        or(isNull(affiliations.validTo), gt(affiliations.validTo, validFrom)),
        validTo ? lt(affiliations.validFrom, validTo) : undefined,
      ),
    );
  if (same.length > 0) throw problem("conflict", { because: "registry.affiliation.already" });
  const affiliationId = newId();
  const row = { ...fields, validFrom, validTo };
  await db.insert(affiliations).values({ id: affiliationId, ...row, evidence });
  const { roleLabel: _ofPerson, ...ids } = row;
  await record(db, ctx, { act: "affiliation.begun", subject: { kind: "organisation", id: fields.organisationId }, data: { affiliationId, ...ids } });
  return { affiliationId };
}

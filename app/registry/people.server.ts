// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { Capacity, Power } from "~/identity";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { inForce } from "~/web/time";
import { persons } from "~db/identity/schema";
import { affiliations } from "~db/registry/schema";
import { rolesArePublic, seePeople } from "./policy";

export type PersonOfBody = {
  affiliationId: string;
  /** Null where the viewer may know the role but not the person. */
  personId: string | null;
  personLabel: string | null;
  roleLabel: string;
  capacity: Capacity;
  powers: Power[];
  validFrom: Date;
  validTo: Date | null;
  current: boolean;
};

/**
 * The people of a body as the viewer may know them: all, past included, for the registry and the body's own people; the
 * roles in force for a public body; nobody otherwise.
 */
export async function peopleOf(ctx: Pick<Ctx, "db" | "actor" | "now">, body: { id: string; kind: string }): Promise<PersonOfBody[]> {
  const byName = seePeople(ctx.actor, body).ok;
  if (!byName && !rolesArePublic(body)) return [];
  const rows = await ctx.db.read
    .select({ held: affiliations, personLabel: persons.label })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(eq(affiliations.organisationId, body.id))
    .orderBy(desc(affiliations.validFrom), asc(affiliations.id));
  return rows
    .map(({ held, personLabel }) => ({
      affiliationId: held.id,
      personId: byName ? held.personId : null,
      personLabel: byName ? personLabel : null,
      roleLabel: held.roleLabel,
      capacity: held.capacity as Capacity,
      powers: byName ? (held.powers as Power[]) : [],
      validFrom: held.validFrom,
      validTo: held.validTo,
      current: inForce(held, ctx.now),
    }))
    .filter(({ current }) => byName || current)
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Who could do what for a body at an instant, by the dates of then. For who may see its people by name. */
export async function peopleAt(ctx: Pick<Ctx, "db" | "actor">, body: { id: string }, at: Date): Promise<{ affiliationId: string; personLabel: string; roleLabel: string; capacity: Capacity; powers: Power[] }[]> {
  enforce(seePeople(ctx.actor, body));
  const rows = await ctx.db.read
    .select({ held: affiliations, personLabel: persons.label })
    .from(affiliations)
    .innerJoin(persons, and(eq(persons.id, affiliations.personId), or(isNull(persons.closedAt), gt(persons.closedAt, at))))
    .where(eq(affiliations.organisationId, body.id))
    .orderBy(asc(persons.label));
  return rows
    .filter(({ held }) => inForce(held, at))
    .map(({ held, personLabel }) => ({ affiliationId: held.id, personLabel, roleLabel: held.roleLabel, capacity: held.capacity as Capacity, powers: held.powers as Power[] }));
}

/** The affiliations of a body in force at an instant whose person may speak for it. Whoever calls has checked who may see them. */
export async function mayBeSent(ctx: Pick<Ctx, "db">, organisationId: string, at: Date): Promise<{ affiliationId: string; personLabel: string; roleLabel: string }[]> {
  const rows = await ctx.db.read
    .select({ held: affiliations, personLabel: persons.label })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(eq(affiliations.organisationId, organisationId))
    .orderBy(asc(affiliations.roleLabel));
  return rows
    .filter(({ held }) => inForce(held, at) && held.powers.includes("speak"))
    .map(({ held, personLabel }) => ({ affiliationId: held.id, personLabel, roleLabel: held.roleLabel }));
}

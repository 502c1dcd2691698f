// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Actor, Capacity, Power } from "~/identity";
import { type Sessions, sessionHash } from "~/identity/index.server";
import { type Database, one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { affiliations, organisations } from "~db/registry/schema";

export type Voice = {
  affiliationId: string;
  organisationId: string;
  organisationName: string;
  organisationSlug: string;
  organisationKind: string;
  capacity: Capacity;
  roleLabel: string;
  powers: Power[];
  validFrom: Date;
  /** Exclusive; null while no end is set. */
  validTo: Date | null;
};

/** The bodies for which a person may speak at an instant, by name. */
export async function voicesOf(db: Database, personId: string, at: Date): Promise<Voice[]> {
  const rows = await db.read
    .select({
      affiliationId: affiliations.id,
      organisationId: organisations.id,
      organisationName: organisations.name,
      organisationSlug: organisations.slug,
      organisationKind: organisations.kind,
      capacity: affiliations.capacity,
      roleLabel: affiliations.roleLabel,
      powers: affiliations.powers,
      validFrom: affiliations.validFrom,
      validTo: affiliations.validTo,
    })
    .from(affiliations)
    .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
    .where(
      and(
        eq(affiliations.personId, personId),
        lte(affiliations.validFrom, at),
        or(isNull(affiliations.validTo), gt(affiliations.validTo, at)),
        isNull(organisations.closedAt),
      ),
    )
    .orderBy(asc(organisations.name));
  return rows as Voice[];
}

/**
 * Who speaks in a session: the person, for the body chosen with "Stai parlando per…". With a single affiliation in
 * force there is nothing to choose. A choice that is no longer in force falls away: the person speaks for nobody.
 */
export async function actorOfSession(
  db: Database,
  sessions: Sessions,
  sessionId: string | null,
  now: Date,
): Promise<{ actor: Actor | null; setCookie: string | null }> {
  if (!sessionId) return { actor: null, setCookie: null };
  const { session, user } = await sessions.validateSession(sessionId);
  if (!session || user.closedAt) return { actor: null, setCookie: sessions.createBlankSessionCookie().serialize() };
  const voices = await voicesOf(db, user.id, now);
  const chosen = voices.find((voice) => voice.affiliationId === session.affiliationId);
  const voice = chosen ?? (voices.length === 1 && !session.affiliationId ? voices[0] : undefined);
  const actor = speaking(user, voice, sessionHash(session.id));
  return { actor, setCookie: session.fresh ? sessions.createSessionCookie(session.id).serialize() : null };
}

/** A person as they may act at an instant with a given affiliation; without one, or when it has ended, for no body. */
export async function actorWith(db: Database, personId: string, affiliationId: string | null, now: Date): Promise<Actor | null> {
  const person = one(await db.read.select().from(persons).where(eq(persons.id, personId)));
  if (!person || person.closedAt) return null;
  const voice = (await voicesOf(db, personId, now)).find((own) => own.affiliationId === affiliationId);
  return speaking(person, voice, null);
}

function speaking(person: { id: string; label: string; administrator: boolean }, voice: Voice | undefined, sessionId: string | null): Actor {
  return {
    personId: person.id,
    personLabel: person.label,
    organisationId: voice?.organisationId ?? null,
    organisationName: voice?.organisationName ?? null,
    affiliationId: voice?.affiliationId ?? null,
    roleLabel: voice?.roleLabel ?? null,
    capacity: voice?.capacity ?? (person.administrator ? "platform_administrator" : "guest"),
    powers: voice?.powers ?? [],
    administrator: person.administrator,
    sessionId,
  };
}

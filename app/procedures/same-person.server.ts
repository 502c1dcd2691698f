// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { applicationPartners, applications } from "~db/procedures/schema";
import { affiliations } from "~db/registry/schema";

type Declared = { applicationId: string; personId: string };

/** Who declared for which application: the persons who confirmed the part of a body. */
async function declaredIn(db: Db, where: ReturnType<typeof and>): Promise<Declared[]> {
  return db
    .select({ applicationId: applicationPartners.applicationId, personId: affiliations.personId })
    .from(applicationPartners)
    .innerJoin(applications, eq(applications.id, applicationPartners.applicationId))
    .innerJoin(affiliations, eq(affiliations.id, applicationPartners.confirmedByAffiliationId))
    .where(and(eq(applicationPartners.state, "accepted"), isNotNull(applicationPartners.confirmedAt), where));
}

/**
 * Whether somebody who declares in this application, or `personId` who is about to send it, has also declared in another one already sent for
 * the same notice. Two bodies of one application may have the same voice: they do not compete.
 */
export async function competesWithItself(db: Db, application: { id: string; procedureId: string }, personId: string | null): Promise<boolean> {
  const own = new Set((await declaredIn(db, eq(applications.id, application.id))).map((each) => each.personId));
  if (personId) own.add(personId);
  const others = await declaredIn(db, and(eq(applications.procedureId, application.procedureId), ne(applications.id, application.id), ne(applications.state, "draft")));
  return others.some((each) => own.has(each.personId));
}

/** Of these applications, those in which somebody declares who also declares in another of them. */
export async function withSamePerson(db: Db, applicationIds: string[]): Promise<Set<string>> {
  if (applicationIds.length < 2) return new Set();
  const all = await declaredIn(db, inArray(applications.id, applicationIds));
  return new Set(all.filter(({ applicationId, personId }) => all.some((other) => other.personId === personId && other.applicationId !== applicationId)).map(({ applicationId }) => applicationId));
}

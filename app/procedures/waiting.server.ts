// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, count, eq, gte, inArray, lt, lte } from "drizzle-orm";
import { can } from "~/identity";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { truncateToSecond } from "~/web/time";
import type { Waiting } from "~/web/waiting";
import { applicationPartners, applications, procedures } from "~db/procedures/schema";

/** Invitations to answer, applications to complete and, for the office, those to examine once the term has passed. */
export async function waiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor } = ctx;
  if (!actor?.organisationId) return [];
  return [...(await waitingForBody(ctx, actor.organisationId)), ...(can(actor, "manage_procedures") ? await waitingForOffice(ctx, actor.organisationId) : [])];
}

async function waitingForBody({ db, now }: Ctx, organisationId: string): Promise<Waiting[]> {
  const rows = await db.read
    .select({ id: applications.id, title: applications.title, part: applicationPartners.state, procedure: procedures.title, due: procedures.closesAt })
    .from(applicationPartners)
    .innerJoin(applications, eq(applications.id, applicationPartners.applicationId))
    .innerJoin(procedures, eq(procedures.id, applications.procedureId))
    .where(
      and(
        eq(applicationPartners.organisationId, organisationId),
        inArray(applicationPartners.state, ["invited", "accepted"]),
        eq(applications.state, "draft"),
        eq(procedures.state, "published"),
        lte(procedures.opensAt, now),
        gte(procedures.closesAt, truncateToSecond(now)),
      ),
    )
    .orderBy(asc(procedures.closesAt));
  return rows.map(({ id, title, part, procedure, due }) => ({
    id: `application-${id}`,
    says: part === "invited" ? "procedures.waiting.invitation" : "procedures.waiting.complete",
    values: { title, procedure },
    to: paths.application(id),
    due,
  }));
}

async function waitingForOffice({ db, now }: Ctx, organisationId: string): Promise<Waiting[]> {
  const rows = await db.read
    .select({ id: procedures.id, title: procedures.title, n: count() })
    .from(applications)
    .innerJoin(procedures, eq(procedures.id, applications.procedureId))
    .where(
      and(
        eq(procedures.organisationId, organisationId),
        inArray(procedures.state, ["published", "closed", "admissibility"]),
        // "past" at second precision: the whole second of the term is still open
        lt(procedures.closesAt, truncateToSecond(now)),
        eq(applications.state, "submitted"),
      ),
    )
    .groupBy(procedures.id, procedures.title);
  return rows.map(({ id, title, n }) => ({
    id: `examine-${id}`, says: "procedures.waiting.examine", values: { count: n, procedure: title }, to: paths.receivedApplications(id), due: null,
  }));
}

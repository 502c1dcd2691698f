// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { enrolmentWarning } from "~/registry";
import { organisationsByIds, warnedAmong } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { applicationDecisions, applicationOpenings, applicationReceipts, applications } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { accepted, findApplication, type Folder } from "./application-rows.server";
import type { ApplicationPackage } from "./package";
import { mayManage } from "./policy";
import { loadProcedure } from "./procedure-rows.server";
import { withSamePerson } from "./same-person.server";

/** The applications received, in the order of receipt, for the responsible office. Before the term has passed nobody gets a list or a number. */
export async function listReceived(ctx: Ctx, procedureId: string) {
  const db = ctx.db.read;
  const dossier = await loadProcedure(db, procedureId, ctx.now);
  enforce(mayManage(ctx.actor, dossier.procedure));
  if (dossier.window !== "past") throw problem("forbidden", { because: "procedures.refusal.sealedList" });
  const rows = await db
    .select({
      id: applications.id, title: applications.title, state: applications.state, leadName: organisations.name, leadId: organisations.id,
      number: applicationReceipts.number, receivedAt: applicationReceipts.receivedAt,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.leadOrganisationId))
    .innerJoin(applicationReceipts, and(eq(applicationReceipts.applicationId, applications.id), isNull(applicationReceipts.withdrawnAt)))
    .where(and(eq(applications.procedureId, procedureId), ne(applications.state, "draft")))
    .orderBy(asc(applicationReceipts.receivedAt), asc(applicationReceipts.sequence));
  const ids = rows.map(({ id }) => id);
  const opened = ids.length === 0 ? [] : await db.select({ id: applicationOpenings.applicationId }).from(applicationOpenings).where(inArray(applicationOpenings.applicationId, ids));
  const same = await withSamePerson(db, ids);
  const warned = await warnedAmong(ctx, rows.map(({ leadId }) => leadId));
  return { dossier, received: rows.map(({ leadId, ...row }) => ({ ...row, standing: warned[leadId], samePerson: same.has(row.id), opened: opened.some(({ id }) => id === row.id) })) };
}

/**
 * Opens a received application: exactly the package that was sent. The first time a person of the office does it is an
 * act and stays in the register of readers. Partners read their own without leaving a trace.
 */
export async function openReceived(ctx: Ctx, applicationId: string) {
  const folder = await findApplication(ctx, applicationId);
  const db = ctx.db.read;
  const receipt = one(
    await db.select().from(applicationReceipts).where(and(eq(applicationReceipts.applicationId, applicationId), isNull(applicationReceipts.withdrawnAt))),
  );
  if (!receipt) throw problem("missing", { because: "procedures.refusal.notSent" });
  const affiliationId = ctx.actor?.affiliationId;
  if (!folder.own && affiliationId) await leaveTrace(ctx, { applicationId, affiliationId, procedureId: folder.application.procedureId });
  const decisions = await db.select().from(applicationDecisions).where(eq(applicationDecisions.applicationId, applicationId)).orderBy(desc(applicationDecisions.at), desc(applicationDecisions.id));
  return { folder, receipt, decisions, content: JSON.parse(receipt.packageBytes.toString("utf8")) as ApplicationPackage };
}

/** The partners that today are no longer in the RUNTS: what they sent stays valid, but no agreement is signed with them. */
export async function notEnrolledToday(ctx: Pick<Ctx, "db">, folder: Pick<Folder, "partners">) {
  const bodies = await organisationsByIds(ctx, accepted(folder.partners).map(({ organisationId }) => organisationId));
  return [...bodies.values()].filter((body) => enrolmentWarning(body)).map(({ name, slug, kind, enrolment, enrolmentFrom }) => ({ name, slug, kind, enrolment, enrolmentFrom }));
}

async function leaveTrace(ctx: Ctx, { applicationId, affiliationId, procedureId }: { applicationId: string; affiliationId: string; procedureId: string }): Promise<void> {
  const before = and(eq(applicationOpenings.applicationId, applicationId), eq(applicationOpenings.affiliationId, affiliationId));
  if (one(await ctx.db.read.select({ id: applicationOpenings.id }).from(applicationOpenings).where(before))) return;
  await ctx.db.tx(async (db) => {
    if (one(await db.select({ id: applicationOpenings.id }).from(applicationOpenings).where(before))) return;
    await db.insert(applicationOpenings).values({ id: newId(), applicationId, procedureId, affiliationId, at: ctx.now });
    await record(db, ctx, { act: "application.opened", subject: { kind: "application", id: applicationId }, data: { procedureId } });
  });
}

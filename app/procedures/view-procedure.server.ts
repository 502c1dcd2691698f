// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, ne } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { applicationDecisions, applicationPartners, applications } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { type OfficeEvent, officeEvents } from "./advance-procedure.server";
import { hiddenStates } from "./list-procedures.server";
import { missingFor, type ProcedureEvent, stepOf } from "./machine";
import { lintNotice } from "./notice-lint";
import { objectivesToChoose } from "./objectives.server";
import { mayApply, mayManage } from "./policy";
import { type Dossier, factsOf, guarded, loadProcedure } from "./procedure-rows.server";

/** A procedure for its page: what everybody sees, and what the responsible office may do next or still lacks. */
export async function viewProcedure(ctx: Ctx, id: string) {
  const db = ctx.db.read;
  const dossier = await loadProcedure(db, id, ctx.now);
  const office = mayManage(ctx.actor, dossier.procedure).ok;
  if (hiddenStates.includes(dossier.state) && !office) throw problem("missing");
  return {
    dossier,
    office: office ? await officeView(ctx, dossier) : null,
    applicant: await applicantView(ctx, dossier),
    admitted: await admittedOf(ctx, dossier),
    now: ctx.now,
  };
}

/** The steps that exist now, each with what it lacks; counts only once the term has passed. */
async function officeView(ctx: Ctx, dossier: Dossier) {
  const objectivesExist = (await objectivesToChoose(ctx)).length > 0;
  const facts = await factsOf(ctx.db.read, dossier, { now: ctx.now, objectivesExist, reason: "-" });
  const { kind } = dossier.procedure;
  const exists = (event: ProcedureEvent) => stepOf(kind, dossier.state, event) !== undefined;
  const next = (["publish", "open_admissibility", "declare_deserted", "approve_admissions"] as const)
    .filter(exists)
    .map((event) => ({ event, lacks: missingFor(kind, dossier.state, event, facts) }));
  return {
    next,
    warnings: lintNotice(dossier.notice.content),
    received: facts.received,
    mayRevoke: exists("revoke"),
    mayCorrect: dossier.state === "published",
    mayExtend: exists("extend") && !facts.opened,
    mayWrite: ["initiated", "notice_draft"].includes(dossier.state),
    buttons: officeEvents.filter((event: OfficeEvent) => event !== "revoke" && exists(event)),
  };
}

/** What a person who speaks for a body may do about this notice: begin, go on, answer an invitation. */
async function applicantView(ctx: Ctx, dossier: Dossier) {
  const { actor, now } = ctx;
  if (!actor?.organisationId) return null;
  const db = ctx.db.read;
  const body = one(await db.select({ kind: organisations.kind }).from(organisations).where(eq(organisations.id, actor.organisationId)));
  const mine = await db
    .select({ id: applications.id, title: applications.title, state: applications.state, part: applicationPartners.state, role: applicationPartners.role })
    .from(applicationPartners)
    .innerJoin(applications, eq(applications.id, applicationPartners.applicationId))
    .where(and(eq(applications.procedureId, dossier.procedure.id), eq(applicationPartners.organisationId, actor.organisationId), ne(applicationPartners.state, "left"), ne(applicationPartners.state, "declined")))
    .orderBy(asc(applications.createdAt));
  const mayBegin = mayApply(actor, guarded(dossier), { onlyEts: dossier.notice.content.onlyEts, bodyKind: body?.kind ?? null, now });
  return { mine, mayBegin };
}

/** Once the office has approved the checks the bodies admitted are public; the excluded are told in person. */
async function admittedOf(ctx: Ctx, { procedure, state }: Dossier): Promise<string[]> {
  if (!["admitted", "admitted_to_evaluation"].includes(state)) return [];
  const rows = await ctx.db.read
    .selectDistinct({ name: organisations.name })
    .from(applications)
    .innerJoin(applicationDecisions, eq(applicationDecisions.applicationId, applications.id))
    .innerJoin(organisations, eq(organisations.id, applications.leadOrganisationId))
    .where(and(eq(applications.procedureId, procedure.id), eq(applications.state, "admitted")))
    .orderBy(asc(organisations.name));
  return rows.map(({ name }) => name);
}

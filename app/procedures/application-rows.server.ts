// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { applicationPartners, applications, budgetCosts, budgetResources } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import type { Budget, CostLine, ResourceLine } from "./budget";
import { partDigest } from "./part-digest.server";
import { isStaff, mayReadApplication, type Part } from "./policy";
import { type Dossier, guarded, loadProcedure } from "./procedure-rows.server";

export type ApplicationRow = typeof applications.$inferSelect;
export type PartnerRow = Omit<typeof applicationPartners.$inferSelect, "applicationId"> & { name: string; fiscalCode: string | null; kind: string; confirmed: boolean };
export type Folder = { application: ApplicationRow; dossier: Dossier; partners: PartnerRow[]; budget: Budget; part: Part; own: PartnerRow | null };

/** Bodies that count now: the invited and those that accepted. */
export const present = (partners: PartnerRow[]) => partners.filter(({ state }) => state === "invited" || state === "accepted");
/** Bodies that make up the application. */
export const accepted = (partners: PartnerRow[]) => partners.filter(({ state }) => state === "accepted");

/** An application with all that belongs to it; undefined when there is none. Asks nobody's permission. */
export async function loadApplication(db: Db, ctx: Pick<Ctx, "actor" | "now">, id: string): Promise<Folder | undefined> {
  const application = one(await db.select().from(applications).where(eq(applications.id, id)));
  if (!application) return undefined;
  const dossier = await loadProcedure(db, application.procedureId, ctx.now);
  const rows = await db
    .select({ partner: applicationPartners, name: organisations.name, fiscalCode: organisations.fiscalCode, kind: organisations.kind })
    .from(applicationPartners)
    .innerJoin(organisations, eq(organisations.id, applicationPartners.organisationId))
    .where(eq(applicationPartners.applicationId, id))
    .orderBy(asc(applicationPartners.invitedAt), asc(applicationPartners.id));
  const counted = rows.filter(({ partner }) => partner.state === "accepted").map(({ partner }) => partner.id);
  const budget = await loadBudget(db, counted);
  const partners = rows.map(({ partner, ...body }) => ({
    ...partner, ...body,
    confirmed: partner.confirmedDigest !== null && partner.confirmedDigest === partDigest(partner, budget),
  }));
  const own = present(partners).find(({ organisationId }) => organisationId === ctx.actor?.organisationId) ?? null;
  return { application, dossier, partners, budget, own, part: own && { role: own.role, state: own.state as "invited" | "accepted" } };
}

/** The lines of the given partners, in the order in which they were written. Lines of bodies that left stay but do not count. */
async function loadBudget(db: Db, partnerIds: string[]): Promise<Budget> {
  if (partnerIds.length === 0) return { costs: [], resources: [] };
  const costs = await db
    .select({ partnerId: budgetCosts.partnerId, action: budgetCosts.action, category: budgetCosts.category, year: budgetCosts.year, resourceClass: budgetCosts.resourceClass, amount: budgetCosts.amount })
    .from(budgetCosts).where(inArray(budgetCosts.partnerId, partnerIds)).orderBy(asc(budgetCosts.position));
  const resources = await db
    .select({ partnerId: budgetResources.partnerId, resourceClass: budgetResources.resourceClass, source: budgetResources.source, year: budgetResources.year, amount: budgetResources.amount })
    .from(budgetResources).where(inArray(budgetResources.partnerId, partnerIds)).orderBy(asc(budgetResources.position));
  return { costs: costs as CostLine[], resources: resources as ResourceLine[] };
}

/**
 * The application, for whoever may read all of it. Others find nothing (`missing`, also when they were only invited);
 * staff get a reasoned `forbidden` that is the same whether or not there is an application under the id.
 */
export async function findApplication(ctx: Ctx, id: string, db: Db = ctx.db.read): Promise<Folder> {
  const folder = await loadApplication(db, ctx, id);
  const decision = mayReadApplication(ctx.actor, {
    procedure: folder ? guarded(folder.dossier) : null,
    part: folder?.part ?? null,
    state: folder?.application.state ?? "draft",
    now: ctx.now,
  });
  if (folder && decision.ok) return folder;
  if (!ctx.actor) throw problem("unauthenticated");
  if (isStaff(ctx.actor)) enforce(decision);
  throw problem("missing", { because: "procedures.refusal.notYourApplication" });
}

/** As `findApplication`, for a body that takes part: the office reads what was received elsewhere. */
export async function findOwnApplication(ctx: Ctx, id: string, db: Db = ctx.db.read): Promise<Folder & { own: PartnerRow }> {
  const folder = await findApplication(ctx, id, db);
  const { own } = folder;
  if (!own) throw problem("missing", { because: "procedures.refusal.notYourApplication" });
  return { ...folder, own };
}

/** What a body learns before it answers an invitation: who asks, for what. */
export async function findInvitation(ctx: Ctx, id: string, db: Db = ctx.db.read): Promise<(Folder & { own: PartnerRow }) | null> {
  const folder = ctx.actor ? await loadApplication(db, ctx, id) : undefined;
  return folder?.own?.state === "invited" ? { ...folder, own: folder.own } : null;
}

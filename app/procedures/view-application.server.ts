// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq } from "drizzle-orm";
import { warnedAmong } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { applicationDecisions, applicationReceipts } from "~db/procedures/schema";
import { type Folder, findOwnApplication } from "./application-rows.server";
import { type BudgetTerms, budgetProblems, totalsOf } from "./budget";
import { type ToDo, toDo } from "./checklist";
import { type NoticeContent, publicTotal } from "./notice";
import { isOpen, mayConfirm, mayLead, maySubmit, mayWorkOn } from "./policy";
import { guarded } from "./procedure-rows.server";
import { projectText } from "./project-form.server";
import { writtenText } from "./project-template";

/** What the notice in force asks of the economic plan. */
export function termsOf(notice: NoticeContent): BudgetTerms {
  const { coFinancingMinShare: minShare, coFinancingBase: base } = notice;
  return { publicCents: publicTotal(notice), coFinancing: minShare > 0 ? { minShare, base } : null };
}

/** All that is still to do in an application, as it is stored now. */
export async function stillToDo(ctx: Pick<Ctx, "db">, { application, dossier, partners, budget }: Folder): Promise<{ list: ToDo[]; content: unknown }> {
  const content = await projectText(ctx, application.documentId);
  const list = toDo(dossier.procedure.kind, { partners, budget, terms: termsOf(dossier.notice.content), written: writtenText(content) });
  return { list, content };
}

export type ApplicationView = Awaited<ReturnType<typeof viewApplication>>;

/** An application as the bodies that write it see it: what is to do, what was sent, what was decided, what the viewer may do. */
export async function viewApplication(ctx: Ctx, id: string) {
  const folder = await findOwnApplication(ctx, id);
  const { application, dossier, partners, budget, part, own } = folder;
  const { list, content } = await stillToDo(ctx, folder);
  const { procedure, notice, window } = dossier;
  const receipts = await ctx.db.read
    .select({ number: applicationReceipts.number, receivedAt: applicationReceipts.receivedAt, packageSha256: applicationReceipts.packageSha256, withdrawnAt: applicationReceipts.withdrawnAt })
    .from(applicationReceipts)
    .where(eq(applicationReceipts.applicationId, id))
    .orderBy(desc(applicationReceipts.receivedAt), desc(applicationReceipts.sequence));
  const [decision] = await ctx.db.read.select().from(applicationDecisions).where(eq(applicationDecisions.applicationId, id)).orderBy(desc(applicationDecisions.at), desc(applicationDecisions.id)).limit(1);
  const facts = { part, state: application.state };
  const warned = await warnedAmong(ctx, partners.map(({ organisationId }) => organisationId));
  const open = isOpen(guarded(dossier), ctx.now);
  return {
    id, title: application.title, state: application.state, documentId: application.documentId, budgetVersion: application.budgetVersion,
    procedure: { id: procedure.id, code: procedure.code, kind: procedure.kind, title: procedure.title, closesAt: procedure.closesAt, window, organisationName: dossier.organisationName },
    partners: partners.map(({ id: partnerId, organisationId, name, role, state, share, confirmed, confirmedAt, declaration, leftReason }) => ({
      id: partnerId, organisationId, name, role, state, share, confirmed, confirmedAt, declaration, leftReason, standing: warned[organisationId],
    })),
    own: { id: own.id, name: own.name, role: own.role, share: own.share, confirmed: own.confirmed, confirmedAt: own.confirmedAt, declaration: own.declaration },
    budget, totals: totalsOf(budget), terms: termsOf(notice.content), samePerson: notice.content.samePerson,
    problems: procedure.kind === "co_design" ? budgetProblems(budget, termsOf(notice.content)) : [],
    todo: list, project: content,
    receipt: receipts.find(({ withdrawnAt }) => withdrawnAt === null) ?? null,
    earlierReceipts: receipts.filter(({ withdrawnAt }) => withdrawnAt !== null),
    decision: decision ? { outcome: decision.outcome, reason: decision.reason, at: decision.at } : null,
    now: ctx.now,
    abilities: {
      work: mayWorkOn(ctx.actor, facts), lead: mayLead(ctx.actor, facts), confirm: mayConfirm(ctx.actor, facts), submit: maySubmit(ctx.actor, facts), open,
    },
  };
}

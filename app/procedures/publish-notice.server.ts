// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { procedureNotices, procedures } from "~db/procedures/schema";
import { move } from "./move.server";
import type { NoticeContent } from "./notice";
import { objectivesToChoose } from "./objectives.server";
import { mayManage } from "./policy";
import { type Dossier, factsOf, loadProcedure } from "./procedure-rows.server";

/** Publishes the draft as version 1. From now on everybody reads it and the term is the server's. */
export async function publishNotice(ctx: Ctx, { procedureId }: { procedureId: string }): Promise<void> {
  await newVersion(ctx, { procedureId, event: "publish", occasion: "publication", reason: null, change: (content) => content });
}

/** Corrects a published notice: a new version beside the old one, with the reason. The term does not move here. */
export async function correctNotice(ctx: Ctx, { procedureId, content, reason }: { procedureId: string; content: NoticeContent; reason: string }): Promise<void> {
  await newVersion(ctx, {
    procedureId, event: "correct", occasion: "correction", reason,
    change: (old) => ({ ...content, opensAt: old.opensAt, closesAt: old.closesAt, questionsUntil: old.questionsUntil }),
  });
}

/** Moves the term for everybody (proroga), with the reason: a new version of the notice. Never earlier than it was. */
export async function extendDeadline(ctx: Ctx, { procedureId, closesAt, reason }: { procedureId: string; closesAt: Date; reason: string }): Promise<void> {
  await newVersion(ctx, {
    procedureId, event: "extend", occasion: "extension", reason, newClosesAt: closesAt,
    change: (old) => ({ ...old, closesAt: closesAt.toISOString() }),
  });
}

type Change = {
  procedureId: string;
  event: "publish" | "correct" | "extend";
  occasion: "publication" | "correction" | "extension";
  reason: string | null;
  newClosesAt?: Date;
  change: (content: NoticeContent) => NoticeContent;
};

async function newVersion(ctx: Ctx, { procedureId, event, occasion, reason, newClosesAt, change }: Change): Promise<void> {
  const objectivesExist = (await objectivesToChoose(ctx)).length > 0;
  await ctx.db.tx(async (db) => {
    const dossier = await loadProcedure(db, procedureId, ctx.now);
    enforce(mayManage(ctx.actor, dossier.procedure));
    const affiliationId = ctx.actor?.affiliationId;
    if (!affiliationId) throw problem("forbidden");
    const content = change(dossier.notice.content);
    const facts = await factsOf(db, dossier, { now: ctx.now, content, reason, newClosesAt: newClosesAt ?? null, objectivesExist });
    const version = dossier.notice.version + 1;
    await move(db, ctx, dossier, { event, facts, data: { version, closesAt: content.closesAt } });
    await db.insert(procedureNotices).values({ id: newId(), procedureId, version, occasion, content, reason, savedAt: ctx.now, savedByAffiliationId: affiliationId });
    await setTerm(db, dossier, content);
  });
}

/** The columns that decide who is in time repeat the notice in force. */
async function setTerm(db: Db, { procedure }: Dossier, { opensAt, closesAt }: NoticeContent): Promise<void> {
  await db
    .update(procedures)
    .set({ opensAt: opensAt ? new Date(opensAt) : null, closesAt: closesAt ? new Date(closesAt) : null })
    .where(eq(procedures.id, procedure.id));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, count, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { applicationOpenings, applicationReceipts, applications, procedureNotices, procedures, procedureTransitions } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import { windowAt } from "./deadline";
import { type Facts, type State, stateAt } from "./machine";
import { type NoticeContent, noticeLacks } from "./notice";
import { lintNotice } from "./notice-lint";

export type ProcedureRow = typeof procedures.$inferSelect;
export type NoticeRow = Omit<typeof procedureNotices.$inferSelect, "content"> & { content: NoticeContent };
export type Dossier = Awaited<ReturnType<typeof loadProcedure>>;

/** A procedure with its body, table, notice versions (newest first, the draft last) and transitions; `missing` when it is not there. */
export async function loadProcedure(db: Db, id: string, now: Date) {
  const row = one(
    await db
      .select({ procedure: procedures, organisationName: organisations.name, organisationSlug: organisations.slug, tableName: workingTables.name, tableSlug: workingTables.slug })
      .from(procedures)
      .innerJoin(organisations, eq(organisations.id, procedures.organisationId))
      .leftJoin(workingTables, eq(workingTables.id, procedures.tableId))
      .where(eq(procedures.id, id)),
  );
  if (!row) throw problem("missing");
  const { procedure, ...names } = row;
  const versions = (await db.select().from(procedureNotices).where(eq(procedureNotices.procedureId, id)).orderBy(desc(procedureNotices.version))) as unknown as NoticeRow[];
  const transitions = await db.select().from(procedureTransitions).where(eq(procedureTransitions.procedureId, id)).orderBy(asc(procedureTransitions.at), asc(procedureTransitions.id));
  const window = windowAt(procedure, now);
  const notice = versions[0];
  if (!notice) throw problem("missing");
  return { ...names, procedure, versions, transitions, notice, window, state: stateAt(procedure.state as State, window) };
}

/** The part of a dossier that the policies look at. */
export const guarded = ({ procedure, state }: Pick<Dossier, "procedure" | "state">) => ({
  organisationId: procedure.organisationId,
  state,
  opensAt: procedure.opensAt,
  closesAt: procedure.closesAt,
});

/** What the guards of the machine need to know. Nothing is counted before the term has passed. */
export async function factsOf(
  db: Db,
  dossier: Dossier,
  { now, content = dossier.notice.content, reason = null, newClosesAt, objectivesExist }: { now: Date; content?: NoticeContent; reason?: string | null; newClosesAt?: Date | null; objectivesExist: boolean },
): Promise<Facts> {
  const { procedure, window, transitions } = dossier;
  const published = transitions.find(({ event }) => event === "publish")?.at;
  const past = window === "past";
  return {
    noticeLacks: noticeLacks(procedure.kind, content, { now, publishedAt: published ?? now, objectives: procedure.objectives.length, objectivesExist }),
    noticeWarnings: lintNotice(content).length,
    justified: content.justification !== "",
    window,
    received: past ? await countOf(db, procedure.id, false) : null,
    undecided: past ? await countOf(db, procedure.id, true) : null,
    opened: (await db.select({ id: applicationOpenings.id }).from(applicationOpenings).where(eq(applicationOpenings.procedureId, procedure.id)).limit(1)).length > 0,
    reason,
    later: !!newClosesAt && !!procedure.closesAt && newClosesAt > procedure.closesAt && newClosesAt > now,
  };
}

async function countOf(db: Db, procedureId: string, undecidedOnly: boolean): Promise<number> {
  const state = undecidedOnly ? eq(applications.state, "submitted") : ne(applications.state, "draft");
  return one(await db.select({ n: count() }).from(applications).where(and(eq(applications.procedureId, procedureId), state)))?.n ?? 0;
}

/** The receipt in force of each of the applications. */
export async function receiptsInForce(db: Db, applicationIds: string[]) {
  if (applicationIds.length === 0) return [];
  return db
    .select({ number: applicationReceipts.number, applicationId: applicationReceipts.applicationId, receivedAt: applicationReceipts.receivedAt, packageSha256: applicationReceipts.packageSha256 })
    .from(applicationReceipts)
    .where(and(inArray(applicationReceipts.applicationId, applicationIds), isNull(applicationReceipts.withdrawnAt)))
    .orderBy(asc(applicationReceipts.sequence));
}

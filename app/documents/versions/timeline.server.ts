// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { documentStateChanges } from "~db/documents/schema";
import { persons } from "~db/identity/schema";
import type { DocumentState } from "../document";
import { type ListedVersion, listVersions, namesOf } from "./list-versions.server";

export type StateChange = {
  from: DocumentState;
  to: DocumentState;
  at: Date;
  endsAt: Date | null;
  reason: string | null;
  by: { person: string; body: string | null } | null;
};

export type Moment = ({ what: "version" } & ListedVersion) | ({ what: "state" } & StateChange);

/** The history of a document, newest first: versions and steps of its life. */
export async function timelineOf(ctx: Ctx, documentId: string): Promise<{ moments: Moment[]; versions: ListedVersion[]; mayKeep: boolean }> {
  const { versions, mayKeep } = await listVersions(ctx, documentId);
  const changes = await stateChanges(ctx, documentId);
  const moments: Moment[] = [...versions.map((version) => ({ what: "version" as const, ...version })), ...changes.map((change) => ({ what: "state" as const, ...change }))];
  moments.sort((a, b) => b.at.getTime() - a.at.getTime());
  return { moments, versions, mayKeep };
}

/** The steps of a document's life, newest first. Asks nobody's permission. */
export async function stateChanges(ctx: Pick<Ctx, "db">, documentId: string): Promise<StateChange[]> {
  const rows = await ctx.db.read
    .select({
      from: documentStateChanges.from, to: documentStateChanges.to, at: documentStateChanges.at, endsAt: documentStateChanges.endsAt,
      reason: documentStateChanges.reason, person: persons.label, organisationId: documentStateChanges.organisationId,
    })
    .from(documentStateChanges)
    .leftJoin(persons, eq(persons.id, documentStateChanges.personId))
    .where(eq(documentStateChanges.documentId, documentId))
    .orderBy(desc(documentStateChanges.at));
  const names = await namesOf(ctx, rows.map(({ organisationId }) => organisationId));
  return rows.map(({ person, organisationId, ...row }) => ({ ...row, by: person ? { person, body: names.get(organisationId ?? "") ?? null } : null }));
}

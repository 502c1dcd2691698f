// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq } from "drizzle-orm";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentVersions } from "~db/documents/schema";
import { persons } from "~db/identity/schema";
import { findDocument } from "../access.server";
import type { Authorship } from "../attribution/authorship";
import { mayKeepVersions, maySeeHistory } from "../policy";

/** What lists show of a version: all but its text. */
const listed = {
  number: documentVersions.number,
  kind: documentVersions.kind,
  cause: documentVersions.cause,
  name: documentVersions.name,
  reason: documentVersions.reason,
  at: documentVersions.at,
  seq: documentVersions.seq,
  sha256: documentVersions.sha256,
  person: persons.label,
  organisationId: documentVersions.organisationId,
  writers: documentVersions.writers,
};

type Row = { [Column in keyof typeof listed]: (typeof listed)[Column]["_"]["data"] | null };

export type ListedVersion = {
  number: number;
  kind: "automatic" | "named" | "sealed";
  cause: "person" | "activity" | "departure" | "restore" | "state";
  name: string | null;
  reason: string | null;
  at: Date;
  seq: number;
  sha256: string;
  /** Who asked for it; null when nobody did. */
  by: { person: string; body: string | null } | null;
  /** Bodies that wrote between the version before and this one. */
  writers: string[];
};

/** The versions of a document, newest first, for who may see its history. */
export async function listVersions(ctx: Ctx, documentId: string, limit = 200): Promise<{ versions: ListedVersion[]; mayKeep: boolean }> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  const rows = await ctx.db.read
    .select(listed)
    .from(documentVersions)
    .leftJoin(persons, eq(persons.id, documentVersions.personId))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(limit);
  return { versions: await told(ctx, rows), mayKeep: mayKeepVersions(ctx.actor, document, position).ok };
}

/** One version with its text; `missing` when there is none, or not for the viewer. */
export async function readVersion(ctx: Ctx, documentId: string, number: number) {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  const rows = await ctx.db.read
    .select({ ...listed, text: documentVersions.text, authorship: documentVersions.authorship })
    .from(documentVersions)
    .leftJoin(persons, eq(persons.id, documentVersions.personId))
    .where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, number)));
  const row = one(rows);
  if (!row) throw problem("missing");
  const { text, authorship, ...facts } = row;
  const [version] = (await told(ctx, [facts])) as [ListedVersion];
  return { version, content: JSON.parse(text) as object, authorship: authorship as Authorship | null, mayKeep: mayKeepVersions(ctx.actor, document, position).ok };
}

async function told(ctx: Ctx, rows: Row[]): Promise<ListedVersion[]> {
  const names = await namesOf(ctx, rows.flatMap(({ organisationId, writers }) => [organisationId, ...(writers ?? [])]));
  return rows.map(({ person, organisationId, writers, ...row }) => ({
    ...(row as Omit<ListedVersion, "by" | "writers">),
    by: person ? { person, body: names.get(organisationId ?? "") ?? null } : null,
    writers: (writers ?? []).flatMap((id) => names.get(id) ?? []).sort((a, b) => a.localeCompare(b, "it")),
  }));
}

/** Names of bodies by id. */
export async function namesOf(ctx: Pick<Ctx, "db">, ids: (string | null)[]): Promise<Map<string, string>> {
  const found = await organisationsByIds(ctx, ids);
  return new Map([...found].map(([id, { name }]) => [id, name]));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentVersions } from "~db/documents/schema";
import { findDocument } from "../access.server";
import { maySeeHistory } from "../policy";
import { attributionAt } from "./attribution-at.server";
import type { Authorship } from "./authorship";
import { type Contribution, contributionsIn, type Part } from "./contributions";
import { fingerprintOf } from "./fingerprint.server";

/** A contribution with the body's name; null when the writer spoke for no body. */
export type NamedContribution = Omit<Contribution, "firstAt" | "lastAt"> & { body: string | null; firstAt: Date; lastAt: Date };

export type AuthorshipOf = {
  authorship: Authorship;
  /** Fingerprint of the authorship as canonical JSON (RFC 8785): what a sealed package and the register of acts repeat. */
  sha256: string;
  /** Letters of the text, without the advice of its template. */
  letters: number;
  contributions: NamedContribution[];
  parts: Part[];
};

/**
 * Whose the text is, now or in one of its versions: shares that sum to one, the parts touched, the first and the last change
 * of each body as it was named at the moment of writing. For who may see the history; `missing` when there is no such version.
 */
export async function authorshipOf(ctx: Ctx, documentId: string, versionNumber?: number): Promise<AuthorshipOf> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  return nameAuthorship(ctx, await authorshipAt(ctx, documentId, versionNumber));
}

async function authorshipAt(ctx: Ctx, documentId: string, versionNumber: number | undefined): Promise<Authorship> {
  if (versionNumber === undefined) return (await attributionAt(ctx, documentId)).authorship;
  const columns = { seq: documentVersions.seq, authorship: documentVersions.authorship };
  const version = one(await ctx.db.read.select(columns).from(documentVersions).where(and(eq(documentVersions.documentId, documentId), eq(documentVersions.number, versionNumber))));
  if (!version) throw problem("missing");
  return (version.authorship as Authorship | null) ?? (await attributionAt(ctx, documentId, version.seq)).authorship;
}

/** An authorship with its sums, the names of the bodies and its fingerprint. Asks nobody's permission. */
export async function nameAuthorship(ctx: Pick<Ctx, "db">, authorship: Authorship): Promise<AuthorshipOf> {
  return { ...(await nameContributions(ctx, authorship)), authorship, sha256: fingerprintOf(authorship) };
}

/** The sums alone, with the names of the bodies. Asks nobody's permission. */
export async function nameContributions(ctx: Pick<Ctx, "db">, authorship: Authorship): Promise<Pick<AuthorshipOf, "letters" | "contributions" | "parts">> {
  const { letters, contributions, parts } = contributionsIn(authorship);
  const bodies = await organisationsByIds(ctx, contributions.map(({ organisationId }) => organisationId));
  const named = contributions.map((sum) => ({ ...sum, body: bodies.get(sum.organisationId ?? "")?.name ?? null, firstAt: new Date(sum.firstAt), lastAt: new Date(sum.lastAt) }));
  return { letters, contributions: named, parts };
}

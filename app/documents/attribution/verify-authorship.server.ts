// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import type { JSONContent } from "@tiptap/core";
import { and, asc, eq, lte } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { type Database, one } from "~db/client.server";
import { documentAttributions as attributions, documents, documentVersions } from "~db/documents/schema";
import { journalEntries } from "~db/journal/schema";
import { findDocument } from "../access.server";
import { maySeeHistory } from "../policy";
import type { Authorship } from "./authorship";
import { askAttribution } from "./desk.server";
import { fingerprintOf } from "./fingerprint.server";
import { readLog } from "./read-log.server";

/** What does not agree with the log: the working at hand, or of a version its words, its authorship, what the register says of it. */
export type Disagreement = { what: "working" } | { what: "words" | "authors" | "register"; version: number };

export type Verification = {
  /** Rows of the log that were read. */
  rows: number;
  /** Versions that were compared. */
  versions: number;
  disagreements: Disagreement[];
  /** Fingerprint of the authorship of the current text as recomputed. */
  sha256: string;
};

/**
 * Works attribution out again from the first row of the log and compares it with what is kept: the working at hand, each
 * version's words and authorship, and the fingerprints in the register of acts. A working that disagrees is thrown away, so
 * that what is shown afterwards comes from the log. For who may see the history.
 */
export async function verifyAuthorship(ctx: Ctx, documentId: string): Promise<Verification> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  return checkAuthorship(ctx, documentId);
}

/** The same for every document of the house, for `npm run verify`: those that disagree, and of how many. */
export async function verifyAuthorships(db: Database): Promise<{ documents: number; broken: { documentId: string; title: string; disagreements: Disagreement[] }[] }> {
  const all = await db.read.select({ id: documents.id, title: documents.title }).from(documents).orderBy(asc(documents.createdAt));
  const broken: { documentId: string; title: string; disagreements: Disagreement[] }[] = [];
  for (const { id, title } of all) {
    const { disagreements } = await checkAuthorship({ db }, id);
    if (disagreements.length > 0) broken.push({ documentId: id, title, disagreements });
  }
  return { documents: all.length, broken };
}

async function checkAuthorship(ctx: Pick<Ctx, "db">, documentId: string): Promise<Verification> {
  const { number, seq, text, authorship } = documentVersions;
  const versions = await ctx.db.read.select({ number, seq, text, authorship }).from(documentVersions).where(eq(documentVersions.documentId, documentId)).orderBy(asc(number));
  const working = one(await ctx.db.read.select().from(attributions).where(eq(attributions.documentId, documentId)));
  const rows = await readLog(ctx.db, documentId);
  const stops = [...new Set([...versions.map((version) => version.seq), ...(working ? [working.seq] : [])])].sort((a, b) => a - b);
  const anew = await askAttribution({ kept: null, rows, stops, keep: false });
  const at = (wanted: number) => ({ authorship: anew.authorships[stops.indexOf(wanted)] as Authorship, words: anew.words[stops.indexOf(wanted)] });
  const told = await toldFingerprints(ctx, documentId);
  const disagreements: Disagreement[] = [];
  if (working && !(await agrees(working, at(working.seq).authorship))) disagreements.push({ what: "working" });
  for (const version of versions) {
    const recomputed = at(version.seq);
    if (sha256(lettersOf(JSON.parse(version.text) as JSONContent)) !== recomputed.words) disagreements.push({ what: "words", version: version.number });
    const kept = version.authorship as Authorship | null;
    if (kept && fingerprintOf(kept) !== fingerprintOf(recomputed.authorship)) disagreements.push({ what: "authors", version: version.number });
    const said = told.get(version.number);
    if (said !== undefined && said !== fingerprintOf(recomputed.authorship)) disagreements.push({ what: "register", version: version.number });
  }
  if (disagreements.some(({ what }) => what === "working")) {
    await ctx.db.tx((tx) => tx.delete(attributions).where(and(eq(attributions.documentId, documentId), lte(attributions.seq, working?.seq ?? 0))));
  }
  return { rows: rows.length, versions: versions.length, disagreements, sha256: fingerprintOf(anew.authorships.at(-1) as Authorship) };
}

/** Whether the kept working gives the authorship that the log gives; one that cannot be read does not. */
async function agrees(working: typeof attributions.$inferSelect, recomputed: Authorship): Promise<boolean> {
  try {
    const { authorships } = await askAttribution({ kept: { state: working.state, ledger: working.ledger }, rows: [], stops: [], keep: false });
    return fingerprintOf(authorships.at(-1) as Authorship) === fingerprintOf(recomputed);
  } catch {
    return false;
  }
}

/** What the register of acts says of the authorship of each version. */
async function toldFingerprints(ctx: Pick<Ctx, "db">, documentId: string): Promise<Map<number, string>> {
  const acts = await ctx.db.read
    .select({ data: journalEntries.data })
    .from(journalEntries)
    .where(and(eq(journalEntries.act, "document.versionMade"), eq(journalEntries.subjectId, documentId)));
  return new Map(acts.flatMap(({ data }) => (typeof data.number === "number" && typeof data.authorshipSha256 === "string" ? [[data.number, data.authorshipSha256] as const] : [])));
}

const lettersOf = (node: JSONContent): string => (node.type === "text" ? (node.text ?? "") : (node.content ?? []).map(lettersOf).join(""));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

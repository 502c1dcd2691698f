// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import type { JSONContent } from "@tiptap/core";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
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

/**
 * A version that the log no longer gives, because a row that was in it then was damaged later and left out, as the register of acts
 * says. `told`: words and authorship are those whose fingerprints the register noted when it was made; without, it noted none.
 */
export type LeftOut = { version: number; row: number; at: string; told: boolean };

export type Verification = {
  /** Rows of the log that were read. */
  rows: number;
  /** Versions that were compared. */
  versions: number;
  disagreements: Disagreement[];
  leftOut: LeftOut[];
  /** Fingerprint of the authorship of the current text as recomputed. */
  sha256: string;
};

/**
 * Works attribution out again from the first row of the log and compares it with what is kept: the working at hand, each
 * version's words and authorship, and the fingerprints in the register of acts. A version made before a damaged row was left out
 * is told apart from one that somebody altered. A working that disagrees is thrown away, so
 * that what is shown afterwards comes from the log. For who may see the history.
 */
export async function verifyAuthorship(ctx: Ctx, documentId: string): Promise<Verification> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  return checkAuthorship(ctx, documentId);
}

type Named<T> = { documentId: string; title: string } & T;

/** The same for every document of the house, for `npm run verify`: those that disagree, those with versions from before a damaged row was left out, and of how many. */
export async function verifyAuthorships(db: Database): Promise<{ documents: number; broken: Named<{ disagreements: Disagreement[] }>[]; damaged: Named<{ leftOut: LeftOut[] }>[] }> {
  const all = await db.read.select({ id: documents.id, title: documents.title }).from(documents).orderBy(asc(documents.createdAt));
  const broken: Named<{ disagreements: Disagreement[] }>[] = [];
  const damaged: Named<{ leftOut: LeftOut[] }>[] = [];
  for (const { id, title } of all) {
    const { disagreements, leftOut } = await checkAuthorship({ db }, id);
    if (disagreements.length > 0) broken.push({ documentId: id, title, disagreements });
    if (leftOut.length > 0) damaged.push({ documentId: id, title, leftOut });
  }
  return { documents: all.length, broken, damaged };
}

async function checkAuthorship(ctx: Pick<Ctx, "db">, documentId: string): Promise<Verification> {
  const { number, seq, text, authorship, at: madeAt } = documentVersions;
  const versions = await ctx.db.read.select({ number, seq, text, authorship, madeAt }).from(documentVersions).where(eq(documentVersions.documentId, documentId)).orderBy(asc(number));
  const working = one(await ctx.db.read.select().from(attributions).where(eq(attributions.documentId, documentId)));
  const rows = await readLog(ctx.db, documentId);
  const stops = [...new Set([...versions.map((version) => version.seq), ...(working ? [working.seq] : [])])].sort((a, b) => a - b);
  const anew = await askAttribution({ kept: null, rows, stops, keep: false });
  const at = (wanted: number) => ({ authorship: anew.authorships[stops.indexOf(wanted)] as Authorship, words: anew.words[stops.indexOf(wanted)] });
  const { told, leftOut } = await toldInRegister(ctx, documentId);
  const disagreements: Disagreement[] = [];
  const explained: LeftOut[] = [];
  if (working && !(await agrees(working, at(working.seq).authorship))) disagreements.push({ what: "working" });
  for (const version of versions) {
    const recomputed = at(version.seq);
    const kept = version.authorship as Authorship | null;
    const said = told.get(version.number);
    const found: Disagreement[] = [];
    if (sha256(lettersOf(JSON.parse(version.text) as JSONContent)) !== recomputed.words) found.push({ what: "words", version: version.number });
    if (kept && fingerprintOf(kept) !== fingerprintOf(recomputed.authorship)) found.push({ what: "authors", version: version.number });
    if (said && said.authors !== fingerprintOf(recomputed.authorship)) found.push({ what: "register", version: version.number });
    const since = leftOut.find(({ row, at: when }) => row <= version.seq && when > version.madeAt);
    const asTold = said === undefined || (said.text === sha256(version.text) && kept !== null && said.authors === fingerprintOf(kept));
    if (found.length > 0 && since && asTold) explained.push({ version: version.number, row: since.row, at: since.at.toISOString(), told: said !== undefined });
    else disagreements.push(...found);
  }
  if (disagreements.some(({ what }) => what === "working")) {
    await ctx.db.tx((tx) => tx.delete(attributions).where(and(eq(attributions.documentId, documentId), lte(attributions.seq, working?.seq ?? 0))));
  }
  return { rows: rows.length, versions: versions.length, disagreements, leftOut: explained, sha256: fingerprintOf(anew.authorships.at(-1) as Authorship) };
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

/** What the register of acts says of the words and the authorship of each version, and which rows were left out of the text when. */
async function toldInRegister(ctx: Pick<Ctx, "db">, documentId: string) {
  const acts = await ctx.db.read
    .select({ act: journalEntries.act, at: journalEntries.at, data: journalEntries.data })
    .from(journalEntries)
    .where(and(inArray(journalEntries.act, ["document.versionMade", "document.rowSetAside"]), eq(journalEntries.subjectId, documentId)))
    .orderBy(asc(journalEntries.seq));
  const told = new Map<number, { text: unknown; authors: string }>();
  const leftOut: { row: number; at: Date }[] = [];
  for (const { act, at, data } of acts) {
    if (act === "document.rowSetAside" && typeof data.seq === "number") leftOut.push({ row: data.seq, at });
    if (act === "document.versionMade" && typeof data.number === "number" && typeof data.authorshipSha256 === "string") told.set(data.number, { text: data.sha256, authors: data.authorshipSha256 });
  }
  return { told, leftOut };
}

const lettersOf = (node: JSONContent): string => (node.type === "text" ? (node.text ?? "") : (node.content ?? []).map(lettersOf).join(""));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

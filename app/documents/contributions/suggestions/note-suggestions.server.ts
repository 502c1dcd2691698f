// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { type Db, one } from "~db/client.server";
import { answers, suggestions, type SuggestionWords } from "~db/documents/contributions";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { realtimeUpdates } from "~db/realtime/schema";
import { organisations } from "~db/registry/schema";
import { readDocumentContent } from "../../content.server";
import { type FoundSuggestion, suggestionKey, suggestionsIn } from "../../schema/suggested/find";

type Row = typeof suggestions.$inferSelect;

/**
 * Brings the rows of the suggestions up to the stored text: a row for each one first seen, its words as they are now, and
 * since when its marks are gone. One that its author took away again is withdrawn; one that others removed without an
 * answer stays open. Names that are nobody's make no row. Asks nobody's permission; nothing happens when all is noted.
 */
export async function noteSuggestions(ctx: Pick<Ctx, "db" | "now">, documentId: string): Promise<void> {
  const { json, seq } = await readDocumentContent(ctx, documentId);
  const found = suggestionsIn(json);
  const known = await rowsOf(ctx.db.read, documentId);
  if (isNoted(found, known)) return;
  await ctx.db.tx(async (tx) => note(tx, ctx.now, documentId, { found, seq }));
}

const rowsOf = (db: Db, documentId: string) => db.select().from(suggestions).where(eq(suggestions.documentId, documentId));
const keyOf = ({ mark, personId, organisationId }: Pick<Row, "mark" | "personId" | "organisationId">) => suggestionKey({ id: mark, person: personId, organisation: organisationId });

function isNoted(found: FoundSuggestion[], known: Row[]): boolean {
  const rows = new Map(known.map((row) => [keyOf(row), row]));
  const inText = new Map(found.map((each) => [suggestionKey(each.signature), each]));
  return found.every(({ signature, words }) => same(rows.get(suggestionKey(signature)), words)) && known.every((row) => inText.has(keyOf(row)) || row.goneAt !== null || row.withdrawnAt !== null);
}

const same = (row: Row | undefined, words: SuggestionWords): boolean => row !== undefined && row.goneAt === null && row.withdrawnAt === null && JSON.stringify(row.words) === JSON.stringify(words);

async function note(tx: Db, now: Date, documentId: string, { found, seq }: { found: FoundSuggestion[]; seq: number }): Promise<void> {
  const known = new Map((await rowsOf(tx, documentId)).map((row) => [keyOf(row), row]));
  const real = await realAuthors(tx, found.filter(({ signature }) => !known.has(suggestionKey(signature))));
  for (const { signature, words } of found) {
    const row = known.get(suggestionKey(signature));
    if (row && (row.seenSeq > seq || same(row, words))) continue;
    if (row) await tx.update(suggestions).set({ words, seenSeq: seq, goneAt: null, withdrawnAt: null }).where(eq(suggestions.id, row.id));
    else if (real(signature)) {
      const { id: mark, person: personId, organisation: organisationId } = signature;
      const id = newId();
      await tx.insert(suggestions).values({ id, documentId, personId, organisationId, mark, at: now, first: words, words, seenSeq: seq });
      await record(tx, { actor: null, now }, { act: "suggestion.received", subject: { kind: "suggestion", id }, data: { documentId, suggestedByPersonId: personId, suggestedForOrganisationId: organisationId } });
    }
  }
  const inText = new Set(found.map(({ signature }) => suggestionKey(signature)));
  for (const row of known.values()) {
    if (inText.has(keyOf(row)) || row.goneAt !== null || row.withdrawnAt !== null || row.seenSeq > seq) continue;
    const own = (await isUnanswered(tx, row.id)) && (await onlyAuthorWrote(tx, row));
    await tx.update(suggestions).set({ goneAt: now, seenSeq: seq, ...(own && { withdrawnAt: now }) }).where(eq(suggestions.id, row.id));
  }
}

/** Marks written by hand may bear any name: a row needs a person and a body that exist. */
async function realAuthors(db: Db, found: FoundSuggestion[]): Promise<(who: { person: string; organisation: string }) => boolean> {
  if (found.length === 0) return () => false;
  const people = await db.select({ id: persons.id }).from(persons).where(inArray(persons.id, found.map(({ signature }) => signature.person)));
  const bodies = await db.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, found.map(({ signature }) => signature.organisation)));
  const ids = new Set([...people, ...bodies].map(({ id }) => id));
  return ({ person, organisation }) => ids.has(person) && ids.has(organisation);
}

const isUnanswered = async (db: Db, suggestionId: string): Promise<boolean> =>
  one(await db.select({ id: answers.id }).from(answers).where(eq(answers.suggestionId, suggestionId)).limit(1)) === undefined;

/** Whether nobody but the author wrote in the document since its marks were last seen. */
async function onlyAuthorWrote(db: Db, { documentId, seenSeq, personId, organisationId }: Row): Promise<boolean> {
  const since = await db
    .selectDistinct({ personId: realtimeUpdates.personId, organisationId: realtimeUpdates.organisationId })
    .from(realtimeUpdates)
    .where(and(eq(realtimeUpdates.documentId, documentId), gt(realtimeUpdates.seq, seenSeq)));
  return since.length > 0 && since.every((who) => who.personId === personId && who.organisationId === organisationId);
}

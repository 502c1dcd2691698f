// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import type { Db } from "~db/client.server";
import { answers, observations, suggestions, type SuggestionWords } from "~db/documents/contributions";
import { documents } from "~db/documents/schema";
import { persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import type { Outcome, Standing } from "./answers/outcomes";

export type AnswerShown = { id: string; personId: string; outcome: Outcome; reason: string; person: string; body: string; at: Date };

/** A suggestion or a formal observation, and what was answered to it, the last answer last. */
export type Contribution = {
  kind: "suggestion" | "observation";
  id: string;
  documentId: string;
  documentTitle: string;
  /** Of an observation. */
  number: number | null;
  personId: string;
  organisationId: string;
  person: string;
  body: string;
  at: Date;
  section: string | null;
  /** Of a suggestion: what it says, as last seen; and the id of its marks. */
  words: SuggestionWords | null;
  mark: string | null;
  /** Of an observation. */
  text: string | null;
  /** Whether its marks are in the text still. */
  inText: boolean;
  standing: Standing;
  answers: AnswerShown[];
};

type Scope = { documentIds?: string[]; organisationId?: string };

/** Everything contributed to some documents, or by one body, in the order of time. Asks nobody's permission: the caller has. */
export async function contributionsIn(db: Db, { documentIds, organisationId }: Scope): Promise<Contribution[]> {
  if (documentIds?.length === 0) return [];
  const scope = { documentIds, organisationId };
  const suggested = await saidIn(db, suggestions, scope);
  const observed = await saidIn(db, observations, scope);
  const given = await answersTo(db, [...suggested, ...observed].map(({ row }) => row.id));
  const common = ({ row, ...named }: (typeof suggested)[number] | (typeof observed)[number]) => {
    const said = given.get(row.id) ?? [];
    const { id, documentId, personId, organisationId, at } = row;
    return { id, documentId, personId, organisationId, at, ...named, answers: said, standing: row.withdrawnAt ? "withdrawn" : (said.at(-1)?.outcome ?? "open") } as const;
  };
  const all: Contribution[] = [
    ...suggested.map((each) => ({ ...common(each), kind: "suggestion" as const, number: null, section: each.row.words.section, words: each.row.words, mark: each.row.mark, text: null, inText: each.row.goneAt === null && each.row.withdrawnAt === null })),
    ...observed.map((each) => ({ ...common(each), kind: "observation" as const, number: each.row.number, section: each.row.sectionTitle, words: null, mark: null, text: each.row.text, inText: false })),
  ];
  return all.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The rows of suggestions, or of observations, within the scope, with the names of what they point at, in the order of time. */
async function saidIn<T extends typeof suggestions | typeof observations>(db: Db, table: T, { documentIds, organisationId }: Scope) {
  // both have these columns under the same names
  const said: typeof suggestions | typeof observations = table;
  const rows = await db
    .select({ row: said, documentTitle: documents.title, person: persons.label, body: organisations.name })
    .from(said)
    .innerJoin(documents, eq(documents.id, said.documentId))
    .innerJoin(persons, eq(persons.id, said.personId))
    .innerJoin(organisations, eq(organisations.id, said.organisationId))
    .where(and(documentIds && inArray(said.documentId, documentIds), organisationId === undefined ? undefined : eq(said.organisationId, organisationId)))
    .orderBy(asc(said.at), asc(said.id));
  return rows as { row: T["$inferSelect"]; documentTitle: string; person: string; body: string }[];
}

async function answersTo(db: Db, ids: string[]): Promise<Map<string, AnswerShown[]>> {
  const found = new Map<string, AnswerShown[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({ row: answers, person: persons.label, body: organisations.name })
    .from(answers)
    .innerJoin(persons, eq(persons.id, answers.personId))
    .innerJoin(organisations, eq(organisations.id, answers.organisationId))
    .where(or(inArray(answers.suggestionId, ids), inArray(answers.observationId, ids)))
    .orderBy(asc(answers.at), asc(answers.id));
  for (const { row, person, body } of rows) {
    const about = row.suggestionId ?? row.observationId ?? "";
    found.set(about, [...(found.get(about) ?? []), { id: row.id, personId: row.personId, outcome: row.outcome, reason: row.reason, person, body, at: row.at }]);
  }
  return found;
}

/** Something that must be settled before the text can be approved. */
export type OpenContribution = Pick<Contribution, "kind" | "id" | "number" | "body" | "words" | "standing" | "mark">;

/**
 * What stands between a text and its approval: suggestions and observations that nobody answered, and suggestions that were
 * postponed while their marks are in the text still. Bring the rows up to the text first (`noteSuggestions`).
 */
export async function openContributions({ db }: Pick<Ctx, "db">, documentId: string): Promise<OpenContribution[]> {
  const all = await contributionsIn(db.read, { documentIds: [documentId] });
  return all.filter(({ standing, inText }) => standing === "open" || (inText && standing !== "withdrawn"));
}

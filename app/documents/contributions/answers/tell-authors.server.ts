// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { managersOf } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import type { Locale } from "~/web/i18n";
import { absolute, declinedBy, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import type { Db } from "~db/client.server";
import { answers } from "~db/documents/contributions";
import { documents } from "~db/documents/schema";
import { persons } from "~db/identity/schema";
import { affiliations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import { type Contribution, contributionsIn } from "../read-contributions.server";

/** Answers are often given one after another: a letter waits until none has come for so long, and tells them all. */
const QUIET_MS = 5 * 60_000;
/** But no longer than this for the first of them. */
const LONGEST_MS = 30 * 60_000;
/** What nobody could tell by then (the house stood still) is read on the desk only. */
const TOO_LATE_MS = 7 * 86_400_000;

type Answered = { contribution: Contribution; answer: typeof answers.$inferSelect };

/**
 * Letters to whoever suggested or observed something that was answered, one for each person and document; where they no
 * longer act for the body, to who manages its people. Nobody is told what they answered themselves. Says how many letters.
 */
export async function tellAuthors(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const since = new Date(ctx.now.getTime() - TOO_LATE_MS);
  const owed = and(isNull(answers.toldAt), gt(answers.at, since));
  if ((await ctx.db.read.select({ id: answers.id }).from(answers).where(owed).limit(1)).length === 0) return 0;
  return ctx.db.tx(async (db) => {
    const rows = await db.select().from(answers).where(owed).orderBy(asc(answers.at), asc(answers.id));
    let letters = 0;
    for (const group of await grouped(db, rows)) {
      if (!isDue(group, ctx.now)) continue;
      letters += await tell(db, ctx, group);
      await db.update(answers).set({ toldAt: ctx.now }).where(inArray(answers.id, group.map(({ answer }) => answer.id)));
    }
    return letters;
  });
}

/** By author, body and document. */
async function grouped(db: Db, rows: (typeof answers.$inferSelect)[]): Promise<Answered[][]> {
  const said = new Map((await contributionsIn(db, { documentIds: [...new Set(rows.map(({ documentId }) => documentId))] })).map((each) => [each.id, each]));
  const groups = new Map<string, Answered[]>();
  for (const answer of rows) {
    const contribution = said.get(answer.suggestionId ?? answer.observationId ?? "");
    if (!contribution) continue;
    const key = `${contribution.personId} ${contribution.organisationId} ${contribution.documentId}`;
    groups.set(key, [...(groups.get(key) ?? []), { contribution, answer }]);
  }
  return [...groups.values()];
}

function isDue(group: Answered[], now: Date): boolean {
  const age = (i: number) => now.getTime() - (group.at(i)?.answer.at.getTime() ?? 0);
  return age(-1) >= QUIET_MS || age(0) >= LONGEST_MS;
}

async function tell(db: Db, ctx: Pick<Ctx, "now">, group: Answered[]): Promise<number> {
  const { contribution } = group[0] as Answered;
  const news = group.filter(({ answer }) => answer.personId !== contribution.personId);
  if (news.length === 0) return 0;
  const people = await recipients(db, ctx.now, contribution);
  const sensitive = await isSensitive(db, contribution.documentId);
  for (const { email, locale } of people) {
    const values = { title: contribution.documentTitle, body: contribution.body, answers: news.map((each) => line(each, locale)).join("\n\n"), link: absolute(paths.ownContributions("risposti")), preferences: absolute(paths.ownLetters()) };
    await enqueueLetter(db, ctx, letterFrom(sensitive ? "contributions.letter.answeredSensitive" : "contributions.letter.answered", { to: email, locale, values }));
  }
  return people.length;
}

async function recipients(db: Db, at: Date, { personId, organisationId }: Contribution) {
  const acting = await db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(eq(affiliations.personId, personId), eq(affiliations.organisationId, organisationId), lte(affiliations.validFrom, at), or(isNull(affiliations.validTo), gt(affiliations.validTo, at))))
    .limit(1);
  const ids = acting.length > 0 ? [personId] : ((await managersOf(db, at, [organisationId])).get(organisationId) ?? []);
  const declined = await declinedBy(db, "answers", ids);
  const wanted = ids.filter((id) => !declined.has(id));
  return wanted.length === 0 ? [] : db.select().from(persons).where(and(inArray(persons.id, wanted), isNull(persons.closedAt)));
}

/** A letter may be read by others: what is said at a sensitive table stays out of it. */
async function isSensitive(db: Db, documentId: string): Promise<boolean> {
  const rows = await db
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(workingTables, and(eq(documents.scopeKind, "table"), eq(workingTables.id, documents.scopeId), eq(workingTables.sensitive, true)))
    .where(eq(documents.id, documentId));
  return rows.length > 0;
}

const MAX_WORDS = 80;

function line({ contribution, answer }: Answered, locale: Locale): string {
  const { kind, number, words, answers: given } = contribution;
  const said = words?.inserted || words?.deleted || words?.formatted || "";
  const shown = given.find(({ id }) => id === answer.id);
  return `- ${translate(locale, `contributions.letter.${kind}`, {
    number: number ?? 0,
    words: said.length > MAX_WORDS ? `${said.slice(0, MAX_WORDS)}…` : said,
    outcome: translate(locale, `contributions.standing.${answer.outcome}`).toLocaleLowerCase(locale),
    reason: answer.reason,
    by: shown ? `${shown.body}, ${shown.person}` : "",
  })}`;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray } from "drizzle-orm";
import { newId } from "~db/id";
import type { Db } from "~db/client.server";
import { declinedLetters, outbox } from "~db/notices/schema";
import type { Ctx } from "./context";
import { readEnv } from "./env.server";
import type { Locale } from "./i18n";
import type { MessageValues } from "./problem";
import { translate } from "./translate.server";

/** A file that goes with a letter, e.g. the entry for a calendar. */
export type Enclosure = { name: string; type: string; text: string };
export type Letter = { to: string; subject: string; body: string; attachments?: Enclosure[] };

/**
 * Writes a letter in the transaction of the act that causes it: it leaves after the commit, once, or never if the act
 * fails. Plain text; the signature is added.
 */
export async function enqueueLetter(db: Db, ctx: Pick<Ctx, "now">, { to, subject, body, attachments }: Letter): Promise<{ id: string }> {
  const id = newId();
  const signed = `${body}\n\n-- \nConcerto · ${readEnv().COMUNE}\n`;
  await db.insert(outbox).values({ id, recipient: to, subject, body: signed, attachments: attachments ?? null, createdAt: ctx.now });
  return { id };
}

/** A letter from the messages: `key` holds `subject` and `body`. In the language of who receives it. */
export function letterFrom(key: string, { to, locale, values = {} }: { to: string; locale: Locale; values?: MessageValues }): Letter {
  return { to, subject: translate(locale, `${key}.subject`, values), body: translate(locale, `${key}.body`, values) };
}

/** The full address of a page, for letters. */
export function absolute(path: string): string {
  return new URL(path, readEnv().origin).href;
}

/** Letters that one may do without: what they tell is also on the desk. All others carry a term, or a key, and are always sent. */
export const letterKinds = ["answers", "guidelines"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** Those of these people who asked not to receive letters of a kind. */
export async function declinedBy(db: Db, kind: LetterKind, personIds: string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db.select({ personId: declinedLetters.personId }).from(declinedLetters).where(and(eq(declinedLetters.kind, kind), inArray(declinedLetters.personId, personIds)));
  return new Set(rows.map(({ personId }) => personId));
}

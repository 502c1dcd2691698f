// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, instant, int, json, primaryKey, table, text } from "../columns";
import { persons } from "../identity/schema";

/** Letters waiting to leave: written in the transaction of the act, sent after it, once per recipient. */
export const outbox = table(
  "outbox",
  {
    id: text("id").primaryKey(),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    /** Files that go with the letter, as text: the entry for a calendar. */
    attachments: json<{ name: string; type: string; text: string }[] | null>("attachments"),
    createdAt: instant("created_at").notNull(),
    /** Set when the mail server has taken the message. */
    sentAt: instant("sent_at"),
    attempts: int("attempts").notNull().default(0),
    /** Not before this moment; while a letter is being sent, the moment when its sender counts as dead. */
    nextAttemptAt: instant("next_attempt_at"),
    /** Set when nobody will try again by themselves. */
    failedAt: instant("failed_at"),
    lastError: text("last_error"),
  },
  (t) => [index("outbox_waiting").on(t.sentAt, t.createdAt)],
);

/** Letters of a kind that a person asked not to receive. */
export const declinedLetters = table(
  "declined_letters",
  {
    personId: text("person_id").notNull().references(() => persons.id),
    /** One of `letterKinds` in app/web/letters.server. */
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);

// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, int, json, luciaExpiry, table, text, uniqueIndex } from "../columns";

/** A natural person with an account. Knows nothing of bodies: whom a person speaks for is an affiliation. */
export const persons = table(
  "persons",
  {
    id: text("id").primaryKey(),
    /** How the person is called on screen; in demonstration data a role, never a name. */
    label: text("label").notNull(),
    /** Lower case, trimmed. */
    email: text("email").notNull(),
    passwordHash: text("password_hash"),
    administrator: bool("administrator").notNull().default(false),
    /** The language of letters to this person. */
    locale: text<"it" | "en">("locale").notNull().default("it"),
    createdAt: instant("created_at").notNull(),
    /** Set when the account may no longer be used; the past stays. */
    closedAt: instant("closed_at"),
  },
  (t) => [uniqueIndex("persons_email").on(t.email)],
);

/** Lucia's table. `id` is the SHA-256 of the session identifier: a stolen database opens nothing. */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").notNull().references(() => persons.id),
    expiresAt: luciaExpiry("expires_at").notNull(),
    /** The affiliation chosen with "Stai parlando per…"; null: not chosen yet, or speaks for no body. */
    affiliationId: text("affiliation_id"),
    createdAt: instant("created_at"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** Single-use links sent by e-mail; only the SHA-256 of the secret is kept. */
export const emailTokens = table(
  "email_tokens",
  {
    id: text("id").primaryKey(),
    kind: text<"invitation" | "password_reset" | "email_change" | "registration">("kind").notNull(),
    secretHash: text("secret_hash").notNull(),
    personId: text("person_id").references(() => persons.id),
    /** Address the link was sent to; for a change of e-mail, the new one. */
    email: text("email").notNull(),
    /** For an invitation: the body, capacity, powers and label it gives. */
    organisationId: text("organisation_id"),
    capacity: text("capacity"),
    powers: json<string[]>("powers"),
    label: text("label"),
    /** The person who asked for it, and the affiliation with which they did. */
    createdBy: text("created_by"),
    createdByAffiliationId: text("created_by_affiliation_id"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [uniqueIndex("email_tokens_secret").on(t.secretHash), index("email_tokens_email").on(t.email)],
);

/** Attempts counted for the limits on sign-in and on letters. Keys are hashes: no address is kept in the clear. */
export const attempts = table(
  "attempts",
  {
    key: text("key").primaryKey(),
    points: int("points").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("attempts_expiry").on(t.expiresAt)],
);

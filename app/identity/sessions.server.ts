// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { DrizzlePostgreSQLAdapter, DrizzleSQLiteAdapter } from "@lucia-auth/adapter-drizzle";
import { and, eq } from "drizzle-orm";
import { type Adapter, Lucia, TimeSpan } from "lucia";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import type { Database, Db } from "~db/client.server";
import { persons, sessions } from "~db/identity/schema";

/** SHA-256 of a session identifier: the only form in which it is ever stored. */
export function sessionHash(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

type SessionAttributes = { affiliationId: string | null; createdAt: Date | null };
type PersonAttributes = { label: string; email: string; administrator: boolean; closedAt: Date | null };

/**
 * Lucia over our database door: writes go through `tx`, and the table holds only hashes of session identifiers.
 * Sessions last 14 days from the last use. End one by deleting its row through `invalidateSession(id)` with the clear id.
 */
export function openSessions(db: Database, { secure }: { secure: boolean }) {
  const over = (connection: unknown): Adapter =>
    db.dialect === "pg"
      ? new DrizzlePostgreSQLAdapter(connection as never, sessions as never, persons as never)
      : new DrizzleSQLiteAdapter(connection as never, sessions, persons);
  const write = (work: (adapter: Adapter) => Promise<void>) => db.tx((connection) => work(over(connection)));
  const adapter: Adapter = {
    async getSessionAndUser(id) {
      const [session, user] = await over(db.read).getSessionAndUser(sessionHash(id));
      return [session && { ...session, id }, user];
    },
    getUserSessions: (userId) => over(db.read).getUserSessions(userId),
    setSession: (session) => write((a) => a.setSession({ ...session, id: sessionHash(session.id) })),
    updateSessionExpiration: (id, at) => write((a) => a.updateSessionExpiration(sessionHash(id), at)),
    deleteSession: (id) => write((a) => a.deleteSession(sessionHash(id))),
    deleteUserSessions: (userId) => write((a) => a.deleteUserSessions(userId)),
    deleteExpiredSessions: () => write((a) => a.deleteExpiredSessions()),
  };
  return new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(14, "d"),
    sessionCookie: { name: "sessione", attributes: { secure, sameSite: "lax", path: "/" } },
    getSessionAttributes: (row: SessionAttributes) => ({ affiliationId: row.affiliationId, createdAt: row.createdAt }),
    getUserAttributes: (row: PersonAttributes) => ({
      label: row.label,
      email: row.email,
      administrator: row.administrator,
      closedAt: row.closedAt,
    }),
  });
}

export type Sessions = ReturnType<typeof openSessions>;

/** The session identifier in a Cookie header. Cookies of others, however badly written, are none of our business. */
export function sessionIn(cookies: string | null | undefined): string | null {
  return /(?:^|;\s*)sessione=([\w-]+)(?:;|$)/.exec(cookies ?? "")?.[1] ?? null;
}

/** Begins a session for a person who has shown who they are; gives its clear identifier, which is kept nowhere. Joins the open transaction. */
export async function beginSession(ctx: Pick<Ctx, "db" | "now">, personId: string): Promise<string> {
  // the cookie is made by whoever answers the request
  const { id } = await openSessions(ctx.db, { secure: true }).createSession(personId, { affiliationId: null, createdAt: ctx.now });
  return id;
}

/**
 * Ends one session of a person by the hash of its identifier or, with null, all of them. The act `session.revoked`
 * carries `personId` and `sessionId` (null: all), so that whoever holds live connections can close them.
 */
export async function endSession(db: Db, ctx: Pick<Ctx, "actor" | "now">, personId: string, hash: string | null): Promise<void> {
  const ofPerson = eq(sessions.userId, personId);
  await db.delete(sessions).where(hash === null ? ofPerson : and(ofPerson, eq(sessions.id, hash)));
  await record(db, ctx, { act: "session.revoked", subject: { kind: "person", id: personId }, data: { personId, sessionId: hash } });
}

declare module "lucia" {
  interface Register {
    Lucia: Sessions;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: PersonAttributes;
  }
}

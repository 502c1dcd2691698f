// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { hashPassword, openSessions, sessionHash, signIn, signOut, verifyPassword } from "~/identity/index.server";
import { listEntries } from "~/journal/index.server";
import { actorOfSession } from "~/registry/index.server";
import { persons, sessions } from "~db/identity/schema";
import { makeWorld, type World } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";

async function account(world: World, more: Partial<typeof persons.$inferInsert> = {}) {
  return world.person("Referente", { passwordHash: await hashPassword(PASSWORD), ...more });
}

const minutesLater = (world: World, minutes: number) => ({ ...world.nobody, now: new Date(world.now.getTime() + minutes * 60_000) });

describe("a password", () => {
  test("opens only with itself, however its accents were typed", async () => {
    const hash = await hashPassword("perché no, però così");
    expect(hash).toContain("$argon2id$");
    expect(await verifyPassword(hash, "perché no, però così")).toBe(true);
    expect(await verifyPassword(hash, "perche no, pero cosi")).toBe(false);
    expect(await verifyPassword(null, "perché no, però così")).toBe(false);
  });
});

describe("signing in", () => {
  test("with the right password opens a session that says who speaks, and is an act", async () => {
    const world = await makeWorld();
    const { id, email } = await account(world);
    const { sessionId } = await signIn(world.nobody, { email, password: PASSWORD });
    const { actor } = await actorOfSession(world.db, openSessions(world.db, { secure: false }), sessionId, world.now);
    expect(actor).toMatchObject({ personId: id, sessionId: sessionHash(sessionId) });
    const [entry] = await listEntries(world.nobody, { limit: 1 });
    expect(entry).toMatchObject({ act: "session.opened", personId: id, data: { sessionId: sessionHash(sessionId) } });
  });

  test("is refused with one and the same answer for a wrong password, an unknown address, a closed account, one without password", async () => {
    const world = await makeWorld();
    const right = await account(world);
    const closed = await account(world, { closedAt: world.now });
    const without = await world.person("Invitato");
    const refusals = [];
    for (const [email, password] of [[right.email, "sbagliata"], ["nessuno@test.example", PASSWORD], [closed.email, PASSWORD], [without.email, PASSWORD]] as const) {
      refusals.push(await signIn(world.nobody, { email, password }).catch((refusal) => refusal.toJSON()));
    }
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal)))).toEqual(new Set([JSON.stringify({ kind: "invalid", because: "identity.signIn.wrong" })]));
    expect(await world.db.read.select().from(sessions)).toEqual([]);
  });

  test("after five wrong passwords the account waits, also with the right one, and as long as it is told", async () => {
    const world = await makeWorld();
    const { email } = await account(world);
    for (let n = 0; n < 5; n++) await expect(signIn(world.nobody, { email, password: "no" })).rejects.toMatchObject({ kind: "invalid" });
    const refusal = await signIn(minutesLater(world, 3), { email, password: PASSWORD }).catch((refused) => refused.toJSON());
    expect(refusal).toMatchObject({ kind: "tooMany", because: "identity.limits.waitMinutes", values: { count: 12 }, retryAfterSeconds: 720 });
    expect(await signIn(minutesLater(world, 15), { email, password: PASSWORD })).toBeTruthy();
  });

  test("attempts on an address without account are counted in the same way", async () => {
    const world = await makeWorld();
    for (let n = 0; n < 5; n++) await expect(signIn(world.nobody, { email: "x@test.example", password: "no" })).rejects.toMatchObject({ kind: "invalid" });
    await expect(signIn(world.nobody, { email: "x@test.example", password: "no" })).rejects.toMatchObject({ kind: "tooMany" });
  });

  test("signing in well forgets the wrong attempts", async () => {
    const world = await makeWorld();
    const { email } = await account(world);
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 4; n++) await expect(signIn(world.nobody, { email, password: "no" })).rejects.toMatchObject({ kind: "invalid" });
      await signIn(world.nobody, { email, password: PASSWORD });
    }
  });

  test("a network address that tries many accounts waits, and others do not", async () => {
    const world = await makeWorld();
    const { email } = await account(world);
    const from = (address: string) => ({ ...world.nobody, address });
    for (let n = 0; n < 100; n++) await signIn(from("203.0.113.7"), { email: `${n}@test.example`, password: "x" }).catch(() => {});
    await expect(signIn(from("203.0.113.7"), { email, password: PASSWORD })).rejects.toMatchObject({ kind: "tooMany" });
    expect(await signIn(from("203.0.113.8"), { email, password: PASSWORD })).toBeTruthy();
  });

  test("never adopts a session identifier: each time a new one, and the browser's old one ends", async () => {
    const world = await makeWorld();
    const { email } = await account(world);
    const doors = openSessions(world.db, { secure: false });
    const first = await signIn(world.nobody, { email, password: PASSWORD });
    const { actor } = await actorOfSession(world.db, doors, first.sessionId, world.now);
    const second = await signIn(world.ctxOf(actor), { email, password: PASSWORD });
    expect(second.sessionId).not.toBe(first.sessionId);
    expect((await actorOfSession(world.db, doors, first.sessionId, world.now)).actor).toBeNull();
  });

  test("no row of the database opens a session: a stolen copy is of no use", async () => {
    const world = await makeWorld();
    const { email } = await account(world);
    const { sessionId } = await signIn(world.nobody, { email, password: PASSWORD });
    const doors = openSessions(world.db, { secure: false });
    const stolen = [await world.db.read.select().from(sessions), await world.db.read.select().from(persons), await listEntries(world.nobody, { limit: 50 })];
    const text = JSON.stringify(stolen);
    expect(text).not.toContain(sessionId);
    for (const word of new Set(text.match(/[\w-]{8,}/g))) {
      expect((await actorOfSession(world.db, doors, word, world.now)).actor).toBeNull();
    }
    expect((await actorOfSession(world.db, doors, sessionId, world.now)).actor).not.toBeNull();
  });

  test("an account closed while it is signed in can do nothing any more", async () => {
    const world = await makeWorld();
    const { id, email } = await account(world);
    const { sessionId } = await signIn(world.nobody, { email, password: PASSWORD });
    await world.db.tx((db) => db.update(persons).set({ closedAt: world.now }).where(eq(persons.id, id)));
    expect((await actorOfSession(world.db, openSessions(world.db, { secure: false }), sessionId, world.now)).actor).toBeNull();
  });
});

describe("signing out", () => {
  test("ends this session alone; everywhere ends them all, and the act says so", async () => {
    const world = await makeWorld();
    const { id, email } = await account(world);
    const other = await account(world);
    const doors = openSessions(world.db, { secure: false });
    const open = async (who: string) => (await signIn(world.nobody, { email: who, password: PASSWORD })).sessionId;
    const [here, phone, office, stranger] = [await open(email), await open(email), await open(email), await open(other.email)];
    const who = async (session: string) => (await actorOfSession(world.db, doors, session, world.now)).actor;
    await signOut(world.ctxOf(await who(here)), { everywhere: false });
    expect(await who(here)).toBeNull();
    expect(await who(phone)).not.toBeNull();
    await signOut(world.ctxOf(await who(phone)), { everywhere: true });
    expect([await who(phone), await who(office)]).toEqual([null, null]);
    expect(await who(stranger)).not.toBeNull();
    const [entry] = await listEntries(world.nobody, { limit: 1 });
    expect(entry).toMatchObject({ act: "session.revoked", data: { personId: id, sessionId: null } });
    await expect(signOut(world.nobody, { everywhere: true })).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});

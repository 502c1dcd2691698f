// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { hashPassword, openSessions, signIn } from "~/identity/index.server";
import { requestPasswordReset } from "~/identity/request-password-reset.server";
import { resetPassword } from "~/identity/reset-password.server";
import { listEntries } from "~/journal/index.server";
import { actorOfSession } from "~/registry/index.server";
import { emailTokens } from "~db/identity/schema";
import { outbox } from "~db/notices/schema";
import { makeWorld, type World } from "~tests/harness";
import { lettersTo, secretSentTo } from "./letters";

const OLD = "la password di prima";
const NEW = "la password di adesso";
const later = (world: World, minutes: number) => ({ ...world.nobody, now: new Date(world.now.getTime() + minutes * 60_000) });

async function forgetful(more = {}) {
  const world = await makeWorld();
  const person = await world.person("Referente", { passwordHash: await hashPassword(OLD), ...more });
  return { world, ...person };
}

describe("a forgotten password", () => {
  test("is replaced through the link in the letter; every session ends, and the owner is told", async () => {
    const { world, id, email } = await forgetful();
    const { sessionId } = await signIn(world.nobody, { email, password: OLD });
    await requestPasswordReset(world.nobody, { email });
    await resetPassword(world.nobody, await secretSentTo(world, email), { password: NEW });
    expect((await actorOfSession(world.db, openSessions(world.db, { secure: false }), sessionId, world.now)).actor).toBeNull();
    await expect(signIn(world.nobody, { email, password: OLD })).rejects.toMatchObject({ kind: "invalid" });
    expect(await signIn(world.nobody, { email, password: NEW })).toBeTruthy();
    expect((await lettersTo(world, email))[0]?.subject).toBe("La password è cambiata");
    expect((await listEntries(world.nobody, { act: "session.revoked", limit: 9 }))[0]).toMatchObject({ data: { personId: id, sessionId: null } });
  });

  test("the link works once, within the hour, and only the newest one", async () => {
    const { world, email } = await forgetful();
    await requestPasswordReset(world.nobody, { email });
    const first = await secretSentTo(world, email);
    await requestPasswordReset(world.nobody, { email });
    const second = await secretSentTo(world, email);
    await expect(resetPassword(world.nobody, first, { password: NEW })).rejects.toMatchObject({ kind: "missing" });
    await expect(resetPassword(later(world, 60), second, { password: NEW })).rejects.toMatchObject({ kind: "missing" });
    await resetPassword(later(world, 59), second, { password: NEW });
    await expect(resetPassword(world.nobody, second, { password: "un'altra ancora qui" })).rejects.toMatchObject({ kind: "missing" });
    await expect(resetPassword(world.nobody, "inventato", { password: NEW })).rejects.toMatchObject({ kind: "missing" });
  });

  test("of two who use the link at the same instant only one succeeds", async () => {
    const { world, email } = await forgetful();
    await requestPasswordReset(world.nobody, { email });
    const secret = await secretSentTo(world, email);
    const outcomes = await Promise.allSettled([NEW, "una terza password"].map((password) => resetPassword(world.nobody, secret, { password })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("nobody learns whether an address has an account: same answer, same rows, no letter to strangers or closed accounts", async () => {
    const { world } = await forgetful();
    const closed = await world.person("Chiuso", { closedAt: world.now });
    for (const email of ["nessuno@test.example", closed.email]) {
      expect(await requestPasswordReset(world.nobody, { email })).toBeUndefined();
    }
    expect(await world.db.read.select().from(outbox)).toEqual([]);
    expect(await world.db.read.select().from(emailTokens)).toHaveLength(2);
  });

  test("letters to one address and from one place are limited, known or not", async () => {
    const { world, email } = await forgetful();
    for (const address of [email, "nessuno@test.example"]) {
      for (let n = 0; n < 3; n++) await requestPasswordReset(world.nobody, { email: address });
      await expect(requestPasswordReset(world.nobody, { email: address })).rejects.toMatchObject({ kind: "tooMany", details: { values: { count: 60 } } });
    }
    for (let n = 0; n < 22; n++) await requestPasswordReset(world.nobody, { email: `${n}@test.example` });
    await expect(requestPasswordReset(world.nobody, { email: "altro@test.example" })).rejects.toMatchObject({ kind: "tooMany" });
  });

  test("a new password also ends the wait after too many wrong ones", async () => {
    const { world, email } = await forgetful();
    for (let n = 0; n < 6; n++) await signIn(world.nobody, { email, password: "no" }).catch(() => {});
    await requestPasswordReset(world.nobody, { email });
    await resetPassword(world.nobody, await secretSentTo(world, email), { password: NEW });
    expect(await signIn(world.nobody, { email, password: NEW })).toBeTruthy();
  });

  test("the letter is in the language of who receives it", async () => {
    const { world, email } = await forgetful({ locale: "en" });
    await requestPasswordReset(world.nobody, { email });
    expect((await lettersTo(world, email))[0]?.subject).toBe("Choose a new password");
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { confirmEmailChange } from "~/identity/confirm-email-change.server";
import { hashPassword, signIn } from "~/identity/index.server";
import { requestEmailChange } from "~/identity/request-email-change.server";
import { requestPasswordReset } from "~/identity/request-password-reset.server";
import { resetPassword } from "~/identity/reset-password.server";
import { makeWorld } from "~tests/harness";
import { lettersTo, secretSentTo } from "./letters";

const PASSWORD = "una frase lunga e segreta";
const NEW = "nuova@test.example";

async function mover() {
  const world = await makeWorld();
  const person = await world.person("Referente", { passwordHash: await hashPassword(PASSWORD) });
  const body = await world.organisation("Quattro Lampioni");
  const { ctx } = await world.voice(body.id, { personId: person.id });
  return { world, ctx, email: person.email };
}

describe("a change of e-mail", () => {
  test("happens when the link sent to the new address is used, and the old address is told", async () => {
    const { world, ctx, email } = await mover();
    await requestEmailChange(ctx, { email: NEW, password: PASSWORD });
    expect(await signIn(world.nobody, { email, password: PASSWORD })).toBeTruthy();
    const secret = await secretSentTo(world, NEW);
    await confirmEmailChange(world.nobody, secret);
    await expect(signIn(world.nobody, { email, password: PASSWORD })).rejects.toMatchObject({ kind: "invalid" });
    expect(await signIn(world.nobody, { email: NEW, password: PASSWORD })).toBeTruthy();
    const [told] = await lettersTo(world, email);
    expect(told).toMatchObject({ subject: "L'indirizzo è cambiato" });
    expect(told?.body).toContain(NEW);
    await expect(confirmEmailChange(world.nobody, secret)).rejects.toMatchObject({ kind: "missing" });
  });

  test("needs the password, a person signed in, and another address", async () => {
    const { world, ctx, email } = await mover();
    await expect(requestEmailChange(ctx, { email: NEW, password: "no" })).rejects.toMatchObject({ details: { fields: { password: "identity.password.wrong" } } });
    await expect(requestEmailChange(ctx, { email, password: PASSWORD })).rejects.toMatchObject({ details: { fields: { email: "identity.email.same" } } });
    await expect(requestEmailChange(world.nobody, { email: NEW, password: PASSWORD })).rejects.toMatchObject({ kind: "unauthenticated" });
    expect(await lettersTo(world, NEW)).toEqual([]);
  });

  test("to the address of another account gets the same answer; only the owner of that address is told, and nothing moves", async () => {
    const { world, ctx, email } = await mover();
    const other = await world.person("Altro", { passwordHash: await hashPassword(PASSWORD) });
    expect(await requestEmailChange(ctx, { email: other.email, password: PASSWORD })).toBeUndefined();
    const [letter] = await lettersTo(world, other.email);
    expect(letter?.subject).toBe("Questo indirizzo ha già un accesso");
    expect(letter?.body).not.toContain("/accesso/");
    expect(await signIn(world.nobody, { email, password: PASSWORD })).toBeTruthy();
  });

  test("is void after a day, when the address was taken meanwhile, and when the password was reset", async () => {
    const { world, ctx, email } = await mover();
    await requestEmailChange(ctx, { email: NEW, password: PASSWORD });
    const secret = await secretSentTo(world, NEW);
    await expect(confirmEmailChange({ ...world.nobody, now: new Date(world.now.getTime() + 86_400_000) }, secret)).rejects.toMatchObject({ kind: "missing" });
    await requestPasswordReset(world.nobody, { email });
    await resetPassword(world.nobody, await secretSentTo(world, email), { password: "tutta un'altra frase" });
    await expect(confirmEmailChange(world.nobody, secret)).rejects.toMatchObject({ kind: "missing" });

    const again = await mover();
    await requestEmailChange(again.ctx, { email: NEW, password: PASSWORD });
    const late = await secretSentTo(again.world, NEW);
    await again.world.person("Più veloce", { email: NEW });
    await expect(confirmEmailChange(again.world.nobody, late)).rejects.toMatchObject({ kind: "missing" });
  });
});

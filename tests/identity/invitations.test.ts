// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { powers as everyPower, type Power } from "~/identity";
import { openSessions, signIn } from "~/identity/index.server";
import { listEntries } from "~/journal/index.server";
import { actorOfSession, endAffiliation, voicesOf, waiting } from "~/registry/index.server";
import { acceptInvitation } from "~/registry/invitations/accept-invitation.server";
import { findInvitation, pendingInvitations } from "~/registry/invitations/find-invitation.server";
import { invitePerson } from "~/registry/invitations/invite-person.server";
import { withdrawInvitation } from "~/registry/invitations/withdraw-invitation.server";
import { emailTokens, persons } from "~db/identity/schema";
import { makeWorld } from "~tests/harness";
import { lettersTo, secretSentTo } from "./letters";

const GUEST = "invitata@test.example";
const PASSWORD = "una frase lunga e segreta";
const offer = { email: GUEST, capacity: "delegate" as const, roleLabel: "Referente disabilità", powers: ["read", "write", "speak"] as Power[] };
const newcomer = { label: "Referente disabilità", password: PASSWORD };

async function bodyWithManager() {
  const world = await makeWorld();
  const body = await world.organisation("Quattro Lampioni");
  const manager = await world.voice(body.id, { label: "Presidente", powers: everyPower.filter((power) => !["manage_plan", "manage_procedures", "manage_tables", "manage_registry"].includes(power)) });
  return { world, body, manager };
}

describe("an invitation", () => {
  test("gives a newcomer an account, a session and the place in the body that was offered", async () => {
    const { world, body, manager } = await bodyWithManager();
    await invitePerson(manager.ctx, body.slug, offer);
    const [letter] = await lettersTo(world, GUEST);
    expect(letter?.subject).toBe("Invito a parlare per Quattro Lampioni");
    const { sessionId } = await acceptInvitation(world.nobody, await secretSentTo(world, GUEST), newcomer);
    const { actor } = await actorOfSession(world.db, openSessions(world.db, { secure: false }), sessionId, world.now);
    expect(actor).toMatchObject({ organisationId: body.id, roleLabel: offer.roleLabel, capacity: "delegate", powers: offer.powers, administrator: false });
    const acts = (await listEntries(world.nobody, { limit: 20 })).map(({ act }) => act);
    expect(acts).toEqual(["session.opened", "invitation.accepted", "affiliation.begun", "account.opened", "invitation.sent"]);
    expect(await signIn(world.nobody, { email: GUEST, password: PASSWORD })).toBeTruthy();
  });

  test("works once, within seven days", async () => {
    const { world, body, manager } = await bodyWithManager();
    await invitePerson(manager.ctx, body.slug, offer);
    const secret = await secretSentTo(world, GUEST);
    const at = (days: number) => ({ ...world.nobody, now: new Date(world.now.getTime() + days * 86_400_000) });
    await expect(acceptInvitation(at(7), secret, newcomer)).rejects.toMatchObject({ kind: "missing", details: { because: "identity.link.spent" } });
    await acceptInvitation(at(6.99), secret, newcomer);
    await expect(acceptInvitation(at(6.99), secret, newcomer)).rejects.toMatchObject({ kind: "missing" });
    await expect(findInvitation(world.nobody, "inventato")).rejects.toMatchObject({ kind: "missing" });
  });

  test("refuses a weak password and keeps the link", async () => {
    const { world, body, manager } = await bodyWithManager();
    await invitePerson(manager.ctx, body.slug, offer);
    const secret = await secretSentTo(world, GUEST);
    await expect(acceptInvitation(world.nobody, secret, { label: "Referente", password: "corta" })).rejects.toMatchObject({ details: { fields: { password: "identity.password.tooShort" } } });
    expect(await acceptInvitation(world.nobody, secret, newcomer)).toBeTruthy();
  });

  test("for an address with an account is accepted by that person alone, who finds it waiting", async () => {
    const { world, body, manager } = await bodyWithManager();
    const guest = await world.person("Referente", { email: GUEST });
    const elsewhere = await world.organisation("Altra cooperativa");
    const voice = await world.voice(elsewhere.id, { personId: guest.id });
    await invitePerson(manager.ctx, body.slug, offer);
    const secret = await secretSentTo(world, GUEST);
    await expect(acceptInvitation(world.nobody, secret, newcomer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(acceptInvitation(manager.ctx, secret, {})).rejects.toMatchObject({ kind: "forbidden" });
    const [wait] = await waiting(voice.ctx);
    expect(wait).toMatchObject({ values: { body: "Quattro Lampioni" }, due: new Date("2026-03-17T09:00:00Z") });
    const id = wait!.to.split("/").at(-1)!;
    await expect(acceptInvitation(manager.ctx, id, {})).rejects.toMatchObject({ kind: "missing" });
    expect(await acceptInvitation(voice.ctx, id, {})).toEqual({ sessionId: null });
    expect((await voicesOf(world.db, guest.id, world.now)).map(({ organisationName }) => organisationName)).toEqual(["Altra cooperativa", "Quattro Lampioni"]);
    expect(await waiting(voice.ctx)).toEqual([]);
  });

  test("answers who invites in the same way, whether the address has an account or not", async () => {
    const { world, body, manager } = await bodyWithManager();
    await world.person("Referente", { email: "nota@test.example" });
    for (const email of ["nota@test.example", "ignota@test.example"]) await invitePerson(manager.ctx, body.slug, { ...offer, email });
    const [known, unknown] = [await lettersTo(world, "nota@test.example"), await lettersTo(world, "ignota@test.example")].map(([letter]) => letter!.body.replace(/invito\/[\w-]+/, ""));
    expect(known).toBe(unknown);
    expect((await pendingInvitations(world.nobody, body.id)).map(({ email }) => email)).toEqual(["nota@test.example", "ignota@test.example"]);
  });

  test("is sent by who manages the people of that body or by an administrator, and by nobody else", async () => {
    const { world, body, manager } = await bodyWithManager();
    const other = await world.organisation("Altra cooperativa");
    const member = await world.voice(body.id);
    const administrator = await world.administrator();
    await expect(invitePerson(world.nobody, body.slug, offer)).rejects.toMatchObject({ kind: "unauthenticated" });
    await expect(invitePerson(member.ctx, body.slug, offer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(invitePerson(manager.ctx, other.slug, offer)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(invitePerson(manager.ctx, body.slug, { ...offer, powers: ["manage_registry"] })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await invitePerson(administrator.ctx, other.slug, offer)).toBeTruthy();
  });

  test("is void when whoever sent it may no longer send it, and when it was taken back", async () => {
    const { world, body, manager } = await bodyWithManager();
    const administrator = await world.administrator();
    await invitePerson(manager.ctx, body.slug, offer);
    const secret = await secretSentTo(world, GUEST);
    await endAffiliation(administrator.ctx, { affiliationId: manager.affiliationId, reason: "Fine del mandato" });
    await expect(acceptInvitation(world.nobody, secret, newcomer)).rejects.toMatchObject({ kind: "conflict", details: { because: "identity.invitation.inviterGone" } });
    expect(await world.db.read.select().from(persons).where(eq(persons.email, GUEST))).toEqual([]);

    const { invitationId } = await invitePerson(administrator.ctx, body.slug, offer);
    const member = await world.voice(body.id);
    await expect(withdrawInvitation(member.ctx, body.slug, invitationId)).rejects.toMatchObject({ kind: "forbidden" });
    await withdrawInvitation(administrator.ctx, body.slug, invitationId);
    await expect(acceptInvitation(world.nobody, await secretSentTo(world, GUEST), newcomer)).rejects.toMatchObject({ kind: "missing" });
  });

  test("keeps in the database only the hash of its secret, apart from the letter that has to leave", async () => {
    const { world, body, manager } = await bodyWithManager();
    await invitePerson(manager.ctx, body.slug, offer);
    const secret = await secretSentTo(world, GUEST);
    expect(JSON.stringify([await world.db.read.select().from(emailTokens), await listEntries(world.nobody, { limit: 9 })])).not.toContain(secret);
  });
});

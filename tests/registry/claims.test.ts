// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { voicesOf } from "~/registry/index.server";
import { findOrganisation, findOrganisations } from "~/registry/index.server";
import { answerClaim, withdrawClaim } from "~/registry/claims/answer-claim.server";
import { askToSpeak } from "~/registry/claims/ask-to-speak.server";
import { claimsToAnswer, findClaim } from "~/registry/claims/find-claim.server";
import { waiting } from "~/registry/index.server";
import { asPerson, findToken } from "~/identity/index.server";
import { openAccount } from "~/identity/open-account.server";
import { requestRegistration } from "~/identity/request-registration.server";
import { outbox } from "~db/notices/schema";
import { makeWorld, type World } from "~tests/harness";

const CODE = "97123450153";
const asked = { fiscalCode: CODE, capacity: "legal_representative" as const, roleLabel: "Presidente", evidence: "Verbale di nomina del 12 gennaio" };
const described = { ...asked, name: "Coop. Eta", kind: "ets" as const };

async function stranger(world: World, label = "Persona") {
  const { id } = await world.person(label);
  return asPerson(world.nobody, { id, label, administrator: false });
}

async function registryOffice(world: World) {
  const office = await world.organisation("Direzione", { kind: "directorate" });
  return (await world.voice(office.id, { capacity: "officer", powers: ["manage_registry"] })).ctx;
}

describe("asking to speak for a body", () => {
  test("a fiscal code that is in the registry becomes a request to join, never a second record", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Eta società cooperativa sociale", { fiscalCode: CODE });
    const person = await stranger(world);
    const { claimId } = await askToSpeak(person, { ...described, fiscalCode: "971 234 501 53" });
    expect(await findClaim(person, claimId)).toMatchObject({ organisationId: body.id, bodyName: body.name, data: null });
    expect((await findOrganisations(person, {})).total).toBe(1);
    await expect(askToSpeak(person, asked)).rejects.toMatchObject({ kind: "conflict", details: { because: "registry.claims.asked" } });
  });

  test("who manages the body accepts, and the person speaks for it with the powers of the quality asked for", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Eta", { fiscalCode: CODE });
    const { ctx: president } = await world.voice(body.id, { powers: ["speak", "manage_members"] });
    const person = await stranger(world);
    const { claimId } = await askToSpeak(person, { ...asked, capacity: "technical_contact" });
    expect((await waiting(president)).map(({ says }) => says)).toContain("registry.claims.waiting");
    await answerClaim(president, claimId, { outcome: "accepted" });
    expect(await voicesOf(world.db, person.actor?.personId ?? "", world.now)).toMatchObject([{ organisationId: body.id, capacity: "technical_contact", powers: ["read", "write"] }]);
    await expect(answerClaim(president, claimId, { outcome: "accepted" })).rejects.toMatchObject({ details: { because: "registry.claims.answered" } });
  });

  test("a new body enters the registry, as declared by itself, only when the registry accepts", async () => {
    const world = await makeWorld();
    const office = await registryOffice(world);
    const person = await stranger(world);
    await expect(askToSpeak(person, asked)).rejects.toMatchObject({ kind: "invalid", details: { fields: { name: "web.field.required" } } });
    const { claimId } = await askToSpeak(person, described);
    expect((await findOrganisations(office, { testo: "Eta" })).total).toBe(0);
    await answerClaim(office, claimId, { outcome: "accepted" });
    expect(await findOrganisation(office, "coop-eta")).toMatchObject({ source: "self_declared", fiscalCode: CODE, checkedAt: null });
    expect(await voicesOf(world.db, person.actor?.personId ?? "", world.now)).toHaveLength(1);
  });

  test("two people who describe the same new body end up in one", async () => {
    const world = await makeWorld();
    const office = await registryOffice(world);
    const claims = await Promise.all([await stranger(world, "Prima"), await stranger(world, "Seconda")].map((person) => askToSpeak(person, described)));
    for (const { claimId } of claims) await answerClaim(office, claimId, { outcome: "accepted" });
    expect((await findOrganisations(office, { testo: CODE })).total).toBe(1);
  });

  test("a refusal needs a reason, which the person reads; a withdrawn request is answered no more", async () => {
    const world = await makeWorld();
    const office = await registryOffice(world);
    const person = await stranger(world);
    const { claimId } = await askToSpeak(person, described);
    await expect(answerClaim(office, claimId, { outcome: "refused" })).rejects.toMatchObject({ details: { fields: { reason: "registry.claims.reasonNeeded" } } });
    await answerClaim(office, claimId, { outcome: "refused", reason: "Il verbale non è allegato." });
    expect(await findClaim(person, claimId)).toMatchObject({ outcome: "refused", reason: "Il verbale non è allegato." });
    const letters = await world.db.read.select().from(outbox);
    expect(letters.at(-1)?.body).toContain("Il verbale non è allegato.");
    const again = await askToSpeak(person, described);
    await withdrawClaim(person, again.claimId);
    await expect(answerClaim(office, again.claimId, { outcome: "accepted" })).rejects.toMatchObject({ kind: "conflict" });
  });

  test.each([
    ["12345678902", "registry.fiscalCode.checkDigit"],
    ["RSSMRA80A01F205X", "registry.fiscalCode.ofPerson"],
    ["", "registry.claims.codeNeeded"],
  ])("the code «%s» is refused with its reason", async (fiscalCode, because) => {
    const world = await makeWorld();
    await expect(askToSpeak(await stranger(world), { ...described, fiscalCode })).rejects.toMatchObject({ details: { fields: { fiscalCode: because } } });
  });

  test("nobody else sees, answers or withdraws a request", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Eta", { fiscalCode: CODE });
    const other = await world.organisation("Altro ente");
    const { ctx: manager } = await world.voice(other.id, { powers: ["manage_members"] });
    const { ctx: member } = await world.voice(body.id, { powers: ["speak"] });
    const person = await stranger(world);
    const { claimId } = await askToSpeak(person, asked);
    for (const outsider of [manager, member, await stranger(world), world.nobody]) {
      await expect(findClaim(outsider, claimId)).rejects.toMatchObject({ kind: "missing" });
      await expect(answerClaim(outsider, claimId, { outcome: "accepted" })).rejects.toMatchObject({ kind: "missing" });
    }
    await expect(answerClaim(person, claimId, { outcome: "accepted" })).rejects.toMatchObject({ kind: "forbidden", details: { because: "registry.policy.ownClaim" } });
    await expect(claimsToAnswer(member, true)).rejects.toMatchObject({ kind: "forbidden" });
    const office = await registryOffice(world);
    await expect(withdrawClaim(office, claimId)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(askToSpeak(world.nobody, asked)).rejects.toMatchObject({ kind: "unauthenticated" });
  });
});

describe("opening an account", () => {
  test("the link in the letter opens it once; the person speaks for nobody yet", async () => {
    const world = await makeWorld();
    await requestRegistration(world.nobody, { email: "nuova@example.org" });
    const [letter] = await world.db.read.select().from(outbox);
    const secret = /registrazione\/([\w-]+)/.exec(letter?.body ?? "")?.[1] ?? "";
    expect(await findToken(world.nobody, "registration", secret)).toMatchObject({ email: "nuova@example.org" });
    await openAccount(world.nobody, secret, { label: "Presidente", password: "quattro parole a caso" });
    await expect(openAccount(world.nobody, secret, { label: "Altro", password: "quattro parole a caso" })).rejects.toMatchObject({ kind: "missing" });
  });

  test("an address that has an account is told so by letter, and gets no link", async () => {
    const world = await makeWorld();
    await world.person("Nota", { email: "nota@example.org" });
    await requestRegistration(world.nobody, { email: "nota@example.org" });
    const [letter] = await world.db.read.select().from(outbox);
    expect(letter?.body).not.toMatch(/registrazione\//);
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import type { Power } from "~/identity";
import { listEntries } from "~/journal/index.server";
import { affiliatePerson, endAffiliation, peopleOf, voicesOf } from "~/registry/index.server";
import { makeWorld, type World } from "~tests/harness";

const DAY = 86_400_000;

async function setting(world: World) {
  const body = await world.organisation("Ente");
  const office = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const { ctx: admin } = await world.administrator();
  const person = await world.person("Referente");
  const ask = (more: object = {}) => ({ personId: person.id, organisationId: body.id, capacity: "delegate" as const, powers: ["read", "speak"] as Power[], roleLabel: "Referente", ...more });
  return { body, office, admin, person, ask };
}

describe("an affiliation", () => {
  test("lets the person speak from its start to its end, and the act has ids and no label", async () => {
    const world = await makeWorld();
    const { body, admin, person, ask } = await setting(world);
    const { affiliationId } = await affiliatePerson(admin, ask());
    expect(await voicesOf(world.db, person.id, world.now)).toMatchObject([{ affiliationId, powers: ["read", "speak"] }]);
    const [begun] = await listEntries(admin, { limit: 1 });
    expect(begun).toMatchObject({ act: "affiliation.begun", subjectId: body.id, data: { affiliationId, personId: person.id, organisationId: body.id } });
    expect(JSON.stringify(begun?.data)).not.toContain("Referente");
    const later = { ...admin, now: new Date(world.now.getTime() + DAY) };
    await endAffiliation(later, { affiliationId, reason: "Fine incarico" });
    expect(await voicesOf(world.db, person.id, world.now)).toHaveLength(1);
    expect(await voicesOf(world.db, person.id, later.now)).toEqual([]);
    expect((await listEntries(admin, { limit: 1 }))[0]).toMatchObject({ act: "affiliation.ended", data: { affiliationId, personId: person.id } });
    await expect(endAffiliation(later, { affiliationId, reason: "Di nuovo" })).rejects.toMatchObject({ kind: "conflict" });
    await expect(affiliatePerson(later, ask())).resolves.toMatchObject({ affiliationId: expect.not.stringMatching(affiliationId) });
  });

  test("is not begun twice in the same days and capacity, nor ended in the past, nor without a reason", async () => {
    const world = await makeWorld();
    const { admin, ask } = await setting(world);
    const { affiliationId } = await affiliatePerson(admin, ask());
    await expect(affiliatePerson(admin, ask())).rejects.toMatchObject({ kind: "conflict" });
    await expect(affiliatePerson(admin, ask({ capacity: "officer" }))).resolves.toBeTruthy();
    const yesterday = new Date(world.now.getTime() - DAY);
    await expect(endAffiliation(admin, { affiliationId, reason: "Errore", at: yesterday })).rejects.toMatchObject({ kind: "invalid" });
    await expect(endAffiliation(admin, { affiliationId, reason: " " })).rejects.toMatchObject({ details: { fields: { reason: "registry.affiliation.reasonNeeded" } } });
    await expect(affiliatePerson(admin, ask({ capacity: "attorney", validFrom: world.now, validTo: yesterday }))).rejects.toMatchObject({ kind: "invalid" });
  });

  test("the body's own manager gives no power that they do not hold, and nothing to other bodies", async () => {
    const world = await makeWorld();
    const { body, ask } = await setting(world);
    const other = await world.organisation("Altro");
    const { ctx } = await world.voice(body.id, { powers: ["read", "speak", "manage_members"] });
    await expect(affiliatePerson(ctx, ask({ powers: ["submit"] }))).rejects.toMatchObject({ details: { because: "registry.policy.beyondYourPowers" } });
    await expect(affiliatePerson(ctx, ask({ organisationId: other.id }))).rejects.toMatchObject({ details: { because: "registry.policy.notYourBody" } });
    await expect(affiliatePerson(ctx, ask())).resolves.toBeTruthy();
  });

  test("powers of the city's offices come from an administrator and go to an office only", async () => {
    const world = await makeWorld();
    const { body, office, admin, ask } = await setting(world);
    const powers = ["manage_tables", "manage_registry"];
    await expect(affiliatePerson(admin, ask({ powers }))).rejects.toMatchObject({ details: { because: "registry.policy.onlyForOffices" } });
    const keeper = await world.voice(office.id, { powers: ["manage_registry"] });
    const toOffice = ask({ organisationId: office.id, capacity: "officer", powers });
    await expect(affiliatePerson(keeper.ctx, toOffice)).rejects.toMatchObject({ details: { because: "registry.policy.onlyAdministratorGivesOffice" } });
    await expect(affiliatePerson(admin, toOffice)).resolves.toBeTruthy();
    await expect(affiliatePerson(keeper.ctx, ask({ organisationId: body.id }))).resolves.toBeTruthy();
    await expect(affiliatePerson(admin, ask({ capacity: "platform_administrator" }))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is ended by the registry, the body's manager or the person, and by nobody else", async () => {
    const world = await makeWorld();
    const { body } = await setting(world);
    const held = await world.voice(body.id);
    const colleague = await world.voice(body.id);
    const outsider = await world.voice((await world.organisation("Altro")).id, { powers: ["manage_members"] });
    const end = { affiliationId: held.affiliationId, reason: "Fine incarico" };
    for (const { ctx } of [colleague, outsider, { ctx: world.nobody }]) {
      await expect(endAffiliation(ctx, end)).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(endAffiliation(held.ctx, end)).resolves.toMatchObject({ organisationId: body.id });
  });
});

describe("the people of a body", () => {
  test("are known by name to their own and to the registry; of a public body everybody knows the roles; of others nothing", async () => {
    const world = await makeWorld();
    const { body, office, admin } = await setting(world);
    const mine = await world.voice(body.id, { label: "Portavoce" });
    const officer = await world.voice(office.id, { label: "Referente di Direzione" });
    await world.voice(office.id, { label: "Referente di prima", validTo: world.now });
    expect(await peopleOf(mine.ctx, body)).toMatchObject([{ personLabel: "Portavoce", personId: mine.personId }]);
    expect(await peopleOf(admin, office)).toHaveLength(2);
    for (const ctx of [officer.ctx, world.nobody]) expect(await peopleOf(ctx, body)).toEqual([]);
    expect(await peopleOf(world.nobody, office)).toMatchObject([{ roleLabel: "Referente di Direzione", personLabel: null, personId: null, powers: [] }]);
  });
});

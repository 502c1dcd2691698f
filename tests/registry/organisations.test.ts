// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { etsCategories, missingFacts, sectionOfCategory } from "~/registry";
import { findOrganisation, findOrganisations, registerOrganisation, updateOrganisation } from "~/registry/index.server";
import { sectionSuits } from "~/registry/runts";
import { makeWorld } from "~tests/harness";

const coop = {
  name: "Cooperativa sociale Quattro Lampioni",
  kind: "ets",
  etsCategory: "social_enterprise",
  runtsSection: "d",
  runtsNumber: "12345",
  fiscalCode: "97123450153",
  pec: "Lampioni@PEC.example.it",
  art5Letters: ["q", "a", "a"],
} as const;

const input = (more: object = {}) => ({ ...coop, art5Letters: [...coop.art5Letters], ...more });

describe("registering a body", () => {
  test("writes the record and the act, with codes and letters in order", async () => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    const { id, slug } = await registerOrganisation(ctx, input());
    expect(slug).toBe("cooperativa-sociale-quattro-lampioni");
    const body = await findOrganisation(ctx, slug);
    expect(body).toMatchObject({ id, pec: "lampioni@pec.example.it", art5Letters: ["a", "q"], source: "manual_check", checkedAt: world.now });
    const [entry] = await listEntries(ctx, { limit: 1 });
    expect(entry).toMatchObject({ act: "organisation.registered", subjectId: id, data: { organisationId: id } });
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true });
  });

  test("never makes a second record with the same fiscal code, and points at the first", async () => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    const { slug } = await registerOrganisation(ctx, input());
    const again = registerOrganisation(ctx, input({ name: "Quattro Lampioni ONLUS", fiscalCode: "971 234 501 53" }));
    await expect(again).rejects.toMatchObject({ kind: "conflict", details: { values: { slug, name: coop.name } } });
    expect((await findOrganisations(ctx, {})).total).toBe(1);
    const all = await Promise.allSettled([1, 2, 3].map((n) => registerOrganisation(ctx, input({ name: `Gara ${n}`, fiscalCode: "80143490581" }))));
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("gives two bodies of one name two addresses", async () => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    await registerOrganisation(ctx, { name: "Nuovo", kind: "company" });
    const second = await registerOrganisation(ctx, { name: "Nuovo", kind: "company" });
    expect([(await findOrganisation(ctx, "nuovo-2")).name, second.slug]).toEqual(["Nuovo", "nuovo-3"]);
  });

  test.each([
    [{ fiscalCode: "RSSMRA80A01F205X" }, { fiscalCode: "registry.fiscalCode.ofPerson" }],
    [{ fiscalCode: "" }, { fiscalCode: "registry.fiscalCode.required" }],
    [{ fiscalCode: "97123450154" }, { fiscalCode: "registry.fiscalCode.checkDigit" }],
    [{ vatNumber: "1234567890" }, { vatNumber: "registry.vatNumber.elevenDigits" }],
    [{ pec: "lampioni" }, { pec: "registry.pec.shape" }],
    [{ pec: "" }, { pec: "registry.pec.required" }],
    [{ etsCategory: "" }, { etsCategory: "registry.form.chooseCategory" }],
    [{ runtsSection: "a" }, { runtsSection: "registry.runts.otherSection" }],
    [{ runtsNumber: "dodici" }, { runtsNumber: "registry.runts.number" }],
    [{ runtsSection: "" }, { runtsSection: "registry.runts.sectionToo" }],
    [{ kind: "company" }, { etsCategory: "registry.form.onlyEts", runtsSection: "registry.form.onlyEts" }],
    [{ kind: "directorate", etsCategory: "", runtsSection: "", runtsNumber: "" }, { fiscalCode: "registry.fiscalCode.ofComune" }],
    [{ scale: "district" }, { districts: "registry.form.chooseDistricts" }],
    [{ name: " " }, { name: "web.field.required" }],
    [{ kind: "" }, { kind: "registry.form.chooseKind" }],
  ])("refuses %j and says which field and why", async (wrong, fields) => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    await expect(registerOrganisation(ctx, input(wrong) as never)).rejects.toMatchObject({ kind: "invalid", details: { fields } });
    expect((await findOrganisations(ctx, {})).total).toBe(0);
  });

  test("accepts from a list what is incomplete, and the record says what it lacks", async () => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    const { id } = await registerOrganisation(ctx, { name: "APS Orto Sospeso", kind: "ets", etsCategory: "aps", runtsSection: "b", source: "demo" });
    const body = await findOrganisation(ctx, id);
    expect(body.checkedAt).toBeNull();
    expect(missingFacts(body)).toContain("registry.facts.fiscalCode");
  });

  test("is not for whoever has no power on the registry", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Ente");
    for (const ctx of [world.nobody, (await world.voice(body.id)).ctx, (await world.voice(body.id, { powers: ["manage_members"] })).ctx]) {
      await expect(registerOrganisation(ctx, input())).rejects.toMatchObject({ kind: "forbidden" });
    }
    const office = await world.organisation("Direzione", { kind: "directorate" });
    const { ctx } = await world.voice(office.id, { powers: ["manage_registry"] });
    await expect(registerOrganisation(ctx, input())).resolves.toMatchObject({ slug: expect.any(String) });
  });
});

describe("the section of the RUNTS", () => {
  test("is that of the category; only an associative network may be in another", () => {
    for (const category of etsCategories) {
      expect(sectionSuits(category, sectionOfCategory(category))).toBe(true);
      expect(sectionSuits(category, sectionOfCategory(category) === "a" ? "b" : "a")).toBe(category === "associative_network");
    }
  });
});

describe("changing a body", () => {
  test("keeps what was before and after in the act, without what may name a person", async () => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    const { id } = await registerOrganisation(ctx, input());
    await updateOrganisation(ctx, id, input({ name: "Quattro Lampioni", legalRepresentative: "Presidente" }));
    const [entry] = await listEntries(ctx, { limit: 1 });
    expect(entry).toMatchObject({ act: "organisation.changed", data: { changed: { name: { from: coop.name, to: "Quattro Lampioni" }, legalRepresentative: {} } } });
    await updateOrganisation(ctx, id, input({ name: "Quattro Lampioni", legalRepresentative: "Presidente" }));
    expect((await listEntries(ctx, { limit: 1 }))[0]?.act).toBe("organisation.checked");
  });

  test("by the body itself: its own data become self-declared; what it is, it does not change; others' data never", async () => {
    const world = await makeWorld();
    const { ctx: admin } = await world.administrator();
    const { id } = await registerOrganisation(admin, input());
    const own = await world.voice(id, { powers: ["manage_members"] });
    await updateOrganisation(own.ctx, id, input({ purpose: "Servizi diurni" }));
    expect(await findOrganisation(admin, id)).toMatchObject({ source: "self_declared", checkedAt: null, purpose: "Servizi diurni" });
    const reclassified = updateOrganisation(own.ctx, id, input({ etsCategory: "aps", runtsSection: "b" }));
    await expect(reclassified).rejects.toMatchObject({ details: { because: "registry.policy.onlyRegistryReclassifies" } });
    const plain = await world.voice(id);
    await expect(updateOrganisation(plain.ctx, id, input())).rejects.toMatchObject({ kind: "forbidden" });
    const other = await world.organisation("Altro ente");
    await expect(updateOrganisation(own.ctx, other.id, input({ fiscalCode: "80143490581" }))).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("a body registered without a fiscal code may give its own", async () => {
    const world = await makeWorld();
    const { ctx: admin } = await world.administrator();
    const { id } = await registerOrganisation(admin, { name: "APS Orto", kind: "ets", etsCategory: "aps", source: "demo" });
    const own = await world.voice(id, { powers: ["manage_members"] });
    await updateOrganisation(own.ctx, id, { name: "APS Orto", kind: "ets", etsCategory: "aps", fiscalCode: "12345678903", pec: "orto@pec.example.it" });
    expect((await findOrganisation(admin, id)).fiscalCode).toBe("12345678903");
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { contactsOf, membersOfNetwork, networksOf, remindAffiliations } from "~/registry/index.server";
import { addContact, removeContact } from "~/registry/contacts/contacts.server";
import { addToNetwork, leaveNetwork } from "~/registry/networks/networks.server";
import { peopleAt } from "~/registry/people.server";
import { grantSeat, remindMandates } from "~/tables/index.server";
import { outbox } from "~db/notices/schema";
import { makeWorld } from "~tests/harness";

const days = (from: Date, n: number) => new Date(from.getTime() + n * 86_400_000);

describe("the contacts of a body", () => {
  test("are shown to those for whom they are meant, and to nobody else", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Ente");
    const { ctx: manager } = await world.voice(body.id, { powers: ["manage_members"] });
    const other = await world.organisation("Altro");
    const { ctx: outsider } = await world.voice(other.id);
    const levels = ["public", "tables", "registry"] as const;
    for (const visibility of levels) await addContact(manager, body.slug, { kind: "email", label: visibility, value: `${visibility}@example.org`, visibility });
    const seen = async (ctx: typeof outsider, shares: boolean) => (await contactsOf(ctx, body as never, shares)).map(({ label }) => label).sort();
    expect(await seen(world.nobody, false)).toEqual(["public"]);
    expect(await seen(outsider, false)).toEqual(["public"]);
    expect(await seen(outsider, true)).toEqual(["public", "tables"]);
    expect(await seen(manager, false)).toEqual([...levels].sort());
    await expect(addContact(outsider, body.slug, { kind: "email", label: "altri", value: "a@example.org", visibility: "public" })).rejects.toMatchObject({ kind: "forbidden" });
    const [first] = await contactsOf(manager, body as never, false);
    await removeContact(manager, body.slug, first?.id ?? "");
    expect(await seen(manager, false)).toHaveLength(2);
    await expect(addContact(manager, body.slug, { kind: "phone", label: "casa", value: "via Roma 1", visibility: "public" })).rejects.toMatchObject({ details: { fields: { value: "registry.contacts.wrong.phone" } } });
  });
});

describe("representation of the second degree", () => {
  test("a network says for which bodies it speaks, from when and until when", async () => {
    const world = await makeWorld();
    const network = await world.organisation("Rete Gomitolo", { etsCategory: "associative_network" });
    const member = await world.organisation("Ente aderente");
    const { ctx } = await world.voice(network.id, { powers: ["manage_members"] });
    await addToNetwork(ctx, network.slug, { memberId: member.id, source: "Elenco 2026" });
    const [tie] = await membersOfNetwork(ctx, network.id, world.now);
    expect(await networksOf(ctx, member.id, world.now)).toMatchObject([{ slug: network.slug }]);
    await expect(addToNetwork(ctx, network.slug, { memberId: member.id, source: "Elenco 2026" })).rejects.toMatchObject({ kind: "conflict" });
    const later = { ...ctx, now: days(world.now, 10) };
    await leaveNetwork(later, network.slug, tie?.id ?? "");
    expect(await membersOfNetwork(ctx, network.id, days(world.now, 5))).toHaveLength(1);
    expect(await membersOfNetwork(ctx, network.id, days(world.now, 10))).toHaveLength(0);
  });

  test("a body cannot enrol itself in somebody else's network, nor can a body that is no network have members", async () => {
    const world = await makeWorld();
    const network = await world.organisation("Rete", { kind: "network" });
    const member = await world.organisation("Ente");
    const { ctx } = await world.voice(member.id, { powers: ["manage_members"] });
    await expect(addToNetwork(ctx, network.slug, { memberId: member.id, source: "lo dico io" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(addToNetwork(ctx, member.slug, { memberId: network.id, source: "al contrario" })).rejects.toMatchObject({ kind: "missing" });
  });
});

describe("bodies with a bounded role", () => {
  test.each(["informal_group", "company"])("a %s sits at a table as an observer only", async (kind) => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    const table = await world.table("Laboratorio");
    const body = await world.organisation("Comitato", { kind });
    await expect(grantSeat(ctx, { tableId: table.id, organisationId: body.id, role: "member", basis: "Ammissione" })).rejects.toMatchObject({ details: { because: "tables.seat.onlyObserves" } });
    await grantSeat(ctx, { tableId: table.id, organisationId: body.id, role: "observer", basis: "Ammissione" });
  });
});

describe("powers that end", () => {
  test("are announced 60, 30, 15 and 7 days before, once each, to the person and to who manages the body", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Ente");
    const { personId } = await world.voice(body.id, { label: "Delegato", powers: ["speak"], validTo: days(world.now, 61) });
    await world.voice(body.id, { label: "Presidente", powers: ["manage_members"] });
    const letters = async () => (await world.db.read.select().from(outbox)).length;
    const on = async (day: number) => {
      await remindAffiliations({ db: world.db, now: days(world.now, day) });
      await remindAffiliations({ db: world.db, now: days(world.now, day) });
      return letters();
    };
    expect(await on(0)).toBe(0);
    expect(await on(1)).toBe(2);
    expect(await on(20)).toBe(2);
    expect(await on(31)).toBe(4);
    expect(await on(46)).toBe(6);
    // switched off on the day itself: made up for later, without the distances already passed
    expect(await on(58)).toBe(8);
    expect(await on(60)).toBe(8);
    expect(personId).toBeTruthy();
  });

  test("a mandate at a sensitive table is announced without naming the table", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Ente");
    const voice = await world.voice(body.id);
    const table = await world.table("Tavolo Alzheimer", { sensitive: true });
    await world.seat(table.id, body.id, { voices: [voice], mandateTo: days(world.now, 20) });
    await remindMandates({ db: world.db, now: world.now });
    const [letter] = await world.db.read.select().from(outbox);
    expect(`${letter?.subject} ${letter?.body}`).toContain("un tavolo tematico");
    expect(`${letter?.subject} ${letter?.body.replace(/https?:\S+/g, "")}`).not.toContain("Alzheimer");
  });

  test("who could do what for the body is answered for any moment, to who may know", async () => {
    const world = await makeWorld();
    const body = await world.organisation("Ente");
    const from = new Date("2026-03-01T00:00:00Z");
    const until = new Date("2026-03-12T14:30:00Z");
    await world.voice(body.id, { label: "Prima", validFrom: from, validTo: until });
    const { ctx } = await world.voice(body.id, { label: "Poi", validFrom: until });
    const then = async (at: Date) => (await peopleAt(ctx, body, at)).map(({ personLabel }) => personLabel);
    expect(await then(new Date("2026-03-12T14:29:59Z"))).toEqual(["Prima"]);
    expect(await then(until)).toEqual(["Poi"]);
    await expect(peopleAt(world.nobody, body, until)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { endAffiliation } from "~/registry/index.server";
import { createTable, endMandate, endSeat, findTable, giveMandate, grantSeat, listTables, membersOf, seatsAt, standingAt, tablesOf, updateTable } from "~/tables/index.server";
import { situationOf } from "~/tables/coverage/check-coverage.server";
import { makeWorld, type World } from "~tests/harness";

const DAY = 86_400_000;
const later = <C extends { now: Date }>(ctx: C, days: number): C => ({ ...ctx, now: new Date(ctx.now.getTime() + days * DAY) });

async function setting(world: World) {
  const table = await world.table("Tavolo Alzheimer", { sensitive: true });
  const office = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const coordinator = await world.voice(office.id, { label: "Referente di Direzione" });
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const body = await world.organisation("ODV Notte Breve");
  const voice = await world.voice(body.id, { label: "Portavoce" });
  const { seatId } = await grantSeat(coordinator.ctx, { tableId: table.id, organisationId: body.id, role: "member", basis: "Atto 12" });
  return { table, office, coordinator, body, voice, seatId };
}

describe("a seat", () => {
  test("of a key witness listens, represents nobody, and is told apart in neutral words", async () => {
    const world = await makeWorld();
    const { table, coordinator } = await setting(world);
    const witness = await world.organisation("Università", { kind: "university", represents: ["families"] });
    const seat = { tableId: table.id, organisationId: witness.id, kind: "key_witness" as const, basis: "Invito del coordinamento" };
    await expect(grantSeat(coordinator.ctx, { ...seat, role: "member" })).rejects.toMatchObject({ kind: "invalid", details: { fields: { role: "tables.seat.witnessObserves" } } });
    await grantSeat(coordinator.ctx, { ...seat, role: "observer" });
    const { members } = await membersOf(world.nobody, await findTable(world.nobody, table.id), world.now);
    expect(members.find(({ organisationId }) => organisationId === witness.id)).toMatchObject({ kind: "key_witness", role: "observer", voices: [], hidden: true });
    expect((await situationOf(world, table.id)).seated.map(({ id }) => id)).not.toContain(witness.id);
  });

  test("is given with an act, and once for each role in the same days", async () => {
    const world = await makeWorld();
    const { table, coordinator, body, seatId } = await setting(world);
    const [entry] = await listEntries(world, { limit: 1 });
    expect(entry).toMatchObject({ act: "seat.granted", subjectKind: "table", subjectId: table.id, data: { tableId: table.id, seatId, organisationId: body.id } });
    const again = { tableId: table.id, organisationId: body.id, role: "member" as const, basis: "Atto 13" };
    await expect(grantSeat(coordinator.ctx, again)).rejects.toMatchObject({ kind: "conflict" });
    await expect(grantSeat(coordinator.ctx, { ...again, role: "secretary" })).resolves.toBeTruthy();
    await endSeat(later(coordinator.ctx, 1), { seatId, reason: "Si ritira" });
    await expect(grantSeat(later(coordinator.ctx, 2), again)).resolves.toBeTruthy();
    await expect(grantSeat(coordinator.ctx, { ...again, validTo: new Date(world.now.getTime() + DAY / 2) })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("ends with a reason, not in the past, once; with it end its voices", async () => {
    const world = await makeWorld();
    const { table, coordinator, voice, seatId } = await setting(world);
    await giveMandate(coordinator.ctx, { seatId, affiliationId: voice.affiliationId, capacity: "titular" });
    await expect(endSeat(coordinator.ctx, { seatId, reason: "" })).rejects.toMatchObject({ details: { fields: { reason: "tables.reasonNeeded" } } });
    await expect(endSeat(coordinator.ctx, { seatId, reason: "Errore", at: new Date(0) })).rejects.toMatchObject({ kind: "invalid" });
    const tomorrow = later(coordinator.ctx, 1);
    await endSeat(tomorrow, { seatId, reason: "Si ritira" });
    await expect(endSeat(tomorrow, { seatId, reason: "Di nuovo" })).rejects.toMatchObject({ kind: "conflict" });
    expect(await standingAt(world.db.read, voice.actor, table.id, world.now)).toMatchObject({ mandate: "titular" });
    expect(await standingAt(world.db.read, voice.actor, table.id, tomorrow.now)).toBeNull();
    await expect(giveMandate(later(coordinator.ctx, 2), { seatId, affiliationId: voice.affiliationId, capacity: "deputy" })).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("a mandate", () => {
  test("goes to a person of the body who may speak, one titular at a time", async () => {
    const world = await makeWorld();
    const { coordinator, body, voice, seatId } = await setting(world);
    const second = await world.voice(body.id, { label: "Supplente" });
    const silent = await world.voice(body.id, { powers: ["read"] });
    const gone = await world.voice(body.id, { validTo: world.now });
    const stranger = await world.voice((await world.organisation("Altro")).id);
    const give = (affiliationId: string, capacity: "titular" | "deputy", more = {}) => giveMandate(coordinator.ctx, { seatId, affiliationId, capacity, ...more });
    await give(voice.affiliationId, "titular");
    await expect(give(second.affiliationId, "titular")).rejects.toMatchObject({ details: { because: "tables.mandate.oneTitular" } });
    await expect(give(voice.affiliationId, "deputy")).rejects.toMatchObject({ details: { because: "tables.mandate.already" } });
    await expect(give(second.affiliationId, "deputy")).resolves.toBeTruthy();
    await expect(give(silent.affiliationId, "deputy")).rejects.toMatchObject({ details: { because: "tables.mandate.mayNotSpeak" } });
    await expect(give(gone.affiliationId, "deputy")).rejects.toMatchObject({ details: { because: "tables.mandate.affiliationEnded" } });
    await expect(give(stranger.affiliationId, "deputy")).rejects.toMatchObject({ details: { fields: { affiliationId: "tables.mandate.notOfTheBody" } } });
  });

  test("begins in the past only on evidence", async () => {
    const world = await makeWorld();
    const { coordinator, table, voice } = await setting(world);
    const seatId = await world.seat(table.id, voice.organisationId, { role: "observer" });
    const past = { seatId, affiliationId: voice.affiliationId, capacity: "titular" as const, validFrom: new Date(world.now.getTime() - 9 * DAY) };
    await expect(giveMandate(coordinator.ctx, past)).rejects.toMatchObject({ details: { fields: { evidence: "tables.mandate.evidenceForPast" } } });
    await expect(giveMandate(coordinator.ctx, { ...past, evidence: "Delibera del direttivo" })).resolves.toBeTruthy();
  });

  test("once ended keeps the past and can do nothing new", async () => {
    const world = await makeWorld();
    const { table, office, coordinator, seatId, voice } = await setting(world);
    const { mandateId } = await giveMandate(coordinator.ctx, { seatId, affiliationId: voice.affiliationId, capacity: "titular" });
    await endMandate(later(coordinator.ctx, 3), { mandateId });
    expect((await listEntries(world, { limit: 1 }))[0]).toMatchObject({ act: "mandate.ended", data: { mandateId, personId: voice.personId, seatId } });
    const day = (n: number) => seatsAt(world.db.read, table.id, new Date(world.now.getTime() + n * DAY));
    const speakers = async (n: number) => (await day(n)).find((seat) => seat.seatId === seatId)?.speakers.map(({ personId }) => personId);
    expect(await speakers(2)).toEqual([voice.personId]);
    expect(await speakers(3)).toEqual([]);
    expect(await standingAt(world.db.read, voice.actor, table.id, later(coordinator.ctx, 3).now)).toMatchObject({ mandate: "ended" });

    const chairSeat = (await day(0)).find(({ organisationId }) => organisationId === office.id)!;
    await endMandate(later(coordinator.ctx, 4), { mandateId: chairSeat.speakers[0]!.mandateId });
    const former = later(coordinator.ctx, 5);
    const ended = { kind: "forbidden", details: { because: "tables.policy.mandateEnded" } };
    await expect(endSeat(former, { seatId, reason: "Non posso più" })).rejects.toMatchObject(ended);
    await expect(grantSeat(former, { tableId: table.id, organisationId: office.id, role: "member", basis: "Atto" })).rejects.toMatchObject(ended);
    await expect(giveMandate(former, { seatId, affiliationId: voice.affiliationId, capacity: "titular" })).rejects.toMatchObject(ended);
    await expect(updateTable(former, table.id, { name: "Altro nome", level: "objective", object: "Altro" })).rejects.toMatchObject(ended);
  });

  test("falls with the affiliation it rests on", async () => {
    const world = await makeWorld();
    const { table, coordinator, seatId, voice } = await setting(world);
    await giveMandate(coordinator.ctx, { seatId, affiliationId: voice.affiliationId, capacity: "titular" });
    await endAffiliation(later(voice.ctx, 1), { affiliationId: voice.affiliationId, reason: "Cambio incarico" });
    const seat = async (n: number) => (await seatsAt(world.db.read, table.id, new Date(world.now.getTime() + n * DAY))).find((found) => found.seatId === seatId);
    expect((await seat(0))?.speakers).toHaveLength(1);
    expect((await seat(2))?.speakers).toEqual([]);
    const next = await world.voice(voice.organisationId, { validFrom: world.now });
    await expect(giveMandate(later(coordinator.ctx, 2), { seatId, affiliationId: next.affiliationId, capacity: "titular" })).resolves.toBeTruthy();
  });

  test("the coordinator of one table has no say at another", async () => {
    const world = await makeWorld();
    const { coordinator, body } = await setting(world);
    const other = await world.table("Tavolo Disabilità");
    const elsewhere = await world.seat(other.id, body.id);
    await expect(endSeat(coordinator.ctx, { seatId: elsewhere, reason: "Non mio" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(grantSeat(coordinator.ctx, { tableId: other.id, organisationId: body.id, role: "observer", basis: "Atto" })).rejects.toMatchObject({ kind: "forbidden" });
    const member = await world.voice(body.id, { powers: ["read", "speak", "manage_members"] });
    const colleague = await world.voice(body.id);
    await expect(giveMandate(member.ctx, { seatId: elsewhere, affiliationId: colleague.affiliationId, capacity: "titular" })).resolves.toBeTruthy();
  });
});

describe("what a viewer sees of the members", () => {
  test("at a sensitive table persons are known inside only; elsewhere by role, and the public sees officers", async () => {
    const world = await makeWorld();
    const { table, coordinator, voice, seatId } = await setting(world);
    await giveMandate(coordinator.ctx, { seatId, affiliationId: voice.affiliationId, capacity: "titular" });
    const outsider = await world.voice((await world.organisation("Altro")).id);
    const seen = async (ctx: typeof world.nobody) => (await membersOf(ctx, await findTable(ctx, table.id), world.now)).members.map(({ organisationName, voices }) => [organisationName, ...voices.map(({ personLabel, roleLabel }) => personLabel ?? `(${roleLabel})`)]);
    const bare = [["Direzione Welfare"], ["ODV Notte Breve"]];
    expect(await seen(world.nobody)).toEqual(bare);
    expect(await seen(outsider.ctx)).toEqual(bare);
    expect(await seen(voice.ctx)).toEqual([["Direzione Welfare", "Referente di Direzione"], ["ODV Notte Breve", "Portavoce"]]);
    await updateTable(coordinator.ctx, table.id, { name: table.name, level: "objective", object: "Sollievo", sensitive: false });
    expect(await seen(world.nobody)).toEqual([["Direzione Welfare", "(Referente di Direzione)"], ["ODV Notte Breve"]]);
    expect(await seen(outsider.ctx)).toEqual([["Direzione Welfare", "(Referente di Direzione)"], ["ODV Notte Breve", "(Portavoce)"]]);
  });
});

describe("a table", () => {
  test("is set up by an office or an administrator, changed by its coordination, each time with an act", async () => {
    const world = await makeWorld();
    const { ctx: admin } = await world.administrator();
    const sources = [
      { status: "informal" as const, source: "Piano di sviluppo del welfare" },
      { status: "formal" as const, source: "Stampa", date: "2016-05-01" },
    ];
    const fields = { name: "Tavolo Alzheimer", level: "objective" as const, object: "Sollievo", statusSources: sources, planAreas: ["5.2", "5.7"], pillars: ["1.4"], sensitive: true };
    const { id, slug } = await createTable(admin, { ...fields, slug: "alzheimer" });
    expect(slug).toBe("alzheimer");
    expect(await findTable(admin, "alzheimer")).toMatchObject({ id, statusSources: sources, planAreas: ["5.2", "5.7"], sensitive: true });
    expect((await createTable(admin, { ...fields, slug: "alzheimer" })).slug).toBe("alzheimer-2");
    await updateTable(admin, id, fields);
    expect((await listEntries(world, { limit: 1 }))[0]?.act).toBe("table.created");
    await updateTable(admin, id, { ...fields, periodicity: "Ogni due mesi" });
    expect((await listEntries(world, { limit: 1 }))[0]).toMatchObject({ act: "table.changed", data: { changed: { periodicity: { from: null, to: "Ogni due mesi" } } } });
    await expect(updateTable(admin, id, { ...fields, planAreas: ["cinque"] })).rejects.toMatchObject({ kind: "invalid" });
    const outsider = await world.voice((await world.organisation("Ente")).id);
    await expect(createTable(outsider.ctx, fields)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(updateTable(outsider.ctx, id, fields)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(updateTable(world.nobody, "nessuno", fields)).rejects.toMatchObject({ kind: "missing" });
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true });
  });

  test("is listed with how many bodies sit there, thematic ones first, by level and area of the plan", async () => {
    const world = await makeWorld();
    const { table, body } = await setting(world);
    await world.table("Laboratorio del Municipio 4", { level: "municipal", planAreas: ["5.1"] });
    await world.table("Tavolo di sintesi", { level: "policy", planAreas: ["*"] });
    await world.table("Tavolo chiuso", { closedAt: world.now });
    await world.seat(table.id, body.id, { role: "secretary" });
    const names = async (filters = {}) => (await listTables(world, filters)).map(({ name, members }) => `${name} ${members}`);
    expect(await names()).toEqual(["Tavolo Alzheimer 2", "Tavolo di sintesi 0", "Laboratorio del Municipio 4 0"]);
    expect(await names({ level: "municipal" })).toEqual(["Laboratorio del Municipio 4 0"]);
    expect(await names({ area: "5.1" })).toEqual(["Tavolo di sintesi 0", "Laboratorio del Municipio 4 0"]);
    expect((await tablesOf(world, body.id)).map(({ name, role }) => [name, role])).toEqual([["Tavolo Alzheimer", "member"], ["Tavolo Alzheimer", "secretary"]]);
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { listEntries } from "~/journal/index.server";
import { answerJoinRequest, askToJoin, endSeat, findTable, giveMandate, grantSeat, standingAt, waiting, withdrawRequest } from "~/tables/index.server";
import { findJoinRequest, joinRequestsOf } from "~/tables/join-requests.server";
import { makeWorld, type World } from "~tests/harness";

const motivation = "Accompagniamo ogni anno quaranta famiglie del quartiere.";

async function setting(world: World) {
  const table = await world.table("Tavolo Disabilità");
  const office = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const coordinator = await world.voice(office.id);
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const body = await world.organisation("APS Genitori a Turno");
  const asker = await world.voice(body.id);
  const { requestId } = await askToJoin(asker.ctx, { tableId: table.id, motivation });
  return { table, office, coordinator, body, asker, requestId };
}

describe("asking to join a table", () => {
  test("is an act, waits on the coordinator's desk, and is done once", async () => {
    const world = await makeWorld();
    const { table, coordinator, body, asker, requestId } = await setting(world);
    expect((await listEntries(world, { limit: 1 }))[0]).toMatchObject({ act: "join.requested", subjectId: table.id, data: { requestId, organisationId: body.id } });
    expect(await waiting(coordinator.ctx)).toMatchObject([{ id: requestId, says: "tables.waiting.request" }]);
    expect(await waiting(asker.ctx)).toEqual([]);
    expect(await waiting(world.nobody)).toEqual([]);
    await expect(askToJoin(asker.ctx, { tableId: table.id, motivation })).rejects.toMatchObject({ kind: "conflict" });
    await expect(askToJoin(asker.ctx, { tableId: table.id, motivation: "Sì" })).rejects.toMatchObject({ kind: "invalid" });
  });

  test("is not for nobody, for a guest, for a reader, nor for a body that already sits", async () => {
    const world = await makeWorld();
    const { table, coordinator, body } = await setting(world);
    const reader = await world.voice((await world.organisation("Ente")).id, { powers: ["read"] });
    const { ctx: admin } = await world.administrator();
    await expect(askToJoin(world.nobody, { tableId: table.id, motivation })).rejects.toMatchObject({ kind: "unauthenticated" });
    for (const ctx of [reader.ctx, admin, coordinator.ctx]) {
      await expect(askToJoin(ctx, { tableId: table.id, motivation })).rejects.toMatchObject({ kind: "forbidden" });
    }
    expect(body.name).toBeTruthy();
  });
});

describe("answering", () => {
  test("an acceptance gives the seat, and the mandate if wanted, in the same transaction", async () => {
    const world = await makeWorld();
    const { table, coordinator, body, asker, requestId } = await setting(world);
    const { seatId } = await answerJoinRequest(coordinator.ctx, { requestId, outcome: "accepted", titular: true });
    const acts = (await listEntries(world, { limit: 3 })).map(({ act, data }) => [act, data.seatId, data.requestId ?? null]);
    expect(acts).toEqual([["join.accepted", seatId, requestId], ["mandate.given", seatId, null], ["seat.granted", seatId, requestId]]);
    expect(await standingAt(world.db.read, asker.actor, table.id, world.now)).toMatchObject({ seatId, role: "member", mandate: "titular", organisationId: body.id });
    await expect(answerJoinRequest(coordinator.ctx, { requestId, outcome: "refused", reason: "Ripensamento tardivo" })).rejects.toMatchObject({ kind: "conflict", details: { because: "tables.join.was.accepted" } });
    expect(await waiting(coordinator.ctx)).toEqual([]);
  });

  test("a refusal needs a reason, which the body can read", async () => {
    const world = await makeWorld();
    const { table, coordinator, asker, requestId } = await setting(world);
    for (const reason of ["", "   ", "no"]) {
      await expect(answerJoinRequest(coordinator.ctx, { requestId, outcome: "refused", reason })).rejects.toMatchObject({ details: { fields: { reason: "tables.join.reasonNeeded" } } });
    }
    const reason = "Il tavolo è riservato a chi opera in città da un anno.";
    await answerJoinRequest(coordinator.ctx, { requestId, outcome: "refused", reason });
    expect((await listEntries(world, { limit: 1 }))[0]?.act).toBe("join.refused");
    expect(await joinRequestsOf(asker.ctx, await findTable(world, table.id))).toMatchObject([{ request: { outcome: "refused", reason } }]);
    expect(await standingAt(world.db.read, asker.actor, table.id, world.now)).toBeNull();
    await expect(askToJoin(asker.ctx, { tableId: table.id, motivation })).resolves.toBeTruthy();
  });

  test("is for the coordinator and the owner office only, and not for who coordinates another table", async () => {
    const world = await makeWorld();
    const { office, asker, requestId } = await setting(world);
    const otherTable = await world.table("Altro tavolo");
    const elsewhere = await world.voice((await world.organisation("Altra direzione")).id, { powers: ["speak"] });
    await world.seat(otherTable.id, elsewhere.organisationId, { role: "coordinator", voices: [elsewhere] });
    const { ctx: admin } = await world.administrator();
    const ended = await world.voice(office.id);
    for (const ctx of [asker.ctx, elsewhere.ctx, admin, ended.ctx, world.nobody]) {
      await expect(answerJoinRequest(ctx, { requestId, outcome: "accepted" })).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  test("of two answers at the same moment one counts", async () => {
    const world = await makeWorld();
    const { coordinator, requestId } = await setting(world);
    const answers = await Promise.allSettled([
      answerJoinRequest(coordinator.ctx, { requestId, outcome: "accepted" }),
      answerJoinRequest(coordinator.ctx, { requestId, outcome: "refused", reason: "Fuori dal tema del tavolo" }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a request", () => {
  test("is taken back by the body that made it, while it is open", async () => {
    const world = await makeWorld();
    const { coordinator, asker, requestId } = await setting(world);
    await expect(withdrawRequest(coordinator.ctx, { requestId })).rejects.toMatchObject({ kind: "forbidden" });
    await withdrawRequest(asker.ctx, { requestId });
    expect((await listEntries(world, { limit: 1 }))[0]?.act).toBe("join.withdrawn");
    await expect(withdrawRequest(asker.ctx, { requestId })).rejects.toMatchObject({ kind: "conflict" });
    await expect(answerJoinRequest(coordinator.ctx, { requestId, outcome: "accepted" })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("does not exist for other bodies, nor under another table", async () => {
    const world = await makeWorld();
    const { table, coordinator, asker, requestId } = await setting(world);
    const row = await findTable(world, table.id);
    const other = await findTable(world, (await world.table("Altro tavolo")).id);
    const outsider = await world.voice((await world.organisation("Ente")).id);
    for (const ctx of [outsider.ctx, world.nobody]) {
      expect(await joinRequestsOf(ctx, row)).toEqual([]);
      await expect(findJoinRequest(ctx, row, requestId)).rejects.toMatchObject({ kind: "missing" });
    }
    await expect(findJoinRequest(coordinator.ctx, other, requestId)).rejects.toMatchObject({ kind: "missing" });
    expect(await findJoinRequest(asker.ctx, row, requestId)).toMatchObject({ request: { id: requestId } });
    expect(await joinRequestsOf(coordinator.ctx, row)).toHaveLength(1);
  });
});

describe("what waits", () => {
  test("mandates that end within sixty days, for the person, the coordinator and the body's manager", async () => {
    const world = await makeWorld();
    const { table, coordinator } = await setting(world);
    const body = await world.organisation("Ente in scadenza");
    const voice = await world.voice(body.id);
    const manager = await world.voice(body.id, { powers: ["manage_members"] });
    const { seatId } = await grantSeat(coordinator.ctx, { tableId: table.id, organisationId: body.id, role: "member", basis: "Atto" });
    const end = new Date(world.now.getTime() + 59 * 86_400_000);
    await giveMandate(coordinator.ctx, { seatId, affiliationId: voice.affiliationId, capacity: "titular", validTo: end });
    const says = async (ctx: typeof world.nobody) => (await waiting(ctx)).filter(({ due }) => due).map((item) => [item.says, item.due?.getTime()]);
    expect(await says(voice.ctx)).toEqual([["tables.waiting.ownMandate", end.getTime()]]);
    expect(await says(coordinator.ctx)).toEqual([["tables.waiting.mandate", end.getTime()]]);
    expect(await says(manager.ctx)).toEqual([["tables.waiting.mandate", end.getTime()]]);
    const early = { ...coordinator.ctx, now: new Date(world.now.getTime() - 2 * 86_400_000) };
    expect(await says(early)).toEqual([]);
    await endSeat(coordinator.ctx, { seatId, reason: "Si ritira" });
    expect(await says(coordinator.ctx)).toEqual([]);
  });
});

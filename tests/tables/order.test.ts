// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { findTable, seatsAt } from "~/tables/index.server";
import { addNeighbourhood, keepBody, localBodiesOf, placesOf } from "~/meetings/index.server";
import { removeBody } from "~/meetings/liaison/district.server";
import { coverage } from "~/tables/coverage/coverage";
import { checkCoverage, decideTask, gapsToday, lastCheck } from "~/tables/coverage/check-coverage.server";
import { findCampaign, openCampaign } from "~/tables/mapping/campaigns.server";
import { applyForm, closeCampaign, fillForm } from "~/tables/mapping/fill-form.server";
import { mapOf } from "~/tables/mapping/map.server";
import { activityOf } from "~/tables/mapping/mapping";
import { dismissOverlap, findOverlaps, proposeJointSession } from "~/tables/network/find-overlaps.server";
import { overlapsOf } from "~/tables/network/overlap";
import { labelsFor, type Placed } from "~/tables/network/picture";
import { readNetwork } from "~/tables/network/read-network.server";
import { approveProposal } from "~/tables/reorganisation/approve.server";
import { afterMoves, type Move } from "~/tables/reorganisation/moves";
import { addMove, beginProposal, comment, findProposal, openProposal, tablesBefore } from "~/tables/reorganisation/proposals.server";
import { stagesOf } from "~/tables/reorganisation/stages.server";
import { relationsOf } from "~/tables/relations.server";
import { resolveStatus } from "~/tables/status/resolve-status.server";
import { itemsOfTable } from "~/tables/index.server";
import { makeWorld, type World } from "~tests/harness";

const nothing = { objectives: async () => [], passages: async () => [] };
const never = async () => null;
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

/** Neighbourhoods of the Municipio 4, each with the body it knows there; and how it takes a body off its list. */
async function localLists(world: World, known: Record<string, string | null>) {
  const municipio = await world.organisation("Municipio 4", { kind: "municipal_district", territory: { scale: "district", districts: [4] } });
  const { ctx } = await world.voice(municipio.id, { capacity: "officer", powers: ["manage_tables"] });
  const kept: Record<string, string> = {};
  for (const [name, organisationId] of Object.entries(known)) {
    kept[name] = (await addNeighbourhood(ctx, 4, { name })).id;
    if (organisationId) await keepBody(ctx, 4, { organisationId, neighbourhoodId: kept[name] });
  }
  const takeOff = async (organisationId: string) => removeBody(ctx, 4, (await localBodiesOf(ctx, 4)).find((body) => body.organisationId === organisationId)?.id ?? "");
  return { kept, takeOff };
}

async function office(world: World) {
  const body = await world.organisation("Direzione Welfare", { kind: "directorate" });
  const voice = await world.voice(body.id, { capacity: "officer", powers: ["read", "write", "speak", "manage_tables"] });
  return { body, ...voice };
}

describe("the mapping of the tables", () => {
  test("asks each office about each table it runs, shows the gaps, and brings what it says to the table", async () => {
    const world = await makeWorld();
    const { body, ctx } = await office(world);
    const table = await world.table("Tavolo", { ownerOrganisationId: body.id, criteria: null });
    const { campaignId } = await openCampaign(ctx, { title: "Mappatura 2026", due: "2026-08-01", dormantMonths: 6, offices: [body.id] });
    const { forms } = await findCampaign(ctx, campaignId);
    expect(forms.map(({ tableName }) => tableName)).toEqual(["Tavolo"]);
    await fillForm(ctx, forms[0]?.id ?? "", form({ object: "Ascolto dei giovani", working: "on", lastSession: "2025-06-01", status: "formal", act: "Delibera 1" }), true);
    const map = await mapOf({ ...ctx, locale: "it" }, campaignId, never);
    expect(map.rows[0]).toMatchObject({ state: "returned", gaps: ["participants", "criteria", "periodicity", "method"], activity: "dormant" });
    await applyForm(ctx, forms[0]?.id ?? "");
    expect(await findTable(ctx, table.id)).toMatchObject({ object: "Ascolto dei giovani", criteria: null });
    await closeCampaign(ctx, campaignId);
    await expect(closeCampaign(ctx, campaignId)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("another office neither sees nor fills in a form; a form sent back is changed no more", async () => {
    const world = await makeWorld();
    const { body, ctx } = await office(world);
    await world.table("Tavolo", { ownerOrganisationId: body.id });
    const { campaignId } = await openCampaign(ctx, { title: "Mappatura", due: "2026-08-01", dormantMonths: 6, offices: [body.id] });
    const [sheet] = (await findCampaign(ctx, campaignId)).forms;
    const other = await world.voice((await world.organisation("Altra direzione", { kind: "directorate" })).id);
    await expect(findCampaign(other.ctx, campaignId)).rejects.toMatchObject({ kind: "missing" });
    await expect(fillForm(other.ctx, sheet?.id ?? "", form({}), true)).rejects.toMatchObject({ kind: "missing" });
    await expect(openCampaign(other.ctx, { title: "Mia mappatura", due: "2026-08-01", dormantMonths: 6, offices: [body.id] })).rejects.toMatchObject({ kind: "forbidden" });
    await fillForm(ctx, sheet?.id ?? "", form({}), true);
    await expect(fillForm(ctx, sheet?.id ?? "", form({}), false)).rejects.toMatchObject({ kind: "forbidden", details: { because: "tables.mappingForm.sent" } });
  });

  test("a table is at work when it met within the months asked for, whatever was said of it", () => {
    const now = new Date("2026-03-10T09:00:00Z");
    expect(activityOf({ lastSession: new Date("2025-09-10T09:00:00Z"), working: false }, 6, now)).toBe("working");
    expect(activityOf({ lastSession: new Date("2025-09-09T09:00:00Z"), working: true }, 6, now)).toBe("dormant");
    expect(activityOf({ lastSession: null, working: null }, 6, now)).toBe("unknown");
  });

  test("sources that disagree stay side by side when an office decides", async () => {
    const world = await makeWorld();
    const { ctx } = await office(world);
    const table = await world.table("Tavolo", { statusSources: [{ status: "formal", source: "Stampa" }, { status: "informal", source: "Piano" }] });
    const member = await world.voice((await world.organisation("Ente")).id);
    await expect(resolveStatus(member.ctx, table.slug, { status: "formal", reason: "Lo diciamo noi" })).rejects.toMatchObject({ kind: "forbidden" });
    await resolveStatus(ctx, table.slug, { status: "informal", reason: "La delibera citata non esiste" });
    const after = await findTable(ctx, table.id);
    expect([after.statusSources.length, after.statusResolution?.status]).toEqual([2, "informal"]);
  });
});

describe("whom a table represents", () => {
  test("three missing districts and no family voice give exactly those gaps, with who could be invited", async () => {
    const world = await makeWorld();
    const { body, ctx } = await office(world);
    const table = await world.table("Tavolo", { ownerOrganisationId: body.id });
    await world.seat(table.id, body.id, { role: "coordinator" });
    for (const district of [1, 2, 3, 4, 7, 9]) {
      const ets = await world.organisation(`Ente ${district}`, { etsCategory: "odv", art5Letters: ["a"], territory: { scale: "district", districts: [district] } });
      await world.seat(table.id, ets.id);
    }
    const families = await world.organisation("Genitori a turno", { etsCategory: "odv", art5Letters: ["a"], represents: ["families"], territory: { scale: "district", districts: [5] } });
    const { gaps } = await gapsToday(ctx, table.id);
    expect(gaps.map(({ dimension, value, candidates }) => [dimension, value, candidates.map(({ name }) => name)])).toEqual([
      ["district", "5", ["Genitori a turno"]],
      ["district", "6", []],
      ["district", "8", []],
      ["represents", "families", ["Genitori a turno"]],
    ]);
    await checkCoverage(ctx, table.slug, { nextCheck: "2026-09-10" });
    const [first] = (await lastCheck(ctx, table.id))?.tasks ?? [];
    await expect(decideTask(ctx, table.slug, { taskId: first?.id ?? "", state: "dismissed" })).rejects.toMatchObject({ details: { fields: { reason: "tables.coverage.reasonNeeded" } } });
    await decideTask(ctx, table.slug, { taskId: first?.id ?? "", state: "dismissed", reason: "Il Municipio 5 ha un tavolo suo" });
    // nobody says it twice
    await checkCoverage({ ...ctx, now: new Date("2026-09-10T09:00:00Z") }, table.slug, { nextCheck: "2027-03-10" });
    expect((await lastCheck(ctx, table.id))?.tasks.map(({ state }) => state)).toEqual(["dismissed", "open", "open", "open"]);
    const outsider = await world.voice(families.id);
    await expect(checkCoverage(outsider.ctx, table.slug, { nextCheck: "2026-09-10" })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("a neighbourhood whose bodies are all elsewhere is a thing to do, one with a voice at the table or nobody known is not", async () => {
    const world = await makeWorld();
    const { body, ctx } = await office(world);
    const table = await world.table("Tavolo", { ownerOrganisationId: body.id });
    await world.seat(table.id, body.id, { role: "coordinator" });
    const seated = await world.organisation("Portineria sociale", { kind: "informal_group" });
    await world.seat(table.id, seated.id);
    const absent = await world.organisation("Comitato del cortile", { kind: "informal_group" });
    const { kept, takeOff } = await localLists(world, { Corvetto: seated.id, Rogoredo: absent.id, Forlanini: null });
    const places = await placesOf(ctx);
    const { gaps, situation } = await gapsToday(ctx, table.id, places);
    expect(gaps.filter(({ dimension }) => dimension === "neighbourhood").map(({ value, candidates }) => [value, candidates.map(({ name }) => name)])).toEqual([[kept.Rogoredo, ["Comitato del cortile"]]]);
    expect(coverage(situation, "neighbourhood")).toEqual([
      { value: kept.Corvetto, seated: 1, registered: 1 },
      { value: kept.Rogoredo, seated: 0, registered: 1 },
    ]);
    await checkCoverage(ctx, table.slug, { nextCheck: "2026-09-10" }, places);
    const task = (await lastCheck(ctx, table.id))?.tasks.find(({ dimension }) => dimension === "neighbourhood");
    expect([task?.value, task?.candidateIds, task?.state]).toEqual([kept.Rogoredo, [absent.id], "open"]);
    // what a Municipio took off its list says nothing any more
    await takeOff(absent.id);
    expect((await gapsToday(ctx, table.id, await placesOf(ctx))).gaps.some(({ dimension }) => dimension === "neighbourhood")).toBe(false);
  });

  test("a table of a Municipio is held against its own territory alone; one of the city against all nine", async () => {
    const world = await makeWorld();
    const absent = await world.organisation("Comitato del cortile", { kind: "informal_group" });
    const { ctx } = await office(world);
    const { kept } = await localLists(world, { Rogoredo: absent.id });
    const nine = await world.organisation("Municipio 9", { kind: "municipal_district", territory: { scale: "district", districts: [9] } });
    const [local, city] = [await world.table("Laboratorio", { level: "municipal", ownerOrganisationId: nine.id }), await world.table("Tavolo")];
    const places = await placesOf(ctx);
    const said = async (table: { id: string }, dimension: string) => (await gapsToday(ctx, table.id, places)).gaps.flatMap((gap) => (gap.dimension === dimension ? gap.value : []));
    expect([await said(local, "district"), await said(local, "neighbourhood")]).toEqual([["9"], []]);
    expect([(await said(city, "district")).length, await said(city, "neighbourhood")]).toEqual([9, [kept.Rogoredo]]);
  });
});

describe("overlaps between tables", () => {
  const facts = (id: string, text: string, members: string[] = []) => ({ id, slug: id, name: id, text, memberIds: new Set(members), objectives: new Map() });
  const passage = (tableId: string, text: string) => ({ tableId, documentId: `d-${tableId}`, title: "Documento", text });
  const planted = "Il passaggio ai servizi per adulti va preparato con un anno di anticipo, insieme alla famiglia, alla scuola e al medico curante.";
  const reworded = "Va preparato con un anno di anticipo il passaggio ai servizi per adulti, insieme alla famiglia, alla scuola, al medico e agli educatori.";
  const control = "Gli orti condivisi del quartiere aprono il sabato mattina e cercano volontari per la cura delle piante e delle attrezzature comuni.";

  test("planted copies and rewordings are found, an unrelated text is not", () => {
    const tables = [facts("a", "passaggio ai servizi per adulti dei giovani"), facts("b", "passaggio dei giovani ai servizi per adulti"), facts("c", "orti condivisi e beni comuni")];
    const found = overlapsOf(tables, [passage("a", planted), passage("b", reworded), passage("c", control)]);
    expect(found.map(({ kind, first, second }) => [kind, first.id, second.id])).toEqual([
      ["passages", "a", "b"],
      ["object", "a", "b"],
    ]);
    expect(overlapsOf(tables, [passage("a", planted), passage("c", planted)]).map(({ kind, second }) => [kind, second.id])).toContainEqual(["passages", "c"]);
  });

  test("shared members are named; a finding set aside keeps its reason; a joint session becomes an item on both tables", async () => {
    const world = await makeWorld();
    const { ctx } = await office(world);
    const tables = [await world.table("Alfa"), await world.table("Beta")];
    for (const n of [1, 2, 3]) {
      const ets = await world.organisation(`Comune a tutti ${n}`);
      for (const table of tables) await world.seat(table.id, ets.id);
    }
    const members = (await findOverlaps(ctx, nothing)).find(({ kind }) => kind === "members");
    expect(members?.shared).toEqual(["Comune a tutti 1", "Comune a tutti 2", "Comune a tutti 3"]);
    const pair = { firstTableId: members?.first.id ?? "", secondTableId: members?.second.id ?? "" };
    await proposeJointSession(ctx, pair);
    for (const table of tables) expect(await itemsOfTable(ctx, table.id, "open")).toHaveLength(1);
    await dismissOverlap(ctx, { ...pair, finding: "members", reason: "Presenza voluta" });
    expect((await findOverlaps(ctx, nothing)).find(({ kind }) => kind === "members")?.decision?.reason).toBe("Presenza voluta");
    const outsider = await world.voice((await world.organisation("Ente")).id);
    await expect(findOverlaps(outsider.ctx, nothing)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(dismissOverlap(outsider.ctx, { ...pair, finding: "members", reason: "Non mi pare" })).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the picture of the system", () => {
  test("is the same every time, within its frame, and shows no closed table", async () => {
    const world = await makeWorld();
    const table = await world.table("Aperto", { planAreas: ["5.2"] });
    await world.table("Chiuso", { closedAt: new Date("2025-01-01T00:00:00Z") });
    await world.seat(table.id, (await world.organisation("Ente")).id);
    const once = await readNetwork(world.nobody, null);
    expect(await readNetwork(world.nobody, null)).toEqual(once);
    expect(once.nodes.map(({ label }) => label).sort()).toEqual(["5.2", "Aperto", "Ente"]);
    expect(once.nodes.every(({ x, y }) => x >= 0 && x <= 960 && y >= 0 && y <= 640)).toBe(true);
  });
});

describe("the labels of the picture", () => {
  const point = (id: string, x: number, y: number, degree = 12): Placed => ({ id, kind: "table", label: `Tavolo numero ${id}`, to: "/", x, y, degree });

  test("do not lie on each other nor on a table while there is room beside it", () => {
    const crowded = [point("a", 400, 300), point("b", 400, 334), point("c", 430, 268), point("d", 20, 620), point("e", 940, 10)];
    const labels = labelsFor(crowded, new Set(crowded.map(({ id }) => id)));
    const boxes = labels.map(({ id, text, x, y, anchor }) => {
      const width = text.length * 6;
      const left = anchor === "middle" ? x - width / 2 : anchor === "start" ? x : x - width;
      return { id, left, right: left + width, top: y - 10, bottom: y + 2 };
    });
    const disks = crowded.map(({ id, x, y }) => ({ id, left: x - 13, right: x + 13, top: y - 13, bottom: y + 13 }));
    const meet = (a: (typeof boxes)[number], b: (typeof boxes)[number]) => a.id !== b.id && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    expect(boxes.flatMap((a) => [...boxes, ...disks].filter((b) => meet(a, b)).map((b) => [a.id, b.id]))).toEqual([]);
    expect(boxes.every(({ left, right, top, bottom }) => left >= 0 && right <= 960 && top >= 0 && bottom <= 640)).toBe(true);
  });
});

describe("putting the tables in order", () => {
  test("a merger is commented, approved with an act, and carries seats and mandates over; closed tables stay readable", async () => {
    const world = await makeWorld();
    const { body, ctx } = await office(world);
    const [one, two] = [await world.table("Uno", { ownerOrganisationId: body.id }), await world.table("Due", { sensitive: true })];
    const ets = await world.organisation("Ente");
    const member = await world.voice(ets.id);
    await world.seat(one.id, ets.id, { role: "member", voices: [member] });
    await world.seat(two.id, ets.id, { role: "coordinator", voices: [member] });
    const { id } = await beginProposal(ctx, { title: "Un tavolo solo", reason: "Si occupano delle stesse cose" });
    await expect(findProposal(member.ctx, id)).rejects.toMatchObject({ kind: "missing" });
    const merge: Move = { kind: "merge", tableIds: [one.id, two.id], name: "Tavolo unito", object: "Le stesse cose, insieme", level: "objective", reason: "Stessi enti, stesso tema" };
    await addMove(ctx, id, merge);
    await expect(addMove(ctx, id, { kind: "close", tableId: one.id, reason: "Non serve più a nessuno" })).rejects.toMatchObject({ details: { fields: { tableId: "tables.reorganisation.alreadyMoved" } } });
    expect(afterMoves(await tablesBefore(ctx), [merge]).map(({ name, state, members }) => [name, state, members])).toEqual([
      ["Tavolo unito", "new", 1],
      ["Due", "closed", 1],
      ["Uno", "closed", 1],
    ]);
    await expect(comment(member.ctx, id, { text: "Siamo d'accordo" })).rejects.toMatchObject({ kind: "missing" });
    await openProposal(ctx, id, { commentsUntil: "2026-04-10" });
    await comment(member.ctx, id, { text: "Siamo d'accordo" });
    const stranger = await world.voice((await world.organisation("Estraneo")).id);
    await expect(comment(stranger.ctx, id, { text: "Anche noi" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(approveProposal(member.ctx, id, { act: "Lo dico io" })).rejects.toMatchObject({ kind: "forbidden" });
    await approveProposal(ctx, id, { act: "Determina 12 del 2026" });
    const merged = await findTable(ctx, "tavolo-unito");
    expect(merged).toMatchObject({ sensitive: true, statusSources: [{ status: "formal", act: "Determina 12 del 2026" }] });
    const [seat] = await seatsAt(world.db.read, merged.id, world.now);
    expect(seat).toMatchObject({ organisationId: ets.id, role: "coordinator", speakers: [{ personId: member.personId, capacity: "titular" }] });
    expect((await findTable(ctx, one.id)).closedAt).toEqual(world.now);
    expect((await relationsOf(ctx, one.id)).map(({ kind, name }) => [kind, name])).toEqual([["merged_into", "Tavolo unito"]]);
    expect((await stagesOf(ctx)).find(({ name }) => name === "outcome")?.state).toBe("done");
  });

  test("tables are split, formalised and linked as the proposal says", async () => {
    const world = await makeWorld();
    const { ctx } = await office(world);
    const [wide, small, policy] = [await world.table("Largo"), await world.table("Piccolo"), await world.table("Sintesi", { level: "policy" })];
    await world.seat(wide.id, (await world.organisation("Ente")).id);
    const { id } = await beginProposal(ctx, { title: "Più ordine", reason: "Ogni tema al suo posto" });
    await addMove(ctx, id, { kind: "split", tableId: wide.id, first: "Prima metà", firstObject: "Una cosa", second: "Seconda metà", secondObject: "Un'altra cosa", reason: "Troppi temi insieme" });
    await addMove(ctx, id, { kind: "formalise", tableId: small.id, reason: "Lavora bene da anni" });
    await addMove(ctx, id, { kind: "link", tableId: small.id, toTableId: policy.id, relation: "reports_to", reason: "Le proposte vanno alla sintesi" });
    await openProposal(ctx, id, { commentsUntil: "2026-04-10" });
    await approveProposal(ctx, id, { act: "Determina 13 del 2026" });
    expect(await seatsAt(world.db.read, (await findTable(ctx, "seconda-meta")).id, world.now)).toHaveLength(1);
    expect((await findTable(ctx, small.id)).statusSources.at(-1)).toMatchObject({ status: "formal", act: "Determina 13 del 2026" });
    expect((await relationsOf(ctx, policy.id)).map(({ kind, outgoing, name }) => [kind, outgoing, name])).toEqual([["reports_to", false, "Piccolo"]]);
  });
});

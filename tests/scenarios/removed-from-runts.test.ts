// SPDX-License-Identifier: AGPL-3.0-or-later
/** Scenario 5 of the domain reference, where a body removed from the RUNTS sits: each place shows it, to whoever may see the place. What follows at the table is in record-of-a-table. */
import { afterAll, expect, test } from "vitest";
import { createDocument } from "~/documents/index.server";
import { readContributions } from "~/documents/attribution/read-contributions.server";
import { closePress } from "~/documents/export/press.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { expectedAt, presences } from "~/meetings/attendance/read-attendance.server";
import { openSession } from "~/meetings/attendance/session.server";
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { proofOf } from "~/meetings/convocation/proof.server";
import { notEnrolledAt } from "~/meetings/convocation/replies.server";
import { findMeeting, keepBody, localBodiesOf, planMeeting } from "~/meetings/index.server";
import { packOf } from "~/meetings/paper/pack.server";
import { importPlan, readPlan, recordAction } from "~/plan/index.server";
import { actionsCsv, planData } from "~/plan/export-plan.server";
import { findAction } from "~/plan/list-actions.server";
import { submitApplication } from "~/procedures/index.server";
import { listReceived, notEnrolledToday } from "~/procedures/read-received.server";
import { findOwnApplication } from "~/procedures/application-rows.server";
import { viewApplication } from "~/procedures/view-application.server";
import { enrolmentWarning } from "~/registry";
import { findOrganisation, findOrganisations, membersOfNetwork } from "~/registry/index.server";
import { recordCheck } from "~/registry/checks/record-check.server";
import { listRows } from "~/registry/import/export-list.server";
import { addToNetwork } from "~/registry/networks/networks.server";
import { seatsAt } from "~/tables/index.server";
import { constitutionSheet } from "~/tables/constitution/constitution-sheet.server";
import { situationOf } from "~/tables/coverage/check-coverage.server";
import { membersOf } from "~/tables/members.server";
import { readNetwork } from "~/tables/network/read-network.server";
import type { Ctx } from "~/web/context";
import { borgoAlto, readText } from "~tests/plan/read-text";
import { at, makeScene, readyApplication } from "~tests/procedures/scene";
import { storeText } from "~tests/procedures/write-text";
import { filesEnding, textOf } from "~tests/rules/sources";

afterAll(closePress);

const DAY = 86_400_000;

/** Alfa applies with Beta, sits at a table that meets today, wrote in its document, declared an action of the plan, belongs to a network and to a Municipio's list. */
async function everywhere() {
  const scene = await makeScene();
  const { world, alfa, lead, table } = scene;
  const ctxAt = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(world.now.getTime() + days * DAY) });
  const office = await world.organisation("Direzione dei tavoli", { kind: "directorate" });
  const coordinator = await world.voice(office.id, { label: "Coordina", powers: ["read", "write", "speak", "manage_tables", "manage_plan", "manage_registry"] });
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  await world.seat(table.id, alfa.id, { voices: [lead] });
  const application = await readyApplication(scene);
  const { id: documentId } = await createDocument(coordinator.ctx, { title: "Linee di lavoro", template: "working_paper", table });
  await storeText(world.db, documentId, lead, "Parole che Alfa ha scritto nel testo del tavolo.");
  const early = ctxAt(coordinator.ctx, -30);
  const { meetingId } = await planMeeting(early, table.slug, { title: "Seduta", startsAt: world.now, minutes: 120, mode: "in_person", place: "Sala" });
  await addPoint(early, meetingId, { title: "Un punto", minutes: 15, kind: "discussion" });
  await conveneMeeting(early, meetingId, { revision: (await findMeeting(early, meetingId)).meeting.revision });
  await arriveAt(lead.ctx, meetingId, {});
  await importPlan(coordinator.ctx, readText(borgoAlto));
  const strategyId = (await readPlan(world.nobody))?.areas.flatMap(({ objectives }) => objectives.flatMap(({ strategies }) => strategies))[0]?.id ?? "";
  const form = { title: "Mappa dei portoni", description: "La disegniamo con gli inquilini.", startsOn: "2026-02-01", endsOn: "", state: "ongoing" };
  const { actionId } = await recordAction(lead.ctx, { strategyId, form });
  const { actionId: shared } = await recordAction(scene.partner.ctx, { strategyId, form: { ...form, title: "Cortili aperti", partners: [alfa.id] } });
  const network = await world.organisation("Rete di enti", { kind: "network" });
  await addToNetwork(coordinator.ctx, network.slug, { memberId: alfa.id, source: "Elenco della rete" });
  const district = await world.organisation("Municipio 4", { kind: "municipal_district", territory: { scale: "district", districts: [4] } });
  const municipio = await world.voice(district.id, { powers: ["read", "manage_tables"] });
  await keepBody(municipio.ctx, 4, { organisationId: alfa.id });
  await submitApplication(at(lead.ctx, new Date("2026-04-09T09:00:00Z")), { applicationId: application.id, confirmed: true });
  return { ...scene, application, coordinator, documentId, meetingId, actionId, shared, network, ctxAt };
}

test("scenario 5: a body removed from the RUNTS is marked everywhere it sits, for whoever may see the place; the ground is told nowhere; a body that is enrolled is marked nowhere", async () => {
  const scene = await everywhere();
  const { world, alfa, lead, officer, table, coordinator, meetingId, documentId, procedureId, application, ctxAt } = scene;
  const db = world.db.read;
  const afterTerm = at(officer.ctx, new Date("2026-04-11T09:00:00Z"));
  const marked = (body: Parameters<typeof enrolmentWarning>[0] | undefined) => body !== undefined && enrolmentWarning(body) !== null;
  const seat = async () => (await seatsAt(db, table.id, world.now)).find(({ organisationId }) => organisationId === alfa.id);
  const ofSeat = (found: Awaited<ReturnType<typeof seat>>) => found && { kind: found.organisationKind, enrolment: found.enrolment, enrolmentFrom: found.enrolmentFrom };
  const words = "cancellato dal RUNTS";
  const places: Record<string, () => Promise<boolean>> = {
    "its own page": async () => marked(await findOrganisation(world.nobody, alfa.slug)),
    "the list of bodies, searched": async () => marked((await findOrganisations(world.nobody, { testo: "Alfa" })).rows[0]),
    "the seats of a table": async () => marked(ofSeat(await seat())),
    "the members page": async () => {
      const found = (await membersOf(world.nobody, table as never, world.now)).members.find(({ organisationId }) => organisationId === alfa.id);
      return marked(found && { kind: found.organisationKind, enrolment: found.enrolment, enrolmentFrom: found.enrolmentFrom });
    },
    "the radar": async () => marked((await situationOf(world.nobody, table.id)).seated.find(({ id }) => id === alfa.id) as never),
    "the picture of the network": async () => (await readNetwork(world.nobody, null)).nodes.some(({ id, standing }) => id === `body-${alfa.id}` && marked(standing)),
    "the draft sheet of the table": async () => JSON.stringify((await constitutionSheet(coordinator.ctx, table.slug)).seats).includes(`Alfa (${words}`),
    "those convened": async () => Object.values(await notEnrolledAt(coordinator.ctx, table.id, world.now)).some((body) => marked(body)),
    "the proof of the convocation": async () => (await proofOf(coordinator.ctx, meetingId))[0]?.recipients.some(({ body, standing }) => body === "Alfa" && marked(standing)) ?? false,
    "who is in at the session": async () => (await presences(coordinator.ctx, meetingId)).some(({ body, standing }) => body === "Alfa" && marked(standing)),
    "who is expected at the session": async () => (await expectedAt(coordinator.ctx, { id: meetingId, tableId: table.id })).some(({ body, standing }) => body === "Alfa" && marked(standing)),
    "the sheet to sign": async () => JSON.stringify((await packOf(coordinator.ctx, meetingId)).appendices[0]).includes(`Alfa (${words}`),
    "who wrote a document": async () => (await readContributions(coordinator.ctx, documentId)).contributions.some(({ body, standing }) => body === "Alfa" && marked(standing)),
    "an action that it declared": async () => marked((await findAction(world.nobody, scene.actionId)).organisation.standing),
    "an action in which it takes part": async () => marked((await findAction(world.nobody, scene.shared)).partners[0]?.standing),
    "the actions as data": async () => /Alfa$/m.test(await actionsCsv(world.nobody)) && JSON.stringify(await planData(world.nobody)).includes('"notInRunts":["Alfa"]'),
    "the applications received": async () => marked((await listReceived(afterTerm, procedureId)).received[0]?.standing),
    "an application that the office examines": async () => (await notEnrolledToday(lead.ctx, await findOwnApplication(lead.ctx, application.id))).some(marked),
    "the application as its bodies see it": async () => (await viewApplication(lead.ctx, application.id)).partners.some(({ name, standing }) => name === "Alfa" && marked(standing)),
    "the members of a network": async () => (await membersOfNetwork(world.nobody, scene.network.id, world.now)).some(marked),
    "the list of a Municipio": async () => (await localBodiesOf(world.nobody, 4)).some(marked),
    "the registry as a file": async () => (await listRows(world.nobody, "runts")).some((row) => row.includes("Alfa") && row.includes("cancellato")),
  };
  const shown = async () => Object.fromEntries(await Promise.all(Object.entries(places).map(async ([name, see]) => [name, await see()] as const)));
  const all = (value: boolean) => Object.fromEntries(Object.keys(places).map((name) => [name, value]));
  expect(await shown()).toEqual(all(false));
  await recordCheck(coordinator.ctx, { organisationId: alfa.id, outcome: "cancelled", since: "2026-03-02", note: "Bilanci non depositati." });
  expect(await shown()).toEqual(all(true));
  await openSession(ctxAt(coordinator.ctx, 0), meetingId, { withoutQuorum: true });
  // the application stays valid, and the office knows before anything is signed
  expect((await listReceived(afterTerm, procedureId)).received).toHaveLength(1);
});

test("scenario 5: every page that shows a body where it sits draws the mark", () => {
  const drawing = filesEnding([".tsx"], ["app"]).filter((file) => /<EnrolmentChip/.test(textOf(file)));
  const pages = ["registry/organisation-facts", "registry/networks/networks.page", "tables/organisations.page", "tables/parts/member-table", "tables/manage-seat.page", "tables/network/parts/network-list", "tables/coverage/coverage.page", "tables/coverage/parts/gap-list", "meetings/attendance/parts/presence-list", "meetings/convocation/convene.page", "meetings/convocation/proof.page", "meetings/convocation/parts/replies", "meetings/liaison/bodies.page", "meetings/liaison/district.page", "documents/attribution/contribution-table", "documents/attribution/contribution-list", "plan/action.page", "plan/parts/action-card", "procedures/received.page", "procedures/examine.page", "procedures/parts/partner-list"];
  expect(pages.filter((page) => !drawing.includes(`app/${page}.tsx`))).toEqual([]);
});

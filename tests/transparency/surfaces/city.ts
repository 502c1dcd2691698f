// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A small city in which whatever is not for everybody is written in words found nowhere else, and nine people who look at it. One database
 * for all the questions.
 */
import { eq } from "drizzle-orm";
import { powers, type Power } from "~/identity";
import { createDocument } from "~/documents/index.server";
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { agendaRows } from "~/meetings/agenda/read-agenda.server";
import { proposePoint } from "~/meetings/agenda/proposals.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { declareConflict } from "~/meetings/attendance/conflicts.server";
import { openSession } from "~/meetings/attendance/session.server";
import { openFeed } from "~/meetings/calendar/feeds.server";
import { announceMeeting } from "~/meetings/convocation/correct.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { askNeeds } from "~/meetings/convocation/replies.server";
import { openDecision } from "~/meetings/decisions/put-decision.server";
import { addElement, addTheme, askForPlace, confirmPlace, draftWorkshop, findMeeting, planLiaison, planMeeting, publishWorkshop, recordCommitment } from "~/meetings/index.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { openPoll } from "~/meetings/poll/polls.server";
import { addContact } from "~/registry/contacts/contacts.server";
import { askToSpeak } from "~/registry/claims/ask-to-speak.server";
import { recordCheck } from "~/registry/checks/record-check.server";
import { declareInterest } from "~/registry/interests/interests.server";
import { uploadList } from "~/registry/import/lists.server";
import { broughtActs } from "~/registry/delegations/keep-act.server";
import { attachDelegation } from "~/registry/index.server";
import { invitePerson } from "~/registry/invitations/invite-person.server";
import { asPerson } from "~/identity/index.server";
import { answerGuideline, draftGuideline, findGuideline, issueGuideline, raiseConflict, reviseGuideline } from "~/plan/index.server";
import { askToJoin, attachMandateAct, beginProposal, openCampaign, raiseItem } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { attendances, calendarFeeds, conflictDeclarations } from "~db/meetings/schema";
import { mandates, mappingForms } from "~db/tables/schema";
import type { Database } from "~db/client.server";
import { makeWorld, type Voice } from "~tests/harness";
import { lastLetter } from "~tests/meetings/workshops-stage";

export const roles = ["nobody", "stranger", "observer", "member", "president", "coordinator", "office", "municipio", "administrator"] as const;
export type Role = (typeof roles)[number];

const DAY = 86_400_000;
const ordinary: Power[] = ["read", "write", "speak", "approve_minutes"];

/** The words by which a thing is recognised wherever it comes out. */
export const words = {
  sensitiveName: "Vocealfa",
  plainName: "Vocebeta",
  tableContact: "recapitotavoli@ente.example",
  registryContact: "recapitoregistro@ente.example",
  item: "Questioneinterna",
  policyConflict: "Conflittointerno",
  draftGuideline: "Indirizzoinbozza",
  guidelineAnswer: "Rispostariservata",
  mapping: "Mappaturainterna",
  draftOrder: "Riordinoinbozza",
  draftMeeting: "Sedutainbozza",
  sensitiveMeeting: "Sedutadelicata",
  sensitivePoint: "Puntodelicato",
  needs: "Ausiliopersonale",
  proposal: "Puntoproposto",
  conflict: "Interessepersonale",
  interest: "Interessedichiarato",
  commitment: "Impegnopreso",
  decision: "Decisioneaperta",
  poll: "Sondaggiodate",
  draftWorkshop: "Laboratorioinbozza",
  registered: "Personaiscritta",
  element: "Elementoraccolto",
  claim: "Provaallegata",
  delegation: "Delegafirmata",
  mandateAct: "Attodelmandato",
  check: "Notaverifica",
  invited: "invitata@persona.example",
  joinMotive: "Motivoadesione",
  document: "Testoditavolo",
} as const;
export type Thing = keyof typeof words;

/** Builds the city and gives the context of everybody and the addresses of everything. */
export async function surfacesCity(db: Database) {
  const world = await makeWorld({ db, now: new Date("2026-03-10T09:00:00Z") });
  const voiceOf = async (organisationId: string, label: string, own: readonly Power[] = ordinary, more = {}): Promise<Voice> => world.voice(organisationId, { label, powers: own, ...more });
  const home = await world.organisation("Direzione di casa", { kind: "directorate" });
  const seated = await world.organisation("Ente che siede", { etsCategory: "aps", fiscalCode: "97123450153" });
  const watching = await world.organisation("Ente che osserva", { etsCategory: "odv" });
  const network = await world.organisation("Rete di enti", { kind: "network" });
  const outside = await world.organisation("Ente di fuori", { etsCategory: "odv" });
  const central = await world.organisation("Direzione centrale", { kind: "directorate" });
  const eight = await world.organisation("Municipio 8", { kind: "municipal_district", territory: { scale: "district", districts: [8] } });
  const coordinator = await voiceOf(home.id, "Referente di casa", ordinary, { capacity: "officer" });
  // the name of a person and the role in which they appear are two things
  const named = async (name: string) => voiceOf(seated.id, "Referente", ordinary, { personId: (await world.person(name)).id });
  const member = await named(words.plainName);
  const hidden = await named(words.sensitiveName);
  const president = await voiceOf(seated.id, "Presidente", [...ordinary, "manage_members"], { capacity: "legal_representative" });
  const observer = await voiceOf(watching.id, "Osservatore");
  const stranger = await voiceOf(outside.id, "Di fuori", [...ordinary, "manage_members"]);
  const office = await voiceOf(central.id, "Ufficio centrale", powers, { capacity: "officer" });
  const municipio = await voiceOf(eight.id, "Referente di Municipio", [...ordinary, "manage_tables"], { capacity: "officer" });
  const administrator = await world.administrator();

  const plain = await world.table("Tavolo aperto", { ownerOrganisationId: home.id });
  const delicate = await world.table("Tavolo delicato", { ownerOrganisationId: home.id, sensitive: true });
  const seats: string[] = [];
  for (const table of [plain, delicate]) {
    await world.seat(table.id, home.id, { role: "coordinator", voices: [coordinator] });
    seats.push(await world.seat(table.id, seated.id, { voices: [member, ...(table === delicate ? [hidden] : [])] }));
    await world.seat(table.id, watching.id, { role: "observer", voices: [observer] });
  }

  await addContact(president.ctx, seated.slug, { kind: "email", label: "Per i tavoli", value: words.tableContact, visibility: "tables" });
  await addContact(president.ctx, seated.slug, { kind: "email", label: "Per il registro", value: words.registryContact, visibility: "registry" });
  await recordCheck(office.ctx, { organisationId: seated.id, outcome: "pending", note: words.check });
  await declareInterest(member.ctx, seated.slug, { holder: "body", what: `${words.interest} in un servizio` });
  const { invitationId } = await invitePerson(president.ctx, seated.slug, { email: words.invited, capacity: "delegate", roleLabel: "Delegata", powers: ["read"] }, { file: new File(["Delega"], "delega.txt"), description: `${words.delegation} con l'invito`, scan: null });
  const [brought] = await broughtActs(office.ctx, invitationId);
  const { fileId: delegationId } = await attachDelegation(president.ctx, { slug: seated.slug, affiliationId: hidden.affiliationId }, { file: new File([words.delegation], "delega.txt"), description: `${words.delegation} del presidente` }, { scan: null });
  const asking = await world.person("Chi chiede");
  const { claimId } = await askToSpeak(asPerson(world.nobody, { id: asking.id, label: "Chi chiede", administrator: false }), { fiscalCode: "97123450153", capacity: "delegate", roleLabel: "Referente", evidence: words.claim });
  const { importId } = await uploadList(office.ctx, { list: "runts", listDate: "2026-03-01" }, { name: "runts.csv", bytes: new TextEncoder().encode("denominazione,codice_fiscale,sezione\nEnte nuovo,12345678903,b\n") });

  const { itemId } = await raiseItem(member.ctx, plain.slug, { title: words.item, text: "Detto da chi siede qui, per chi siede qui." });
  const policy = await world.table("Tavolo di policy", { level: "policy", ownerOrganisationId: home.id });
  await world.seat(policy.id, home.id, { role: "coordinator", voices: [coordinator] });
  await world.seat(policy.id, seated.id, { voices: [member] });
  await world.seat(policy.id, watching.id, { role: "observer", voices: [observer] });
  const guideline = { title: "Indirizzo per tutti", text: "Quello che si chiede a chi lo riceve.", reason: "Perché serve a tutta la città.", decisionId: "", act: "", effectiveOn: "2026-03-10", answerBy: "2026-05-10", tables: [plain.id], bodies: [], actors: ["third_sector" as const], itemId: "" };
  await draftGuideline(coordinator.ctx, policy.slug, guideline);
  await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
  const addressees = (await findGuideline(world.nobody, policy, 1)).current?.addressees ?? [];
  const addressed = (pick: "tableId" | "actors") => addressees.find((each) => each[pick] !== null)?.id ?? "";
  await answerGuideline(member.ctx, policy.slug, 1, { addresseeId: addressed("actors"), answer: "cannot", text: `${words.guidelineAnswer}: per ora non possiamo.` });
  await reviseGuideline(coordinator.ctx, policy.slug, 1, { ...guideline, title: words.draftGuideline });
  const { itemId: conflictId } = await raiseConflict(member.ctx, policy.slug, { title: words.policyConflict, text: "Due regole che non stanno insieme.", nature: "conflict", side1: `table:${plain.id}`, side2: "", side3: "", named1: "Un'altra regola", named2: "" });
  const { requestId } = await askToJoin(stranger.ctx, { tableId: plain.id, motivation: `${words.joinMotive}: lavoriamo da anni nel quartiere.` });
  const { campaignId } = await openCampaign(office.ctx, { title: words.mapping, due: "2026-06-01", dormantMonths: "6", offices: [home.id] });
  const [form] = await db.read.select({ id: mappingForms.id }).from(mappingForms);
  const draft = await beginProposal(office.ctx, { title: words.draftOrder, reason: "Da pensare insieme." });

  const said = (title: string, inDays: number) => ({ title, startsAt: new Date(world.now.getTime() + inDays * DAY), minutes: 120, mode: "in_person" as const, place: "Sala riunioni" });
  const { meetingId: drafted } = await planMeeting(coordinator.ctx, plain.slug, said(words.draftMeeting, 40));
  const convened = async (table: typeof plain, title: string, point: string, inDays: number, now = world.now) => {
    const ctx: Ctx = { ...coordinator.ctx, now };
    const { meetingId } = await planMeeting(ctx, table.slug, said(title, inDays));
    await announceMeeting(ctx, meetingId);
    await addPoint(ctx, meetingId, { title: point, minutes: 15, kind: "discussion" });
    await conveneMeeting(ctx, meetingId, { revision: (await findMeeting(ctx, meetingId)).meeting.revision });
    return meetingId;
  };
  const meetingId = await convened(plain, "Seduta del tavolo", "Punto all'ordine del giorno", 20);
  const delicateMeeting = await convened(delicate, words.sensitiveMeeting, words.sensitivePoint, 21);
  const { proposalId } = await proposePoint(member.ctx, meetingId, { title: words.proposal, text: "Lo chiediamo per la prossima seduta.", minutes: 10 });
  await askNeeds(member.ctx, meetingId, { needs: words.needs });
  const session = await convened(plain, "Seduta in corso", "Punto in discussione", 0, new Date(world.now.getTime() - 30 * DAY));
  for (const voice of [coordinator, member]) await arriveAt(voice.ctx, session, {});
  await openSession(coordinator.ctx, session, {});
  const [point] = await agendaRows(db.read, session);
  await declareConflict(member.ctx, session, { agendaItemId: point?.id ?? "", interest: `${words.conflict} nel servizio` });
  const [mandate] = await db.read.select({ id: mandates.id }).from(mandates).where(eq(mandates.seatId, seats[0] ?? ""));
  const { fileId: mandateActId } = await attachMandateAct(coordinator.ctx, { slug: plain.slug, seatId: seats[0] ?? "", mandateId: mandate?.id ?? "" }, { file: new File([words.mandateAct], "delibera.txt"), description: `${words.mandateAct} del direttivo` }, { scan: null });
  const [presence] = await db.read.select({ id: attendances.id }).from(attendances).where(eq(attendances.personId, member.personId));
  const [declaration] = await db.read.select({ id: conflictDeclarations.id }).from(conflictDeclarations);
  const { decisionId } = await openDecision(coordinator.ctx, session, { agendaItemId: point?.id ?? "", text: `${words.decision} da prendere`, method: "consensus" });
  const { minutesId } = await beginMinutes(coordinator.ctx, session);
  const { commitmentId } = await recordCommitment(coordinator.ctx, plain.slug, { what: words.commitment, organisationId: seated.id, due: "2026-05-01" });
  const { pollId } = await openPoll(coordinator.ctx, plain.slug, { title: words.poll, minutes: 60, answersBy: "2026-03-15", options: ["2026-05-04T10:00", "2026-05-05T10:00"] });
  const { token } = await openFeed(member.ctx);
  const [feed] = await db.read.select({ id: calendarFeeds.id }).from(calendarFeeds);
  const { id: documentId } = await createDocument(coordinator.ctx, { title: words.document, template: "working_paper", table: plain });

  const { themeId } = await addTheme(municipio.ctx, { title: "Spazi sociali" });
  const workshop = (title: string) => ({ title, description: "Ne parliamo insieme.", place: "Biblioteca", startsAt: new Date("2026-03-20T17:00:00Z"), minutes: 120, capacity: 10, themes: [themeId] });
  const { workshopId } = await draftWorkshop(municipio.ctx, workshop("Laboratorio aperto"));
  await publishWorkshop(municipio.ctx, workshopId);
  const { workshopId: draftedWorkshop } = await draftWorkshop(municipio.ctx, workshop(words.draftWorkshop));
  await askForPlace(world.nobody, workshopId, { name: words.registered, email: "iscritta@persona.example", kind: "private", read: "on" });
  const { secret } = await lastLetter(world, "iscritta@persona.example");
  await confirmPlace(world.nobody, secret);
  const { liaisonId } = await planLiaison(municipio.ctx, 8, { title: "Raccordo di primavera", heldOn: "2026-03-05" });
  const { elementId } = await addElement(municipio.ctx, liaisonId, { title: words.element, text: "Le sale chiudono presto.", workshops: [] });

  const people: Record<Exclude<Role, "nobody">, { personId: string; affiliationId: string | null; ctx: Ctx }> = {
    stranger, observer, member, president, coordinator, office, municipio,
    administrator: { personId: administrator.personId, affiliationId: null, ctx: administrator.ctx },
  };
  return {
    world, db, people, plain, delicate, policy, conflictId, addresseeId: addressed("tableId"), seated, watching, network, affiliationId: hidden.affiliationId, mandateId: mandate?.id ?? "", invitationId, delegationId, broughtId: brought?.id ?? "", mandateActId, pointId: point?.id ?? "", presenceId: presence?.id ?? "", declarationId: declaration?.id ?? "", feedId: feed?.id ?? "", elementId, seatId: seats[0] ?? "", claimId, importId, itemId, requestId, campaignId, formId: form?.id ?? "", draftId: draft.id,
    drafted, meetingId, delicateMeeting, session, proposalId, decisionId, minutesId, commitmentId, pollId, token, documentId, workshopId, draftedWorkshop, secret, liaisonId, themeId,
  };
}
export type City = Awaited<ReturnType<typeof surfacesCity>>;

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The scenarios of the domain reference (section 7) where they touch what a table keeps of its sessions: who decides, what the minutes say, what the city reads. */
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closePress } from "~/documents/export/press.server";
import { approvedPassages, readDocumentContent, readSealedFile } from "~/documents/index.server";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { extendMandate, leaveMeeting } from "~/meetings/attendance/door.server";
import { closeSession, openSession } from "~/meetings/attendance/session.server";
import { decisionsOf } from "~/meetings/decisions/find-decisions.server";
import { closeDecision, openDecision } from "~/meetings/decisions/put-decision.server";
import { sentencesOf } from "~/meetings/decisions/sentences";
import { quorumNow, voicesAt } from "~/meetings/decisions/voices.server";
import { castBallot, recordReserve } from "~/meetings/decisions/state-position.server";
import { viewDecision } from "~/meetings/decisions/view-decision.server";
import { proposeAmendment } from "~/meetings/minutes/amendments.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { circulateMinutes } from "~/meetings/minutes/circulate-minutes.server";
import { personalDataIn, withoutPersonalData } from "~/meetings/minutes/personal-data";
import { publishMinutes, readPublished } from "~/meetings/minutes/publish-minutes.server";
import { findMeeting } from "~/meetings/index.server";
import { enrolmentWarning } from "~/registry/checks/enrolment";
import { notEnrolled } from "~/registry/checks/due-checks.server";
import { recordCheck } from "~/registry/checks/record-check.server";
import { declareInterest, endInterest, interestsInForce, interestsOf, ownInterests } from "~/registry/interests/interests.server";
import { gapsToday } from "~/tables/coverage/check-coverage.server";
import { itemsOfTable, itemsRaisedBy, remindMandates, seatsAt, stepsOf } from "~/tables/index.server";
import { moveItem, raiseItem } from "~/tables/items/move-item.server";
import { customaryRules } from "~/tables/rules/rules";
import { isPublicAct } from "~/journal";
import { parseRomeDay } from "~/web/time";
import { translate } from "~/web/translate.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { journalEntries } from "~db/journal/schema";
import { agendaItems, attendances } from "~db/meetings/schema";
import { outbox } from "~db/notices/schema";
import { organisations } from "~db/registry/schema";
import { mandates, tableRules } from "~db/tables/schema";
import { cycle, textsOf } from "~tests/meetings/cycle";
import { because, fullSession } from "~tests/meetings/session";
import { convened, days, stage } from "~tests/meetings/stage";

afterAll(closePress);

const say = (key: string, values?: Record<string, string | number>) => translate("it", key, values);
const told = async (scene: { world: { db: Awaited<ReturnType<typeof fullSession>>["world"]["db"] }; meetingId: string }) => (await decisionsOf(scene.world.db.read, scene.meetingId)).flatMap((each) => sentencesOf(say, viewDecision({ locale: "it" }, each)).lines);

test("scenario 3: who comes with an ended mandate listens and does not decide, until it is extended with a reason that the minutes tell", async () => {
  const scene = await stage({ now: new Date("2026-05-23T09:00:00Z") });
  const { world, coordinator, member, table } = scene;
  const until = parseRomeDay("2026-06-01") as Date;
  await world.db.tx((tx) => tx.update(mandates).set({ validTo: until }).where(eq(mandates.affiliationId, member.affiliationId)));
  // the letters before the end: at 60, 30, 15 and 7 days, once each
  const told = [];
  for (const left of [61, 60, 59, 30, 15, 14, 7, 6]) told.push([left, await remindMandates({ db: world.db, now: days(until, -left) })]);
  expect(told).toEqual([[61, 0], [60, 1], [59, 0], [30, 1], [15, 1], [14, 0], [7, 1], [6, 0]]);
  // what was contributed on the last days stays; after the end nothing new is taken
  const written = await raiseItem({ ...member.ctx, now: new Date("2026-05-30T15:00:00Z") }, table.slug, { title: "Tempi di attesa", text: "Chiediamo di contare i giorni fra segnale e colloquio." });
  const meetingId = await convened(scene);
  const now = days(world.now, 20);
  expect(now.toISOString()).toContain("2026-06-12");
  const on = (voice: typeof member, minutes = 0) => ({ ...voice.ctx, now: new Date(now.getTime() + minutes * 60_000) });
  expect(await because(raiseItem(on(member), table.slug, { title: "Altro punto", text: "Detto a mandato finito." }))).not.toBeNull();
  expect((await itemsOfTable(on(coordinator), table.id, "all")).map(({ id }) => id)).toEqual([written.itemId]);
  await arriveAt(on(coordinator), meetingId, {});
  const counted = async () => quorumNow(on(coordinator), (await findMeeting(on(coordinator), meetingId)).meeting, await voicesAt(on(coordinator), (await findMeeting(on(coordinator), meetingId)).meeting));
  const alone = (await counted()).present;
  expect(await arriveAt(on(member), meetingId, {})).toMatchObject({ capacity: "observer", mandateId: null, because: "meetings.attendance.because.mandateEnded" });
  expect((await counted()).present).toBe(alone);
  await arriveAt(on(scene.other), meetingId, {});
  await openSession(on(coordinator), meetingId, {});
  const [item] = await world.db.read.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId));
  const put = () => openDecision(on(coordinator, 5), meetingId, { agendaItemId: item?.id ?? "", text: "Adottare la proposta di calendario.", method: "vote" });
  const first = await put();
  expect(await because(castBallot(on(member, 6), first.decisionId, { choice: "for" }))).toBe("meetings.decisions.mandateEnded");
  await castBallot(on(coordinator, 6), first.decisionId, { choice: "for" });
  await closeDecision(on(coordinator, 7), first.decisionId);
  const [here] = await world.db.read.select().from(attendances).where(eq(attendances.personId, member.personId));
  await extendMandate(on(coordinator, 8), meetingId, { attendanceId: here?.id ?? "", reason: "La nomina nuova arriva la settimana prossima." });
  const second = await put();
  await castBallot(on(member, 9), second.decisionId, { choice: "for" });
  await castBallot(on(coordinator, 9), second.decisionId, { choice: "for" });
  await closeDecision(on(coordinator, 10), second.decisionId);
  const [before, after] = await decisionsOf(world.db.read, meetingId);
  expect([before?.decision.present, after?.decision.present]).toEqual([2, 3]);
  const hub = textsOf(world.db, now);
  const { minutesId, documentId } = await beginMinutes(on(coordinator, 10), meetingId);
  await closeSession(on(coordinator, 60), meetingId);
  await circulateMinutes(on(coordinator, 61), hub, minutesId);
  expect((await readDocumentContent(coordinator.ctx, documentId)).text).toContain("mandato prorogato per la seduta: La nomina nuova arriva la settimana prossima.");
  // who was there may still ask to amend, also with the mandate ended
  expect(await because(proposeAmendment(on(member, 70), minutesId, { text: "L'ente era favorevole.", reason: "Lo aveva detto." }))).toBeNull();
});

test("scenario 4: one person for two bodies has one voice at a time, and the minutes say for whom it was", async () => {
  const scene = await fullSession();
  const { world, member, other, seats, coordinator, meetingId, items, table } = scene;
  await world.db.tx((tx) => tx.delete(attendances).where(eq(attendances.personId, other.personId)));
  const double = await world.voice(other.organisationId, { label: "Referente Uno e Due", personId: member.personId });
  await world.db.tx((tx) => tx.insert(mandates).values({ id: newId(), seatId: seats.two, affiliationId: double.affiliationId, capacity: "titular", validFrom: days(world.now, -30), validTo: null }));
  expect(await because(arriveAt(double.ctx, meetingId, {}))).toBe("meetings.attendance.oneVoice");
  const { decisionId } = await openDecision(coordinator.ctx, meetingId, { agendaItemId: items[1], text: "Adottare le linee di lavoro.", method: "vote" });
  await castBallot(member.ctx, decisionId, { choice: "for" });
  expect(await because(castBallot(double.ctx, decisionId, { choice: "against" }))).toBe("meetings.decisions.notPresent");
  const [first] = await world.db.read.select().from(attendances).where(eq(attendances.personId, member.personId));
  await leaveMeeting(member.ctx, meetingId, first?.id ?? "");
  await arriveAt(double.ctx, meetingId, {});
  await castBallot(double.ctx, decisionId, { choice: "against" });
  const lines = (await decisionsOf(world.db.read, meetingId)).flatMap(({ positions }) => positions.map(({ body, choice }) => [body, choice]));
  expect(lines).toEqual([["Ente Due", "against"], ["Ente Uno", "for"]]);
  expect(table.id).toBeTruthy();
});

test("scenario 5: a body removed from the RUNTS is asked to account, decides no more where the rules ask for enrolment; what it said before stays, and why is told to nobody else", async () => {
  const scene = await fullSession();
  const { world, member, coordinator, other, meetingId, items, table } = scene;
  const keeper = await world.voice((await world.organisation("Direzione del registro", { kind: "directorate" })).id, { capacity: "officer", powers: ["manage_registry"] });
  const president = await world.voice(member.organisationId, { label: "Presidente", capacity: "legal_representative", powers: ["manage_members"] });
  await world.db.tx((tx) => tx.insert(tableRules).values({ id: newId(), tableId: table.id, version: 1, rules: { ...customaryRules, enrolledOnly: true }, act: "Seduta di gennaio", from: days(world.now, -30), byPersonId: coordinator.personId, byOrganisationId: coordinator.organisationId }));
  for (const { organisationId } of [member, other]) await world.db.tx((tx) => tx.update(organisations).set({ enrolment: "enrolled", enrolmentFrom: days(world.now, -900) }).where(eq(organisations.id, organisationId)));
  const put = (text: string) => openDecision(coordinator.ctx, meetingId, { agendaItemId: items[1], text, method: "vote" });
  const before = await put("Prima della cancellazione.");
  await castBallot(member.ctx, before.decisionId, { choice: "for" });
  await castBallot(coordinator.ctx, before.decisionId, { choice: "for" });
  await closeDecision(coordinator.ctx, before.decisionId);
  await recordCheck(keeper.ctx, { organisationId: member.organisationId, outcome: "cancelled", since: "2026-03-02", note: "Visto sul portale: bilanci non depositati." });
  const letters = await world.db.read.select().from(outbox);
  const [address] = await world.db.read.select({ email: persons.email }).from(persons).where(eq(persons.id, president.personId));
  expect(letters.map(({ recipient }) => recipient)).toEqual([address?.email]);
  expect(letters[0]?.body).toContain("entro venerdì 20 marzo 2026");
  // everybody at the table sees that it is no longer enrolled, and since when; the ground stays with the registry and the body
  const [marked] = (await seatsAt(world.db.read, table.id, world.now)).filter(({ organisationId }) => organisationId === member.organisationId);
  expect(marked && enrolmentWarning({ kind: marked.organisationKind, enrolment: marked.enrolment, enrolmentFrom: marked.enrolmentFrom })).toMatchObject({ outcome: "cancelled" });
  expect((await notEnrolled(keeper.ctx)).map(({ id }) => id)).toEqual([member.organisationId]);
  await expect(notEnrolled(member.ctx)).rejects.toMatchObject({ kind: "forbidden" });
  const acts = await world.db.read.select().from(journalEntries);
  expect(JSON.stringify([letters, acts])).not.toContain("bilanci");
  expect(isPublicAct("organisation.checked")).toBe(false);
  const after = await put("Dopo la cancellazione.");
  expect(await because(castBallot(member.ctx, after.decisionId, { choice: "for" }))).toBe("meetings.decisions.notEnrolled");
  await castBallot(coordinator.ctx, after.decisionId, { choice: "for" });
  await closeDecision(coordinator.ctx, after.decisionId);
  const [first, second] = await decisionsOf(world.db.read, meetingId);
  expect(first).toMatchObject({ decision: { outcome: "taken", entitled: 3 }, positions: [{ body: "Direzione" }, { body: "Ente Uno", choice: "for" }] });
  expect(second?.decision).toMatchObject({ outcome: "taken", entitled: 2 });
  // the radar no longer proposes to invite it anywhere
  const elsewhere = await world.table("Altro tavolo", { ownerOrganisationId: scene.office.id });
  const { gaps } = await gapsToday(coordinator.ctx, elsewhere.id);
  const invited = gaps.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  expect(invited).toContain(other.organisationId);
  expect(invited).not.toContain(member.organisationId);
});

test("scenario 12: who declared an interest may speak and abstains from the recorded position, and the minutes say so without saying which interest", async () => {
  const scene = await cycle();
  const { member, coordinator, other, meetingId, items, declares, circulated, text } = scene;
  // the register of interests reminds the member when the session opens; what it says is read by its coordination and by nobody else
  const slug = "ente-uno";
  await declareInterest(member.ctx, slug, { holder: "body", what: "Gestiamo uno sportello concorrente nello stesso quartiere" });
  await expect(declareInterest(other.ctx, slug, { holder: "body", what: "Lo diciamo noi per loro" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(interestsOf(other.ctx, { id: member.organisationId })).rejects.toMatchObject({ kind: "forbidden" });
  expect((await ownInterests(member.ctx)).map(({ what }) => what)).toEqual(["Gestiamo uno sportello concorrente nello stesso quartiere"]);
  expect(await ownInterests(other.ctx)).toEqual([]);
  expect((await interestsInForce(coordinator.ctx, [member.organisationId, other.organisationId])).map(({ body }) => body)).toEqual(["Ente Uno"]);
  await declares(member, items[2]);
  const { decisionId } = await openDecision(coordinator.ctx, meetingId, { agendaItemId: items[2], text: "Chiudere lo sportello di quartiere.", method: "vote" });
  expect(await because(castBallot(member.ctx, decisionId, { choice: "for" }))).toBe("meetings.decisions.conflictAbstains");
  await recordReserve(member.ctx, decisionId, { kind: "reserve", reason: "Chiediamo che il servizio resti nel quartiere." });
  await castBallot(coordinator.ctx, decisionId, { choice: "for" });
  await castBallot(other.ctx, decisionId, { choice: "for" });
  await closeDecision(coordinator.ctx, decisionId);
  expect(await told(scene)).toContain("Astenuti per conflitto di interesse dichiarato: Ente Uno.");
  await circulated();
  expect(await text()).toContain("Sul punto 3 si astiene per conflitto di interesse dichiarato: Ente Uno.");
  expect(await text()).not.toContain("servizio simile");
  expect(await text()).not.toContain("concorrente");
  // an interest that is over stays in the register with its dates, and reminds nobody any more
  const [declared] = await interestsOf(member.ctx, { id: member.organisationId });
  await endInterest(member.ctx, slug, declared?.id ?? "");
  expect(await ownInterests(member.ctx)).toEqual([]);
  expect(await interestsOf(member.ctx, { id: member.organisationId })).toMatchObject([{ endedAt: scene.world.now, holder: "body", person: "Referente Uno" }]);
});

test("scenario 15: a name beside a relation is found, publication waits for somebody to look, and the extract says the neutral seat", async () => {
  const scene = await cycle({ sensitive: true });
  const { world, coordinator, member, id, meetingId, items, circulated, clock, minutesDocumentId } = scene;
  const { decisionId } = await openDecision(coordinator.ctx, meetingId, { agendaItemId: items[1], text: "Sentire la signora Bianchi, moglie di un malato, sul sollievo notturno.", method: "consensus" });
  await closeDecision(coordinator.ctx, decisionId);
  await circulated();
  await clock(20);
  const publish = (publication: "full" | "extract", reviewed = false) => publishMinutes(coordinator.ctx, id, { publication, reason: "Interessa a chi assiste", reviewed });
  expect(await because(publish("full", true))).toBe("meetings.minutes.publish.sensitive");
  expect(await because(publish("extract"))).toBe("meetings.minutes.publish.mustReview");
  await publish("extract", true);
  const published = await readPublished(world.nobody, id);
  const said = JSON.stringify(published.extract);
  expect(said).toContain("rappresentanza familiari");
  expect(said).not.toMatch(/Bianchi|moglie|Referente|Seduta ordinaria/);
  expect(published.extract?.title).toBe("Riunione tavolo tematico");
  await expect(readSealedFile(world.nobody, minutesDocumentId, "pdf")).rejects.toMatchObject({ kind: "missing" });
  expect((await readSealedFile(member.ctx, minutesDocumentId, "record")).toString()).toContain("Bianchi");
  // nor are minutes among the texts that are compared to find where tables overlap
  expect(await approvedPassages(world)).toEqual([]);
});

test("scenario 15: the detector knows codes, contacts, relations and words about health, and leaves plain sentences alone", () => {
  const kinds = (text: string) => personalDataIn(text).map(({ kind }) => kind);
  expect(kinds("RSSMRA80A01F205X e IT60X0542811101000000123456")).toEqual(["fiscalCode", "iban"]);
  expect(kinds("Scrivere a nome.cognome@ente.example o al 347 1234567")).toEqual(["email", "phone"]);
  expect(kinds("Verdi, figlia di un ospite, racconta; mio figlio aspetta da mesi")).toEqual(["relation", "relation"]);
  expect(kinds("È malata di Alzheimer, in cura presso il centro")).toEqual(["health", "health"]);
  expect(kinds("La rete delle famiglie chiede più sollievo per chi assiste; il Municipio 8 propone tre sportelli nel 2026.")).toEqual([]);
  expect(withoutPersonalData("In aula c'è Rossi, moglie di un malato: servono notti.")).toBe("In aula c'è rappresentanza familiari: servono notti.");
});

test("scenario 18: what a Municipio hears reaches a table, is decided in a session, goes up to the policy table, and comes back with its answer", async () => {
  const scene = await cycle();
  const { world, coordinator, member, meetingId, items, circulated, text, table, office } = scene;
  const policy = await world.table("Tavolo di sintesi", { level: "policy", ownerOrganisationId: office.id });
  await world.seat(policy.id, office.id, { role: "coordinator", voices: [coordinator] });
  const { itemId } = await raiseItem(member.ctx, table.slug, { title: "Mancano spazi serali", text: "Dodici gruppi del Municipio 8 chiedono luoghi aperti la sera." });
  await world.db.tx((tx) => tx.update(agendaItems).set({ itemId, title: "Spazi serali nel Municipio 8" }).where(eq(agendaItems.id, items[1])));
  const { decisionId } = await openDecision(coordinator.ctx, meetingId, { agendaItemId: items[1], text: "Portare la richiesta al tavolo di sintesi.", method: "consensus" });
  await closeDecision(coordinator.ctx, decisionId);
  await moveItem(coordinator.ctx, itemId, { step: "discuss", reason: "Deciso in seduta per consenso" });
  await moveItem(coordinator.ctx, itemId, { step: "forward", tableId: policy.id, reason: "Riguarda tutta la città" });
  await moveItem(coordinator.ctx, itemId, { step: "receive" });
  await moveItem(coordinator.ctx, itemId, { step: "decide", outcome: "accepted", reason: "Entra negli indirizzi, terza versione" });
  await circulated();
  expect(await text()).toContain("Punto 2. Portare la richiesta al tavolo di sintesi.");
  expect((await itemsRaisedBy(member.ctx, member.organisationId))[0]).toMatchObject({ id: itemId, state: "accepted" });
  expect((await stepsOf(member.ctx, itemId)).at(-1)?.reason).toBe("Entra negli indirizzi, terza versione");
});

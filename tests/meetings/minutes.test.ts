// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { changeVisibility, checkFingerprint, createDocument, documentAccess, findDocument, readDocumentContent, readSealedFile } from "~/documents/index.server";
import { closePress } from "~/documents/export/press.server";
import { approveDocument } from "~/documents/sealing/approve-document.server";
import { listEntries, verifyJournal } from "~/journal/index.server";
import { findMeeting, recordCommitment } from "~/meetings/index.server";
import { closeDecision, openDecision } from "~/meetings/decisions/put-decision.server";
import { castBallot } from "~/meetings/decisions/state-position.server";
import { answerAmendment, proposeAmendment, withdrawAmendment } from "~/meetings/minutes/amendments.server";
import { approveMinutes, sealMinutes } from "~/meetings/minutes/approve-minutes.server";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { circulateMinutes, recallMinutes } from "~/meetings/minutes/circulate-minutes.server";
import { correctMinutes } from "~/meetings/minutes/correct-minutes.server";
import { findingsInText } from "~/meetings/minutes/extract.server";
import { findMinutes, minutesOfMeeting } from "~/meetings/minutes/find-minutes.server";
import { endOfTerm, minutesState } from "~/meetings/minutes/minutes";
import { publishedMinutes, publishMinutes, readPublished } from "~/meetings/minutes/publish-minutes.server";
import { viewMinutes } from "~/meetings/minutes/view-minutes.server";
import { minutesWaiting } from "~/meetings/minutes/waiting.server";
import { customaryRules } from "~/tables/rules/rules";
import { newId } from "~db/id";
import { agendaPapers } from "~db/meetings/papers";
import { attendances, meetings } from "~db/meetings/schema";
import { outbox } from "~db/notices/schema";
import { tableRules } from "~db/tables/schema";
import { cycle, paperHouse } from "./cycle";
import { because } from "./session";
import { days, drafted } from "./stage";

afterAll(closePress);

const wish = { text: "L'ente chiede due operatori, non uno.", reason: "Così si è detto in seduta." };
const stateOf = async ({ coordinator, id }: Awaited<ReturnType<typeof cycle>>) => minutesState((await findMinutes(coordinator.ctx, id)).minutes);

describe("the minutes of a session", () => {
  test("grow from the agenda, gather what was recorded, are contested and answered, approved, sealed and corrected", async () => {
    const scene = await cycle();
    const { world, coordinator, member, other, observer, hub, id, minutesDocumentId, meetingId, items, circulated, after, seal, text } = scene;
    for (const words of ["1. Comunicazioni", "2. Linee di lavoro dell'anno", "Discussione", "Chi dissente e perché"]) expect(await text()).toContain(words);
    const { decisionId } = await openDecision(coordinator.ctx, meetingId, { agendaItemId: items[1], text: "Aprire anche il sabato mattina.", method: "vote" });
    for (const voice of [coordinator, member]) await castBallot(voice.ctx, decisionId, { choice: "for" });
    await scene.declares(other, items[2]);
    await scene.over();
    expect(await because(circulateMinutes(coordinator.ctx, hub, id))).toBe("meetings.minutes.openDecisions");
    await world.db.tx((tx) => tx.update(meetings).set({ closedAt: null }).where(eq(meetings.id, meetingId)));
    await closeDecision(coordinator.ctx, decisionId);
    await recordCommitment(coordinator.ctx, scene.table.slug, { what: "Cercare due operatori", organisationId: member.organisationId, due: "2026-04-10", meetingId, agendaItemId: items[1] });
    await circulated();
    const sent = await text();
    for (const words of ["Seduta aperta alle", "Referente Uno", "uditore", "Sul punto 3 si astiene per conflitto di interesse dichiarato: Ente Due.", "Punto 2. Aprire anche il sabato mattina.", "Favorevoli: Direzione, Ente Uno.", "Ente Uno: Cercare due operatori, entro il 10 apr 2026"]) expect(sent).toContain(words);
    // what the outline offered and nobody filled is gone, the points of the agenda stay
    for (const words of ["1. Comunicazioni", "3. Chiusura di uno sportello"]) expect(sent).toContain(words);
    for (const words of ["Chi dissente e perché", "Documenti depositati", "Prossimo incontro"]) expect(sent).not.toContain(words);
    const { document } = await findDocument(member.ctx, minutesDocumentId);
    expect(await documentAccess(world.db.read, coordinator.actor, document, world.now)).toEqual({ access: "read", because: "meetings.minutes.locked" });
    expect(await world.db.read.select().from(outbox)).toHaveLength(4);

    const first = await proposeAmendment(member.ctx, id, { ...wish, agendaItemId: items[1] });
    const second = await proposeAmendment(other.ctx, id, { text: "L'ente non era d'accordo.", reason: "Lo aveva detto due volte." });
    const third = await proposeAmendment(observer.ctx, id, wish);
    await withdrawAmendment(observer.ctx, id, third.amendmentId);
    expect(await because(approveMinutes(after(coordinator.ctx, 30), id, {}))).toBe("meetings.minutes.stillOpen");
    await answerAmendment(coordinator.ctx, id, { amendmentId: first.amendmentId, outcome: "accepted" });
    expect(await because(answerAmendment(coordinator.ctx, id, { amendmentId: second.amendmentId, outcome: "annexed" }))).toBe("web.problem.invalid");
    await answerAmendment(coordinator.ctx, id, { amendmentId: second.amendmentId, outcome: "annexed", answer: "A verbale risulta l'astensione." });
    expect(await scene.clock(30)).toBe(0);
    await approveMinutes(after(coordinator.ctx, 30), id, {});
    await seal(after(coordinator.ctx, 30));
    const sealed = await text();
    expect(sealed).toMatch(/2\. Linee di lavoro dell'anno\s+Precisazione accolta, chiesta da Ente Uno: L'ente chiede due operatori, non uno\.\s+3\. Chiusura/);
    for (const words of ["Punti contestati", "Ente Due contesta", "Lo aveva detto due volte.", "A verbale risulta l'astensione.", "Approvato con atto espresso"]) expect(sealed).toContain(words);
    const record = JSON.parse((await readSealedFile(coordinator.ctx, minutesDocumentId, "record")).toString());
    expect(JSON.stringify(record.content)).toContain("Punti contestati");
    expect((await readSealedFile(coordinator.ctx, minutesDocumentId, "pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true });

    const correction = await correctMinutes(after(coordinator.ctx, 31), id, { reason: "Il nome di un ente era sbagliato." });
    expect(await because(correctMinutes(after(coordinator.ctx, 31), id, { reason: "Ancora una volta" }))).toBe("meetings.minutes.correctedAlready");
    await circulateMinutes(after(coordinator.ctx, 31), hub, correction.minutesId);
    await approveMinutes(after(coordinator.ctx, 60), correction.minutesId, {});
    await sealMinutes(after(coordinator.ctx, 60), hub, correction.minutesId, paperHouse);
    const again = JSON.parse((await readSealedFile(coordinator.ctx, correction.documentId, "record")).toString());
    const row = (await findMinutes(coordinator.ctx, correction.minutesId)).minutes;
    expect(again.corrects).toMatchObject({ documentId: minutesDocumentId, recordSha256: row.correctsSha256 });
    expect(JSON.stringify(again.content)).toContain(`Rettifica il verbale sigillato con impronta ${row.correctsSha256}`);
    expect(await checkFingerprint(world.nobody, row.correctsSha256 ?? "")).toMatchObject({ verdict: "authentic", superseded: { documentId: correction.documentId } });
    expect((await minutesOfMeeting(world.db.read, meetingId))?.id).toBe(correction.minutesId);
  });

  test("name the documents of the agenda that everybody may open and refer to the others, which members find by title beside the text: with the fingerprint of what is sealed, otherwise as the draft of that day", async () => {
    const scene = await cycle();
    const { world, coordinator, member, hub, documentId, items, minutesDocumentId, after, meetingId } = scene;
    const written = async (title: string) => (await createDocument(coordinator.ctx, { title, template: "working_paper", table: scene.table })).id;
    const [before, later] = [await written("Patto di quartiere"), await written("Scheda dei bisogni")];
    await world.db.tx((tx) => tx.insert(agendaPapers).values([before, later].map((id, position) => ({ agendaItemId: items[1], documentId: id, position }))));
    const approve = (ctx: typeof coordinator.ctx, id: string) => approveDocument(ctx, hub, { documentId: id, reason: "Approvato dal tavolo", protocol: null, ...paperHouse });
    const sealed = await approve(coordinator.ctx, before);
    await changeVisibility(coordinator.ctx, { documentId: before, visibility: "public" });
    const elsewhere = await world.table("Altro tavolo");
    await world.seat(elsewhere.id, coordinator.organisationId, { role: "coordinator", voices: [coordinator] });
    const { id: foreign } = await createDocument(coordinator.ctx, { title: "Appunti riservati", template: "working_paper", table: elsewhere });
    await world.db.tx((tx) => tx.insert(agendaPapers).values({ agendaItemId: items[1] ?? "", documentId: foreign, position: 2 }));
    await scene.over();
    const afterwards = await approve(after(coordinator.ctx, 2), later);
    await circulateMinutes(after(coordinator.ctx, 3), hub, scene.id);
    await approve(after(coordinator.ctx, 4), documentId);
    const how = {
      draft: "bozza, nella seduta del 10 mar 2026",
      sealed: `sigillato il 10 mar 2026, impronta SHA-256 ${sealed.recordSha256}`,
      sealedLater: `bozza, nella seduta del 10 mar 2026; sigillato poi il 12 mar 2026, impronta SHA-256 ${afterwards.recordSha256}`,
    };
    const reference = (id: string) => id.slice(-8);
    const lines = [
      `Punto 2, documento del tavolo (rif. ${reference(documentId)}): ${how.draft}.`,
      `Punto 2, «Patto di quartiere»: ${how.sealed}.`,
      `Punto 2, documento del tavolo (rif. ${reference(later)}): ${how.sealedLater}.`,
      `Punto 2, documento di un altro tavolo (rif. ${reference(foreign)}): ${how.draft}.`,
    ];
    await approveMinutes(after(coordinator.ctx, 30), scene.id, {});
    await scene.seal(after(coordinator.ctx, 30));
    const record = JSON.parse((await readSealedFile(coordinator.ctx, minutesDocumentId, "record")).toString());
    for (const line of lines) expect(JSON.stringify(record.content)).toContain(line);
    for (const title of ["«Linee di lavoro»", "Scheda dei bisogni", "Appunti riservati"]) expect(JSON.stringify(record.content)).not.toContain(title);
    const shown = async (ctx: typeof coordinator.ctx) => (await viewMinutes(ctx, await findMeeting(ctx, meetingId), (await findMinutes(ctx, scene.id)).minutes)).examined;
    expect((await shown(after(member.ctx, 30))).map(({ title, position, how: form }) => [position, title, form])).toEqual([[2, "Linee di lavoro", how.draft], [2, "Patto di quartiere", how.sealed], [2, "Scheda dei bisogni", how.sealedLater]]);
    // published whole, everybody reads and finds what the text says, and no title that is not for everybody
    await publishMinutes(after(coordinator.ctx, 31), scene.id, { publication: "full", reason: "Interessa a tutti", reviewed: true });
    const { text } = await readDocumentContent(world.nobody, minutesDocumentId);
    expect(text).toContain("Patto di quartiere");
    expect(text).not.toMatch(/«Linee di lavoro»|Scheda dei bisogni|Appunti riservati/);
    expect(await findingsInText(coordinator.ctx, { meeting: { id: meetingId }, documentId: minutesDocumentId })).not.toContainEqual(expect.objectContaining({ kind: "phone" }));
  });

  test("that nobody contests are approved by the rule when the term is over, sealed in the name of the rule, and journalled", async () => {
    const scene = await cycle();
    const { world, coordinator, table, minutesDocumentId, circulated, clock } = scene;
    await world.db.tx((tx) => tx.insert(tableRules).values({ id: newId(), tableId: table.id, version: 1, rules: { ...customaryRules, minutesDays: 5, articles: { minutes: "art. 7" } }, act: "Seduta del 1° marzo", from: days(world.now, -1), byPersonId: coordinator.personId, byOrganisationId: coordinator.organisationId }));
    await circulated();
    const { amendableUntil } = (await findMinutes(coordinator.ctx, scene.id)).minutes;
    // 10 March does not count: five whole days are 11 to 15, in Rome
    expect(amendableUntil?.toISOString()).toBe("2026-03-15T23:00:00.000Z");
    expect(await clock(5)).toBe(0);
    expect(await clock(5.59)).toBe(1);
    expect(await clock(6)).toBe(0);
    expect(await stateOf(scene)).toBe("sealed");
    const record = JSON.parse((await readSealedFile(coordinator.ctx, minutesDocumentId, "record")).toString());
    expect(record.sealedBy).toMatchObject({ organisationId: null, organisation: "regola del tavolo sui verbali (art. 7)" });
    expect(await scene.text()).toContain("per decorrenza del termine senza contestazioni, secondo la regola del tavolo sui verbali (art. 7)");
    const [act] = await listEntries(coordinator.ctx, { act: "minutes.approved", limit: 1 });
    expect(act).toMatchObject({ personId: null, data: { approval: "tacit" } });
  });

  test("are not approved by silence where the rules want an act, nor while anything contests them", async () => {
    const scene = await cycle();
    const { world, coordinator, table, member, circulated, clock } = scene;
    await circulated();
    const { amendmentId } = await proposeAmendment(member.ctx, scene.id, wish);
    expect(await clock(40)).toBe(0);
    await answerAmendment(coordinator.ctx, scene.id, { amendmentId, outcome: "accepted" });
    expect(await clock(40)).toBe(1);
    const strict = await cycle();
    await strict.world.db.tx((tx) => tx.insert(tableRules).values({ id: newId(), tableId: strict.table.id, version: 1, rules: { ...customaryRules, tacitApproval: false }, act: "Seduta", from: days(world.now, -1), byPersonId: strict.coordinator.personId, byOrganisationId: strict.coordinator.organisationId }));
    await strict.circulated();
    expect(await strict.clock(40)).toBe(0);
    expect(table.id).not.toBe(strict.table.id);
  });

  test("inside the term are approved only by a later session of the same table", async () => {
    const scene = await cycle();
    const { world, coordinator, circulated, after, id } = scene;
    await circulated();
    expect(await because(approveMinutes(after(coordinator.ctx, 2), id, {}))).toBe("meetings.minutes.termOpen");
    const next = await drafted(scene, 3);
    expect(await because(approveMinutes(after(coordinator.ctx, 3), id, { meetingId: next }))).toBe("web.problem.invalid");
    await world.db.tx((tx) => tx.update(meetings).set({ convenedAt: world.now, openedAt: after(coordinator.ctx, 3).now }).where(eq(meetings.id, next)));
    await approveMinutes(after(coordinator.ctx, 3), id, { meetingId: next });
    await scene.seal(after(coordinator.ctx, 3));
    expect(await scene.text()).toContain("nella seduta «Seduta ordinaria»");
  });

  test("taken back are written again and circulated anew, without saying things twice", async () => {
    const scene = await cycle();
    const { coordinator, member, circulated, hub, id, after, text } = scene;
    await circulated();
    await recallMinutes(coordinator.ctx, id, { reason: "Mancava un intervento" });
    expect(await stateOf(scene)).toBe("writing");
    expect(await because(proposeAmendment(member.ctx, id, wish))).toBe("meetings.minutes.amend.notThere");
    await circulateMinutes(after(coordinator.ctx, 1), hub, id);
    expect((await text()).split("Nessuna decisione.")).toHaveLength(2);
    expect(await because(proposeAmendment(after(member.ctx, 1), id, wish))).toBeNull();
  });
});

describe("who may what with minutes", () => {
  test("verb by verb: coordination, member who was there, member who was not, observer, stranger, administrator, nobody", async () => {
    const scene = await cycle();
    const { world, coordinator, member, other, observer, stranger, hub, id, meetingId, circulated, after } = scene;
    await world.db.tx((tx) => tx.delete(attendances).where(eq(attendances.organisationId, other.organisationId)));
    const admin = await world.administrator();
    const everybody = { coordinator: coordinator.ctx, there: member.ctx, absent: other.ctx, observer: observer.ctx, stranger: stranger.ctx, admin: admin.ctx, nobody: world.nobody };
    const matrix = async (verb: (ctx: typeof member.ctx) => Promise<unknown>, but: (keyof typeof everybody)[] = []) => {
      const rows: Record<string, string | null> = {};
      for (const [who, ctx] of Object.entries(everybody)) if (!but.includes(who as never)) rows[who] = await because(verb(ctx));
      return rows;
    };
    const only = "meetings.record.onlyCoordination";
    const lead = { there: only, absent: only, observer: only, stranger: "web.problem.missing", admin: only, nobody: "web.problem.missing" };
    const notLead = ["coordinator" as const];
    expect(await matrix((ctx) => findMinutes(ctx, id))).toEqual({ coordinator: null, there: null, absent: null, observer: null, stranger: "web.problem.missing", admin: null, nobody: "web.problem.missing" });
    expect(await matrix((ctx) => beginMinutes(ctx, meetingId), notLead)).toEqual({ ...lead, nobody: "web.problem.unauthenticated" });
    await scene.over();
    expect(await matrix((ctx) => circulateMinutes(ctx, hub, id), notLead)).toEqual(lead);
    await circulated();
    const notThere = "meetings.minutes.amend.notThere";
    expect(await matrix((ctx) => proposeAmendment(ctx, id, wish), ["nobody"])).toEqual({ coordinator: null, there: null, absent: notThere, observer: null, stranger: "web.problem.missing", admin: notThere });
    expect(await because(proposeAmendment(after(member.ctx, 11), id, wish))).toBe("meetings.minutes.amend.tooLate");
    const { amendmentId } = await proposeAmendment(member.ctx, id, wish);
    expect(await matrix((ctx) => answerAmendment(ctx, id, { amendmentId, outcome: "accepted" }), [...notLead, "nobody"])).toEqual({ ...lead, nobody: undefined });
    expect(await because(withdrawAmendment(other.ctx, id, amendmentId))).toBe("meetings.minutes.amend.notYours");
    expect(await matrix((ctx) => recallMinutes(ctx, id, { reason: "Da rivedere" }), [...notLead, "nobody"])).toEqual({ ...lead, nobody: undefined });
    expect(await matrix((ctx) => approveMinutes(after(ctx, 30), id, {}), [...notLead, "nobody"])).toEqual({ ...lead, nobody: undefined });
  });

  test("their document is neither approved nor shown to the city outside their cycle", async () => {
    const { coordinator, minutesDocumentId, hub, circulated, id } = await cycle();
    const outside = () => because(approveDocument(coordinator.ctx, hub, { documentId: minutesDocumentId, reason: "Approvato per altra via", protocol: null, ...paperHouse }));
    expect(await outside()).toBe("meetings.minutes.governed");
    expect(await because(changeVisibility(coordinator.ctx, { documentId: minutesDocumentId, visibility: "public" }))).toBe("meetings.minutes.governed");
    await circulated();
    expect(await outside()).toBe("meetings.minutes.governed");
    expect(await because(publishMinutes(coordinator.ctx, id, { publication: "full", reason: "Interessa a tutti" }))).toBe("meetings.minutes.notFrom.circulated");
  });

  test("the desk says to each what is theirs to do", async () => {
    const scene = await cycle();
    const { coordinator, member, other, circulated, after, seal, id } = scene;
    const waits = async (ctx: typeof member.ctx) => (await minutesWaiting(ctx)).map(({ says }) => says);
    await scene.over();
    expect(await waits(coordinator.ctx)).toEqual(["meetings.minutes.waiting.circulate"]);
    await circulated();
    expect(await waits(member.ctx)).toEqual(["meetings.minutes.waiting.read"]);
    expect(await waits(after(member.ctx, 30))).toEqual([]);
    expect(await waits(after(coordinator.ctx, 30))).toEqual(["meetings.minutes.waiting.approve"]);
    await approveMinutes(after(coordinator.ctx, 30), id, {});
    expect(await waits(coordinator.ctx)).toEqual(["meetings.minutes.waiting.seal"]);
    await seal(after(coordinator.ctx, 30));
    expect([await waits(coordinator.ctx), await waits(other.ctx)]).toEqual([["meetings.minutes.waiting.publish"], []]);
  });
});

describe("what the city reads", () => {
  test("whole, in extract or nothing, once; with the names of persons only in what was looked at", async () => {
    const scene = await cycle();
    const { world, coordinator, stranger, table, id, circulated, after, seal, minutesDocumentId } = scene;
    await circulated();
    await scene.clock(20);
    const publish = (publication: "full" | "extract" | "none", reviewed = false) => publishMinutes(after(coordinator.ctx, 21), id, { publication, reason: "Interessa a tutti", reviewed });
    await expect(readPublished(world.nobody, id)).rejects.toMatchObject({ kind: "missing" });
    expect(await because(publish("full"))).toBe("meetings.minutes.publish.mustReview");
    await publish("extract");
    expect(await because(publish("full", true))).toBe("meetings.minutes.notFrom.published");
    const { extract } = await readPublished(world.nobody, id);
    expect(extract?.bodies.map(({ name }) => name)).toEqual(["Direzione", "Ente Due", "Ente Tre", "Ente Uno"]);
    expect(JSON.stringify(extract)).not.toMatch(/Referente/);
    expect(await publishedMinutes(stranger.ctx, table.id)).toHaveLength(1);
    await expect(findDocument(world.nobody, minutesDocumentId)).rejects.toMatchObject({ kind: "missing" });
    await expect(seal()).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("a session kept reserved stays out of every public list", async () => {
    const scene = await cycle();
    await scene.circulated();
    await scene.clock(20);
    await publishMinutes(scene.coordinator.ctx, scene.id, { publication: "none", reason: "Seduta organizzativa" });
    expect(await publishedMinutes(scene.world.nobody, scene.table.id)).toEqual([]);
    await expect(readPublished(scene.world.nobody, scene.id)).rejects.toMatchObject({ kind: "missing" });
  });
});

test("the term of a day is whole also across the change to summer time", () => {
  expect(endOfTerm(new Date("2026-03-27T10:00:00Z"), 2).toISOString()).toBe("2026-03-29T22:00:00.000Z");
  expect(endOfTerm(new Date("2026-03-27T10:00:00Z"), 0).toISOString()).toBe("2026-03-27T23:00:00.000Z");
});

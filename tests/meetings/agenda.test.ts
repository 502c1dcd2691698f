// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { createDocument } from "~/documents/index.server";
import { openSession } from "~/meetings/attendance/session.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { usualPointsOf } from "~/meetings/agenda/usual-points.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { addPoint, beginAgenda, editPoint, movePoint, takeSuggestion } from "~/meetings/agenda/change-agenda.server";
import { answerProposal, proposalsFor, proposePoint } from "~/meetings/agenda/proposals.server";
import { suggestionsFor } from "~/meetings/agenda/suggestions.server";
import { agendaOf } from "~/meetings/agenda/read-agenda.server";
import { contentOf } from "~/meetings/convocation/send-call.server";
import { findMeeting, planMeeting, recordCommitment } from "~/meetings/index.server";
import { agendaPapers } from "~db/meetings/papers";
import { outbox } from "~db/notices/schema";
import { because } from "./session";
import { announced, convened, days, drafted, point, said, stage } from "./stage";

const wish = { title: "Palestre accessibili", text: "Tre palestre sono pronte: facciamo un elenco.", minutes: 15 };

describe("a point that a member asks for", () => {
  test("and is declined is told to who asked, with the reason; of a sensitive table the letter says only that there is an answer", async () => {
    for (const sensitive of [false, true]) {
      const scene = await stage({ sensitive });
      const id = await announced(scene);
      const { proposalId } = await proposePoint(scene.member.ctx, id, wish);
      expect(await proposalsFor(scene.other.ctx, id)).toEqual([]);
      const refusal = { outcome: "declined" as const, reason: "Ne parla prima il gruppo ristretto." };
      expect(await because(answerProposal(scene.member.ctx, id, proposalId, refusal))).toBe("meetings.policy.onlyCoordination");
      await answerProposal(scene.coordinator.ctx, id, proposalId, refusal);
      const [letter, ...more] = await scene.world.db.read.select().from(outbox);
      expect(more).toEqual([]);
      const words = `${letter?.subject} ${letter?.body}`;
      for (const told of [wish.title, "gruppo ristretto", scene.table.name]) expect(words.includes(told)).toBe(!sensitive);
      expect(words).toContain(`/incontri/${id}`);
      expect(await proposalsFor(scene.member.ctx, id)).toMatchObject([{ outcome: "declined", reason: refusal.reason }]);
    }
  });

  test("and is accepted stands on the agenda with the body that asked", async () => {
    const scene = await stage();
    const id = await announced(scene);
    const { proposalId } = await proposePoint(scene.member.ctx, id, wish);
    await answerProposal(scene.coordinator.ctx, id, proposalId, { outcome: "accepted" });
    expect(await agendaOf(scene.member.ctx, id)).toMatchObject([{ title: wish.title, proposer: "Ente Uno" }]);
    expect(await because(answerProposal(scene.coordinator.ctx, id, proposalId, { outcome: "accepted" }))).toBe("meetings.agenda.answered");
  });
});

test("a point that a member asks for carries its documents to the agenda; the convenor reads which before answering, and nobody adds what they may not open", async () => {
  const scene = await stage();
  const id = await announced(scene);
  const elsewhere = await scene.world.table("Altro tavolo", { ownerOrganisationId: scene.office.id });
  await scene.world.seat(elsewhere.id, scene.office.id, { role: "coordinator", voices: [scene.coordinator] });
  const written = async (title: string, table: { id: string }) => (await createDocument(scene.coordinator.ctx, { title, template: "working_paper", table })).id;
  const [first, second, closed] = [await written("Elenco delle palestre", scene.table), await written("Orari", scene.table), await written("Appunti riservati", elsewhere)];
  for (const documents of [{ documentId: closed }, { documentId: first, moreDocumentIds: [closed] }]) await expect(proposePoint(scene.member.ctx, id, { ...wish, ...documents })).rejects.toMatchObject({ kind: "missing" });
  const { proposalId } = await proposePoint(scene.member.ctx, id, { ...wish, documentId: first, moreDocumentIds: [second, first, ""] });
  expect(await proposalsFor(scene.coordinator.ctx, id)).toMatchObject([{ documents: [{ title: "Elenco delle palestre" }, { title: "Orari" }] }]);
  await answerProposal(scene.coordinator.ctx, id, proposalId, { outcome: "accepted" });
  expect((await agendaOf(scene.member.ctx, id))[0]?.documents.map(({ title }) => title)).toEqual(["Elenco delle palestre", "Orari"]);
});

test("a point has several documents, each for who may open it; the convocation names those of the table, never the title of another table's, and a point taken off leaves nothing behind", async () => {
  const scene = await stage();
  const id = await drafted(scene);
  const elsewhere = await scene.world.table("Altro tavolo", { ownerOrganisationId: scene.office.id });
  await scene.world.seat(elsewhere.id, scene.office.id, { role: "coordinator", voices: [scene.coordinator] });
  const written = async (title: string, table: { id: string }) => (await createDocument(scene.coordinator.ctx, { title, template: "working_paper", table })).id;
  const [first, second, own] = [await written("Scheda unica", scene.table), await written("Numeri dei tre Municipi", scene.table), await written("Appunti riservati", elsewhere)];
  await expect(addPoint(scene.coordinator.ctx, id, { ...point("Liste d'attesa"), moreDocumentIds: ["non-esiste"] })).rejects.toMatchObject({ kind: "missing" });
  await addPoint(scene.coordinator.ctx, id, { ...point("Liste d'attesa"), documentId: first, moreDocumentIds: [second, own, first, ""] });
  const titles = async (ctx: typeof scene.member.ctx) => (await agendaOf(ctx, id))[0]?.documents.map(({ title }) => title);
  expect(await titles(scene.coordinator.ctx)).toEqual(["Scheda unica", "Numeri dei tre Municipi", "Appunti riservati"]);
  expect(await titles(scene.member.ctx)).toEqual(["Scheda unica", "Numeri dei tre Municipi"]);
  const { meeting } = await findMeeting(scene.coordinator.ctx, id);
  expect((await contentOf(scene.coordinator.ctx, scene.world.db.read, meeting)).agenda[0]?.document).toBe(`Scheda unica; Numeri dei tre Municipi; documento di un altro tavolo (rif. ${own.slice(-8)})`);
  const [listed] = await agendaOf(scene.coordinator.ctx, id);
  await editPoint(scene.coordinator.ctx, id, listed?.id ?? "", { ...point("Liste d'attesa"), moreDocumentIds: [second] });
  expect(await titles(scene.member.ctx)).toEqual(["Numeri dei tre Municipi"]);
  await movePoint(scene.coordinator.ctx, id, listed?.id ?? "", "off");
  expect(await scene.world.db.read.$count(agendaPapers)).toBe(0);
});

test("the next agenda opens with the minutes of the session before and what is still promised", async () => {
  const scene = await stage();
  const first = await convened(scene);
  const onDay = { ...scene.coordinator.ctx, now: days(scene.world.now, 20) };
  const next = (await planMeeting(scene.coordinator.ctx, scene.table.slug, said(days(scene.world.now, 50)))).meetingId;
  await openSession(onDay, first, { withoutQuorum: true });
  await recordCommitment(onDay, scene.table.slug, { what: "Raccogliere i numeri", organisationId: scene.member.organisationId, due: "2026-04-20" });
  expect(await because(beginAgenda(scene.member.ctx, next))).toBe("web.problem.missing");
  await beginAgenda(onDay, next);
  expect((await agendaOf(onDay, next)).map(({ kind }) => kind)).toEqual(["minutes", "commitments"]);
  expect(await because(beginAgenda(onDay, next))).toBe("meetings.agenda.alreadyThere");
});

describe("the agenda of a meeting that is being planned", () => {
  const rules = { noticeDays: 7, quorumPercent: 50, decisions: "consensus", minutesDays: 10, act: "Seduta di prova", version: 0 };

  test("opens with the minutes before, the commitments and the points that the rules ask, when the box is ticked; each can be taken off and comes back in its place", async () => {
    const scene = await stage();
    const { coordinator, table, world } = scene;
    const first = await convened(scene);
    const later = (n: number) => ({ ...coordinator.ctx, now: days(world.now, n) });
    await openSession(later(20), first, { withoutQuorum: true });
    await recordCommitment(later(20), table.slug, { what: "Raccogliere i numeri", organisationId: scene.member.organisationId, due: "2026-04-20" });
    await adoptRules(later(21), table.slug, { ...rules, usualPoints: "Comunicazioni degli enti\n\n Varie ed eventuali \r\nVarie ed eventuali" });
    const plan = async (usual?: "on") => (await planMeeting(later(22), table.slug, { ...said(days(world.now, 50)), ...(usual ? { usual } : {}) })).meetingId;
    const told = async (id: string) => (await agendaOf(later(22), id)).map(({ title }) => title);
    expect(await told(await plan())).toEqual([]);
    const next = await plan("on");
    const whole = ["Verbale della seduta precedente", "Impegni presi", "Comunicazioni degli enti", "Varie ed eventuali"];
    expect(await told(next)).toEqual(whole);
    expect((await suggestionsFor(later(22), next, table, [])).filter(({ kind }) => kind === "usual")).toEqual([]);
    for (const title of ["Verbale della seduta precedente", "Impegni presi"]) {
      const off = (await agendaOf(later(22), next)).find((point) => point.title === title);
      expect(await movePoint(later(22), next, off?.id ?? "", "off")).toEqual({ suggestedAgain: true });
      const [back] = await suggestionsFor(later(22), next, table, []);
      expect(back).toMatchObject({ kind: "usual", title });
      if (back) await takeSuggestion(later(22), next, back);
      expect(await told(next)).toEqual(whole);
    }
    await addPoint(later(22), next, point("Servizi diurni"));
    const [, , , , own] = await agendaOf(later(22), next);
    expect(await movePoint(later(22), next, own?.id ?? "", "off")).toEqual({ suggestedAgain: false });
  });

  test("where the rules name no points, opens with those that came back in the last two sessions, by themselves and with the same words", async () => {
    const scene = await stage();
    const { coordinator, table, world } = scene;
    for (const [inDays, extra] of [[20, "Servizi estivi"], [40, "Bilancio"]] as const) {
      const now = days(world.now, inDays - 15);
      const { meetingId } = await planMeeting({ ...coordinator.ctx, now }, table.slug, said(days(world.now, inDays)));
      for (const title of ["Comunicazioni degli enti", extra]) await addPoint({ ...coordinator.ctx, now }, meetingId, point(title));
      await conveneMeeting({ ...coordinator.ctx, now }, meetingId, { revision: (await findMeeting({ ...coordinator.ctx, now }, meetingId)).meeting.revision });
      await openSession({ ...coordinator.ctx, now: days(world.now, inDays) }, meetingId, { withoutQuorum: true });
    }
    expect((await usualPointsOf({ ...coordinator.ctx, now: days(world.now, 41) }, table)).map(({ title, says }) => [title, says])).toEqual([
      ["Verbale della seduta precedente", "meetings.suggest.usualMinutes"],
      ["Comunicazioni degli enti", "meetings.suggest.usualAgain"],
    ]);
  });

  test("asks for usual points of at least three letters, ten at most", async () => {
    const { coordinator, table } = await stage();
    const why = async (usualPoints: string) => adoptRules(coordinator.ctx, table.slug, { ...rules, usualPoints }).catch((told: { details: { fields: object } }) => told.details.fields);
    expect(await why("ab")).toEqual({ usualPoints: "tables.rules.pointShort" });
    expect(await why(Array.from({ length: 11 }, (_, i) => `Punto ${i}`).join("\n"))).toEqual({ usualPoints: "tables.rules.tooManyPoints" });
  });
});

test("an open commitment is suggested for the next agenda with the last day that was agreed, once", async () => {
  const scene = await stage();
  const id = await announced(scene);
  await recordCommitment(scene.coordinator.ctx, scene.table.slug, { what: "Raccogliere i numeri", organisationId: scene.member.organisationId, due: "2026-03-20" });
  const late = { ...scene.coordinator.ctx, now: days(scene.world.now, 12) };
  const [opening, suggestion] = await suggestionsFor(late, id, scene.table, []);
  expect(opening).toMatchObject({ kind: "usual", id: "commitments", says: "meetings.suggest.usualCommitmentsLate", values: { count: 1, late: 1 } });
  expect(suggestion).toMatchObject({ title: "Raccogliere i numeri", says: "meetings.suggest.commitmentLate", values: { body: "Ente Uno", due: "20 mar 2026" } });
  if (suggestion) await takeSuggestion(late, id, suggestion);
  expect(await suggestionsFor(late, id, scene.table, [])).toEqual([]);
});

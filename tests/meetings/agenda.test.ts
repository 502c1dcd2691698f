// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { createDocument } from "~/documents/index.server";
import { openSession } from "~/meetings/attendance/session.server";
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

test("a point has several documents, each for who may open it; the convocation names them all, and a point taken off leaves nothing behind", async () => {
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
  expect((await contentOf(scene.coordinator.ctx, scene.world.db.read, meeting)).agenda[0]?.document).toBe("Scheda unica; Numeri dei tre Municipi; Appunti riservati");
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

test("an open commitment is suggested for the next agenda with the last day that was agreed, once", async () => {
  const scene = await stage();
  const id = await announced(scene);
  await recordCommitment(scene.coordinator.ctx, scene.table.slug, { what: "Raccogliere i numeri", organisationId: scene.member.organisationId, due: "2026-03-20" });
  const late = { ...scene.coordinator.ctx, now: days(scene.world.now, 12) };
  const [suggestion] = await suggestionsFor(late, id, scene.table, []);
  expect(suggestion).toMatchObject({ title: "Raccogliere i numeri", says: "meetings.suggest.commitmentLate", values: { body: "Ente Uno", due: "20 mar 2026" } });
  if (suggestion) await takeSuggestion(late, id, suggestion);
  expect(await suggestionsFor(late, id, scene.table, [])).toEqual([]);
});

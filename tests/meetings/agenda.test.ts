// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { takeSuggestion } from "~/meetings/agenda/change-agenda.server";
import { answerProposal, proposalsFor, proposePoint } from "~/meetings/agenda/proposals.server";
import { suggestionsFor } from "~/meetings/agenda/suggestions.server";
import { agendaOf } from "~/meetings/agenda/read-agenda.server";
import { recordCommitment } from "~/meetings/index.server";
import { outbox } from "~db/notices/schema";
import { because } from "./session";
import { announced, days, stage } from "./stage";

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

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentAccess, findDocument } from "~/documents/index.server";
import { choices, isTaken, tallyOf } from "~/meetings/decisions/decision";
import { decisionsOf, findDecision } from "~/meetings/decisions/find-decisions.server";
import { closeDecision, openDecision, withdrawDecision } from "~/meetings/decisions/put-decision.server";
import { sentencesOf } from "~/meetings/decisions/sentences";
import { castBallot, recordReserve } from "~/meetings/decisions/state-position.server";
import { viewDecision } from "~/meetings/decisions/view-decision.server";
import { translate } from "~/web/translate.server";
import { attendances, meetings } from "~db/meetings/schema";
import { mandates, tableRules } from "~db/tables/schema";
import { customaryRules } from "~/tables/rules/rules";
import { newId } from "~db/id";
import { because, fullSession } from "./session";
import { days } from "./stage";

const text = "Aprire lo sportello anche il sabato mattina.";
type Session = Awaited<ReturnType<typeof fullSession>>;
const open = (scene: Session, method: "vote" | "consensus" = "vote", item = 1, lock = false) => openDecision(scene.coordinator.ctx, scene.meetingId, { agendaItemId: scene.items[item] ?? "", text, method, lock });
const result = async (scene: Session, id: string) => (await findDecision(scene.coordinator.ctx, id)).decision;
const told = async (scene: Session) => (await decisionsOf(scene.world.db.read, scene.meetingId)).map((each) => sentencesOf((key, values) => translate("it", key, values), viewDecision({ locale: "it" }, each)));

describe("a decision put to a session", () => {
  test("by vote gives each body one vote, counts public bodies apart, and tells it by name", async () => {
    const scene = await fullSession();
    const { decisionId } = await open(scene);
    await castBallot(scene.member.ctx, decisionId, { choice: "for" });
    expect(await because(castBallot(scene.member.ctx, decisionId, { choice: "against" }))).toBe("meetings.decisions.alreadyVoted");
    await castBallot(scene.other.ctx, decisionId, { choice: "abstained" });
    await castBallot(scene.coordinator.ctx, decisionId, { choice: "for" });
    await closeDecision(scene.coordinator.ctx, decisionId);
    expect(await result(scene, decisionId)).toMatchObject({ outcome: "taken", entitled: 3, present: 3, needed: 2, tally: { publicBodies: { for: 1 }, others: { for: 1, abstained: 1 } } });
    expect((await told(scene))[0]).toEqual({
      head: `Punto 2. ${text}`,
      lines: [
        "Decisione approvata con il voto degli enti.",
        "Numero legale: presenti 3 enti su 3, necessari 2.",
        "Enti pubblici: favorevoli 1, contrari 0, astenuti 0.",
        "Altri enti: favorevoli 1, contrari 0, astenuti 1.",
        "Serviva la maggioranza sia fra gli enti pubblici sia fra gli altri enti, secondo le regole del tavolo.",
        "Favorevoli: Direzione, Ente Uno.",
        "Astenuti: Ente Due.",
      ],
    });
    expect(await because(closeDecision(scene.coordinator.ctx, decisionId))).toBe("meetings.decisions.alreadyClosed");
    expect(await because(castBallot(scene.other.ctx, decisionId, { choice: "for" }))).toBe("meetings.decisions.alreadyClosed");
  });

  test("two people of a body who vote at once leave one vote", async () => {
    const scene = await fullSession();
    const second = await scene.world.voice(scene.member.organisationId, { label: "Supplente" });
    await scene.world.db.tx((tx) => tx.insert(mandates).values({ id: newId(), seatId: scene.seats.one, affiliationId: second.affiliationId, capacity: "deputy", validFrom: new Date("2025-01-01"), validTo: null }));
    await scene.arrives({ voice: second, seatId: scene.seats.one, capacity: "deputy" });
    const { decisionId } = await open(scene);
    const both = await Promise.allSettled([castBallot(scene.member.ctx, decisionId, { choice: "for" }), castBallot(second.ctx, decisionId, { choice: "against" })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await findDecision(scene.coordinator.ctx, decisionId)).positions).toHaveLength(1);
  });

  test("by consensus is taken with reserves on record, and stopped by one dissent", async () => {
    const scene = await fullSession();
    const first = await open(scene, "consensus");
    await recordReserve(scene.member.ctx, first.decisionId, { kind: "reserve", reason: "Purché ci siano due operatori." });
    expect(await because(castBallot(scene.member.ctx, first.decisionId, { choice: "for" }))).toBe("meetings.decisions.noVote");
    await closeDecision(scene.coordinator.ctx, first.decisionId);
    const second = await open(scene, "consensus", 2);
    // who keeps the record writes down what a body says in the room
    await recordReserve(scene.coordinator.ctx, second.decisionId, { kind: "dissent", reason: "Lo sportello serve un quartiere intero.", organisationId: scene.other.organisationId });
    await closeDecision(scene.coordinator.ctx, second.decisionId);
    expect([(await result(scene, first.decisionId)).outcome, (await result(scene, second.decisionId)).outcome]).toEqual(["taken", "not_taken"]);
    const [taken, not] = await told(scene);
    expect(taken?.lines).toContain("Ente Uno aderisce con riserva: Purché ci siano due operatori.");
    expect(not?.lines).toEqual(["Il consenso non è stato raggiunto.", "Numero legale: presenti 3 enti su 3, necessari 2.", "Ente Due dissente: Lo sportello serve un quartiere intero."]);
  });

  test("without the number has no effect; withdrawn it stays on record with the reason", async () => {
    const scene = await fullSession();
    const { decisionId } = await open(scene);
    await castBallot(scene.member.ctx, decisionId, { choice: "for" });
    // the others leave
    const later = new Date(scene.world.now.getTime() + 60_000);
    for (const voice of [scene.coordinator, scene.other]) await scene.world.db.tx((tx) => tx.update(attendances).set({ leftAt: later }).where(eq(attendances.personId, voice.personId)));
    await closeDecision({ ...scene.coordinator.ctx, now: later }, decisionId);
    expect(await result(scene, decisionId)).toMatchObject({ outcome: "no_quorum", present: 1, needed: 2 });
    const other = await open(scene);
    await withdrawDecision(scene.coordinator.ctx, other.decisionId, { reason: "Se ne riparla a maggio" });
    expect((await told(scene))[1]?.lines).toEqual(["Ritirata: Se ne riparla a maggio"]);
  });

  test("holds its document still while it is open, and lets it move afterwards", async () => {
    const scene = await fullSession();
    const access = async () => {
      const { document } = await findDocument(scene.member.ctx, scene.documentId);
      return documentAccess(scene.world.db.read, scene.member.actor, document, scene.world.now);
    };
    expect((await access()).access).toBe("write");
    const { decisionId } = await open(scene, "vote", 1, true);
    expect(await access()).toEqual({ access: "read", because: "meetings.decisions.locked" });
    expect(await because(open(scene, "vote", 1, true))).toBe("meetings.decisions.locked");
    await castBallot(scene.member.ctx, decisionId, { choice: "for" });
    await closeDecision(scene.coordinator.ctx, decisionId);
    expect((await access()).access).toBe("write");
  });
});

describe("who may state a position", () => {
  test("is looked at in that instant: absent, left, mandate ended, observer, stranger, another body", async () => {
    const scene = await fullSession();
    const { world, member, other, observer, stranger, coordinator, seats } = scene;
    const { decisionId } = await open(scene);
    const vote = (ctx = member.ctx, organisationId?: string) => because(castBallot(ctx, decisionId, { choice: "for", ...(organisationId ? { organisationId } : {}) }));
    expect(await vote(observer.ctx)).toBe("meetings.decisions.notEntitled");
    expect(await vote(stranger.ctx)).toBe("web.problem.missing");
    expect(await because(castBallot(world.nobody, decisionId, { choice: "for" }))).toBe("web.problem.unauthenticated");
    expect(await vote(member.ctx, other.organisationId)).toBe("meetings.decisions.notYourBody");
    const colleague = await world.voice(member.organisationId, { label: "Collega" });
    await world.db.tx((tx) => tx.insert(mandates).values({ id: newId(), seatId: seats.one, affiliationId: colleague.affiliationId, capacity: "titular", validFrom: new Date("2025-01-01"), validTo: null }));
    expect(await vote(colleague.ctx)).toBe("meetings.decisions.notYourVoice");
    // ends at noon: a minute before it holds, at noon it does not
    const noon = new Date("2026-03-10T11:00:00Z");
    await world.db.tx((tx) => tx.update(mandates).set({ validTo: noon }).where(eq(mandates.seatId, seats.two)));
    expect(await because(castBallot({ ...coordinator.ctx, now: noon }, decisionId, { choice: "for", organisationId: other.organisationId }))).toBe("meetings.decisions.mandateEnded");
    expect(await because(castBallot({ ...other.ctx, now: new Date(noon.getTime() - 60_000) }, decisionId, { choice: "for" }))).toBeNull();
    await world.db.tx((tx) => tx.update(attendances).set({ leftAt: noon }).where(eq(attendances.personId, member.personId)));
    expect(await vote({ ...member.ctx, now: days(noon, 1) })).toBe("meetings.decisions.notPresent");
  });

  test("a deputy decides only where the rules of the table allow substitutes", async () => {
    const scene = await fullSession();
    const { world, table, member, seats, coordinator } = scene;
    await world.db.tx((tx) => tx.update(mandates).set({ capacity: "deputy" }).where(eq(mandates.seatId, seats.one)));
    await world.db.tx((tx) => tx.insert(tableRules).values({ id: newId(), tableId: table.id, version: 1, rules: { ...customaryRules, substitutes: false }, act: "Seduta del 1° marzo", from: days(world.now, -1), byPersonId: coordinator.personId, byOrganisationId: coordinator.organisationId }));
    const { decisionId } = await open(scene);
    expect(await because(castBallot(member.ctx, decisionId, { choice: "for" }))).toBe("meetings.decisions.noSubstitutes");
  });

  test("only who keeps the record puts, closes and withdraws; only while the session lasts", async () => {
    const scene = await fullSession();
    const { world, member, observer, stranger, coordinator, meetingId, items } = scene;
    const put = (ctx = member.ctx) => because(openDecision(ctx, meetingId, { agendaItemId: items[1], text, method: "vote" }));
    expect(await put()).toBe("meetings.record.onlyCoordination");
    expect(await put(observer.ctx)).toBe("meetings.record.onlyCoordination");
    expect(await put(stranger.ctx)).toBe("web.problem.missing");
    expect(await put((await world.administrator()).ctx)).toBe("meetings.record.onlyCoordination");
    const { decisionId } = await open(scene);
    expect(await because(closeDecision(member.ctx, decisionId))).toBe("meetings.record.onlyCoordination");
    expect(await because(withdrawDecision(member.ctx, decisionId, { reason: "Non mi piace" }))).toBe("meetings.record.onlyCoordination");
    await world.db.tx((tx) => tx.update(meetings).set({ closedAt: world.now }).where(eq(meetings.id, meetingId)));
    expect(await put(coordinator.ctx)).toBe("meetings.decisions.sessionOver");
    expect(await because(castBallot(member.ctx, decisionId, { choice: "for" }))).toBe("meetings.decisions.sessionOver");
    expect(await because(withdrawDecision(coordinator.ctx, decisionId, { reason: "Non si è chiusa in tempo" }))).toBeNull();
  });
});

test("a vote passes on each side, or counted together, as the rules of the table say; the minutes say which", async () => {
  for (const voteCount of [undefined, "together"] as const) {
    const scene = await fullSession();
    const { world, coordinator, member, other, table } = scene;
    if (voteCount) await world.db.tx((tx) => tx.insert(tableRules).values({ id: newId(), tableId: table.id, version: 1, rules: { ...customaryRules, voteCount }, act: "Seduta", from: new Date(world.now.getTime() - 1), byPersonId: coordinator.personId, byOrganisationId: coordinator.organisationId }));
    const { decisionId } = await open(scene);
    // the only public body says no, both others yes
    await castBallot(coordinator.ctx, decisionId, { choice: "against" });
    for (const voice of [member, other]) await castBallot(voice.ctx, decisionId, { choice: "for" });
    await closeDecision(coordinator.ctx, decisionId);
    const view = viewDecision({ locale: "it" }, await findDecision(member.ctx, decisionId));
    expect([view.outcome, view.counting]).toEqual(voteCount ? ["taken", "together"] : ["not_taken", "each_side"]);
    expect(sentencesOf((key) => key, view).lines).toContain(`meetings.decisions.sentence.counting.${voteCount ?? "each_side"}`);
  }
});

test("no side that said more no than yes is ever outvoted unless votes are counted together, and abstentions weigh nothing", () => {
  const ballot = fc.record({ choice: fc.constantFrom(...choices), publicBody: fc.boolean() });
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 30 }), (ballots) => {
      const tally = tallyOf(ballots);
      const taken = isTaken(tally, "each_side");
      for (const side of [tally.publicBodies, tally.others]) if (side.against >= side.for && side.against + side.for > 0) expect(taken).toBe(false);
      for (const counting of ["each_side", "together"] as const) expect(isTaken(tallyOf(ballots.filter(({ choice }) => choice !== "abstained")), counting)).toBe(isTaken(tally, counting));
      const [yes, no] = (["for", "against"] as const).map((choice) => ballots.filter((ballot) => ballot.choice === choice).length) as [number, number];
      expect(isTaken(tally, "together")).toBe(yes > no);
      expect(Object.values(tally).flatMap((side) => Object.values(side)).reduce((a, b) => a + b, 0)).toBe(ballots.length);
    }),
  );
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answerGuideline, draftGuideline, findGuideline, guidelinesForAgenda, guidelinesWaiting, issueGuideline, remindGuidelines, reviseGuideline, withdrawGuideline } from "~/plan/index.server";
import { discardDraft } from "~/plan/guidelines/draft-guideline.server";
import { guidelinesOf } from "~/plan/guidelines/find-guidelines.server";
import { readGuideline } from "~/plan/guidelines/read-guideline.server";
import { actsOf } from "~/tables/acts.server";
import { affiliations } from "~db/registry/schema";
import { declinedLetters, outbox } from "~db/notices/schema";
import { makeWorld, type Voice, type World } from "~tests/harness";
import { DAY_MS, policyTable } from "./policy-table";

const whole = { version: null, compare: null };
const at = (voice: { ctx: Voice["ctx"] }, days: number) => ({ ...voice.ctx, now: new Date(voice.ctx.now.getTime() + days * DAY_MS) });

async function issued(world: World) {
  const stage = await policyTable(world);
  const { number } = await draftGuideline(stage.coordinator.ctx, stage.policy.slug, stage.said);
  await issueGuideline(stage.coordinator.ctx, stage.policy.slug, number, { revision: 1 });
  return { ...stage, slug: stage.policy.slug, number };
}

describe("an indirizzo of the policy table", () => {
  test("is a draft for those who coordinate the table, then an act that everybody reads, in versions compared word by word", async () => {
    const world = await makeWorld();
    const { policy, coordinator, member, said } = await policyTable(world);
    const { number } = await draftGuideline(coordinator.ctx, policy.slug, said);
    expect(number).toBe(1);
    for (const ctx of [world.nobody, member.ctx]) await expect(findGuideline(ctx, policy, 1)).rejects.toMatchObject({ kind: "missing" });
    await reviseGuideline(coordinator.ctx, policy.slug, 1, { ...said, text: `${said.text} Anche d'estate.`, revision: 1 });
    await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 2 });
    await reviseGuideline(at(coordinator, 30), policy.slug, 1, { ...said, text: said.text.replace("due sere", "tre sere"), answerBy: "" });
    expect((await guidelinesOf(world.nobody, policy.id))[0]!.versions.map(({ version }) => version)).toEqual([1]);
    await issueGuideline(at(coordinator, 30), policy.slug, 1, { revision: 1 });
    const view = await readGuideline(world.nobody, policy.slug, 1, { version: null, compare: [1, 2] });
    expect(view.lines.map(({ version, state }) => [version, state])).toEqual([[2, "issued"], [1, "superseded"]]);
    expect(view.comparison!.parts[1]!.words.filter(({ what }) => what !== "same").map(({ what, text }) => [what, text.trim()])).toEqual([["went", "due"], ["came", "tre"], ["went", "Anche d'estate."]]);
    expect((await readGuideline(world.nobody, policy.slug, 1, { version: 1, compare: null })).shown).toMatchObject({ version: 1, state: "superseded" });
    await withdrawGuideline(at(coordinator, 60), policy.slug, 1, { reason: "Il Piano nuovo lo comprende già." });
    expect(await readGuideline(world.nobody, policy.slug, 1, whole)).toMatchObject({ shown: { version: 2, state: "withdrawn" }, withdrawn: { reason: "Il Piano nuovo lo comprende già." } });
    await expect(reviseGuideline(at(coordinator, 61), policy.slug, 1, said)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is written only at the policy level, by its coordination, and issued not by the secretariat", async () => {
    const world = await makeWorld();
    const { policy, objective, coordinator, secretary, member, stranger, other, said } = await policyTable(world);
    await expect(draftGuideline(other.ctx, objective.slug, said)).rejects.toMatchObject({ kind: "forbidden", details: { because: "guidelines.refused.onlyPolicyLevel" } });
    for (const { ctx } of [member, stranger, await world.administrator()]) await expect(draftGuideline(ctx, policy.slug, said)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(draftGuideline(world.nobody, policy.slug, said)).rejects.toMatchObject({ kind: "unauthenticated" });
    await draftGuideline(secretary.ctx, policy.slug, said);
    await expect(issueGuideline(secretary.ctx, policy.slug, 1, { revision: 1 })).rejects.toMatchObject({ details: { because: "guidelines.refused.onlyCoordinator" } });
    await expect(issueGuideline(member.ctx, policy.slug, 1, { revision: 1 })).rejects.toMatchObject({ kind: "forbidden" });
    await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
    await expect(withdrawGuideline(secretary.ctx, policy.slug, 1, { reason: "Non serve più a nessuno." })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("is issued as it was last read, addressed to somebody, with a term ahead; a draft can be thrown away", async () => {
    const world = await makeWorld();
    const { policy, coordinator, said } = await policyTable(world);
    await draftGuideline(coordinator.ctx, policy.slug, { ...said, tables: [], bodies: [], actors: [] });
    await expect(issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 })).rejects.toMatchObject({ details: { because: "guidelines.addresseesNeeded" } });
    await reviseGuideline(coordinator.ctx, policy.slug, 1, { ...said, revision: 1 });
    await expect(issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 })).rejects.toMatchObject({ kind: "conflict" });
    await expect(reviseGuideline(coordinator.ctx, policy.slug, 1, { ...said, revision: 1 })).rejects.toMatchObject({ kind: "conflict" });
    await expect(issueGuideline(at(coordinator, 60), policy.slug, 1, { revision: 2 })).rejects.toMatchObject({ details: { because: "guidelines.answerByPast" } });
    await expect(draftGuideline(coordinator.ctx, policy.slug, { ...said, effectiveOn: "31/02", title: "Sì" })).rejects.toMatchObject({ details: { fields: { effectiveOn: "guidelines.dayWrong", title: "guidelines.titleNeeded" } } });
    await expect(draftGuideline(coordinator.ctx, policy.slug, { ...said, tables: [policy.id] })).rejects.toMatchObject({ details: { fields: { tables: "web.field.invalid" } } });
    expect(await discardDraft(coordinator.ctx, policy.slug, 1)).toEqual({ left: true });
    expect((await draftGuideline(coordinator.ctx, policy.slug, said)).number).toBe(1);
  });

  test("is answered by who coordinates the table and who speaks for the body; the last word counts, and a new version asks anew", async () => {
    const world = await makeWorld();
    const { slug, number, policy, coordinator, other, member, stranger, said } = await issued(world);
    const addressees = (await findGuideline(world.nobody, policy, number)).current!.addressees;
    const id = (pick: "tableId" | "organisationId" | "actors") => addressees.find((each) => each[pick] !== null)!.id;
    expect((await guidelinesWaiting(other.ctx)).map(({ says, due }) => [says, due?.toISOString()])).toEqual([["guidelines.waiting.answer", "2026-04-10T21:59:59.999Z"], ["guidelines.waiting.answer", "2026-04-10T21:59:59.999Z"]]);
    expect((await guidelinesForAgenda(other.ctx, { id: addressees.find(({ tableId }) => tableId)!.tableId! })).map(({ says }) => says)).toEqual(["guidelines.agenda.answerBy"]);
    await answerGuideline(other.ctx, slug, number, { addresseeId: id("tableId"), answer: "noted", text: "" });
    await answerGuideline(at(other, 2), slug, number, { addresseeId: id("tableId"), answer: "partly", text: "Tre Municipi su nove da maggio." });
    await expect(answerGuideline(other.ctx, slug, number, { addresseeId: id("organisationId"), answer: "cannot", text: "" })).rejects.toMatchObject({ details: { fields: { text: "guidelines.answer.reasonNeeded" } } });
    await expect(answerGuideline(member.ctx, slug, number, { addresseeId: id("tableId"), answer: "taken_on", text: "Lo facciamo noi tutti." })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(answerGuideline(stranger.ctx, slug, number, { addresseeId: id("organisationId"), answer: "taken_on", text: "Lo facciamo noi tutti." })).rejects.toMatchObject({ details: { because: "guidelines.refused.notAddressed" } });
    await expect(answerGuideline(other.ctx, slug, number, { addresseeId: id("actors"), answer: "taken_on", text: "Lo facciamo noi tutti." })).rejects.toMatchObject({ details: { because: "guidelines.refused.notAddressed" } });
    await answerGuideline(stranger.ctx, slug, number, { addresseeId: id("actors"), answer: "taken_on", text: "Apriamo la nostra sala il giovedì." });
    await expect(answerGuideline(world.nobody, slug, number, { addresseeId: id("tableId"), answer: "noted", text: "" })).rejects.toMatchObject({ kind: "unauthenticated" });
    // the city reads what tables and public bodies do; of the other bodies it reads how many have answered
    const seen = (await readGuideline(world.nobody, slug, number, whole)).shown.addressees;
    expect(seen.map(({ label, family, answers, others }) => [label ?? family, answers.map(({ answer }) => answer), others])).toEqual(expect.arrayContaining([["Tavolo casa", ["partly"], 0], ["Direzione Casa", [], 0], ["third_sector", [], 1]]));
    expect((await readGuideline(member.ctx, slug, number, whole)).shown.addressees.find(({ family }) => family)!.answers).toMatchObject([{ body: { name: "Ente che guarda" }, answer: "taken_on" }]);
    // late is told to who sits at the policy table, not to the city
    const late = { ...world.nobody, now: new Date(world.now.getTime() + 40 * DAY_MS) };
    expect((await readGuideline(late, slug, number, whole)).shown.addressees.some((each) => each.late)).toBe(false);
    expect((await readGuideline(at(coordinator, 40), slug, number, whole)).shown.addressees.filter((each) => each.late).map(({ label }) => label)).toEqual(["Direzione Casa"]);
    expect(await guidelinesForAgenda(at(coordinator, 40), policy)).toMatchObject([{ says: "guidelines.agenda.late", values: { count: 1 } }]);
    await reviseGuideline(at(coordinator, 41), slug, number, { ...said, answerBy: "" });
    await issueGuideline(at(coordinator, 41), slug, number, { revision: 1 });
    expect((await readGuideline(world.nobody, slug, number, whole)).shown.addressees.every(({ answers, others }) => answers.length + others === 0)).toBe(true);
    expect((await readGuideline(world.nobody, slug, number, { version: 1, compare: null })).shown.addressees.some(({ answers }) => answers.length > 0)).toBe(true);
  });

  test("is told by letter to who coordinates the tables addressed and manages the bodies, unless they do without; the term always is", async () => {
    const world = await makeWorld();
    const stage = await policyTable(world);
    const { coordinator, policy, other, delicate, said } = stage;
    await draftGuideline(coordinator.ctx, policy.slug, { ...said, tables: [delicate.id], bodies: [] });
    await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
    const [letter] = await world.db.read.select().from(outbox);
    expect(letter!.subject).toContain("Sale aperte la sera");
    expect(`${letter!.subject} ${letter!.body}`).not.toContain("violenza");
    await world.db.tx((tx) => tx.insert(declinedLetters).values({ personId: other.personId, kind: "guidelines", at: world.now }));
    await reviseGuideline(coordinator.ctx, policy.slug, 1, { ...said, tables: [delicate.id], bodies: [] });
    await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
    expect(await world.db.read.select().from(outbox)).toHaveLength(1);
    const near = { db: world.db, now: new Date("2026-04-05T08:00:00Z") };
    expect(await remindGuidelines(near)).toBe(1);
    expect(await remindGuidelines(near)).toBe(0);
    await world.db.tx((tx) => tx.update(affiliations).set({ validTo: world.now }).where(eq(affiliations.personId, other.personId)));
    expect(await remindGuidelines({ ...near, now: new Date("2026-04-09T08:00:00Z") })).toBe(0);
  });

  test("leaves its trace in the history of the table: outsiders read that it was issued, not its drafts nor who answered", async () => {
    const world = await makeWorld();
    const { slug, number, policy, other, member, coordinator } = await issued(world);
    const addressee = (await findGuideline(world.nobody, policy, number)).current!.addressees.find(({ tableId }) => tableId)!;
    await answerGuideline(other.ctx, slug, number, { addresseeId: addressee.id, answer: "noted", text: "" });
    const table = { ...policy } as Parameters<typeof actsOf>[1];
    const told = async (ctx: typeof world.nobody) => (await actsOf(ctx, table, { limit: 20 })).acts.map(({ what }) => what.replace(/^.*? ha /, "ha "));
    expect(await told(world.nobody)).toEqual(["ha emanato un indirizzo"]);
    expect(await told(member.ctx)).toEqual(["ha risposto a un indirizzo", "ha emanato un indirizzo"]);
    expect(await told(coordinator.ctx)).toContain("ha scritto la bozza di un indirizzo");
  });
});

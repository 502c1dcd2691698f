// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answerContribution, contributionsWaiting, observe, tellAuthors } from "~/documents/index.server";
import { ownContributions } from "~/documents/contributions/ledger/own-contributions.server";
import { markAnswersRead } from "~/documents/contributions/ledger/unread-answers.server";
import { lettersWanted, wantLetters } from "~/notices/preferences/letters-wanted.server";
import { outbox } from "~db/notices/schema";
import { affiliations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import type { Voice } from "~tests/harness";
import { discussion, kind } from "../contributions-stage";

const NOWHERE = new URL("https://concerto.example/");

async function scene() {
  const stage = await discussion({ state: "consultation" });
  const { db, now, documentId, member, lead } = stage;
  const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
  const noTexts = { readDocument: async () => null, submit: async () => 0 } as never;
  /** The member observes something; the lead answers after so many minutes. */
  async function answered(words: string, at: number, by: Voice = lead) {
    const { id } = await observe(member.ctx, { documentId, section: "", text: words });
    await answerContribution({ ...by.ctx, now: minutes(at) }, noTexts, { documentId, kind: "observation", id, outcome: "refused", reason: `Perché ${words}` });
  }
  const tell = (at: number) => tellAuthors({ db, now: minutes(at) });
  const letters = () => db.read.select().from(outbox);
  const desk = async (voice: Voice = member, at = 60) => (await contributionsWaiting({ ...voice.ctx, now: minutes(at) })).filter(({ id }) => id.startsWith("answered"));
  return { ...stage, minutes, answered, tell, letters, desk };
}

describe("whoever contributed is told of the answers", () => {
  test("by one letter for those given one after another, once, with outcome, reason and who answered", async () => {
    const { answered, tell, letters, member } = await scene();
    await answered("mancano i tempi", 0);
    await answered("mancano i costi", 4);
    expect(await tell(5)).toBe(0);
    expect(await tell(9)).toBe(1);
    expect(await tell(20)).toBe(0);
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ recipient: `${member.personId}@test.example`, subject: "Risposte ai tuoi contributi su «Linee guida»" });
    expect(letter?.body).toMatch(/Osservazione n\. 1\n {2}Esito: non accolto\n {2}Motivazione: Perché mancano i tempi\n {2}Risposta di Direzione, Referente Direzione\n\n- Osservazione n\. 2/);
    expect(letter?.body).toContain("/documenti/osservazioni?stato=risposti");
    expect(letter?.body).toContain("/notifiche/preferenze");
  });

  test("not later than half an hour after the first, though answers go on coming", async () => {
    const { answered, tell } = await scene();
    for (let at = 0; at <= 28; at += 4) await answered(`numero ${at}`, at);
    expect(await tell(29)).toBe(0);
    expect(await tell(30)).toBe(1);
  });

  test("never by e-mail when they asked not to; they may change their mind; who is not signed in has no choice to make", async () => {
    const { answered, tell, letters, member, desk, nobody } = await scene();
    expect(await lettersWanted(member.ctx)).toEqual(["answers", "guidelines"]);
    await wantLetters(member.ctx, []);
    await wantLetters(member.ctx, ["nothing-like-this"]);
    expect(await lettersWanted(member.ctx)).toEqual([]);
    await answered("una", 0);
    expect(await tell(10)).toBe(0);
    expect(await desk()).toMatchObject([{ says: "contributions.waiting.answered" }]);
    await wantLetters(member.ctx, ["answers"]);
    expect(await tell(20)).toBe(0);
    await answered("due", 30);
    expect(await tell(40)).toBe(1);
    expect(await letters()).toHaveLength(1);
    await expect(wantLetters(nobody, [])).rejects.toEqual(kind("unauthenticated"));
  });

  test("through who manages the people of the body, when the author no longer acts for it", async () => {
    const { answered, tell, letters, member, db, minutes, voice } = await scene();
    await answered("una", 0);
    const manager = await voice(member.organisationId, { label: "Presidenza", powers: ["manage_members"] });
    await db.tx((tx) => tx.update(affiliations).set({ validTo: minutes(1) }).where(eq(affiliations.id, member.affiliationId)));
    expect(await tell(10)).toBe(1);
    expect((await letters()).map(({ recipient }) => recipient)).toEqual([`${manager.personId}@test.example`]);
  });

  test("at a sensitive table, without a word of what was said", async () => {
    const { answered, tell, letters, table, db } = await scene();
    await db.tx((tx) => tx.update(workingTables).set({ sensitive: true }).where(eq(workingTables.id, table.id)));
    await answered("una cosa delicata", 0);
    expect(await tell(10)).toBe(1);
    const [letter] = await letters();
    expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/Linee guida|delicata/);
  });

  test("on their desk, until they say that they read them; not those who said nothing, not who answered", async () => {
    const { answered, member, second, lead, desk, minutes } = await scene();
    await answered("una", 0);
    await answered("due", 1);
    expect(await desk()).toMatchObject([{ says: "contributions.waiting.answered", values: { count: 2, title: "Linee guida" } }]);
    expect([await desk(second), await desk(lead)]).toEqual([[], []]);
    const page = { ...member.ctx, now: minutes(2) };
    const { unread, now } = await ownContributions(page, NOWHERE);
    expect(unread).toHaveLength(2);
    await answered("tre", 3);
    await markAnswersRead({ ...member.ctx, now: minutes(4) }, now.toISOString());
    expect(await desk()).toMatchObject([{ values: { count: 1 } }]);
    expect((await ownContributions({ ...member.ctx, now: minutes(5) }, NOWHERE)).unread).toHaveLength(1);
    for (const until of ["", "mai", minutes(90).toISOString()]) await expect(markAnswersRead({ ...member.ctx, now: minutes(5) }, until)).rejects.toEqual(kind("invalid"));
    await markAnswersRead({ ...member.ctx, now: minutes(6) }, minutes(5).toISOString());
    expect(await desk()).toEqual([]);
  });
});

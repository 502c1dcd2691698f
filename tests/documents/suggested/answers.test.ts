// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { answerContribution, contributionsWaiting, noteSuggestions, observe, openContributions, setPostponedAside, suggestFor, withdrawContribution } from "~/documents/index.server";
import { filterIn, isShown, listContributions } from "~/documents/contributions/list-contributions.server";
import { ledgerRows } from "~/documents/contributions/ledger/ledger-rows.server";
import { ownContributions } from "~/documents/contributions/ledger/own-contributions.server";
import { suggestionsIn } from "~/documents/schema/suggested/find";
import { withoutSuggestions } from "~/documents/schema/suggested/resolve";
import { plainText } from "~/documents/schema/text";
import { obstacles } from "~/documents/sealing/obstacles.server";
import { listEntries } from "~/journal/index.server";
import { realtimeUpdates } from "~db/realtime/schema";
import type { Voice } from "~tests/harness";
import { kind, later, refusal } from "../contributions-stage";
import { blockWith, consultation, paragraph } from "./stage";

const NOWHERE = new URL("https://concerto.example/");

async function scene() {
  const stage = await consultation();
  const { hub, documentId, text, member, lead } = stage;
  /** Proposes other words for the sentence about Saturday; answers the suggestion's id. */
  async function suggest(words = "Il centro apre anche la domenica mattina.", voice: Voice = member): Promise<string> {
    const before = new Set((await listContributions(lead.ctx, documentId, NOWHERE)).shown.map(({ id }) => id));
    await suggestFor(voice.ctx, hub, { documentId, changes: { changed: { [blockWith(await text(), "centro").attrs.id]: paragraph(words) } } });
    return (await listContributions(lead.ctx, documentId, NOWHERE)).shown.find(({ id }) => !before.has(id))?.id ?? "";
  }
  const answer = (id: string, outcome: "accepted" | "partly" | "refused" | "postponed", more: { wording?: string; kind?: "suggestion" | "observation"; by?: Voice } = {}) =>
    answerContribution((more.by ?? lead).ctx, hub, { documentId, kind: more.kind ?? "suggestion", id, outcome, reason: "Così ha deciso il tavolo.", ...(more.wording !== undefined && { wording: more.wording }) });
  const says = async () => plainText(await text());
  const open = async () => (await obstacles(lead.ctx, documentId, await text())).map(({ says: key }) => key);
  return { ...stage, suggest, answer, says, open };
}

describe("a suggestion is answered", () => {
  test("accepted, it enters the text in its author's name, and the register of acts says who answered", async () => {
    const { db, suggest, answer, text, says, member, lead, documentId, open } = await scene();
    const id = await suggest();
    expect(await open()).toEqual(["sealing.obstacle.suggestion"]);
    await answer(id, "accepted");
    expect(await says()).toContain("Il centro apre anche la domenica mattina.");
    expect(suggestionsIn(await text())).toEqual([]);
    const rows = await db.read.select().from(realtimeUpdates);
    expect(rows.at(-1)).toMatchObject({ personId: member.personId, organisationId: member.organisationId });
    const [act] = await listEntries(lead.ctx, { act: "answer.given", limit: 1 });
    expect(act).toMatchObject({ personId: lead.personId, data: { documentId, outcome: "accepted", toOrganisationId: member.organisationId } });
    expect(await open()).toEqual([]);
    await expect(answer(id, "refused")).rejects.toEqual(refusal("contributions.answer.already"));
  });

  test("partly accepted, it enters with the words of who answers", async () => {
    const { suggest, answer, says, open } = await scene();
    await answer(await suggest(), "partly", { wording: "la domenica, quando possibile," });
    expect(await says()).toContain("Il centro apre anche la domenica, quando possibile, mattina.");
    expect(await open()).toEqual([]);
  });

  test("not accepted, it leaves the text as it was", async () => {
    const { suggest, answer, text, documentId, open, lead } = await scene();
    const before = plainText(await text());
    await answer(await suggest(), "refused");
    expect(plainText(await text())).toBe(before);
    expect(await open()).toEqual([]);
    const { shown } = await listContributions(lead.ctx, documentId, NOWHERE);
    expect(shown).toMatchObject([{ standing: "refused", words: { inserted: "la domenica" }, answers: [{ reason: "Così ha deciso il tavolo.", body: "Direzione" }] }]);
  });

  test("postponed, it stays in text and list, may be answered again, and its marks go before the approval", async () => {
    const { suggest, answer, text, hub, lead, documentId, open, says } = await scene();
    const [first, second] = [await suggest(), await suggest("Il centro resta aperto.")];
    await answer(first, "postponed");
    await answer(second, "postponed");
    expect(suggestionsIn(await text())).toHaveLength(2);
    expect(await open()).toEqual(["sealing.obstacle.postponed", "sealing.obstacle.postponed"]);
    await answer(second, "refused");
    await setPostponedAside(lead.ctx, hub, documentId);
    expect([await open(), suggestionsIn(await text())]).toEqual([[], []]);
    expect(await says()).toContain("anche il sabato mattina");
    await answer(first, "accepted");
    expect((await listContributions(lead.ctx, documentId, NOWHERE)).shown.map(({ standing, answers }) => [standing, answers.length])).toEqual([["accepted", 2], ["refused", 2]]);
  });

  test("only by who may write the text, never by who cannot see it", async () => {
    const { suggest, answer, member, second, observer, stranger, become, lead } = await scene();
    const id = await suggest();
    await expect(answer(id, "accepted", { by: member })).rejects.toEqual(refusal("documents.access.consultation"));
    await expect(answer(id, "accepted", { by: observer })).rejects.toEqual(refusal("documents.access.consultation"));
    await expect(answer(id, "accepted", { by: stranger })).rejects.toEqual(kind("missing"));
    await become("draft");
    await expect(answer(id, "accepted", { by: member })).rejects.toEqual(refusal("contributions.no.ownAnswer"));
    await answer(id, "accepted", { by: second });
    await become("approved");
    const other = "nessuno";
    await expect(answer(other, "accepted", { by: lead })).rejects.toEqual(kind("missing"));
  });
});

test("what its author takes away is withdrawn; what others take away without an answer still waits for one", async () => {
  const { suggest, lead, member, hub, documentId, text, change, open, answer } = await scene();
  const id = await suggest();
  const as = ({ personId, organisationId }: Voice) => ({ personId, organisationId, sessionId: null });
  await hub.submit(documentId, as(member), await change(withoutSuggestions));
  await noteSuggestions(lead.ctx, documentId);
  expect(await open()).toEqual([]);
  const second = await suggest();
  await hub.submit(documentId, as(lead), await change(withoutSuggestions));
  expect(await open()).toEqual(["sealing.obstacle.suggestion"]);
  await answer(second, "refused");
  expect(await open()).toEqual([]);
  const third = await suggest("Il centro chiude.");
  await expect(withdrawContribution(lead.ctx, hub, { documentId, kind: "suggestion", id: third })).rejects.toEqual(refusal("contributions.no.otherBody"));
  await withdrawContribution(member.ctx, hub, { documentId, kind: "suggestion", id: third });
  expect(suggestionsIn(await text())).toEqual([]);
  const { shown } = await listContributions(lead.ctx, documentId, NOWHERE);
  expect(shown.map(({ id: which, standing }) => [which, standing])).toEqual([[id, "withdrawn"], [second, "refused"], [third, "withdrawn"]]);
});

test("formal observations are numbered, about the document or a section, and answered the same way", async () => {
  const { observer, member, unnamed, stranger, documentId, text, open, answer, lead } = await scene();
  const section = blockWith(await text(), "Proposte").attrs.id;
  expect(await observe(member.ctx, { documentId, section: "", text: "Mancano i tempi." })).toMatchObject({ number: 1 });
  const { id } = await observe(observer.ctx, { documentId, section, text: "Mancano i costi." });
  await expect(observe(unnamed.ctx, { documentId, section: "", text: "…" })).rejects.toEqual(refusal("documents.access.noMandate"));
  await expect(observe(stranger.ctx, { documentId, section: "", text: "…" })).rejects.toEqual(kind("missing"));
  await expect(observe(member.ctx, { documentId, section: "altrove12345", text: "…" })).rejects.toEqual(refusal("contributions.observation.sectionGone"));
  expect(await open()).toEqual(["sealing.obstacle.observation", "sealing.obstacle.observation"]);
  expect(await contributionsWaiting(lead.ctx)).toMatchObject([{ says: "contributions.waiting.answers", values: { count: 2 } }]);
  expect(await contributionsWaiting(member.ctx)).toEqual([]);
  await answer(id, "partly", { kind: "observation" });
  expect((await openContributions(lead.ctx, documentId)).map(({ number }) => number)).toEqual([1]);
  const { shown } = await listContributions(lead.ctx, documentId, NOWHERE);
  expect(shown).toMatchObject([{ number: 1, section: null, standing: "open" }, { number: 2, section: "Proposte", standing: "partly" }]);
});

test("the register of a body has its own contributions and the answers, also after it left the table; the file says the same", async () => {
  const { suggest, answer, member, second, documentId } = await scene();
  await answer(await suggest(), "refused");
  await observe(second.ctx, { documentId, section: "", text: "Di un altro ente." });
  const own = await ownContributions({ ...member.ctx, now: later(10) }, NOWHERE);
  expect(own.shown).toMatchObject([{ documentId, standing: "refused" }]);
  expect(own.open).toEqual([documentId]);
  const [heads, row, ...none] = ledgerRows(own.shown, "it");
  expect(none).toEqual([]);
  expect(Object.fromEntries((heads ?? []).map((head, i) => [head, row?.[i]]))).toMatchObject({ Documento: "Linee guida", Ente: "Cooperativa", "Parole aggiunte": "la domenica", "Parole tolte": "il sabato", Esito: "Non accolto", Motivazione: "Così ha deciso il tavolo.", "Per l'ente": "Direzione" });
  expect((await ownContributions(second.ctx, NOWHERE)).shown).toMatchObject([{ kind: "observation" }]);
});

test("the address says which are listed", () => {
  const filter = (query: string) => filterIn(new URL(`https://concerto.example/?${query}`));
  const shown = (query: string) => (["open", "postponed", "accepted", "withdrawn"] as const).filter((standing) => isShown({ standing, organisationId: "a" }, filter(query)));
  expect(shown("stato=aperti")).toEqual(["open", "postponed"]);
  expect(shown("stato=risposti")).toEqual(["postponed", "accepted", "withdrawn"]);
  expect(shown("stato=altro")).toHaveLength(4);
  expect(shown("ente=b")).toEqual([]);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { askAgain } from "~/documents/contributions/positions/ask-again.server";
import { listPositions } from "~/documents/contributions/positions/list-positions.server";
import { type Stance, TakePosition } from "~/documents/contributions/positions/position";
import { takePosition } from "~/documents/contributions/positions/take-position.server";
import { contributionsWaiting, suggestFor } from "~/documents/index.server";
import { listEntries } from "~/journal/index.server";
import { TODAY, type Voice } from "~tests/harness";
import { kind, refusal } from "../contributions-stage";
import { blockWith, consultation, paragraph } from "./stage";

const minutes = (count: number) => new Date(TODAY.getTime() + count * 60_000);

async function scene() {
  const stage = await consultation();
  const { documentId, text, lead } = stage;
  const section = blockWith(await text(), "Proposte").attrs.id;
  const take = (voice: Voice, stance: Stance, condition = "", at = TODAY, where = section) => takePosition({ ...voice.ctx, now: at }, { documentId, section: where, stance, condition });
  const list = (voice: Voice = lead) => listPositions(voice.ctx, documentId);
  const onSection = async () => (await list()).parts.find((part) => part.section === section)?.positions ?? [];
  const ask = (voice: Voice, at: Date, where = section) => askAgain({ ...voice.ctx, now: at }, { documentId, section: where, note: "Aggiunto il sabato." });
  return { ...stage, section, take, list, onSection, ask };
}

test("each body has one position on a part, the last one, and resolving the part asks again only those with a reserve", async () => {
  const { take, onSection, ask, member, second, lead, section } = await scene();
  await take(member, "contrary");
  await take(member, "reserve", "Se restano gli orari del mattino.", minutes(1));
  await take(second, "favourable");
  await take(lead, "favourable", "", TODAY, "");
  expect(await onSection()).toMatchObject([
    { body: "Consorzio", stance: "favourable", asked: null, outdated: false },
    { body: "Cooperativa", stance: "reserve", condition: "Se restano gli orari del mattino.", asked: null },
  ]);
  expect(await ask(lead, minutes(5))).toEqual({ asked: [member.organisationId] });
  expect((await onSection()).map(({ asked }) => asked?.note ?? null)).toEqual([null, "Aggiunto il sabato."]);
  const [act] = await listEntries(lead.ctx, { act: "position.askedAgain", limit: 1 });
  expect(act?.data).toMatchObject({ sectionId: section, askedBodies: [member.organisationId] });
  expect(await contributionsWaiting(member.ctx)).toMatchObject([{ says: "contributions.waiting.reserve" }]);
  expect(await contributionsWaiting(second.ctx)).toEqual([]);
  await take(member, "favourable", "", minutes(9));
  expect(await contributionsWaiting(member.ctx)).toEqual([]);
  expect((await onSection()).map(({ asked, stance }) => [stance, asked])).toEqual([["favourable", null], ["favourable", null]]);
  await expect(ask(lead, minutes(10))).rejects.toEqual(refusal("contributions.position.nobodyToAsk"));
});

test("a position says when the text is no longer the one it was about; what is only proposed does not count", async () => {
  const { take, onSection, member, second, hub, documentId, text, change, lead } = await scene();
  await take(member, "favourable");
  await suggestFor(second.ctx, hub, { documentId, changes: { changed: { [blockWith(await text(), "sabato").attrs.id]: paragraph("Il centro chiude.") } } });
  expect((await onSection()).map(({ outdated }) => outdated)).toEqual([false]);
  await hub.submit(documentId, { personId: lead.personId, organisationId: lead.organisationId, sessionId: null }, await change((content) => ({ ...content, content: [...(content.content ?? []), paragraph("E la domenica.")] })));
  expect((await onSection()).map(({ outdated }) => outdated)).toEqual([true]);
});

test("only who speaks for a body of the table takes its position; only who leads it asks again", async () => {
  const { take, ask, list, observer, unnamed, retired, stranger, member, become, section } = await scene();
  await expect(take(observer, "favourable")).rejects.toEqual(refusal("contributions.no.observerPosition"));
  await expect(take(unnamed, "favourable")).rejects.toEqual(refusal("documents.access.noMandate"));
  await expect(take(retired, "favourable")).rejects.toEqual(refusal("documents.access.mandateEnded"));
  await expect(take(stranger, "favourable")).rejects.toEqual(kind("missing"));
  await expect(list(stranger)).rejects.toEqual(kind("missing"));
  await expect(take(member, "favourable", "", TODAY, "altrove12345")).rejects.toEqual(refusal("contributions.observation.sectionGone"));
  await expect(ask(member, TODAY)).rejects.toEqual(refusal("documents.access.publishLeads"));
  await become("approved");
  await expect(take(member, "favourable")).rejects.toEqual(refusal("contributions.no.over"));
  expect(TakePosition.safeParse({ section, stance: "reserve", condition: " " }).error?.issues).toMatchObject([{ path: ["condition"], message: "contributions.position.conditionMissing" }]);
});

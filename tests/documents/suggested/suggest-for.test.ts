// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { suggestFor } from "~/documents/index.server";
import { alike } from "~/documents/schema/suggested/compare";
import { propose } from "~/documents/schema/suggested/propose";
import { withoutSuggestions } from "~/documents/schema/suggested/resolve";
import { suggestions } from "~db/documents/contributions";
import { realtimeQuarantine } from "~db/realtime/schema";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect } from "../../realtime/stage";
import { kind, refusal } from "../contributions-stage";
import { blockWith, consultation, paragraph } from "./stage";

test("a body's wishes about blocks become its suggestions, kept as rows with words, section and author", async () => {
  const { db, hub, member, documentId, text } = await consultation();
  const before = await text();
  const { id } = blockWith(before, "sabato").attrs;
  const outcome = await suggestFor(member.ctx, hub, { documentId, changes: { changed: { [id]: paragraph("Il centro apre anche la domenica mattina.") }, removed: ["nonesiste123"] } });
  expect(outcome).toEqual({ made: 1, unknown: ["nonesiste123"] });
  expect(alike(before, withoutSuggestions(await text()))).toBe(true);
  const rows = await db.read.select().from(suggestions);
  expect(rows).toMatchObject([{ documentId, personId: member.personId, organisationId: member.organisationId, words: { inserted: "la domenica", deleted: "il sabato", section: "Proposte", blockId: id } }]);
});

test("who may not suggest is refused with the reason, and who may not see the document does not find it", async () => {
  const { hub, retired, unnamed, stranger, documentId, text, become, member } = await consultation();
  const changes = { changed: { [blockWith(await text(), "sabato").attrs.id]: paragraph("Altro.") } };
  await expect(suggestFor(retired.ctx, hub, { documentId, changes })).rejects.toEqual(refusal("documents.access.mandateEnded"));
  await expect(suggestFor(unnamed.ctx, hub, { documentId, changes })).rejects.toEqual(refusal("documents.access.noMandate"));
  await expect(suggestFor(stranger.ctx, hub, { documentId, changes })).rejects.toEqual(kind("missing"));
  await become("approved");
  await expect(suggestFor(member.ctx, hub, { documentId, changes })).rejects.toEqual(refusal("documents.access.approved"));
});

test("on a bare socket who may only suggest can suggest, but accepted text stays: what changes it is refused and kept aside", async () => {
  const stage = await consultation();
  const { db, member, second, documentId, change, text } = stage;
  const before = await text();
  const wish = { changed: { [blockWith(before, "sabato").attrs.id]: paragraph("Il centro apre anche il sabato pomeriggio.") } };
  const own = { person: member.personId, organisation: member.organisationId };
  const good = await connect(stage, member.personId);
  good.send(writeUpdate(await change((content) => propose(content, wish, own, member.ctx.now).content)));
  good.send(writeBarrier(1));
  await good.hears("barrier");
  expect(alike(before, withoutSuggestions(await text()))).toBe(true);
  const suggested = await text();
  const attempts = [
    await change((content) => ({ ...content, content: [...(content.content ?? []), paragraph("Di nascosto.")] })),
    await change((content) => ({ ...content, content: (content.content ?? []).slice(1) })),
    // in another's name, or taking away what another proposed
    await change((content) => propose(content, { inserted: [{ after: null, blocks: [paragraph("Come altri.")] }] }, own, member.ctx.now).content),
    await change((content) => withoutSuggestions(content)),
  ];
  for (const update of attempts) {
    const bad = await connect(stage, second.personId);
    bad.send(writeUpdate(update));
    expect((await bad.hears("denied")).reason).toBe("not-a-suggestion");
    expect((await bad.closed).code).toBe(4410);
  }
  expect(alike(suggested, await text())).toBe(true);
  const kept = await waitFor("the words kept aside", async () => {
    const rows = await db.read.select().from(realtimeQuarantine);
    return rows.length === attempts.length ? rows : undefined;
  });
  expect(kept[0]).toMatchObject({ documentId, personId: second.personId, reason: "not-a-suggestion" });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "~/documents/schema/text";
import { withBlockIds } from "~/documents/schema/block-id";
import { alike, onlySuggests } from "~/documents/schema/suggested/compare";
import { suggestionsIn } from "~/documents/schema/suggested/find";
import { propose } from "~/documents/schema/suggested/propose";
import { resolve, withoutSuggestions } from "~/documents/schema/suggested/resolve";

const at = new Date("2026-03-10T09:00:00Z");
const sara = { person: "sara", organisation: "coop" };
const ugo = { person: "ugo", organisation: "ente" };
const words = (text: string, marks?: JSONContent["marks"]): JSONContent => ({ type: "text", text, ...(marks && { marks }) });
const paragraph = (id: string, ...content: JSONContent[]): JSONContent => ({ type: "paragraph", attrs: { id }, content });
const heading = (id: string, text: string): JSONContent => ({ type: "heading", attrs: { id, level: 2 }, content: [words(text)] });
const doc = (...content: JSONContent[]): JSONContent => ({ type: "doc", content });
const ids = { title: "titolo000001", first: "capoverso001", second: "capoverso002" };
const text = doc(heading(ids.title, "Bisogni"), paragraph(ids.first, words("Le famiglie chiedono orari più lunghi.")), paragraph(ids.second, words("Il centro apre il sabato.")));
const taken = (content: JSONContent) => resolve(content, () => "take");

test("changed words become a suggestion that leaves the accepted text as it was", () => {
  const changed = { [ids.first]: paragraph("", words("Le famiglie chiedono orari molto più lunghi e certi.")) };
  const { content, made } = propose(text, { changed }, sara, at);
  expect(made).toBe(1);
  expect(alike(text, withoutSuggestions(content))).toBe(true);
  expect(onlySuggests(text, content, sara)).toBe(true);
  expect(onlySuggests(text, content, ugo)).toBe(false);
  expect(plainText(taken(content))).toContain("Le famiglie chiedono orari molto più lunghi e certi.");
  expect(suggestionsIn(content)).toMatchObject([{ signature: sara, words: { inserted: "molto  …  e certi", deleted: "", section: "Bisogni", blockId: ids.first } }]);
});

test("a new look, a new heading, blocks gone and blocks come in are proposed, and taken they make the wanted text", () => {
  const bold = [{ type: "bold" }];
  const changes = {
    changed: { [ids.first]: paragraph("", words("Le famiglie ", undefined), words("chiedono", bold), words(" orari più lunghi.")), [ids.title]: { ...heading("", "Bisogni"), attrs: { level: 3 } } },
    removed: [ids.second],
    inserted: [{ after: ids.second, blocks: [paragraph("", words("Il centro apre ogni giorno."))] }, { after: null, blocks: [paragraph("", words("Premessa."))] }],
  };
  const { content, made, unknown } = propose(text, { ...changes, removed: [...changes.removed, "nonesiste123"] }, sara, at);
  expect([made, unknown]).toEqual([5, ["nonesiste123"]]);
  expect(onlySuggests(text, content, sara)).toBe(true);
  const result = taken(content);
  expect(plainText(result)).toBe("Premessa.\nBisogni\nLe famiglie chiedono orari più lunghi.\nIl centro apre ogni giorno.");
  expect(result.content?.[1]?.attrs?.level).toBe(3);
  expect(result.content?.[2]?.content?.[1]).toMatchObject({ text: "chiedono", marks: bold });
  expect(alike(text, withoutSuggestions(content))).toBe(true);
});

test("what another body proposes in the same words stays, and each is answered by itself", () => {
  const first = propose(text, { changed: { [ids.second]: paragraph("", words("Il centro apre il sabato mattina.")) } }, ugo, at).content;
  const both = propose(first, { changed: { [ids.second]: paragraph("", words("Il centro chiude il sabato.")) } }, sara, at).content;
  expect(onlySuggests(first, both, sara)).toBe(true);
  const only = (person: string) => plainText(resolve(both, (entry) => (entry.person === person ? "take" : "drop")));
  expect(only("ugo")).toContain("Il centro apre il sabato mattina.");
  expect(only("sara")).toContain("Il centro chiude il sabato.");
  // taking away another's suggestion is no suggestion
  expect(onlySuggests(both, resolve(both, (entry) => (entry.person === "ugo" ? "drop" : "keep")), sara)).toBe(false);
});

const sentence = fc.array(fc.constantFrom("orari", "centro", "famiglie", "e", ",", "di", "più"), { maxLength: 8 }).map((list) => list.join(" "));
const textOf = (blocks: { text: string; level: number }[]) =>
  withBlockIds(doc(...blocks.map(({ text: said, level }): JSONContent => ({ type: level > 1 ? "heading" : "paragraph", attrs: level > 1 ? { level } : {}, content: said ? [words(said)] : [] }))));
const blocks = fc.array(fc.record({ text: sentence, level: fc.constantFrom(1, 1, 2, 3) }), { minLength: 1, maxLength: 5 });

test("whatever is wished, dropped it leaves the old text and taken it gives the new one", () => {
  fc.assert(
    fc.property(blocks, blocks, fc.array(fc.constantFrom("keep", "change", "remove"), { minLength: 5, maxLength: 5 }), (old, wanted, plan) => {
      const before = textOf(old);
      const list = before.content as JSONContent[];
      const target = textOf(wanted).content as JSONContent[];
      const idAt = (i: number) => list[i]?.attrs?.id as string;
      const change = Object.fromEntries(list.flatMap((_, i) => (plan[i] === "change" ? [[idAt(i), target[i % target.length] as JSONContent]] : [])));
      const removed = list.flatMap((_, i) => (plan[i] === "remove" ? [idAt(i)] : []));
      const inserted = [{ after: idAt(list.length - 1), blocks: target }];
      const { content } = propose(before, { changed: change, removed, inserted }, sara, at);
      expect(alike(before, withoutSuggestions(content))).toBe(true);
      expect(onlySuggests(before, content, sara)).toBe(true);
      const lines = [...list.flatMap((block, i) => (plan[i] === "remove" ? [] : [plainText(plan[i] === "change" ? (target[i % target.length] as JSONContent) : block)])), ...target.filter((block) => block.content?.length).map(plainText)];
      expect((taken(content).content as JSONContent[]).map(plainText).filter(Boolean)).toEqual(lines.filter(Boolean));
    }),
    { numRuns: 150 },
  );
});

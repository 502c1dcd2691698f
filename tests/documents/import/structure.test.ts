// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareFile } from "~/documents/import/compare/compare";
import { withBlockIds } from "~/documents/schema/block-id";
import { textSchema } from "~/documents/schema/extensions";
import { alike } from "~/documents/schema/suggested/compare";
import { propose } from "~/documents/schema/suggested/propose";
import { resolve, withoutSuggestions } from "~/documents/schema/suggested/resolve";
import { plainText } from "~/documents/schema/text";

const WORDS = ["orari", "servizi", "risorse", "impegni", "durata", "costi", "verifica"];
const id = (i: number) => `capoverso${String(i).padStart(4, "0")}`;
const leaf = (i: number): JSONContent => ({ type: "paragraph", attrs: { id: id(i) }, content: [{ type: "text", text: `Capoverso sui ${WORDS[i]}` }] });

/** For each paragraph in what it stands, and whether it goes on in what the one before stands in. */
const arrangement = fc.array(fc.record({ inside: fc.constantFrom("text", "bulletList", "orderedList", "blockquote", "nested"), goesOn: fc.boolean() }), { minLength: WORDS.length, maxLength: WORDS.length });
type Arrangement = (typeof arrangement extends fc.Arbitrary<infer T> ? T : never);

function arranged(plan: Arrangement): JSONContent[] {
  const out: JSONContent[] = [];
  const item = (i: number): JSONContent => ({ type: "listItem", content: [leaf(i)] });
  plan.forEach(({ inside, goesOn }, i) => {
    const last = out.at(-1);
    if (inside === "nested" && last?.type === "bulletList") last.content!.at(-1)!.content!.push({ type: "bulletList", content: [item(i)] });
    else if (inside === "text" || inside === "nested") out.push(leaf(i));
    else if (goesOn && last?.type === inside) last.content!.push(inside === "blockquote" ? leaf(i) : item(i));
    else out.push({ type: inside, ...(inside === "orderedList" && { attrs: { start: 1 } }), content: [inside === "blockquote" ? leaf(i) : item(i)] });
  });
  return out;
}

const shape = (node: JSONContent): string => (node.type === "paragraph" ? plainText(node) : `${node.type}(${(node.content ?? []).map(shape).join(", ")})`);
const schema = textSchema();

test("whatever structure a file gives to the paragraphs of a text: taken, the text has it; dropped, nothing has happened", () => {
  fc.assert(
    fc.property(arrangement, arrangement, (old, wanted) => {
      const base = withBlockIds({ type: "doc", content: arranged(old) });
      const { changes, notCarried } = compareFile({ base, current: base, blocks: arranged(wanted), untouched: base.content ?? [], topLevel: 2 });
      const { content, unknown } = propose(base, changes, { person: "sara", organisation: "coop" }, new Date("2026-03-10T09:00:00Z"));
      expect({ unknown, notCarried }).toEqual({ unknown: [], notCarried: {} });
      expect(alike(withoutSuggestions(content), base)).toBe(true);
      const taken = resolve(content, () => "take");
      Node.fromJSON(schema, taken).check();
      expect(shape(taken)).toBe(shape({ type: "doc", content: arranged(wanted) }));
    }),
    { numRuns: 200 },
  );
});

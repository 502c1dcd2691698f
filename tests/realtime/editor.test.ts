// SPDX-License-Identifier: AGPL-3.0-or-later
import { getSchema, type JSONContent } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { updateYFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { inspect } from "~realtime/inspect";
import { Known } from "~realtime/known";
import { Tail } from "~realtime/state";

const ROOTS = new Set(["default"]);
const schema = getSchema([StarterKit, TaskList, TaskItem.configure({ nested: true }), TableKit]);

const words = fc.constantFrom("tavolo", "ente", "seduta ", "è approvato", "–");
const marks = fc.subarray([
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://example.org" } },
]);
const text = fc.record({ type: fc.constant("text"), text: words, marks });
const paragraph = fc.record({ type: fc.constant("paragraph"), content: fc.array(text, { maxLength: 3 }) });
const wrap = (type: string, content: fc.Arbitrary<unknown[]>, attrs?: Record<string, unknown>) =>
  content.map((children) => ({ type, ...(attrs && { attrs }), content: children }));
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
const cell = wrap("tableCell", some(paragraph), { colspan: 1, rowspan: 1, colwidth: [120] });
const block: fc.Arbitrary<unknown> = fc.oneof(
  paragraph,
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(text, { maxLength: 2 })).map(([level, content]) => ({
    type: "heading",
    attrs: { level },
    content,
  })),
  wrap("bulletList", some(wrap("listItem", some(paragraph)))),
  wrap("taskList", some(wrap("taskItem", some(paragraph), { checked: true }))),
  wrap("table", some(wrap("tableRow", fc.tuple(cell, cell)))),
  wrap("blockquote", some(paragraph)),
  fc.constant({ type: "horizontalRule" }),
);
const content = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => ({ type: "doc", content: blocks }) as JSONContent);

test("nothing that the editor writes is refused: blocks, tables, lists and marks, rewritten again and again by two people", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(1), fc.boolean(), content), { minLength: 1, maxLength: 8 }), (story) => {
      const known = new Known();
      const state = new Tail();
      const people = [new Y.Doc(), new Y.Doc()];
      const verdicts = new Set<string>();
      for (const [person, meets, next] of story) {
        const doc = people[person] as Y.Doc;
        updateYFragment(doc, doc.getXmlFragment("default"), schema.nodeFromJSON(next), {
          mapping: new Map(),
          isOMark: new Map(),
        } as Parameters<typeof updateYFragment>[3]);
        const update = Y.encodeStateAsUpdate(doc, known.vector());
        const verdict = known.judge(update, inspect(update, ROOTS), String(person));
        verdicts.add(verdict.kind);
        if (verdict.kind === "new") {
          known.learn(verdict);
          for (const client of verdict.binds) known.owners.set(client, String(person));
          state.push(verdict.bytes);
        }
        if (meets) for (const other of people) Y.applyUpdate(other, state.whole() ?? new Uint8Array([0, 0]));
      }
      expect([...verdicts].filter((kind) => !["new", "nothing-new"].includes(kind))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import fc from "fast-check";

const proposed = fc.constantFrom("insertion", "deletion", "modification").map((kind) => JSON.stringify([{ kind, id: "s", person: "p", organisation: "o", at: "2026-03-01T10:00:00.000Z", was: '{"type":"table"}' }]));

const anything = fc.letrec((tie) => ({
  node: fc.record({
    type: fc.constantFrom("paragraph", "heading", "bulletList", "orderedList", "listItem", "taskList", "taskItem", "blockquote", "table", "tableRow", "tableCell", "tableHeader", "image", "footnote", "text", "hardBreak", "nothing"),
    attrs: fc.record({ level: fc.anything(), colspan: fc.integer({ min: -3, max: 400 }), rowspan: fc.integer({ min: -3, max: 400 }), start: fc.integer(), id: fc.string(), src: fc.string(), alt: fc.string(), suggested: fc.oneof(fc.constant(null), proposed), revisions: fc.oneof(fc.constant(null), fc.array(fc.oneof(fc.constant(null), fc.record({ type: fc.constantFrom("insertion", "deletion", "odd"), attrs: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }) })), { maxLength: 2 })) }),
    text: fc.string({ unit: "binary" }),
    marks: fc.array(fc.record({ type: fc.constantFrom("bold", "link", "strike", "insertion", "odd"), attrs: fc.constant({ href: "javascript:x" }) }), { maxLength: 2 }),
    content: fc.oneof({ maxDepth: 9, withCrossShrink: true }, fc.constant([]), fc.array(tie("node"), { maxLength: 3 })),
  }),
})).node;

/**
 * What a client that keeps no rule may leave in the shared state. What breaks a writer breaks it wherever it stands: many such
 * things on few papers say more than few on many, and sooner.
 */
export const hostile: fc.Arbitrary<JSONContent> = fc.array(anything, { minLength: 20, maxLength: 40, size: "max" }).map((content) => ({ type: "doc", content }) as JSONContent);

// SPDX-License-Identifier: AGPL-3.0-or-later
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { EditorState } from "@tiptap/pm/state";
import { type Node, Schema } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { documentOf } from "~/documents/schema/blocks";
import { TEXT, textSchema } from "~/documents/schema/extensions";
import { readLiveText, rewriteText, writeText } from "~/documents/schema/shared-text";
import { anchorOf, findAnchor, locate } from "~/documents/contributions/comments/anchor";
import { readNode, readShared, stretches } from "~/documents/contributions/comments/reading";

const schema: Schema = textSchema();

/** A shared text with these paragraphs, and how an editor changes it. */
function text(paragraphs: string[]) {
  const shared = new Y.Doc();
  writeText(shared, documentOf(paragraphs.map((words) => ({ type: "paragraph", text: words }))));
  const fragment = shared.getXmlFragment(TEXT);
  const node = (): Node => initProseMirrorDoc(fragment, schema).doc;
  /** Applies a change as the editor's binding would. */
  const edit = (change: (state: EditorState) => EditorState | null) => {
    const { doc, mapping } = initProseMirrorDoc(fragment, schema);
    const next = change(EditorState.create({ doc }));
    if (next) shared.transact(() => updateYFragment(shared, fragment, next.doc, { mapping, isOMark: new Map() } as never));
  };
  const anchor = (quote: string) => {
    const reading = readShared(fragment);
    const from = reading.raw.indexOf(quote);
    return anchorOf(reading, { from, to: from + quote.length });
  };
  const words = (found: { from: number; to: number } | null) => found && readShared(fragment).raw.slice(found.from, found.to);
  const find = (which: ReturnType<typeof anchor>) => words(findAnchor(fragment, which));
  /** Position in the editor of some words. */
  const at = (quote: string) => {
    const reading = readNode(node());
    const [stretch] = stretches(reading, reading.raw.indexOf(quote), reading.raw.indexOf(quote) + 1);
    return (stretch?.at ?? 0) + (stretch?.skip ?? 0);
  };
  return { shared, fragment, node, edit, anchor, find, at };
}

describe("the words of a comment are found again", () => {
  const opening = ["Il tavolo si riunisce ogni mese.", "Gli enti portano i dati raccolti.", "Il verbale si approva insieme."];

  test("after typing before, after and around them", () => {
    const { edit, anchor, find } = text(opening);
    const quoted = anchor("portano i dati");
    edit((state) => state.apply(state.tr.insertText("Premessa. ", 1)));
    expect(find(quoted)).toBe("portano i dati");
  });

  test("after their paragraph is split in the middle of them, and joined again", () => {
    const { edit, anchor, find, at } = text(opening);
    const quoted = anchor("portano i dati");
    const position = at("i dati");
    edit((state) => state.apply(state.tr.split(position)));
    expect(find(quoted)?.replace(/\s+/g, " ")).toBe("portano i dati");
    edit((state) => state.apply(state.tr.join(position + 1)));
    expect(find(quoted)).toBe("portano i dati");
  });

  test("after their paragraph becomes a title or moves to the end", () => {
    const { edit, anchor, find } = text(opening);
    const quoted = anchor("portano i dati");
    edit((state) => state.apply(state.tr.setBlockType(opening[0]!.length + 3, opening[0]!.length + 4, schema.nodes.heading!, { level: 2 })));
    expect(find(quoted)).toBe("portano i dati");
    edit((state) => {
      const second = state.doc.child(1);
      const from = state.doc.child(0).nodeSize;
      const tr = state.tr.delete(from, from + second.nodeSize);
      return state.apply(tr.insert(tr.doc.content.size, second));
    });
    expect(find(quoted)).toBe("portano i dati");
  });

  test("when somebody proposes a word inside them", () => {
    const { shared, fragment, anchor, find } = text(opening);
    const quoted = anchor("portano i dati");
    const paragraph = fragment.get(1) as Y.XmlElement;
    const words = paragraph.get(0) as Y.XmlText;
    shared.transact(() => words.insert(words.toString().indexOf("i dati"), "sempre ", { insertion: { id: "s1" } }));
    expect(find(quoted)).toBe("portano sempre i dati");
  });

  test("not when they were changed: the comment is said to have lost its place", () => {
    const { edit, anchor, find, at } = text(opening);
    const quoted = anchor("portano i dati");
    const position = at("dati");
    edit((state) => state.apply(state.tr.insertText("le cifre", position, position + 4)));
    expect(find(quoted)).toBeNull();
  });

  test("again when an earlier text is brought back after they were changed", () => {
    const { shared, edit, anchor, find, at } = text(opening);
    const earlier = readLiveText(shared);
    const quoted = anchor("portano i dati");
    edit((state) => state.apply(state.tr.insertText("le cifre", at("dati"), at("dati") + 4)));
    expect(find(quoted)).toBeNull();
    rewriteText(shared, earlier);
    expect(find(quoted)).toBe("portano i dati");
  });

  test("not beside another place with the same words, when nothing tells which", () => {
    const { edit, anchor, find } = text(["Sì.", "Uguale", "Sì.", "Uguale"]);
    const quoted = { ...anchor("Uguale"), blockId: null, before: "", after: "" };
    edit((state) => state.apply(state.tr.delete(0, state.doc.child(0).nodeSize + state.doc.child(1).nodeSize)));
    edit((state) => state.apply(state.tr.insert(0, schema.node("paragraph", null, [schema.text("Uguale")]))));
    expect(find(quoted)).toBeNull();
  });
});

test("the server and the editor read the same characters", () => {
  const { fragment, node } = text(["Uno", "", "Due tre"]);
  expect(readNode(node()).raw).toBe(readShared(fragment).raw);
});

test("whatever is edited, a comment stands beside its own words or is reported lost", () => {
  const word = fc.constantFrom("casa", "cura", "rete", "nido", "dati", "ente");
  const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const act = fc.record({ kind: fc.constantFrom("insert", "delete", "split", "join", "move", "heading"), at: fc.nat(200), length: fc.nat(12), word });
  const squeezed = (some: string | null) => some?.replace(/\s+/g, "") ?? null;
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 2, maxLength: 5 }), fc.nat(80), fc.nat(15), fc.array(act, { maxLength: 8 }), (paragraphs, start, length, acts) => {
      const { fragment, edit, find } = text(paragraphs);
      const reading = readShared(fragment);
      const from = start % Math.max(1, reading.raw.trimEnd().length - 1);
      const range = { from, to: Math.min(reading.raw.trimEnd().length, from + length + 1) };
      if (squeezed(reading.raw.slice(range.from, range.to)) === "") return;
      const anchor = anchorOf(reading, range);
      expect(squeezed(find(anchor))).toBe(squeezed(anchor.quote));
      for (const { kind, at, length: span, word: typed } of acts) {
        edit((state) => {
          const position = Math.max(1, at % state.doc.content.size);
          try {
            if (kind === "insert") return state.apply(state.tr.insertText(typed, position));
            if (kind === "delete") return state.apply(state.tr.delete(position, Math.min(state.doc.content.size, position + span)));
            if (kind === "split") return state.apply(state.tr.split(position));
            if (kind === "join") return state.apply(state.tr.join(state.doc.resolve(position).after(1)));
            if (kind === "heading") return state.apply(state.tr.setBlockType(position, position, schema.nodes.heading!, { level: 2 }));
            const moved = state.doc.child(at % state.doc.childCount);
            const before = state.doc.resolve(0).posAtIndex(at % state.doc.childCount);
            const tr = state.tr.delete(before, before + moved.nodeSize);
            return state.apply(tr.insert(0, moved));
          } catch {
            // not every act fits everywhere
            return null;
          }
        });
        const found = find(anchor);
        if (found !== null) expect(squeezed(found)).toBe(squeezed(anchor.quote));
        else expect(locate(readShared(fragment), anchor)).toBeNull();
      }
    }),
    { numRuns: 150 },
  );
});

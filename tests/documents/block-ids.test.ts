// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom
import { DOMSerializer } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { isBlockId, withBlockIds } from "~/documents/schema/block-id";
import { documentOf } from "~/documents/schema/blocks";
import { readLiveText } from "~/documents/schema/shared-text";
import { firstBlocks } from "~/documents/schema/templates";
import { caretBefore, copyOf, edit, idOf, join, named, paragraph, planted } from "./editor-desk";

const FIRST = "aaaaaaaaaaaa";
const SECOND = "bbbbbbbbbbbb";

const ids = (editor: Parameters<typeof named>[0]) => named(editor).map(({ id }) => id);
const sound = (found: string[]) => found.every(isBlockId) && new Set(found).size === found.length;

/** The clipboard's HTML of the text block with these words. */
function copied(editor: Parameters<typeof named>[0], words: string): string {
  let html = "";
  editor.state.doc.descendants((node) => {
    if (!node.isTextblock || node.textContent !== words) return;
    const holder = document.createElement("div");
    holder.append(DOMSerializer.fromSchema(editor.schema).serializeNode(node));
    html = holder.innerHTML;
  });
  return html;
}

describe("ids of blocks in what the server plants", () => {
  test.each(Object.keys(firstBlocks) as (keyof typeof firstBlocks)[])("the template %s names every block, each differently", (template) => {
    expect(sound(ids(edit(planted(documentOf(firstBlocks[template]).content ?? []))))).toBe(true);
  });

  test("good ids stay, missing, odd and repeated ones are made anew", () => {
    const block = fc.record({ type: fc.constant("paragraph"), attrs: fc.record({ id: fc.constantFrom(null, undefined, "", FIRST, SECOND, "<b>", 7) }) });
    fc.assert(
      fc.property(fc.array(block), (content) => {
        const found = (withBlockIds({ type: "doc", content: content as never }).content ?? []).map(({ attrs }) => attrs?.id as string);
        expect(sound(found)).toBe(true);
        for (const good of [FIRST, SECOND]) {
          const at = content.findIndex(({ attrs }) => attrs.id === good);
          if (at >= 0) expect(found[at]).toBe(good);
        }
      }),
    );
  });
});

describe("ids of blocks while people write", () => {
  test("opening and opening again changes nothing, not even in an empty or nameless text", () => {
    for (const shared of [planted([paragraph("Uno", FIRST)]), new Y.Doc(), nameless()]) {
      const before = Y.encodeStateAsUpdate(shared);
      edit(shared);
      edit(copyOf(shared));
      edit(shared, { editable: false });
      expect(Y.encodeStateAsUpdate(shared)).toEqual(before);
    }
  });

  test("splitting leaves the name to the first part, or to the words when nothing is before them", () => {
    const editor = edit(planted([paragraph("Prima seconda", FIRST)]));
    caretBefore(editor, "seconda");
    editor.commands.splitBlock();
    expect(idOf(editor, "Prima ")).toBe(FIRST);
    caretBefore(editor, "Prima");
    editor.commands.splitBlock();
    expect(idOf(editor, "Prima ")).toBe(FIRST);
    expect(named(editor)).toHaveLength(3);
    expect(sound(ids(editor))).toBe(true);
  });

  test("a block that becomes a heading or enters a list is still the same block", () => {
    const editor = edit(planted([paragraph("Uno", FIRST), paragraph("Due", SECOND)]));
    editor.chain().selectAll().setHeading({ level: 2 }).run();
    expect(ids(editor)).toEqual([FIRST, SECOND]);
    editor.chain().selectAll().setParagraph().toggleBulletList().run();
    expect([idOf(editor, "Uno"), idOf(editor, "Due")]).toEqual([FIRST, SECOND]);
    expect(sound(ids(editor))).toBe(true);
  });

  test("a copy gets a name of its own; what is cut and put elsewhere keeps its name", () => {
    const editor = edit(planted([paragraph("Uno", FIRST), paragraph("Due", SECOND), paragraph("Tre")]));
    const html = copied(editor, "Uno");
    editor.chain().focus("end").run();
    editor.view.pasteHTML(html + html);
    expect(ids(editor)[0]).toBe(FIRST);
    expect(sound(ids(editor))).toBe(true);

    const moved = copied(editor, "Due");
    const start = editor.state.doc.child(0).nodeSize;
    editor.commands.deleteRange({ from: start, to: start + editor.state.doc.child(1).nodeSize });
    expect(idOf(editor, "Due")).toBeUndefined();
    editor.commands.insertContentAt(editor.state.doc.content.size, moved);
    expect(idOf(editor, "Due")).toBe(SECOND);
    expect(sound(ids(editor))).toBe(true);
  });

  test("a page that brings ids of its own cannot make them too long or odd", () => {
    const editor = edit(planted([paragraph("Uno", FIRST)]));
    editor.commands.insertContentAt(editor.state.doc.content.size, `<p data-id="${"x".repeat(500)}">Lungo</p><p data-id="<svg>">Strano</p>`);
    expect(sound(ids(editor))).toBe(true);
  });

  test("rows, columns and cells made, merged and split have names", () => {
    const editor = edit(planted([paragraph("Uno", FIRST)]));
    editor.chain().focus("end").insertTable({ rows: 2, cols: 2 }).run();
    editor.commands.addRowAfter();
    editor.commands.addColumnAfter();
    expect(named(editor).filter(({ type }) => type === "tableCell")).toHaveLength(6);
    const { pos } = named(editor).findLast(({ type }) => type === "tableCell") as { pos: number };
    editor.commands.setCellSelection({ anchorCell: named(editor).find(({ type }) => type === "tableCell")?.pos ?? 0, headCell: pos });
    editor.commands.mergeCells();
    editor.commands.splitCell();
    expect(named(editor).filter(({ type }) => type === "tableCell")).toHaveLength(6);
    expect(sound(ids(editor))).toBe(true);
  });

  test("undoing gives the blocks back with the names they had", () => {
    const editor = edit(planted([paragraph("Uno", FIRST), paragraph("Due", SECOND)]));
    editor.chain().selectAll().deleteSelection().run();
    editor.commands.undo();
    expect(ids(editor)).toEqual([FIRST, SECOND]);
  });

  test("two editors split and write the same text at once: they agree, and neither answers the other for ever", () => {
    const one = planted([paragraph("Prima seconda terza", FIRST)]);
    const other = copyOf(one);
    const [ada, bea] = [edit(one), edit(other)];
    caretBefore(ada, "seconda");
    ada.commands.splitBlock();
    caretBefore(bea, "terza");
    bea.commands.splitBlock();
    let updates = 0;
    one.on("update", () => updates++);
    join(one, other);
    expect(updates).toBeLessThan(4);
    expect(readLiveText(one)).toEqual(readLiveText(other));
    expect(sound(ids(ada))).toBe(true);
    ada.chain().focus("end").splitBlock().insertContent("Ada").run();
    bea.chain().focus("start").splitBlock().insertContent("Bea").run();
    expect(ids(ada)).toEqual(ids(bea));
    expect(sound(ids(ada))).toBe(true);
  });

  test("two who move the same block at once make two of it; the next who adds a block tells them apart", () => {
    const one = planted([paragraph("Uno", FIRST), paragraph("Due", SECOND)]);
    const other = copyOf(one);
    const [ada, bea] = [edit(one), edit(other)];
    for (const editor of [ada, bea]) {
      const html = copied(editor, "Uno");
      editor.commands.deleteRange({ from: 0, to: editor.state.doc.child(0).nodeSize });
      editor.commands.insertContentAt(editor.state.doc.content.size, html);
    }
    join(one, other);
    ada.chain().focus("end").splitBlock().run();
    expect(ids(ada)).toEqual(ids(bea));
    expect(sound(ids(ada))).toBe(true);
  });
});

/** As a program that knows nothing of ids would have left it. */
function nameless(): Y.Doc {
  const shared = new Y.Doc();
  const block = new Y.XmlElement("paragraph");
  block.insert(0, [new Y.XmlText("Senza nome")]);
  shared.getXmlFragment("default").insert(0, [block]);
  return shared;
}

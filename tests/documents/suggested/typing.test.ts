// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom
import { Editor, type JSONContent } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { SuggestMode } from "~/documents/contributions/live/suggesting/suggest-mode";
import { TEXT, textExtensions } from "~/documents/schema/extensions";
import { KeepBlockIds } from "~/documents/schema/keep-block-ids";
import { readLiveText } from "~/documents/schema/shared-text";
import { alike, onlySuggests } from "~/documents/schema/suggested/compare";
import { suggestionsIn } from "~/documents/schema/suggested/find";
import { resolve, withoutSuggestions } from "~/documents/schema/suggested/resolve";
import { plainText } from "~/documents/schema/text";
import { caretBefore, copyOf, join, paragraph, planted } from "../editor-desk";

const sara = { person: "sara", organisation: "coop" };
const ugo = { person: "ugo", organisation: "ente" };

function desk(shared: Y.Doc, author = sara, on = true) {
  const element = document.createElement("div");
  document.body.append(element);
  const refused: string[] = [];
  const mode = SuggestMode.configure({ author, now: () => new Date("2026-03-10T09:00:00Z"), onRefused: () => refused.push("no") });
  const editor = new Editor({ element, injectCSS: false, extensions: [...textExtensions(), KeepBlockIds, mode, Collaboration.configure({ document: shared, field: TEXT })] });
  editor.storage.suggestMode.on = on;
  onTestFinished(() => editor.destroy());
  return { editor, refused };
}

const start = [
  { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Bisogni" }] },
  paragraph("Le famiglie chiedono orari lunghi."),
  paragraph("Il centro apre il sabato."),
  { type: "bulletList", content: ["uno", "due", "tre"].map((text) => ({ type: "listItem", content: [paragraph(text)] })) },
  paragraph("Fine."),
];

const type = (editor: Editor, text: string) => editor.view.dispatch(editor.state.tr.insertText(text));
const press = ({ view }: Editor, key: string) => view.someProp("handleKeyDown", (handle) => handle(view, new KeyboardEvent("keydown", { key })));
const lines = (content: JSONContent) => plainText(content).split("\n");
const taken = (shared: Y.Doc) => lines(resolve(readLiveText(shared), () => "take"));

function scene(author = sara) {
  const shared = planted(start as JSONContent[]);
  const before = readLiveText(shared);
  const { editor, refused } = desk(shared, author);
  /** The accepted text never changed, and all of it is the author's own doing. */
  const holds = () => {
    const now = readLiveText(shared);
    expect(alike(before, withoutSuggestions(now))).toBe(true);
    expect(onlySuggests(before, now, author)).toBe(true);
  };
  return { shared, before, editor, refused, holds };
}

test("what one types, deletes and replaces is proposed, and one stretch of typing is one suggestion", () => {
  const { shared, editor, holds } = scene();
  caretBefore(editor, "lunghi");
  for (const letter of "più ") type(editor, letter);
  holds();
  expect(taken(shared)[1]).toBe("Le famiglie chiedono orari più lunghi.");
  caretBefore(editor, "sabato");
  editor.commands.setTextSelection({ from: editor.state.selection.from, to: editor.state.selection.from + 6 });
  type(editor, "lunedì");
  holds();
  expect(taken(shared)[2]).toBe("Il centro apre il lunedì.");
  expect(suggestionsIn(readLiveText(shared))).toMatchObject([{ signature: sara, words: { inserted: "più ", section: "Bisogni" } }, { words: { inserted: "lunedì", deleted: "sabato" } }]);
  // typed too much: one's own letters really go
  editor.view.dispatch(editor.state.tr.delete(editor.state.selection.from - 2, editor.state.selection.from));
  expect(plainText(readLiveText(shared))).toContain("lune.");
});

test("blocks split, joined, turned into headings and lists are proposed", () => {
  const { shared, editor, holds, refused } = scene();
  caretBefore(editor, "chiedono");
  press(editor, "Enter");
  holds();
  expect(taken(shared).slice(1, 3)).toEqual(["Le famiglie ", "chiedono orari lunghi."]);
  // and taken back: as if nothing had been
  press(editor, "Backspace");
  expect(suggestionsIn(readLiveText(shared))).toEqual([]);
  caretBefore(editor, "Il centro");
  press(editor, "Backspace");
  holds();
  expect(taken(shared)[1]).toBe("Le famiglie chiedono orari lunghi.Il centro apre il sabato.");
  caretBefore(editor, "Fine");
  editor.commands.setHeading({ level: 3 });
  holds();
  editor.commands.toggleBold();
  press(editor, "Enter");
  holds();
  caretBefore(editor, "due");
  press(editor, "Enter");
  type(editor, "nuovo");
  holds();
  caretBefore(editor, "tre");
  editor.commands.liftListItem("listItem");
  holds();
  editor.commands.toggleBlockquote();
  holds();
  expect(refused).toEqual([]);
});

test("bold and links on accepted words are proposed, and taking them off again proposes nothing", () => {
  const { shared, editor, holds } = scene();
  caretBefore(editor, "famiglie");
  const { from } = editor.state.selection;
  editor.commands.setTextSelection({ from, to: from + 8 });
  editor.commands.toggleBold();
  holds();
  expect(suggestionsIn(readLiveText(shared))).toMatchObject([{ words: { formatted: "famiglie" } }]);
  editor.commands.toggleBold();
  expect(suggestionsIn(readLiveText(shared))).toEqual([]);
});

test("a heading that would become another, or a list, says what it is and what it would become", () => {
  const { shared, editor, holds } = scene();
  caretBefore(editor, "Bisogni");
  editor.commands.setHeading({ level: 3 });
  holds();
  caretBefore(editor, "Fine");
  editor.commands.toggleBulletList();
  holds();
  expect(suggestionsIn(readLiveText(shared))).toMatchObject([
    { words: { formatted: "Bisogni", shape: { was: "heading2", becomes: "heading3" } } },
    { words: { inserted: expect.stringContaining("Fine."), deleted: expect.stringContaining("Fine."), shape: { was: "paragraph", becomes: "bulletList" } } },
  ]);
});

test("undo takes back one's own proposals and nothing of the others", () => {
  const { shared, before, editor, holds } = scene();
  const other = copyOf(shared);
  join(shared, other);
  const ugoWrites = desk(other, ugo, false).editor;
  caretBefore(editor, "lunghi");
  type(editor, "molto ");
  caretBefore(ugoWrites, "Fine");
  type(ugoWrites, "Alla ");
  editor.commands.undo();
  expect(suggestionsIn(readLiveText(shared))).toEqual([]);
  expect(lines(readLiveText(shared)).at(-1)).toBe("Alla Fine.");
  expect(before).not.toEqual(readLiveText(shared));
  editor.commands.redo();
  expect(suggestionsIn(readLiveText(other))).toMatchObject([{ words: { inserted: "molto " } }]);
  void holds;
});

test("who writes inside another's proposal writes in their own name", () => {
  const { shared, editor } = scene();
  const other = copyOf(shared);
  join(shared, other);
  const ugoWrites = desk(other, ugo, false).editor;
  caretBefore(editor, "lunghi");
  type(editor, "moltissimo ");
  caretBefore(ugoWrites, "issimo");
  type(ugoWrites, "(vero) ");
  const [found] = suggestionsIn(readLiveText(other));
  expect(found?.words.inserted).toBe("molt … issimo ");
  expect(plainText(withoutSuggestions(readLiveText(other)))).toContain("orari (vero) lunghi.");
});

type Act = { kind: "type" | "delete" | "enter" | "back" | "bold" | "heading" | "list" | "quote" | "lift" | "rule"; at: number; length: number };
const act = fc.record({ kind: fc.constantFrom<Act["kind"]>("type", "delete", "enter", "back", "bold", "heading", "list", "quote", "lift", "rule"), at: fc.nat(200), length: fc.nat(30) });

function perform(editor: Editor, { kind, at, length }: Act): void {
  const { size } = editor.state.doc.content;
  const from = 1 + (at % (size - 1));
  const to = Math.min(size - 1, from + (kind === "type" || kind === "enter" || kind === "back" ? 0 : length));
  const place = (pos: number) => TextSelection.near(editor.state.doc.resolve(pos)).from;
  editor.commands.setTextSelection({ from: place(from), to: place(to) });
  if (kind === "type") type(editor, "parola ");
  else if (kind === "delete") editor.commands.deleteSelection();
  else if (kind === "enter") press(editor, "Enter");
  else if (kind === "back") press(editor, "Backspace");
  else if (kind === "bold") editor.commands.toggleBold();
  else if (kind === "heading") editor.commands.toggleHeading({ level: 3 });
  else if (kind === "list") editor.commands.toggleBulletList();
  else if (kind === "quote") editor.commands.toggleBlockquote();
  else if (kind === "lift") editor.commands.liftListItem("listItem");
  else editor.commands.setHorizontalRule();
}

/** After each act: it is a proposal, or it was not done. */
function proposesAll(acts: Act[]): void {
  const shared = planted(start as JSONContent[]);
  const { editor } = desk(shared);
  for (const act of acts) {
    const before = readLiveText(shared);
    perform(editor, act);
    expect(onlySuggests(before, readLiveText(shared), sara), act.kind).toBe(true);
  }
  editor.destroy();
}

test("the first line of a proposed list item is taken back without an empty line remaining in the accepted text", () => {
  proposesAll([
    { kind: "list", at: 132, length: 13 },
    { kind: "rule", at: 132, length: 0 },
    { kind: "heading", at: 71, length: 14 },
    { kind: "delete", at: 124, length: 27 },
  ]);
});

test("whatever one does in a random order, the accepted text stays and the server would take it", () => {
  fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), proposesAll), { numRuns: 25 });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { mergeAttributes, Node } from "@tiptap/core";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts a note after the selection; with a note selected, gives it these words. */
      setFootnote: (words: string) => ReturnType;
    };
  }
}

/**
 * A note at the foot of the text: it stands in the line where its number is, and holds its words. The number is nowhere
 * written: it is the place in the order of reading.
 */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  content: "text*",
  marks: "",
  // in the line it is one sign; its words are changed in a form
  atom: true,
  parseHTML: () => [{ tag: 'span[data-type="footnote"]' }],
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes, { "data-type": "footnote" }), 0],
  renderText: ({ node }) => ` [${node.textContent}]`,
  addCommands() {
    return {
      setFootnote:
        (words) =>
        ({ tr, state, dispatch }) => {
          const { selection, schema } = state;
          const at = "node" in selection && (selection.node as { type: unknown }).type === this.type ? selection.from : null;
          const note = (id: unknown) => this.type.create({ id }, schema.text(words));
          if (!dispatch) return true;
          if (at === null) tr.insert(selection.to, note(null));
          // its words change, the note stays the same
          else tr.replaceWith(at + 1, at + selection.to - selection.from - 1, schema.text(words));
          return true;
        },
    };
  },
});

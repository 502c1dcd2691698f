// SPDX-License-Identifier: AGPL-3.0-or-later
import { mergeAttributes, Node } from "@tiptap/core";

type Options = {
  /** What the button that takes it away says. */
  removeLabel: string;
  /** What stands before it. */
  label: string;
};

/**
 * Advice to who writes, from the template: seen in the editor only, never by readers nor on paper. So nobody can write in it
 * by mistake: it is selected whole, and what one types then takes its place.
 */
export const Guidance = Node.create<Options>({
  name: "guidance",
  group: "block",
  content: "text*",
  marks: "",
  defining: true,
  selectable: true,
  atom: true,
  addOptions: () => ({ removeLabel: "×", label: "" }),
  parseHTML: () => [{ tag: 'aside[data-type="guidance"]' }],
  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { "data-type": "guidance", class: "guidance" }), 0],
  renderText: () => "",
  addNodeView() {
    return ({ editor, getPos, node: shown }) => {
      const dom = document.createElement("aside");
      dom.className = "guidance";
      dom.setAttribute("aria-label", this.options.label);
      const words = document.createElement("p");
      words.textContent = shown.textContent;
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "guidance-remove";
      remove.textContent = this.options.removeLabel;
      remove.addEventListener("click", () => {
        const pos = getPos();
        const node = pos === undefined ? null : editor.state.doc.nodeAt(pos);
        if (pos !== undefined && node) editor.chain().deleteRange({ from: pos, to: pos + node.nodeSize }).focus().run();
      });
      dom.append(words, remove);
      return {
        dom,
        update: (node) => {
          if (node.type.name !== "guidance") return false;
          words.textContent = node.textContent;
          return true;
        },
        stopEvent: ({ target }) => target === remove,
        ignoreMutation: () => true,
      };
    };
  },
});

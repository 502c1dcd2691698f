// SPDX-License-Identifier: AGPL-3.0-or-later
import { mergeAttributes, Node } from "@tiptap/core";

type Options = {
  /** What the button that takes it away says. */
  removeLabel: string;
  /** What stands before it. */
  label: string;
};

/** Advice to who writes, from the template: seen in the editor only, never by readers nor on paper. */
export const Guidance = Node.create<Options>({
  name: "guidance",
  group: "block",
  content: "text*",
  marks: "",
  defining: true,
  selectable: true,
  addOptions: () => ({ removeLabel: "×", label: "" }),
  parseHTML: () => [{ tag: 'aside[data-type="guidance"]' }],
  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { "data-type": "guidance", class: "guidance" }), 0],
  renderText: () => "",
  addNodeView() {
    return ({ editor, getPos }) => {
      const dom = document.createElement("aside");
      dom.className = "guidance";
      dom.setAttribute("aria-label", this.options.label);
      const contentDOM = document.createElement("p");
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "guidance-remove";
      remove.contentEditable = "false";
      remove.textContent = this.options.removeLabel;
      remove.addEventListener("click", () => {
        const pos = getPos();
        const node = pos === undefined ? null : editor.state.doc.nodeAt(pos);
        if (pos !== undefined && node) editor.chain().deleteRange({ from: pos, to: pos + node.nodeSize }).focus().run();
      });
      dom.append(contentDOM, remove);
      return { dom, contentDOM, ignoreMutation: (mutation) => mutation.type !== "selection" && !contentDOM.contains(mutation.target) };
    };
  },
});

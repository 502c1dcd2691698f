// SPDX-License-Identifier: AGPL-3.0-or-later
import { mergeAttributes, Node } from "@tiptap/core";

/** A picture is named by the SHA-256 of its file, which the document keeps. */
export const isFileName = (value: unknown): value is string => typeof value === "string" && /^[a-f\d]{64}$/.test(value);

type Options = {
  /** Where the file with this SHA-256 is shown. */
  address: (src: string) => string;
};

/** A picture with what it shows in words. Pictures of other sites are not taken in: they would tell them who reads. */
export const Image = Node.create<Options>({
  name: "image",
  group: "block",
  atom: true,
  draggable: true,
  addOptions: () => ({ address: (src) => src }),
  addAttributes: () => ({
    src: { default: null, parseHTML: (element) => element.getAttribute("data-src"), renderHTML: () => ({}) },
    alt: { default: "", parseHTML: (element) => element.getAttribute("data-alt"), renderHTML: () => ({}) },
  }),
  parseHTML: () => [{ tag: 'figure[data-type="image"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { src, alt } = node.attrs;
    const shown = isFileName(src) ? { src: this.options.address(src), alt } : { alt };
    return ["figure", mergeAttributes(HTMLAttributes, { "data-type": "image", "data-src": src, "data-alt": alt }), ["img", shown]];
  },
  renderText: ({ node }) => node.attrs.alt,
});

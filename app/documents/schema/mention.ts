// SPDX-License-Identifier: AGPL-3.0-or-later
import { mergeAttributes } from "@tiptap/core";
import { Mention as TiptapMention } from "@tiptap/extension-mention";

/** What may be named in a text so that it becomes a link. */
export const mentionKinds = ["person", "body", "strategy", "document"] as const;
export type MentionKind = (typeof mentionKinds)[number];

/** `to` is an address of this site. The label is what was true when it was written, and stays. */
export type MentionAttributes = { kind: MentionKind; target: string; label: string; to: string };

/** Only pages of this site: what a hostile client wrote in `to` must not lead elsewhere. */
export const isOwnPage = (to: unknown): to is string => typeof to === "string" && /^\/[a-z\d][\w/%-]*$/i.test(to);

const text = (name: string, fallback: string | null = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

/** A person, a body, a strategy or a document named in the line. */
export const Mention = TiptapMention.extend({
  addAttributes: () => ({ kind: text("kind"), target: text("target"), label: text("label", ""), to: text("to") }),
  parseHTML: () => [{ tag: '[data-type="mention"]', priority: 60 }],
  renderHTML({ node, HTMLAttributes }) {
    const { to, label } = node.attrs;
    return ["a", mergeAttributes(HTMLAttributes, { "data-type": "mention", class: "mention" }, isOwnPage(to) ? { href: to } : {}), label];
  },
  renderText: ({ node }) => node.attrs.label,
});

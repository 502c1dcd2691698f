// SPDX-License-Identifier: AGPL-3.0-or-later
import { Marked } from "marked";

export type Page = { title: string; html: string };

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => escaped[sign] ?? sign);

/** Raw HTML is shown as text; links stay on this site or go to https. */
const marked = new Marked({
  gfm: true,
  renderer: {
    html: ({ text }) => escape(text),
    link({ href, tokens }) {
      const label = this.parser.parseInline(tokens);
      return /^(\/(?!\/)|#|https:\/\/)/.test(href) ? `<a href="${escape(href)}">${label}</a>` : label;
    },
    // so that an address can point to a part of the page
    heading({ depth, tokens, text }) {
      const id = text.trim().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
      return `<h${depth} id="${escape(id)}">${this.parser.parseInline(tokens)}</h${depth}>`;
    },
    image: ({ text }) => escape(text),
    // long lines and wide tables scroll on their own, also from the keyboard
    code: ({ text }) => `<pre tabindex="0"><code>${escape(text)}</code></pre>`,
    table(token) {
      const row = (cells: typeof token.header, tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`;
      const body = token.rows.map((cells) => row(cells, "td")).join("");
      return `<div class="table-scroll" tabindex="0"><table class="table"><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table></div>`;
    },
  },
});

/** Renders a Markdown text whose first line is its title (`# …`). The title is handed apart: the page owns its h1. */
export function renderMarkdown(source: string): Page {
  const [first = "", ...rest] = source.trimStart().split("\n");
  if (!first.startsWith("# ")) throw new Error("A page of the guide starts with its title: # …");
  return { title: first.slice(2).trim(), html: marked.parse(rest.join("\n"), { async: false }) };
}

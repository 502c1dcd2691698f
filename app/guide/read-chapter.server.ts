// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from "~/web/i18n";
import { problem } from "~/web/problem";
import { type Page, renderMarkdown } from "./markdown.server";

// taken into the build, so that the server needs no folder beside it
const manual = import.meta.glob<string>("./manual/*.md", { query: "?raw", import: "default", eager: true });
const adr = import.meta.glob<string>("./adr/*.md", { query: "?raw", import: "default", eager: true });

/** A chapter of the manual in the reader's language. Throws `missing`. */
export function readChapter(slug: string, locale: Locale): Page {
  const source = manual[`./manual/${slug}.${locale}.md`];
  if (source === undefined) throw problem("missing");
  return renderMarkdown(source);
}

/** A decision on how the house is built (in English). Throws `missing`. */
export function readDecision(slug: string): Page {
  const source = adr[`./adr/${slug}.md`];
  if (source === undefined) throw problem("missing");
  return renderMarkdown(source);
}

/** Every decision, by number. */
export function listDecisions(): { slug: string; title: string }[] {
  return Object.entries(adr)
    .map(([file, source]) => ({ slug: file.slice("./adr/".length, -".md".length), title: renderMarkdown(source).title }))
    .sort((a, b) => a.slug.localeCompare(b.slug));
}

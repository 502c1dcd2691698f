// SPDX-License-Identifier: AGPL-3.0-or-later
/** Rendered Markdown of the guide: its HTML is made by our own renderer, which lets no raw HTML through. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <article className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}

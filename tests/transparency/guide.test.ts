// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { notes, readers } from "~/guide/chapters";
import { renderMarkdown } from "~/guide/markdown.server";
import { listDecisions, readChapter, readDecision } from "~/guide/read-chapter.server";
import { locales } from "~/web/i18n";

describe("the guide", () => {
  test.each(locales)("has every chapter in each language (%s), with one title and the parts in order", (locale) => {
    for (const slug of [...readers, ...notes]) {
      const { title, html } = readChapter(slug, locale);
      expect(title.length, slug).toBeGreaterThan(5);
      expect(html, slug).not.toContain("<h1");
      expect(html, slug).toContain("<h2");
    }
  });

  test("has the decisions of the house, short", () => {
    const decisions = listDecisions();
    expect(decisions.map(({ slug }) => slug.slice(0, 4))).toEqual(decisions.map((_, i) => String(i + 1).padStart(4, "0")));
    for (const { slug } of decisions) expect(readDecision(slug).html.replace(/<[^>]+>/g, " ").split(/\s+/).length, slug).toBeLessThan(450);
  });

  test("a chapter that does not exist is missing, also by a path that climbs", () => {
    expect(() => readChapter("segreti", "it")).toThrow(/missing/);
    expect(() => readChapter("../adr/0001", "it")).toThrow(/missing/);
  });

  test("lets neither raw HTML nor odd links through", () => {
    const { html } = renderMarkdown("# Titolo\n\n<script>alert(1)</script> <b onclick=x>ciao</b>\n\n[va](javascript:alert(1)) [fuori](//altrove.example) [dentro](/tavoli) ![img](https://altrove.example/a.png)");
    expect(html).not.toMatch(/<script|<b |javascript:|<img|href="\/\/altrove/);
    expect(html).toContain('<a href="/tavoli">dentro</a>');
  });
});

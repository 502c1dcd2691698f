// SPDX-License-Identifier: AGPL-3.0-or-later
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { DocumentText } from "~/documents/parts/document-text";
import { isSafeAddress } from "~/documents/schema/address";
import { documentOf } from "~/documents/schema/blocks";
import { textSchema } from "~/documents/schema/extensions";
import { readText, writeText } from "~/documents/schema/shared-text";
import { firstBlocks } from "~/documents/schema/templates";
import { countWords, plainText } from "~/documents/schema/text";
import { translator } from "~/web/translate.server";

const html = (content: Parameters<typeof DocumentText>[0]["content"]) =>
  renderToStaticMarkup(
    <I18nextProvider i18n={translator("it")}>
      <DocumentText content={content} />
    </I18nextProvider>,
  );

const text = (value: string, ...marks: { type: string; attrs?: Record<string, unknown> }[]) => ({ type: "text", text: value, marks });

/** Whatever lies in the shared state, read back as the page does. */
function readBack(fill: (shared: Y.Doc) => void) {
  const shared = new Y.Doc();
  fill(shared);
  return readText([Y.encodeStateAsUpdate(shared)]);
}

describe("the text of a document on the page", () => {
  test.each(Object.keys(firstBlocks) as (keyof typeof firstBlocks)[])("the template %s fits the schema and survives the shared state", (template) => {
    const content = documentOf(firstBlocks[template]);
    textSchema().nodeFromJSON(content).check();
    const back = readBack((shared) => writeText(shared, content));
    expect(plainText(back)).toBe(plainText(content));
    expect(html(back)).toMatch(/<h2 id="b-\w{12}">/);
  });

  test("every node and mark of the schema has an element of its own", () => {
    const { nodes, marks } = textSchema();
    // advice to who writes is never shown to readers
    const wrapperless = ["doc", "text", "guidance"];
    for (const type of Object.keys(nodes).filter((name) => !wrapperless.includes(name))) {
      expect(html({ type: "doc", content: [{ type, attrs: { to: "/enti/cooperativa", label: "parola" }, content: [text("parola")] }] }), type).toMatch(/^<\w+/);
    }
    for (const type of Object.keys(marks)) {
      expect(html({ type: "doc", content: [text("parola", { type, attrs: { href: "https://www.comune.milano.it" } })] }), type).toMatch(/^<\w+/);
    }
  });

  test("keeps headings, lists, tasks, tables, quotes and links", () => {
    const page = html({
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 3 }, content: [text("Sezione")] },
        { type: "orderedList", attrs: { start: 4 }, content: [{ type: "listItem", content: [{ type: "paragraph", content: [text("quarto")] }] }] },
        { type: "taskList", content: [{ type: "taskItem", attrs: { checked: true }, content: [{ type: "paragraph", content: [text("fatto")] }] }] },
        { type: "table", content: [{ type: "tableRow", content: [{ type: "tableHeader", attrs: { colspan: 2 }, content: [{ type: "paragraph", content: [text("Ente")] }] }] }] },
        { type: "blockquote", content: [{ type: "paragraph", content: [text("detto", { type: "bold" }, { type: "link", attrs: { href: "mailto:ufficio@comune.example" } })] }] },
      ],
    });
    expect(page).toContain("<h3>Sezione</h3>");
    expect(page).toContain('<ol start="4"><li><p>quarto</p></li></ol>');
    expect(page).toContain('aria-label="Fatto"');
    expect(page).toContain('<th scope="col" colSpan="2"><p>Ente</p></th>');
    expect(page).toContain('<blockquote><p><a href="mailto:ufficio@comune.example" rel="noopener noreferrer nofollow"><strong>detto</strong></a></p></blockquote>');
  });

  test("lets no script, style or unknown address through, whatever a client has put there", () => {
    const page = html({
      type: "doc",
      content: [
        { type: "paragraph", attrs: { style: "position:fixed", onclick: "alert(1)" }, content: [text("<script>alert(1)</script>", { type: "link", attrs: { href: "javascript:alert(1)", style: "x" } })] },
        { type: "script", content: [text("resta parola")] },
        { type: "tableCell", attrs: { colspan: 1e9, colwidth: [1] }, content: [] },
      ],
    });
    expect(page).not.toMatch(/<script|javascript:|style=|onclick|1000000000/);
    expect(page).toContain("&lt;script&gt;");
    expect(page).toContain("resta parola");
  });

  test("a hostile shared state hides nothing else and breaks nothing", () => {
    const back = readBack((shared) => {
      const root = shared.getXmlFragment("default");
      const good = new Y.XmlElement("paragraph");
      good.insert(0, [new Y.XmlText("parole buone")]);
      const odd = new Y.XmlText();
      odd.insertEmbed(0, { not: "text" });
      let deep = new Y.XmlElement("blockquote");
      root.insert(0, [good, odd, deep, new Y.XmlHook("map") as never]);
      for (let i = 0; i < 500; i++) {
        const next = new Y.XmlElement("blockquote");
        deep.insert(0, [next]);
        deep = next;
      }
    });
    expect(plainText(back)).toBe("parole buone");
    expect(html(back)).toContain("<p>parole buone</p>");
  });

  test.each([
    ["https://www.comune.milano.it", true], ["http://ente.example/a?b", true], ["mailto:a@b.example", true], ["tel:+3902", true],
    ["javascript:alert(1)", false], ["data:text/html,x", false], ["//altro.example", false], ["comune.it", false], ["", false], [null, false],
  ])("the address %s is let through: %s", (address, safe) => {
    expect(isSafeAddress(address)).toBe(safe);
  });

  test("counts words as people do", () => {
    expect(countWords("L'ente ha 12 posti, e ne chiede 3.5 — subito.")).toBe(9);
    expect(countWords("")).toBe(0);
  });
});

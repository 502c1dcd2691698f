// SPDX-License-Identifier: AGPL-3.0-or-later
// @vitest-environment happy-dom
import type { JSONContent } from "@tiptap/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanPaste } from "~/documents/writing/clean-paste";
import { plainText } from "~/documents/schema/text";
import { edit, paragraph, planted } from "../editor-desk";

/** What stands in the document after pasting, as the schema has taken it. */
function pasted(html: string) {
  const editor = edit(planted([paragraph("")]));
  editor.commands.setContent(cleanPaste(html));
  return editor;
}

const html = (source: string) => pasted(source).getHTML().replace(/ data-id="[^"]*"/g, "");
const mso = (level: number, sign: string, words: string, list = "l0") =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:${list} level${level} lfo1'><!--[if !supportLists]--><span style='font-family:Symbol;mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->${words}<o:p></o:p></p>`;
const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} @page WordSection1 {size:595.3pt 841.9pt;} --></style><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head><body lang=IT style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe("what is pasted from Word", () => {
  test("loses its looks and leftovers, and keeps words and emphasis", () => {
    const made = html(word(`<p class=MsoNormal style='text-align:justify;mso-pagination:none'><span style='font-size:11.0pt;font-family:"Calibri",sans-serif;color:#1F497D'>Il tavolo <b style='mso-bidi-font-weight:normal'>decide</b><span style='mso-spacerun:yes'>  </span><i>insieme</i>.<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`));
    expect(made).toBe("<p>Il tavolo <strong>decide</strong> <em>insieme</em>.</p>");
  });

  test("has real lists, nested and numbered as they were", () => {
    const made = pasted(word(mso(1, "1.", "Uno") + mso(2, "a)", "Uno punto uno") + mso(1, "2.", "Due") + "<p class=MsoNormal>Fine</p>" + mso(1, "·", "Punto") + mso(2, "o", "Punto dentro"))).getJSON() as JSONContent;
    expect(made.content?.map(({ type }) => type)).toEqual(["orderedList", "paragraph", "bulletList"]);
    const [first, second] = made.content?.[0]?.content ?? [];
    expect(first?.content?.map(({ type }) => type)).toEqual(["paragraph", "orderedList"]);
    expect(plainText(second ?? {})).toBe("Due");
    expect(made.content?.[2]?.content?.[0]?.content?.[1]?.type).toBe("bulletList");
    expect(plainText(made)).toBe("Uno\nUno punto uno\nDue\nFine\nPunto\nPunto dentro");
  });

  test("has the numbers it had, where a numbering goes on after something else", () => {
    const made = pasted(word(mso(1, "1.", "Uno") + "<p class=MsoNormal>In mezzo</p>" + mso(1, "2.", "Due") + mso(2, "2.3.", "Due punto tre"))).getJSON() as JSONContent;
    const second = made.content?.[2];
    expect([made.content?.[0]?.attrs?.start, second?.attrs?.start, second?.content?.[0]?.content?.[1]?.attrs?.start]).toEqual([1, 2, 3]);
  });

  test("has its headings from our first level on, without a bold of their own", () => {
    expect(html(word("<h1 style='mso-list:none'><b>Titolo</b></h1><h3>Sotto</h3><p class=MsoNormal>Testo</p>"))).toBe("<h2>Titolo</h2><h4>Sotto</h4><p>Testo</p>");
  });

  test("keeps tables with their merged cells", () => {
    const made = html(word("<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=200 colspan=2 style='width:150pt'><p class=MsoNormal><b>Ente</b><o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>A</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>"));
    expect(made).toContain('<td colspan="2" rowspan="1"><p><strong>Ente</strong></p></td>');
    expect(made).not.toMatch(/mso|width="?\d|border=/);
  });

  test("begins another list where another begins, also without a line between them", () => {
    const made = pasted(word(mso(1, "·", "Punto") + mso(1, "1.", "Uno", "l1") + mso(2, "·", "Sotto", "l1") + mso(1, "1.", "Un altro uno", "l2"))).getJSON() as JSONContent;
    expect(made.content?.map(({ type, content }) => [type, content?.length])).toEqual([["bulletList", 1], ["orderedList", 1], ["orderedList", 1]]);
  });

  test("leaves behind what was taken away in tracked changes, and knows titles, quotes and numbered headings by their styles", () => {
    const made = html(
      word(
        `<p class=MsoTitle>Linee guida</p><h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Oggetto</h1><p class=MsoQuote><i><span style='color:#404040'>Dice la norma</span></i></p><p class=MsoNormal><ins cite="mailto:a" datetime="2026-01-01T10:00">Nuovo</ins><del cite="mailto:a" datetime="2026-01-01T10:00">Vecchio</del>&nbsp;testo</p>`,
      ),
    );
    expect(made).toBe("<h2>Linee guida</h2><h2>1. Oggetto</h2><blockquote><p>Dice la norma</p></blockquote><p>Nuovo testo</p>");
  });

  test("knows the rows that Word repeats on every page as heading rows", () => {
    const made = html(word("<table class=MsoTableGrid><thead><tr style='mso-yfti-firstrow:yes;page-break-inside:avoid'><td colspan=2><p class=MsoNormal><b>Ente</b><o:p></o:p></p></td></tr></thead><tr><td><p class=MsoNormal>A</p></td><td><p class=MsoNormal>B</p></td></tr></table>"));
    expect(made).toContain('<th colspan="2" rowspan="1"><p>Ente</p></th>');
    expect(made).toContain("<td colspan=\"1\" rowspan=\"1\"><p>A</p></td>");
  });

  test("brings its notes back to where they are called", () => {
    const made = pasted(word(`<p class=MsoNormal>Come dice la norma<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a>.</p><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Art. 55 del Codice.</p></div></div>`));
    const inside = made.getJSON().content ?? [];
    expect(inside).toHaveLength(1);
    expect(inside[0]?.content?.map(({ type }) => type)).toEqual(["text", "footnote", "text"]);
    expect(plainText(made.getJSON())).toBe("Come dice la norma [Art. 55 del Codice.].");
  });
});

describe("what is pasted from web pages and mail", () => {
  test("loses scripts, pictures of other sites, what is hidden, and unsafe addresses", () => {
    const made = html(`<div class="post"><script>alert(1)</script><p onclick="x()">Leggi <a href="https://ente.example/a" target="_blank" style="color:red">qui</a> e <a href="javascript:alert(1)">non qui</a><img src="https://spia.example/p.gif"></p><div style="display:none">nascosto</div></div>`);
    expect(made).toContain('href="https://ente.example/a"');
    expect(made).not.toMatch(/script|spia|nascosto|onclick|color/);
    expect(made).toContain("non qui");
  });

  test("keeps the emphasis that web editors write as a look, and not the bold around everything", () => {
    expect(html(`<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:700">Forte</span><span style="font-weight:400"> e piano</span></p></b>`)).toBe("<p><strong>Forte</strong> e piano</p>");
  });

  test("takes the words out of tables that only hold the page together", () => {
    expect(html("<table width='600'><tbody><tr><td><p>Lettera</p></td></tr></tbody></table>")).toBe("<p>Lettera</p>");
  });

  test("what was copied here comes back as it was", () => {
    const own = '<p data-pm-slice="1 1 []" data-id="abcdefghijkl">Nostro</p>';
    expect(cleanPaste(own)).toBe(own);
  });

  test("whatever comes, the result is a text the schema accepts, and no letter of a paragraph is lost", () => {
    const words = fc.constantFrom("tavolo", "ente 5", "<b>forte</b>", "&amp; altro");
    const piece = fc.oneof(
      words.map((inside) => `<p class=MsoNormal style='mso-x:y'>${inside}<o:p></o:p></p>`),
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("1.", "·", "a)"), words).map(([level, sign, inside]) => mso(level, sign, inside)),
      words.map((inside) => `<h3>${inside}</h3>`),
      words.map((inside) => `<blockquote><div>${inside}</div></blockquote>`),
      words.map((inside) => `<ul><li>${inside}</li></ul>`),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const editor = pasted(word(pieces.join("")));
        editor.state.doc.check();
        const letters = (text: string) => text.replace(/[^a-z\d&]/gi, "");
        const wanted = pieces.map((one) => /tavolo|ente 5|forte|& altro/.exec(one.replace("&amp;", "&"))?.[0] ?? "").join("");
        expect(letters(plainText(editor.getJSON()))).toBe(letters(wanted));
        editor.destroy();
      }),
      { numRuns: 40 },
    );
  });
});

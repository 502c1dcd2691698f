// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parsePlan } from "~/plan/import/parse-plan";
import { type ParsedPlan, totalsOf, type WarningKind } from "~/plan/import/parsed";
import { wordsMissing, wordsOfTables } from "./words";

const fixture = resolve(import.meta.dirname, "fixtures/piano-di-borgo-alto.txt");
const real = resolve(import.meta.dirname, "../../../shared/seeds/004_422e75774c5cd812.txt");

const encode = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array): ParsedPlan => {
  const reading = parsePlan(bytes);
  if (!reading.ok) throw new Error(`refused: ${reading.because}`);
  return reading.plan;
};
const kinds = (plan: ParsedPlan, kind: WarningKind) => plan.warnings.filter((warning) => warning.kind === kind);

/** The same content saved in other ways. */
function variantsOf(text: string): [string, Uint8Array][] {
  const piped = (outer: boolean) =>
    text
      .split("\n")
      .flatMap((line) => {
        if (!line.includes("\t")) return [line];
        const cells = line.split("\t").join(" | ");
        const row = outer ? `| ${cells} |` : cells;
        return /STRATEGIE/.test(line) ? [row, outer ? "|---|---|---|" : "---|---|---"] : [row];
      })
      .join("\n");
  return [
    ["UTF-8 with byte order mark and Windows line ends", encode(`\uFEFF${text.replaceAll("\n", "\r\n")}`)],
    ["UTF-16", new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"))],
    ["Markdown pipe tables", encode(piped(true))],
    ["pipe tables without outer pipes", encode(piped(false))],
    ["without HTML marks", encode(text.replace(/<\/?(?:p|ol|i)\b[^>]*>/g, ""))],
  ];
}

describe("the plan of Borgo Alto (a fixture in the same format)", () => {
  const text = readFileSync(fixture, "utf8");
  const plan = read(encode(text));

  test("gives its areas, objectives, strategies, pillar links and consolidation objectives", () => {
    expect(plan.edition).toBe("2030-2032");
    expect(plan.pillars).toHaveLength(10);
    expect(totalsOf(plan)).toEqual({ areas: 3, objectives: 6, strategies: 18, pillarLinks: 13, consolidation: 9 });
  });

  test("rows continued after a page break join their row", () => {
    const [, keys] = plan.areas[0]!.objectives;
    expect(keys!.strategies.map((one) => one.text)).toEqual([
      "Firmare patti semplici fra vicini e uffici (portinerie, comitati, botteghe).",
    ]);
    expect(keys!.pillars.map((link) => link.code)).toEqual(["1.2", "1.7"]);
    expect(plan.areas[1]!.objectives[1]!.strategies).toHaveLength(3);
    expect(kinds(plan, "rowJoined").map((warning) => warning.line)).toEqual([75, 94]);
  });

  test("strategies whose numbers were lost are split and flagged for review", () => {
    const [first] = plan.areas[1]!.objectives;
    expect(first!.strategies.map((one) => one.text.split(" ")[0])).toEqual([
      "Segnare",
      "Aprire",
      "provare",
      "Formare",
      "Tenere",
      "Pubblicare",
    ]);
    expect(first!.strategies.every((one) => one.review)).toBe(true);
    expect(kinds(plan, "numbersLost")).toMatchObject([{ line: 91, values: { detail: "6" } }]);
    const others = plan.areas.flatMap((area) => area.objectives).filter((one) => one !== first);
    expect(others.flatMap((one) => one.strategies).some((one) => one.review)).toBe(false);
  });

  test("pillar labels become the pillars of chapter 1 and keep the wording of the table", () => {
    const links = plan.areas[2]!.objectives[0]!.pillars;
    expect(links).toEqual([
      { code: "1.8", label: "Cultura valutazione" },
      { code: "1.5", label: "Spesa sociale come investimento" },
      { code: "1.4", label: "Milano città della salute" },
    ]);
    expect(kinds(plan, "pillarAlias")).toMatchObject([
      { values: { label: "Integrazione sociosanitaria", code: "1.4" } },
      { values: { label: "Integrazione socio-sanitaria", code: "1.4" } },
    ]);
  });

  test("typographic noise goes, words stay", () => {
    expect(wordsMissing(wordsOfTables(text), plan)).toEqual([]);
    const all = JSON.stringify(plan.areas);
    expect(all).not.toMatch(/<[a-z/]|inter- assessorile|\*/);
    expect(kinds(plan, "rowStray")).toHaveLength(1);
  });

  test("items cut by a page break are whole, an announcement is not an item, points under a colon are one objective", () => {
    expect(plan.areas[0]!.consolidation[1]!.text).toMatch(/e dai palazzi senza ascensore/);
    expect(plan.areas[1]!.consolidation[1]!.text).toMatch(/intera e le prescrizioni degli altri/);
    expect(plan.areas[2]!.consolidation.map((item) => item.text.split("\n").length)).toEqual([1, 1, 4]);
  });

  test("what the source states and does not keep is shown, not repaired", () => {
    expect(kinds(plan, "statedCount")).toMatchObject([{ line: 114, values: { stated: 2, found: 3 } }]);
    expect(kinds(plan, "footnote")).toHaveLength(1);
  });

  test.each(variantsOf(text))("reads the same saved as %s", (_, bytes) => {
    expect(
      read(bytes).areas.map(({ objectives, consolidation }) => [
        objectives.map((one) => ({ ...one, line: 0, strategies: one.strategies.map((s) => s.text) })),
        consolidation.map((c) => c.text),
      ]),
    ).toEqual(
      plan.areas.map(({ objectives, consolidation }) => [
        objectives.map((one) => ({ ...one, line: 0, strategies: one.strategies.map((s) => s.text) })),
        consolidation.map((c) => c.text),
      ]),
    );
  });

  test("separators turned to spaces are found again, with a warning for each row", () => {
    const flat = read(encode(text.replaceAll("\t", "    ")));
    expect(totalsOf(flat)).toEqual(totalsOf(plan));
    expect(kinds(flat, "rowShape").length).toBeGreaterThan(0);
  });

  test("without heading rows the tables are still found, and it says so", () => {
    const headless = read(
      encode(
        text
          .split("\n")
          .filter((line) => !/STRATEGIE/.test(line))
          .join("\n"),
      ),
    );
    expect(totalsOf(headless)).toEqual(totalsOf(plan));
    expect(kinds(headless, "headerMissing")).toHaveLength(3);
  });

  test("a file cut short names the areas it lost", () => {
    const cut = read(encode(text.slice(0, text.indexOf("Curare insieme corpo"))));
    expect(cut.areas.map((area) => area.number)).toEqual(["5.1", "5.2"]);
    expect(kinds(cut, "areaMissing")).toMatchObject([{ values: { area: "5.3", title: "Muoversi senza barriere" } }]);
    expect(kinds(cut, "consolidationMissing")).toHaveLength(1);
  });

  test("a number lost in the middle of a list is noticed, and the two strategies are told apart for review", () => {
    const holed = read(encode(text.replace("2. aggiustare prima", "aggiustare prima")));
    const [one] = holed.areas[2]!.objectives;
    expect(one!.strategies.map((strategy) => strategy.review)).toEqual([true, true, false]);
    expect(kinds(holed, "numberingGap")).toHaveLength(1);
  });

  test("an unknown pillar label is kept and reported", () => {
    const odd = read(encode(text.replace("<p>Cultura valutazione</p>", "<p>Gentilezza diffusa</p>")));
    expect(odd.areas[2]!.objectives[0]!.pillars[0]).toEqual({ code: null, label: "Gentilezza diffusa" });
    expect(kinds(odd, "pillarUnknown")).toHaveLength(1);
  });
});

describe.skipIf(!existsSync(real))("the welfare plan 2021-2023 of Milan (the real file)", () => {
  const text = existsSync(real) ? readFileSync(real, "utf8") : "";
  const whole = () => read(encode(text));

  test("gives 12 areas, 56 objectives, 186 strategies, 129 pillar links, 60 consolidation objectives", () => {
    const plan = whole();
    expect(plan.edition).toBe("2021-2023");
    expect(totalsOf(plan)).toEqual({ areas: 12, objectives: 56, strategies: 186, pillarLinks: 129, consolidation: 60 });
    expect(plan.areas.map((area) => area.objectives.length)).toEqual([5, 12, 6, 2, 4, 5, 4, 4, 5, 3, 3, 3]);
    expect(plan.areas.map((area) => area.objectives.reduce((sum, one) => sum + one.strategies.length, 0))).toEqual([
      15, 52, 16, 8, 12, 11, 14, 17, 11, 12, 9, 9,
    ]);
    expect(plan.areas.map((area) => area.consolidation.length)).toEqual([6, 7, 6, 4, 3, 8, 3, 6, 4, 2, 2, 9]);
    expect(kinds(plan, "pillarUnknown")).toEqual([]);
  });

  test("every word of the twelve areas' tables lands somewhere", () => {
    expect(wordsMissing(wordsOfTables(text), whole())).toEqual([]);
  });

  test.each(existsSync(real) ? variantsOf(text) : [])("gives the same totals saved as %s", (_, bytes) => {
    expect(totalsOf(read(bytes))).toEqual(totalsOf(whole()));
  });

  test("shows what the document states and contradicts", () => {
    expect(kinds(whole(), "indexDiffers")).toMatchObject([{ values: { number: "3.2" } }]);
    expect(kinds(whole(), "textRepeated")).toHaveLength(3);
  });
});

describe("what is not a plan is refused with a reason", () => {
  test.each([
    ["an empty file", "", "empty"],
    ["a page of prose", "Questa è una lettera.\nDue righe.", "noAreas"],
    [
      "a report with numbered headings and no tables",
      "5.1 Premessa\n\nTesto.\n\n5.2 Conclusioni\n\nTesto.",
      "noTables",
    ],
    ["a spreadsheet", "ente\tcitta\tanno\nuno\tMilano\t2020\ndue\tMilano\t2021\n", "noAreas"],
    ["a data table under a numbered heading", "2.1 Popolazione\n\nanno\tmaschi\tfemmine\n2020\t10\t20\n", "noTables"],
    ["a PDF", "%PDF-1.7\n…", "pdf"],
    ["a document of an office program", "PK\u0003\u0004…", "archive"],
    [
      "a heading row with nothing under it",
      "5.1 Titolo\n\nOBIETTIVI PRIORITARI\tSTRATEGIE\tCAPISALDI\n",
      "noObjectives",
    ],
  ])("%s", (_, text, because) => {
    expect(parsePlan(encode(text))).toEqual({ ok: false, because });
  });

  test("a file of bytes that are no text", () => {
    expect(parsePlan(new Uint8Array([1, 0, 2, 0, 0, 7]))).toEqual({ ok: false, because: "binary" });
  });

  test
    .skipIf(!existsSync(real))
    .each(["000_2fa7dabc378a1823", "001_519040b5d4bee039", "002_6fa29578dd097696", "003_99b29a4c0da5eafc"])(
    "a press release (%s)",
    (name) => {
      expect(parsePlan(readFileSync(resolve(real, `../${name}.txt`)))).toMatchObject({ ok: false });
    },
  );
});

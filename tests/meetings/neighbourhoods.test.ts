// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allNeighbourhoods, confirmNeighbourhoods, previewNeighbourhoods } from "~/meetings/liaison/import-neighbourhoods.server";
import { compareNeighbourhoods } from "~/meetings/liaison/neighbourhood-list";
import { addNeighbourhood } from "~/meetings/index.server";
import { municipioStage } from "./workshops-stage";

const bytes = (text: string) => new TextEncoder().encode(text);

async function withRegistry() {
  const stage = await municipioStage();
  const registry = await stage.city.voice((await stage.city.organisation("Direzione del registro", { kind: "directorate" })).id, { capacity: "officer", powers: ["manage_registry"] });
  return { ...stage, registry };
}

describe("the list of the neighbourhoods of a city", () => {
  test("is read, shown with its differences, and written when confirmed; nothing is taken away, and nothing moves to another Municipio", async () => {
    const { city, office, registry } = await withRegistry();
    await addNeighbourhood(office.ctx, 8, { name: "Villapizzone" });
    await addNeighbourhood(office.ctx, 8, { name: "Quartiere di un tempo", code: "99" });
    await addNeighbourhood(office.ctx, 8, { name: "Sacco", code: "77" });
    const file = bytes("ID_NIL;NIL;Municipio\n71;VILLAPIZZONE;8\n14;Niguarda;Municipio 9\n14;Niguarda bis;9\n77;Sacco;7\n;Senza Municipio;12\n15;;9\n");
    const colleague = await city.voice((await city.organisation("Altro ufficio", { kind: "directorate" })).id, { capacity: "officer", powers: ["manage_tables"] });
    await expect(previewNeighbourhoods(colleague.ctx, file)).rejects.toMatchObject({ kind: "forbidden" });
    const { rows, refused, changes } = await previewNeighbourhoods(registry.ctx, file);
    expect(refused.map(({ line, because }) => [line, because])).toEqual([[4, "liaison.nilList.refused.twice"], [6, "liaison.nilList.refused.district"], [7, "liaison.nilList.refused.name"]]);
    expect(changes).toMatchObject({ added: [{ name: "Niguarda", code: "14", district: 9 }], changed: [{ after: { name: "VILLAPIZZONE", code: "71" } }], elsewhere: [{ after: { name: "Sacco", district: 7 } }], absent: [{ name: "Quartiere di un tempo" }], same: 0 });
    expect(await allNeighbourhoods(city)).toHaveLength(3);
    expect(await confirmNeighbourhoods(registry.ctx, { rows: JSON.stringify(rows) })).toEqual({ added: 1, changed: 1 });
    expect((await allNeighbourhoods(city)).map(({ name, code, district }) => [district, code, name])).toEqual([[8, "99", "Quartiere di un tempo"], [8, "77", "Sacco"], [8, "71", "VILLAPIZZONE"], [9, "14", "Niguarda"]]);
    expect(await confirmNeighbourhoods(registry.ctx, { rows: JSON.stringify(rows) })).toEqual({ added: 0, changed: 0 });
    await expect(confirmNeighbourhoods(colleague.ctx, { rows: "[]" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(confirmNeighbourhoods(registry.ctx, { rows: "[{" })).rejects.toMatchObject({ kind: "invalid", details: { fields: { rows: "liaison.nilList.readAgain" } } });
  });

  test("is refused when it lacks a column, said on the file", async () => {
    const { registry } = await withRegistry();
    await expect(previewNeighbourhoods(registry.ctx, bytes("NIL,quartieri\nNiguarda,1\n"))).rejects.toMatchObject({ details: { fields: { file: "liaison.nilList.lacking.district" } } });
  });

  test("loses nothing and never gives two neighbourhoods of a Municipio one name, whatever it says", () => {
    const row = fc.record({ code: fc.option(fc.constantFrom("1", "2", "3")), name: fc.constantFrom("Uno", "Due", "Tre"), district: fc.integer({ min: 1, max: 2 }) });
    const list = fc.uniqueArray(row, { selector: ({ name, district }) => `${name}${district}` }).map((rows) => rows.filter(({ code }, i) => code === null || rows.findIndex((other) => other.code === code) === i));
    fc.assert(
      fc.property(list, list, (before, listed) => {
        const known = before.map((each, i) => ({ ...each, id: String(i) }));
        const names = (all: { district: number; name: string }[]) => all.map(({ district, name }) => `${district} ${name}`);
        const { added, changed } = compareNeighbourhoods(known, listed);
        const then = [...known.map((each) => ({ ...each, ...changed.find(({ id }) => id === each.id)?.after, code: changed.find(({ id }) => id === each.id)?.after.code ?? each.code })), ...added.map((each, i) => ({ ...each, id: `n${i}` }))];
        expect(then.length).toBe(known.length + added.length);
        // what is written keeps one name to one neighbourhood of a Municipio
        expect(new Set(names(then)).size).toBe(then.length);
      }),
    );
  });
});

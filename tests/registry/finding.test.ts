// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { countByKind, findOrganisations } from "~/registry/index.server";
import { makeWorld } from "~tests/harness";

describe("looking for bodies", () => {
  async function city() {
    const world = await makeWorld();
    await world.organisation("ODV Il Thermos", { etsCategory: "odv", runtsSection: "a", fiscalCode: "12345678903", purpose: "Unità di strada" });
    await world.organisation("APS Orto 100% Sospeso", { etsCategory: "aps", runtsSection: "b", territory: { scale: "district", districts: [4, 9] } });
    await world.organisation("Municipio 4", { kind: "municipal_district", territory: { scale: "district", districts: [4] } });
    await world.organisation("Ente cessato", { closedAt: world.now });
    const names = async (filters: object, among?: string[]) => (await findOrganisations(world.nobody, filters, among)).rows.map(({ name }) => name);
    return { world, names };
  }

  test("by words, codes, kind, category, section, Municipio and scale; those that ceased are left out", async () => {
    const { world, names } = await city();
    expect(await names({})).toEqual(["APS Orto 100% Sospeso", "Municipio 4", "ODV Il Thermos"]);
    expect(await names({ testo: "thermos ODV" })).toEqual(["ODV Il Thermos"]);
    expect(await names({ testo: "strada" })).toEqual(["ODV Il Thermos"]);
    expect(await names({ testo: "123 456 789 03" })).toEqual(["ODV Il Thermos"]);
    expect(await names({ testo: "100%" })).toEqual(["APS Orto 100% Sospeso"]);
    expect(await names({ testo: "%" })).toEqual(["APS Orto 100% Sospeso"]);
    expect(await names({ testo: "_" })).toEqual([]);
    expect(await names({ testo: "' or 1=1 --" })).toEqual([]);
    expect(await names({ tipo: "municipal_district" })).toEqual(["Municipio 4"]);
    expect(await names({ categoria: "odv" })).toEqual(["ODV Il Thermos"]);
    expect(await names({ sezione: "b" })).toEqual(["APS Orto 100% Sospeso"]);
    expect(await names({ municipio: 9 })).toEqual(["APS Orto 100% Sospeso"]);
    expect(await names({ municipio: 4, tipo: "ets" })).toEqual(["APS Orto 100% Sospeso"]);
    expect(await names({ municipio: 1 })).toEqual([]);
    expect(await names({ scala: "city" })).toEqual(["ODV Il Thermos"]);
    expect(await names({}, [])).toEqual([]);
    expect(await countByKind(world.nobody)).toEqual({ ets: 2, municipal_district: 1 });
  });

  test("page by page, each body once", async () => {
    const world = await makeWorld();
    for (let n = 0; n < 45; n++) await world.organisation(`Ente ${String(n).padStart(2, "0")}`);
    const pages = await Promise.all([1, 2, 3, 9].map((pagina) => findOrganisations(world.nobody, { pagina })));
    expect(pages.map(({ page, pages: of, rows }) => [page, of, rows.length])).toEqual([[1, 3, 20], [2, 3, 20], [3, 3, 5], [3, 3, 5]]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(45);
  });
});

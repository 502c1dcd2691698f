// SPDX-License-Identifier: AGPL-3.0-or-later
/** What keeps the system of tables in order after the first time: checks that come back, models to copy, sheets to adopt, closed tables to read. */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { constitutionSheet, sheetInWords, waiting } from "~/tables/index.server";
import { checkCoverage } from "~/tables/coverage/check-coverage.server";
import { closedTables, listTables } from "~/tables/list-tables.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { goodPractices, markGoodPractice } from "~/tables/rules/good-practice.server";
import { workingTables } from "~db/tables/schema";
import { makeWorld } from "~tests/harness";

async function stage() {
  const world = await makeWorld();
  const welfare = await world.organisation("Direzione", { kind: "directorate" });
  const office = await world.voice(welfare.id, { powers: ["read", "write", "speak", "manage_tables"] });
  const table = await world.table("Tavolo di prova", { ownerOrganisationId: welfare.id, participants: null });
  const body = await world.organisation("Associazione");
  const voice = await world.voice(body.id);
  await world.seat(table.id, body.id, { role: "coordinator", voices: [voice] });
  return { world, office, voice, table };
}

describe("a check of whom a table represents", () => {
  test("comes back on the desk of coordination and office when its day has come, until it is done again", async () => {
    const { world, office, voice, table } = await stage();
    await checkCoverage(office.ctx, table.slug, { nextCheck: "2026-06-01" });
    const on = async (who: typeof office, day: string) => (await waiting({ ...who.ctx, now: new Date(`${day}T09:00:00Z`) })).filter(({ says }) => says === "tables.coverage.waiting").length;
    expect([await on(office, "2026-05-30"), await on(office, "2026-06-02"), await on(voice, "2026-06-02")]).toEqual([0, 1, 1]);
    const outsider = await world.voice((await world.organisation("Fuori")).id);
    expect(await on(outsider, "2026-06-02")).toBe(0);
    await checkCoverage({ ...office.ctx, now: new Date("2026-06-03T09:00:00Z") }, table.slug, { nextCheck: "2026-12-01" });
    expect(await on(office, "2026-06-04")).toBe(0);
  });
});

describe("a table marked as good practice", () => {
  test("offers its rules to others, with the reason; only who orders the tables marks it, and can take the mark back", async () => {
    const { office, voice, table } = await stage();
    await expect(markGoodPractice(voice.ctx, table.slug, { reason: "Lavora molto bene insieme." })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(markGoodPractice(office.ctx, table.slug, { reason: "Sì" })).rejects.toMatchObject({ kind: "invalid" });
    await markGoodPractice(office.ctx, table.slug, { reason: "Ogni seduta finisce con chi fa che cosa." });
    expect(await goodPractices(office.ctx)).toEqual([{ slug: table.slug, name: table.name, reason: "Ogni seduta finisce con chi fa che cosa." }]);
    await markGoodPractice(office.ctx, table.slug, { reason: "" });
    expect(await goodPractices(office.ctx)).toEqual([]);
  });
});

describe("the constitution sheet", () => {
  test("says in words what the table is, who sits there and its rules, and marks what is still to be written", async () => {
    const { office, voice, table, world } = await stage();
    await adoptRules(office.ctx, table.slug, { noticeDays: 7, quorumPercent: 40, decisions: "consensus", minutesDays: 10, act: "Seduta di prova", version: 0, articles: { quorum: "art. 3" } });
    const parts = sheetInWords(await constitutionSheet({ ...voice.ctx, now: new Date(world.now.getTime() + 1000) }, table.slug), "it");
    const text = JSON.stringify(parts);
    expect(text).toContain("Associazione, coordinamento (Atto di prova)");
    expect(text).toContain("(art. 3)");
    expect(parts[0]?.rows?.find(([label]) => label === "Partecipanti")?.[1]).toBe("da completare");
    const outsider = await world.voice((await world.organisation("Fuori")).id);
    await expect(constitutionSheet(outsider.ctx, table.slug)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

test("a closed table leaves the list and is found among the closed ones", async () => {
  const { world, table } = await stage();
  await world.db.tx((tx) => tx.update(workingTables).set({ closedAt: world.now }).where(eq(workingTables.id, table.id)));
  expect([(await listTables(world.nobody)).length, (await closedTables(world.nobody)).map(({ slug }) => slug)]).toEqual([0, [table.slug]]);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import ExcelJS from "exceljs";
import { afterAll, describe, expect, test } from "vitest";
import { makePaper } from "~/documents/index.server";
import { closePress } from "~/documents/export/press.server";
import { gridOf, periodOf } from "~/meetings/grid/grid.server";
import { gridLines } from "~/meetings/grid/grid-rows";
import { packOf } from "~/meetings/paper/pack.server";
import { asWorkbook } from "~/web/spreadsheet.server";
import { translate } from "~/web/translate.server";
import { meetings } from "~db/meetings/schema";
import { lettersOf } from "../documents/export/read-pdf";
import { cycle } from "./cycle";
import { drafted } from "./stage";

afterAll(closePress);

const say = (key: string) => translate("it", key);

describe("the paper of a session", () => {
  test("holds convocation, attendance sheet to sign, agenda and the minutes of the session before, in one PDF", async () => {
    const scene = await cycle();
    await scene.circulated();
    const next = await drafted(scene, 30);
    await scene.world.db.tx((tx) => tx.update(meetings).set({ announcedAt: scene.world.now, convenedAt: scene.world.now }).where(eq(meetings.id, next)));
    const paper = await packOf(scene.member.ctx, next);
    expect(paper.appendices.map(({ title }) => title)).toEqual(["Foglio presenze", "Ordine del giorno", "Verbale della seduta di martedì 10 marzo 2026 (Inviato ai presenti)"]);
    const sheet = JSON.stringify(paper.appendices[0]);
    for (const words of ["N°", "Nominativo", "Funzione", "Rappresentanza", "Firma", "Referente Uno", "Ente Uno", "uditore"]) expect(sheet).toContain(words);
    expect(JSON.stringify(paper)).not.toContain('"guidance"');
    const file = await makePaper(paper, "pdf");
    const letters = await lettersOf(Buffer.from(file.bytes));
    for (const words of ["èconvocato", "Foglio presenze", "Nessunadecisione"]) expect(letters.replaceAll(" ", "")).toContain(words.replaceAll(" ", ""));
  });

  test("is for who reads the session as its members do, and for nobody else", async () => {
    const { world, stranger, observer, meetingId } = await cycle();
    for (const ctx of [stranger.ctx, world.nobody]) await expect(packOf(ctx, meetingId)).rejects.toMatchObject({ kind: "missing" });
    expect((await packOf(observer.ctx, meetingId)).appendices).toHaveLength(2);
  });
});

describe("the monitoring grid", () => {
  test("counts bodies called, sessions planned and held, and who came, for any period, by itself", async () => {
    const scene = await cycle();
    await scene.circulated();
    const next = await drafted(scene, 40);
    await scene.world.db.tx((tx) => tx.update(meetings).set({ announcedAt: scene.world.now }).where(eq(meetings.id, next)));
    await drafted(scene, 50);
    const office = await scene.world.voice(scene.office.id, { capacity: "officer", powers: ["read", "manage_tables"] });
    const grid = (query: string) => gridOf(office.ctx, periodOf(new URL(`http://x/?${query}`), scene.world.now));
    expect(await grid("dal=2026-01-01&al=2026-12-31")).toMatchObject([{ invited: 4, planned: 2, held: 1, cancelled: 0, averageInvited: 4, averagePresent: 4 }]);
    expect(await grid("dal=2026-03-11&al=2026-12-31")).toMatchObject([{ planned: 1, held: 0, averageInvited: null, averagePresent: null }]);
    expect(await grid("dal=2026-03-10&al=2026-03-10")).toMatchObject([{ planned: 1, held: 1 }]);
    const lines = gridLines(await grid("dal=2026-01-01&al=2026-12-31"), say, "it");
    expect(lines).toEqual([["Tavolo", "Enti convocati", "Incontri previsti", "Incontri svolti", "Incontri annullati", "Enti convocati in media", "Enti presenti in media"], ["Tavolo di prova", "4", "2", "1", "0", "4", "4"]]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await asWorkbook(lines, "Tavoli")) as never);
    expect(workbook.getWorksheet("Tavoli")?.getRow(2).getCell(4).text).toBe("1");
  });

  test("shows each body the tables where it sits; nothing to strangers; no body is named in it", async () => {
    const { world, member, stranger, circulated } = await cycle();
    await circulated();
    const period = periodOf(new URL("http://x/"), world.now);
    expect(await gridOf(stranger.ctx, period)).toEqual([]);
    expect(await gridOf(world.nobody, period)).toEqual([]);
    expect(JSON.stringify(await gridOf(member.ctx, period))).not.toMatch(/Ente|Direzione/);
  });

  test("takes a period that makes no sense for this year until today", () => {
    const now = new Date("2026-03-10T09:00:00Z");
    for (const query of ["", "dal=2026-05-01&al=2026-02-01", "dal=oggi"]) expect(periodOf(new URL(`http://x/?${query}`), now).days).toEqual({ from: "2026-01-01", to: query.includes("2026-02-01") ? "2026-03-10" : "2026-03-10" });
    expect(periodOf(new URL("http://x/?dal=2026-03-29&al=2026-03-29"), now).to.toISOString()).toBe("2026-03-29T22:00:00.000Z");
  });
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { record } from "~/journal/index.server";
import { en } from "~/messages.en";
import { it as italian } from "~/messages.it";
import { createTranslator, type Messages } from "~/web/i18n";
import { actSentence, whoSentence } from "~/transparency/act-sentence";
import { publicActs } from "~/journal";
import { dailyHeads, JournalFilter, journalHead, readJournal, readJournalInRuns } from "~/transparency/read-journal.server";
import { filesEnding, textOf } from "~tests/rules/sources";
import { makeWorld, TODAY } from "~tests/harness";

const filter = (more: Record<string, unknown> = {}) => JournalFilter.parse(more);

/** A plain and a sensitive table, a body with its voice, and an act of each kind. */
async function city() {
  const world = await makeWorld();
  const body = await world.organisation("Bottega dei Fili");
  const voice = await world.voice(body.id, { label: "Referente segreta" });
  const plain = await world.table("Tavolo aperto");
  const delicate = await world.table("Tavolo delicato", { sensitive: true });
  const act = (name: string, tableId: string, at = TODAY) =>
    world.db.tx((tx) => record(tx, { ...voice.ctx, now: at }, { act: name, subject: { kind: "table", id: tableId }, data: { organisationId: body.id, personId: voice.personId } }));
  return { ...world, body, voice, plain, delicate, act };
}

describe("the public journal", () => {
  test("says who acted by body and capacity, never by person", async () => {
    const { act, plain, db, voice } = await city();
    await act("seat.granted", plain.id);
    const { entries } = await readJournal({ db }, filter());
    expect(entries).toMatchObject([{ reserved: false, body: { name: "Bottega dei Fili" }, capacity: "delegate", names: { organisation: "Bottega dei Fili", table: "Tavolo aperto" } }]);
    expect(JSON.stringify(entries)).not.toContain(voice.personId);
    expect(JSON.stringify(entries)).not.toContain("Referente segreta");
  });

  test("on a sensitive table says the body only", async () => {
    const { act, delicate, db } = await city();
    await act("mandate.given", delicate.id);
    const [entry] = (await readJournal({ db }, filter())).entries;
    expect(entry).toMatchObject({ body: { name: "Bottega dei Fili" }, capacity: null });
  });

  test("keeps the place of a reserved act in the chain and tells nothing else", async () => {
    const { act, plain, db } = await city();
    await act("join.requested", plain.id);
    await act("seat.granted", plain.id);
    const { entries } = await readJournal({ db }, filter());
    expect(Object.keys(entries[1] ?? {}).sort()).toEqual(["hash", "previousHash", "reserved", "seq"]);
    expect(entries[0]?.previousHash).toBe(entries[1]?.hash);
  });

  test("draws reserved acts together on its page, and no number is lost or told twice, wherever the page breaks", async () => {
    const { act, plain, db } = await city();
    const story = ["join.requested", "seat.granted", "join.requested", "join.requested", "join.requested", "seat.ended", "seat.granted", "join.requested", "table.changed", "join.requested"];
    for (const name of story) await act(name, plain.id);
    for (const limit of [1, 2, 3, 4, 30]) {
      const numbers: number[] = [];
      let before: number | undefined;
      do {
        const { lines, next } = await readJournalInRuns({ db }, { before, limit });
        for (const line of lines) {
          const { from, to } = "seq" in line ? { from: line.seq, to: line.seq } : line;
          for (let n = to; n >= from; n--) numbers.push(n);
        }
        expect(lines.filter((line, i) => !("seq" in line) && i > 0 && !("seq" in (lines[i - 1] ?? {})))).toEqual([]);
        before = next ?? undefined;
      } while (before !== undefined);
      expect([limit, numbers]).toEqual([limit, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]]);
    }
    expect(JSON.stringify((await readJournalInRuns({ db }, { limit: 30 })).lines)).not.toContain("join.");
  });

  test("is filtered by act and by subject, and read page by page", async () => {
    const { act, plain, delicate, db } = await city();
    for (const name of ["table.created", "seat.granted", "join.requested", "seat.granted"]) await act(name, plain.id);
    await act("seat.granted", delicate.id);
    const seqs = async (more: Record<string, unknown>) => (await readJournal({ db }, filter(more))).entries.map(({ seq }) => seq);
    expect(await seqs({ atto: "seat.granted" })).toEqual([5, 4, 2]);
    // a reserved act is not found by its subject
    expect(await seqs({ oggetto: `table:${plain.id}` })).toEqual([4, 2, 1]);
    const first = await readJournal({ db }, filter({ limite: 2 }));
    expect([first.entries.map(({ seq }) => seq), first.next]).toEqual([[5, 4], 4]);
    expect(await seqs({ limite: 2, prima: 4 })).toEqual([3, 2]);
    expect((await readJournal({ db }, filter({ limite: 2, prima: 3 }))).next).toBeNull();
  });

  test("gives the head of the chain and the last act of each day", async () => {
    const { act, plain, db, ctxOf } = await city();
    const yesterdayLate = new Date("2026-03-09T22:30:00Z");
    const todayEarly = new Date("2026-03-09T23:30:00Z");
    await act("table.created", plain.id, yesterdayLate);
    const one = await act("table.changed", plain.id, yesterdayLate);
    // half past midnight in Rome is already today
    const two = await act("table.changed", plain.id, todayEarly);
    expect(await journalHead({ db })).toMatchObject({ seq: 3, hash: two.hash });
    expect(await dailyHeads(ctxOf(null))).toEqual([{ day: "2026-03-10", ...two }, { day: "2026-03-09", ...one }]);
  });

  test("refuses a filter that is not written as it should", () => {
    for (const wrong of [{ atto: "session.opened" }, { oggetto: "senza due punti" }, { limite: 1000 }, { prima: -1 }]) {
      expect(JournalFilter.safeParse(wrong).success).toBe(false);
    }
  });
});

describe("the acts that anybody may read", () => {
  test("exist in the code", () => {
    const code = filesEnding([".ts"], ["app"]).filter((path) => path.endsWith(".server.ts")).map(textOf).join("\n");
    const built: Record<string, RegExp> = { "join.accepted": /act: `join\.\$\{outcome\}`/ };
    expect(publicActs.filter((act) => !(built[act] ?? new RegExp(`"${act.replace(".", "\\.")}"`)).test(code))).toEqual([]);
  });

  test.each([["it", italian], ["en", en]] as const)("have a sentence and a name in each language (%s)", (locale, messages) => {
    const { t } = createTranslator(locale, { [locale]: messages as object as Messages });
    const names = { organisation: "Ente", table: "Tavolo", objective: "Obiettivo", action: "Azione", edition: "Edizione", procedure: "Avviso" };
    for (const act of publicActs) {
      const told = { act, body: { name: "Ente" }, capacity: "delegate", names };
      expect(`${whoSentence(told, t)} ${actSentence(told, t)}`).not.toMatch(/journal\.|transparency\.|\{\{/);
      expect(t(`journal.actNames.${act}`)).not.toMatch(/journal\./);
    }
  });
});

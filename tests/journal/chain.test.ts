// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { record, verifyJournal } from "~/journal/index.server";
import { journalEntries } from "~db/journal/schema";
import { makeWorld, type World } from "~tests/harness";

async function writeActs(world: World, count: number): Promise<void> {
  const { ctx } = await world.administrator();
  await world.db.tx(async (db) => {
    for (let n = 1; n <= count; n++) {
      await record(db, ctx, { act: "thing.done", subject: { kind: "thing", id: String(n) }, data: { n, nested: { b: [n, null], a: "à" } } });
    }
  });
}

const LENGTH = 12;
const anySeq = fc.integer({ min: 1, max: LENGTH });

describe("the register of acts", () => {
  test("is whole when nobody touched it, and says how many acts and which head", async () => {
    const world = await makeWorld();
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true, entries: 0 });
    await writeActs(world, LENGTH);
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true, entries: LENGTH });
  });

  test("says at which row an edit was made, whatever was edited", async () => {
    const edits = {
      act: { act: "thing.undone" },
      personId: { personId: "somebody-else" },
      organisationId: { organisationId: "other-body" },
      capacity: { capacity: "officer" },
      subjectId: { subjectId: "0" },
      subjectKind: { subjectKind: "stuff" },
      at: { at: new Date(0) },
      data: { data: { n: -1 } },
      hash: { hash: "f".repeat(64) },
    };
    const anyEdit = fc.constantFrom(...Object.values(edits));
    await fc.assert(
      fc.asyncProperty(anySeq, anyEdit, async (seq, edit) => {
        const world = await makeWorld();
        await writeActs(world, LENGTH);
        await world.db.tx((db) => db.update(journalEntries).set(edit).where(eq(journalEntries.seq, seq)));
        expect(await verifyJournal(world.db.read)).toMatchObject({ ok: false, break: { seq } });
      }),
      { numRuns: 20 },
    );
  });

  test("says where an act was taken out", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LENGTH - 1 }), async (seq) => {
        const world = await makeWorld();
        await writeActs(world, LENGTH);
        await world.db.tx((db) => db.delete(journalEntries).where(eq(journalEntries.seq, seq)));
        expect(await verifyJournal(world.db.read)).toMatchObject({ ok: false, break: { seq: seq + 1, kind: "gap" } });
      }),
      { numRuns: 8 },
    );
  });

  test("says where two acts were exchanged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anySeq, { minLength: 2, maxLength: 2 }), async ([a, b]) => {
        const world = await makeWorld();
        await writeActs(world, LENGTH);
        const [first, second] = [Math.min(a!, b!), Math.max(a!, b!)];
        await world.db.tx(async (db) => {
          await db.update(journalEntries).set({ seq: -1 }).where(eq(journalEntries.seq, first));
          await db.update(journalEntries).set({ seq: first }).where(eq(journalEntries.seq, second));
          await db.update(journalEntries).set({ seq: second }).where(eq(journalEntries.seq, -1));
        });
        expect(await verifyJournal(world.db.read)).toMatchObject({ ok: false, break: { seq: first } });
      }),
      { numRuns: 8 },
    );
  });

  test("a tail cut off is seen by whoever kept a head published earlier", async () => {
    const world = await makeWorld();
    await writeActs(world, LENGTH);
    const verdict = await verifyJournal(world.db.read);
    const head = { seq: LENGTH, hash: verdict.ok ? verdict.head : "" };
    await writeActs(world, 3);
    expect(await verifyJournal(world.db.read, head)).toMatchObject({ ok: true, entries: LENGTH + 3 });
    await world.db.tx((db) => db.delete(journalEntries).where(eq(journalEntries.seq, LENGTH + 3)));
    await world.db.tx((db) => db.delete(journalEntries).where(eq(journalEntries.seq, LENGTH + 2)));
    await world.db.tx((db) => db.delete(journalEntries).where(eq(journalEntries.seq, LENGTH + 1)));
    await world.db.tx((db) => db.delete(journalEntries).where(eq(journalEntries.seq, LENGTH)));
    expect(await verifyJournal(world.db.read, head)).toMatchObject({ ok: false, break: { seq: LENGTH, kind: "gap" } });
  });

  test("an act that fails leaves neither change nor entry", async () => {
    const world = await makeWorld();
    const { ctx } = await world.administrator();
    const failing = world.db.tx(async (db) => {
      await record(db, ctx, { act: "thing.done", subject: { kind: "thing", id: "1" } });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await verifyJournal(world.db.read)).toMatchObject({ ok: true, entries: 0 });
  });
});

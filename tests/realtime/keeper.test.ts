// SPDX-License-Identifier: AGPL-3.0-or-later
import { IDBFactory } from "fake-indexeddb";
import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { Keeper } from "~realtime/client/keeper";
import { watchForMissing } from "~realtime/client/missing";
import { openCopies } from "~realtime/index";
import { waitFor } from "~tests/harness/wait-for";

test("a device that becomes full is said so, and what waited is written when there is room again", async () => {
  const factory = new IDBFactory();
  let full = false;
  const document = new Y.Doc();
  const keeper = new Keeper(
    document,
    { personId: "ada", organisationId: null, documentId: "d", epoch: 1 },
    "Verbale",
    async () => {
      const copies = await openCopies(factory);
      return { ...copies, write: (...args: Parameters<typeof copies.write>) => (full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : copies.write(...args)) };
    },
    () => false,
    () => {},
  );
  onTestFinished(() => keeper.stop());
  await keeper.opened;
  document.getText("default").insert(0, "uno ");
  await waitFor("kept", () => keeper.isSafe);
  full = true;
  document.getText("default").insert(4, "due ");
  await waitFor("failing", () => keeper.state === "failing");
  expect(keeper.isSafe).toBe(false);
  full = false;
  document.getText("default").insert(8, "tre");
  await waitFor("kept again", () => keeper.isSafe);
  const copies = await openCopies(factory);
  const again = new Y.Doc();
  for (const { bytes } of await copies.rows({ personId: "ada", organisationId: null, documentId: "d", epoch: 1 })) Y.applyUpdate(again, bytes);
  expect(again.getText("default").toString()).toBe("uno due tre");
  copies.close();
});

test("copies are removed by person and by document, rows and all", async () => {
  const factory = new IDBFactory();
  const copies = await openCopies(factory);
  const row = { bytes: new Uint8Array([1, 2, 3]), unsent: true };
  const of = (personId: string, documentId: string) => ({ personId, organisationId: null, documentId, epoch: 1 });
  for (const name of [of("ada", "x"), of("ada", "y"), of("bruno", "x")]) await copies.write(name, "T", [row, row]);
  await copies.remove((await copies.list()).filter(({ personId }) => personId === "ada"));
  expect((await copies.list()).map(({ personId, documentId }) => [personId, documentId])).toEqual([["bruno", "x"]]);
  expect(await copies.rows(of("ada", "x"))).toEqual([]);
  expect(await copies.rows(of("bruno", "x"))).toHaveLength(2);
  copies.close();
});

test("an update that builds on one that never came makes the page ask again, until it came", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const author = new Y.Doc();
  const updates: Uint8Array[] = [];
  author.on("update", (update: Uint8Array) => updates.push(update));
  author.getText("default").insert(0, "uno");
  author.getText("default").insert(3, " due");
  const page = new Y.Doc();
  let asked = 0;
  onTestFinished(watchForMissing(page, () => asked++));
  Y.applyUpdate(page, updates[1] as Uint8Array);
  vi.advanceTimersByTime(2900);
  expect(asked).toBe(0);
  vi.advanceTimersByTime(3200);
  expect(asked).toBe(2);
  Y.applyUpdate(page, updates[0] as Uint8Array);
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(2);
  expect(page.getText("default").toString()).toBe("uno due");
});

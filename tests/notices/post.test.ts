// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, onTestFinished, test } from "vitest";
import { openPost } from "~/notices/index.server";
import { nextAttempt, withoutSecrets } from "~/notices/letter";
import { listLetters, readLetter } from "~/notices/list-letters.server";
import { retryLetter } from "~/notices/retry-letter.server";
import { type Carrier, sendLetters } from "~/notices/send-letters.server";
import { enqueueLetter } from "~/web/letters.server";
import { outbox } from "~db/notices/schema";
import { makeWorld, waitFor, type World } from "~tests/harness";
import { startMailServer } from "./mail-server";

const LINK = `http://localhost:3000/accesso/invito/${"a".repeat(43)}`;

async function write(world: World, to: string, subject = "Invito — perché no?") {
  return world.db.tx((db) => enqueueLetter(db, world.nobody, { to, subject, body: `Buongiorno, così è più chiaro:\n\n${LINK}` }));
}

function openWorldPost(world: World, smtpUrl: string | undefined) {
  const post = openPost(world.db, { smtpUrl, from: "Concerto <posta@comune.example>", clock: () => world.now, onError: (failure) => console.error(failure) });
  onTestFinished(() => post.stop());
}

const letters = (world: World) => world.db.read.select().from(outbox);
const minutes = (world: World, n: number) => () => new Date(world.now.getTime() + n * 60_000);

describe("the post", () => {
  test("carries a letter after the commit, once, in UTF-8, and forgets the key it carried", async () => {
    const server = await startMailServer();
    const world = await makeWorld();
    openWorldPost(world, server.url);
    const { id } = await write(world, "referente@test.example");
    await write(world, "altra@test.example");
    await waitFor("both letters to be marked as sent", async () => (await letters(world)).every(({ sentAt }) => sentAt));
    await write(world, "terza@test.example");
    await waitFor("the third letter", () => server.received.length === 3);
    const mail = server.received.find(({ to }) => to?.[0]?.address === "referente@test.example");
    expect(mail).toMatchObject({ subject: "Invito — perché no?", from: { name: "Concerto", address: "posta@comune.example" }, messageId: `<${id}@comune.example>` });
    expect(mail?.text).toContain("così è più chiaro");
    expect(mail?.text).toContain(LINK);
    expect((await letters(world)).find((letter) => letter.id === id)?.body).toContain("/accesso/invito/…");
  });

  test("carries nothing of a transaction that failed", async () => {
    const world = await makeWorld();
    const failing = world.db.tx(async (db) => {
      await enqueueLetter(db, world.nobody, { to: "a@test.example", subject: "x", body: "y" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await letters(world)).toEqual([]);
  });

  test("keeps every letter when no mail server is configured", async () => {
    const world = await makeWorld();
    openWorldPost(world, undefined);
    await write(world, "a@test.example");
    const { ctx } = await world.administrator();
    expect((await listLetters(ctx, { state: "waiting", page: 1 })).counts).toEqual({ waiting: 1, sent: 0, failed: 0 });
    expect((await readLetter(ctx, (await letters(world))[0]!.id, { posted: false })).body).toContain(LINK);
  });

  test("two processes on one outbox never send a letter twice", async () => {
    const world = await makeWorld();
    for (let n = 0; n < 10; n++) await write(world, `${n}@test.example`);
    const carried: string[] = [];
    const carry: Carrier = async ({ recipient }) => void carried.push(recipient);
    await Promise.all([1, 2, 3].map(() => sendLetters(world.db, () => world.now, carry)));
    expect(carried.sort()).toEqual(Array.from({ length: 10 }, (_, n) => `${n}@test.example`));
  });

  test("a letter whose sender died is taken again after ten minutes, not before", async () => {
    const world = await makeWorld();
    await write(world, "a@test.example");
    const dying: Carrier = () => new Promise(() => {});
    void sendLetters(world.db, () => world.now, dying);
    await waitFor("the claim", async () => (await letters(world))[0]?.attempts === 1);
    const carried: string[] = [];
    const carry: Carrier = async ({ id }) => void carried.push(id);
    expect(await sendLetters(world.db, minutes(world, 9), carry)).toBe(0);
    expect(await sendLetters(world.db, minutes(world, 10), carry)).toBe(1);
    expect(carried).toHaveLength(1);
  });

  test("tries again ever later when the server does not answer, then gives the letter to the administrator", async () => {
    const world = await makeWorld();
    const { id } = await write(world, "a@test.example");
    const down: Carrier = async () => Promise.reject(new Error("connect ECONNREFUSED"));
    let clock = world.now;
    const moments: Date[] = [];
    for (let n = 0; n < 20 && !(await letters(world))[0]?.failedAt; n++) {
      await sendLetters(world.db, () => clock, down);
      expect(await sendLetters(world.db, () => clock, down)).toBe(0);
      moments.push(clock);
      clock = (await letters(world))[0]?.nextAttemptAt ?? clock;
    }
    const gaps = moments.slice(1).map((moment, i) => moment.getTime() - moments[i]!.getTime());
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect((await letters(world))[0]).toMatchObject({ attempts: moments.length, lastError: "connect ECONNREFUSED", sentAt: null });
    const { ctx } = await world.administrator();
    await retryLetter(ctx, id);
    expect(await sendLetters(world.db, () => clock, async () => {})).toBe(1);
    await expect(retryLetter(ctx, id)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("a refusal for good is final at once, one for the moment is not, and others still get theirs", async () => {
    const server = await startMailServer((recipient) => ({ "no@test.example": 550, "later@test.example": 451 })[recipient] ?? null);
    const world = await makeWorld();
    openWorldPost(world, server.url);
    for (const to of ["no@test.example", "later@test.example", "yes@test.example"]) await write(world, to);
    const state = async (to: string) => (await letters(world)).find(({ recipient }) => recipient === to);
    await waitFor("the last letter to be settled", async () => (await state("yes@test.example"))?.sentAt);
    await waitFor("the refusals", async () => (await state("no@test.example"))?.failedAt && (await state("later@test.example"))?.lastError);
    expect(await state("later@test.example")).toMatchObject({ failedAt: null, attempts: 1, nextAttemptAt: nextAttempt(1, world.now) });
    expect(server.received).toHaveLength(1);
  });

  test("is looked after by administrators only, who do not see keys when a mail server carries them", async () => {
    const world = await makeWorld();
    const { id } = await write(world, "a@test.example");
    const body = await world.organisation("Quattro Lampioni");
    const voice = await world.voice(body.id, { powers: ["read", "manage_members", "manage_registry"] });
    for (const ctx of [voice.ctx, world.nobody]) {
      await expect(listLetters(ctx, { state: "waiting", page: 1 })).rejects.toMatchObject({ kind: "forbidden" });
      await expect(readLetter(ctx, id)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(retryLetter(ctx, id)).rejects.toMatchObject({ kind: "forbidden" });
    }
    const { ctx } = await world.administrator();
    expect((await readLetter(ctx, id, { posted: true })).body).not.toContain(LINK);
    await expect(readLetter(ctx, "nessuna")).rejects.toMatchObject({ kind: "missing" });
  });

  test("only links that open something lose their key", () => {
    const other = "http://localhost:3000/accesso/profilo http://localhost:3000/tavoli/alzheimer-e-decadimento-cognitivo";
    expect(withoutSecrets(`${other} ${LINK}`)).toBe(`${other} http://localhost:3000/accesso/invito/…`);
  });
});

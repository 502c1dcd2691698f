// SPDX-License-Identifier: AGPL-3.0-or-later
/** A table with bodies and a document, in the folder of a server that can be started, killed and started again. */
import type { Browser, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { createDocument } from "~/documents/index.server";
import { hashPassword } from "~/identity/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { readMessage } from "~realtime/protocol";
import { freePort, makeWorld, openPage, openTestDatabase, type RunningServer, signInPage, startServer, temporaryFolder, type Voice, waitFor } from "~tests/harness";

const PASSWORD = "prova-di-scrittura-2026";

export type Person = Voice & { email: string };

export async function openStage() {
  const dataDir = temporaryFolder();
  const port = await freePort();
  const db = await openTestDatabase(dataDir);
  const world = await makeWorld({ db, now: new Date() });
  const passwordHash = await hashPassword(PASSWORD);
  const table = await world.table("Tavolo disabilità");

  /** A body with one person who can sign in; seated at the table unless `role` is null. */
  async function person(body: string, role: "coordinator" | "member" | "observer" | null, more: { mandateTo?: Date } = {}): Promise<Person & { seatId: string | null }> {
    const email = `${body.toLowerCase().replace(/[^a-z]+/g, ".")}@test.example`;
    const { id } = await world.person(`Referente ${body}`, { email, passwordHash });
    const voice = await world.voice((await world.organisation(body)).id, { label: `Referente ${body}`, personId: id });
    const seatId = role && (await world.seat(table.id, voice.organisationId, { role, voices: [voice], mandateTo: more.mandateTo ?? null }));
    return { ...voice, email, seatId };
  }

  /** Another table, where this person sits and speaks. */
  async function otherTable(name: string, voice: Voice) {
    const other = await world.table(name);
    await world.seat(other.id, voice.organisationId, { voices: [voice] });
    return other;
  }

  const start = (): Promise<RunningServer> => startServer({ dataDir, port });
  /** As if done now by the person. */
  const now = (voice: Voice): Ctx => ({ ...voice.ctx, now: new Date() });
  const document = (voice: Voice, title = "Verbale di marzo") => createDocument(now(voice), { title, template: "minutes", table });
  /** A text with these headings, and an empty line below each. */
  const textOf = (voice: Voice, title: string, headings: string[]) =>
    createDocument(now(voice), { title, template: "blocks", table, blocks: headings.flatMap((text) => [{ type: "heading" as const, level: 2 as const, text }, { type: "paragraph" as const, text: "" }]) });
  /** Writes an act about which the running server must do something. */
  const act = (voice: Voice, name: string, subject: { kind: string; id: string }, data: Record<string, unknown>) =>
    db.tx((tx) => record(tx, now(voice), { act: name, subject, data }));
  return { ...world, db, dataDir, port, origin: `http://localhost:${port}`, table, otherTable, person, start, now, document, textOf, act };
}

/** Signs in and opens a document; fails later when the page breaks its own content policy. */
export async function openAs(browser: Browser, origin: string, { email }: Person, documentId: string, options = {}): Promise<Page> {
  const page = await openPage(browser, options);
  const broken: string[] = [];
  page.on("console", (message) => /Content Security Policy|Hydration|Yjs was already/.test(message.text()) && broken.push(message.text()));
  onTestFinished(() => expect(broken).toEqual([]));
  await signInPage(page, origin, email, PASSWORD);
  await page.goto(`${origin}/documenti/${documentId}`);
  await page.locator(".ProseMirror").waitFor();
  return page;
}

export const signInWith = { password: PASSWORD };

/** What the badge says, and the text on screen at that very moment (other people's carets left out). */
export function look(page: Page): Promise<{ badge: string; text: string }> {
  return page.evaluate(() => {
    const editor = document.querySelector(".ProseMirror")?.cloneNode(true) as HTMLElement | undefined;
    for (const caret of editor?.querySelectorAll(".caret") ?? []) caret.remove();
    return { badge: document.querySelector<HTMLElement>(".save-badge")?.dataset.status ?? "", text: editor?.textContent ?? "" };
  });
}

export const badge = (page: Page, wanted: string) => waitFor(`the badge to say ${wanted}`, async () => (await look(page)).badge === wanted, 30_000);

export const reads = (page: Page, words: string) => waitFor(`"${words}" on the page`, async () => (await look(page)).text.includes(words), 30_000);

/** Puts the caret at the end of the first paragraph after a heading; the advice that may stand between is not text. */
export async function caretUnder(page: Page, heading: string): Promise<void> {
  await page.locator(`.ProseMirror h2:has-text("${heading}") ~ p`).first().click();
  await page.keyboard.press("End");
}

type Opened = { socket: WebSocket; closed: Promise<number>; denied: string[]; opened: Promise<boolean> };

/** A socket made by hand, as a program would. `opened` tells whether the server let it in for longer than a farewell. */
export function rawSocket(origin: string, documentId: string, headers: Record<string, string>): Opened {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/realtime/${documentId}`, { headers });
  onTestFinished(() => socket.terminate());
  const denied: string[] = [];
  const closed = new Promise<number>((done) => {
    socket.on("close", (code) => done(code));
    // a refused handshake has no closing code
    socket.on("error", () => done(1006));
  });
  const opened = new Promise<boolean>((done) => {
    socket.on("message", (data: Buffer) => {
      const message = readMessage(data);
      if (message.type === "denied") denied.push(message.reason);
      if (message.type === "vector") done(true);
    });
    void closed.then(() => done(false));
  });
  return { socket, closed, denied, opened };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { openSessions, signIn } from "~/identity/index.server";
import { actorOfSession } from "~/registry/index.server";
import { makeWorld, openTestDatabase, temporaryFolder } from "~tests/harness";

async function create(dataDir: string, words: string[], password: string) {
  const child = spawn(process.execPath, ["--import", "tsx", "app/identity/create-admin.cli.ts", ...words], { env: { ...process.env, DATA_DIR: dataDir } });
  child.stdin.end(`${password}\n`);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((done) => child.once("exit", done))]);
  return { out, err, code };
}

describe.skipIf(process.env.DATABASE_URL)("the first administrator", () => {
  test("is created from the command line and can sign in", async () => {
    const dataDir = temporaryFolder();
    const made = await create(dataDir, ["--email", "Admin@Test.example", "--label", "Amministratore"], "una frase lunga e segreta");
    expect(made).toMatchObject({ code: 0, err: "" });
    const world = await makeWorld({ db: await openTestDatabase(dataDir) });
    const { sessionId } = await signIn(world.nobody, { email: "admin@test.example", password: "una frase lunga e segreta" });
    const { actor } = await actorOfSession(world.db, openSessions(world.db, { secure: false }), sessionId, world.now);
    expect(actor).toMatchObject({ administrator: true, capacity: "platform_administrator", organisationId: null });
    const again = await create(dataDir, ["--email", "admin@test.example", "--label", "Altro"], "una frase lunga e segreta");
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("ha già un accesso") });
  });

  test("is refused with a short password, a wrong address or no name", async () => {
    const dataDir = temporaryFolder();
    expect(await create(dataDir, ["--email", "a@test.example", "--label", "Admin"], "undici-segn")).toMatchObject({ code: 1, err: expect.stringContaining("12 caratteri") });
    expect(await create(dataDir, ["--email", "senza-chiocciola", "--label", "Admin"], "una frase lunga e segreta")).toMatchObject({ code: 1, err: expect.stringContaining("--email") });
    expect(await create(dataDir, ["--email", "a@test.example"], "una frase lunga e segreta")).toMatchObject({ code: 1, err: expect.stringContaining("Uso:") });
  });
});

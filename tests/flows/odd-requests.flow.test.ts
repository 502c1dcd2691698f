// SPDX-License-Identifier: AGPL-3.0-or-later
/** What no browser of ours sends: the server answers as to anything it does not understand, and goes on. */
import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { forFile, makeWorld, openTestDatabase, signIn, startServer, temporaryFolder } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";
const FORM = { "Content-Type": "application/x-www-form-urlencoded" };

const oddServer = forFile(async () => {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir) });
  await world.person("Amministrazione", { email: "admin@test.example", administrator: true, passwordHash: await hashPassword(PASSWORD) });
  await world.table("Tavolo disabilità");
  return startServer({ dataDir });
});

/** Sends a form without saying how long it is, as long as it is let; gives the status. */
function pour(url: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: "POST", headers: FORM }, (answer) => {
      resolve(answer.statusCode ?? 0);
      sending.destroy();
    });
    sending.on("error", reject);
    sending.write(Buffer.alloc(bytes, "x"));
  });
}

/** Writes these very lines to the server; gives the first line of its answer. */
function say(origin: string, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const line = connect(Number(new URL(origin).port), "localhost", () => line.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n`));
    line.on("data", (bytes) => (heard += bytes));
    line.on("close", () => resolve(heard.split("\r\n")[0] ?? ""));
    line.on("error", reject);
  });
}

test("requests that are no requests are refused in a word, and leave no trace in the log", async () => {
  const { origin, output } = oddServer();
  const { host } = new URL(origin);
  for (const lines of [["GET / HTTP/1.1", "Host: ["], ["GET / HTTP/1.1", "Host: a b"], ["GET http://altrove.example/ HTTP/1.1", `Host: ${host}`], ["GET //% HTTP/1.1", `Host: ${host}`], ["TRACE / HTTP/1.1", `Host: ${host}`]]) {
    expect([lines, await say(origin, lines)]).toEqual([lines, "HTTP/1.1 400 Bad Request"]);
  }
  expect((await fetch(origin)).status).toBe(200);
  expect(output()).not.toMatch(/Error/);
});

test("addresses that mean nothing show the page, never an error of the server", async () => {
  const { origin, output } = oddServer();
  const administrator = await signIn(origin, "admin@test.example", PASSWORD);
  const odd = ["1e309", "-1", "1.3", "99999999999999999999999", "NaN", "%00", "%FF", "%25", "'", "__proto__", "a:b", "x".repeat(2000)];
  const asked: Record<string, string[]> = {
    "/tavoli": ["livello", "area"], "/enti": ["testo", "tipo", "municipio", "tavolo", "pagina"], "/documenti": ["pagina", "cerca"],
    "/piano": ["cerca", "area"], "/procedimenti": ["tipo", "quando", "ente"], "/registro": ["atto", "oggetto", "prima"], "/api/v1/registro": ["prima", "limite"],
    "/api/v1/enti": ["pagina"], "/verifica": ["numero"], "/accesso": ["poi"], "/notifiche/posta": ["stato", "pagina"],
    "/tavoli/tavolo-disabilit-/documenti": ["pagina"], "/tavoli/tavolo-disabilit-/membri": ["il"], "/tavoli/tavolo-disabilit-/storia": ["prima"],
  };
  const broken: string[] = [];
  for (const [path, names] of Object.entries(asked))
    for (const name of names)
      for (const value of odd) {
        const answer = await fetch(`${origin}${path}?${name}=${value}`, { headers: { cookie: administrator }, redirect: "manual" });
        if (answer.status >= 500) broken.push(`${path}?${name}=${value.slice(0, 30)}`);
      }
  expect(broken).toEqual([]);
  // also of a neighbour on the same domain
  for (const cookie of ["esito=%", "altro=%E0%A4%A"]) expect([cookie, (await fetch(origin, { headers: { cookie } })).status]).toEqual([cookie, 200]);
  expect((await fetch(`${origin}/scrivania`, { headers: { cookie: `altro=%; ${administrator}` }, redirect: "manual" })).status).toBe(200);
  expect((await fetch(`${origin}/tavoli`, { method: "DELETE" })).status).toBe(405);
  expect(output()).not.toContain('"level":50');
});

test("a form larger than the site receives is refused before it fills the memory, said or unsaid how large it is", async () => {
  const { origin } = oddServer();
  const large = "x".repeat(5 * 1024 * 1024);
  const answer = await fetch(`${origin}/accesso`, { method: "POST", headers: FORM, body: `email=${large}` });
  expect(answer.status).toBe(413);
  expect(await answer.text()).toContain("supera 4 MB");
  expect(await pour(`${origin}/accesso`, 5 * 1024 * 1024)).toBe(413);
  expect((await fetch(`${origin}/accesso`, { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=x" }, body: "niente" })).status).toBe(422);
  expect((await fetch(origin)).status).toBe(200);
});

test("the choice of a language leads back to pages of ours only, whatever the browser says it came from", async () => {
  const { origin } = oddServer();
  const chosen = async (referer: string) => {
    const answer = await fetch(`${origin}/lingua`, { method: "POST", headers: { ...FORM, referer }, body: "lingua=en", redirect: "manual" });
    return [answer.status, answer.headers.get("location")];
  };
  expect(await chosen(`${origin}/tavoli?livello=policy`)).toEqual([302, "/tavoli?livello=policy"]);
  for (const referer of [`${origin}//altrove.example/x`, `${origin}/.//altrove.example`, "https://altrove.example/tavoli", "non un indirizzo"]) {
    expect([referer, ...(await chosen(referer))]).toEqual([referer, 302, "/"]);
  }
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { forFile, makeWorld, openBrowser, openPage, openTestDatabase, signIn, startServer, temporaryFolder } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";
const EMAIL = "referente@test.example";

/** A server whose city has one person of two bodies. */
async function cityWithOnePerson() {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir) });
  const person = await world.person("Referente", { email: EMAIL, passwordHash: await hashPassword(PASSWORD) });
  const lamps = await world.organisation("Quattro Lampioni");
  const health = await world.organisation("ATS di prova");
  await world.voice(lamps.id, { personId: person.id, label: "Delegata" });
  await world.voice(health.id, { personId: person.id, label: "Referente ATS" });
  return { world, person, ...(await startServer({ dataDir })) };
}

const city = forFile(cityWithOnePerson);

test("a person signs in at the second try, says for whom they speak, changes body and leaves", async () => {
  const { origin } = city();
  const page = await openPage(await openBrowser());
  await page.goto(`${origin}/accesso?poi=/`);
  await page.locator("#email").fill(EMAIL);
  await page.locator("#password").fill("sbagliata");
  await page.getByRole("button", { name: "Accedi" }).click();
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toContain("non sono giusti");
  expect(await page.locator("#email").inputValue()).toBe(EMAIL);
  await page.locator("#password").fill(PASSWORD);
  await page.getByRole("button", { name: "Accedi" }).click();
  await page.waitForURL("**/accesso/ente?*");
  expect(new URL(page.url()).pathname).toBe("/accesso/ente");
  await page.getByRole("button", { name: "Parla per ATS di prova" }).click();
  await page.locator(".speaking-choice summary", { hasText: "ATS di prova" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  await page.locator(".speaking-choice summary").click();
  await page.locator(".speaking-choice button", { hasText: "Quattro Lampioni" }).click();
  await page.locator(".speaking-choice summary", { hasText: "Quattro Lampioni" }).waitFor();
  await page.getByRole("button", { name: "Esci" }).click();
  await page.getByRole("status").getByText("Hai chiuso l'accesso").waitFor();
  expect(await page.context().cookies(origin)).not.toContainEqual(expect.objectContaining({ name: "sessione" }));
});

test("the door over HTTP: cookie out of reach of scripts, redirects only to pages of ours, no other site's form", async () => {
  const { origin } = city();
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(origin + path, { method: "POST", redirect: "manual", body: new URLSearchParams(fields), headers: { Origin: origin, ...headers } });

  const opened = await post("/accesso", { email: ` ${EMAIL.toUpperCase()} `, password: PASSWORD, poi: "https://altrove.example/" });
  expect(opened.status).toBe(302);
  expect(opened.headers.get("location")).toBe("/accesso/ente?poi=%2Fscrivania");
  const [cookie] = opened.headers.getSetCookie().filter((line) => line.startsWith("sessione="));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);

  const foreign = await post("/accesso", { email: EMAIL, password: PASSWORD }, { Origin: "https://altrove.example" });
  expect(foreign.status).toBe(403);
  expect(foreign.headers.getSetCookie()).toEqual([]);

  const fixed = await post("/accesso", { email: EMAIL, password: PASSWORD }, { Cookie: "sessione=scelta-da-altri" });
  expect(fixed.headers.getSetCookie().join()).not.toContain("scelta-da-altri");

  const session = await signIn(origin, EMAIL, PASSWORD);
  expect((await fetch(`${origin}/accesso/ente`, { headers: { Cookie: session }, redirect: "manual" })).status).toBe(200);
  const left = await post("/accesso/esci", {}, { Cookie: session });
  expect(left.status).toBe(302);
  const after = await fetch(`${origin}/accesso/ente`, { headers: { Cookie: session }, redirect: "manual" });
  expect(after.headers.get("location")).toBe("/accesso?poi=%2Faccesso%2Fente");
});

test("too many wrong passwords are answered with the time to wait, also after the server was started again", async () => {
  const { origin, dataDir, stop } = await cityWithOnePerson();
  const wrong = (where: string) => fetch(`${where}/accesso`, { method: "POST", redirect: "manual", body: new URLSearchParams({ email: EMAIL, password: "no" }) });
  for (let n = 0; n < 5; n++) expect((await wrong(origin)).status).toBe(422);
  await stop("SIGKILL");
  const again = await startServer({ dataDir });
  const refusal = await wrong(again.origin);
  expect(refusal.status).toBe(429);
  expect(Number(refusal.headers.get("retry-after"))).toBeGreaterThan(600);
  expect(await refusal.text()).toMatch(/Riprova tra 1[45] minuti/);
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hashPassword } from "~/identity/index.server";
import { forFile, makeWorld, openBrowser, openPage, openTestDatabase, signInPage, startServer, temporaryFolder } from "~tests/harness";

const PASSWORD = "una frase lunga e segreta";
const NEW = "tutta un'altra frase";

const city = forFile(async () => {
  const dataDir = temporaryFolder();
  const world = await makeWorld({ db: await openTestDatabase(dataDir) });
  const passwordHash = await hashPassword(PASSWORD);
  const person = await world.person("Presidente", { email: "presidente@test.example", passwordHash });
  await world.person("Amministratore", { email: "admin@test.example", passwordHash, administrator: true });
  const lamps = await world.organisation("Quattro Lampioni");
  await world.voice(lamps.id, { personId: person.id, label: "Presidente", capacity: "legal_representative", powers: ["read", "write", "speak", "submit", "manage_members"] });
  return startServer({ dataDir });
});

/** Keeps a picture when SCREENSHOTS names a folder. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${page.viewportSize()?.width}.png`, fullPage: true });
}

/** The link in the newest letter with a subject, as the administrator reads it in the outbox. */
async function linkInOutbox(page: Page, origin: string, subject: string): Promise<string> {
  await page.goto(`${origin}/notifiche/posta`);
  await page.getByRole("link", { name: subject }).first().click();
  await page.locator(".letter-body").waitFor();
  await shoot(page, "letter");
  const link = /https?:\S+\/accesso\/\S+/.exec((await page.locator(".letter-body").textContent()) ?? "")?.[0];
  if (!link) throw new Error(`No link in the letter "${subject}"`);
  return link;
}

test("every page of the account reads well on a desk and on a phone", async () => {
  const { origin } = city();
  const browser = await openBrowser();
  for (const width of [1280, 390]) {
    const page = await openPage(browser, { viewport: { width, height: 900 } });
    const look = async (name: string, path: string) => {
      await page.goto(origin + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} fits ${width}px`).toBeLessThanOrEqual(width);
      expect(await page.locator("h1").count()).toBe(1);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html]), `${name} for those who cannot see it`).toEqual([]);
      await shoot(page, name);
    };
    await look("sign-in", "/accesso");
    await look("reset", "/accesso/password");
    await signInPage(page, origin, "presidente@test.example", PASSWORD);
    await look("profile", "/accesso/profilo");
    await look("email", "/accesso/email");
    await look("body", "/accesso/ente");
    await look("people", "/enti/quattro-lampioni/persone");
    await page.context().clearCookies();
    await signInPage(page, origin, "admin@test.example", PASSWORD);
    await look("outbox", "/notifiche/posta");
  }
});

test("without a mail server: a new password and an invitation go through the outbox of the administrator", async () => {
  const { origin } = city();
  const browser = await openBrowser();
  const [admin, person, guest] = [await openPage(browser), await openPage(browser), await openPage(browser, { javaScriptEnabled: false })];
  await signInPage(admin, `${origin}`, "admin@test.example", PASSWORD);

  await person.goto(`${origin}/accesso`);
  await person.getByRole("link", { name: "Hai dimenticato la password?" }).click();
  await person.waitForURL("**/accesso/password");
  await person.getByLabel("Indirizzo e-mail").fill("presidente@test.example");
  await person.getByRole("button", { name: "Mandami il collegamento" }).click();
  await person.getByRole("status").getByText("sta arrivando").waitFor();
  await person.goto(await linkInOutbox(admin, origin, "Scegli una nuova password"));
  await person.getByLabel("Nuova password").fill("corta");
  await person.getByRole("button", { name: "Cambia la password" }).click();
  await person.getByRole("alert").waitFor();
  await person.getByLabel("Nuova password").fill(NEW);
  await person.getByRole("button", { name: "Cambia la password" }).click();
  await person.getByRole("status").getByText("La password è cambiata").waitFor();
  await signInPage(person, origin, "presidente@test.example", NEW);

  await person.goto(`${origin}/accesso/profilo`);
  await person.getByRole("link", { name: "Persone dell'ente" }).click();
  await person.waitForURL("**/enti/*/persone");
  await person.getByLabel("Indirizzo e-mail").fill("invitata@test.example");
  await person.getByLabel("Ruolo").fill("Referente disabilità");
  await person.getByRole("button", { name: "Invita", exact: true }).click();
  await person.getByRole("status").getByText("L'invito è partito").waitFor();
  await person.getByText("invitata@test.example").waitFor();
  await shoot(person, "people-pending");

  await guest.goto(await linkInOutbox(admin, origin, "Invito a parlare per Quattro Lampioni"));
  await shoot(guest, "invitation");
  await guest.getByLabel("Come vuoi comparire").fill("Referente disabilità");
  await guest.getByLabel("Password").fill(NEW);
  await guest.getByRole("button", { name: "Accetta e accedi" }).click();
  await guest.goto(`${origin}/accesso/profilo`);
  expect(await guest.locator("main").textContent()).toContain("Quattro Lampioni");
  await guest.getByRole("button", { name: "Esci da tutti i dispositivi" }).click();
  await guest.getByRole("status").getByText("su tutti i dispositivi").waitFor();
});

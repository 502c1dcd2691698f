// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run pictures`: takes the README's pictures from the demonstration city, in a real browser, into public/schermate.
 * Needs a build. The city is made anew in a temporary folder.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserFlags } from "~tests/harness/browser-flags";
import { waitFor } from "~tests/harness/wait-for";

const port = 3999;
const origin = `http://localhost:${port}`;
const folder = join("public", "schermate");
const dataDir = mkdtempSync(join(tmpdir(), "concerto-pictures-"));

async function enter(browser: Browser, email: string | null): Promise<Page> {
  const context = await browser.newContext({ locale: "it-IT", viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  if (email) {
    await page.goto(`${origin}/accesso`);
    await page.fill("[name=email]", email);
    await page.fill("[name=password]", "dimostrazione-2026");
    await Promise.all([page.waitForURL((url) => url.pathname !== "/accesso"), page.click("main form button[type=submit]")]);
  }
  return page;
}

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(origin + path);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Two people of two bodies write in one document; the picture is what a third one sees. */
async function takeEditor(browser: Browser): Promise<void> {
  const viewer = await enter(browser, "p08@demo.example");
  await viewer.goto(`${origin}/tavoli/alzheimer/documenti`);
  await viewer.locator("main a[href^='/documenti/']").first().click();
  await viewer.waitForURL(/\/documenti\//);
  const writing = { "p01@demo.example": " Lo teniamo aggiornato noi.", "e16@demo.example": " Lo proponiamo per tutte le zone." };
  for (const [paragraph, [email, words]] of Object.entries(writing).entries()) {
    const page = await enter(browser, email);
    await page.goto(viewer.url());
    await page.locator(".ProseMirror[contenteditable=true]").waitFor();
    await page.locator(".ProseMirror p").nth(paragraph + 1).click();
    await page.keyboard.press("End");
    await page.keyboard.type(words, { delay: 20 });
    await waitFor("the words of the others", () => viewer.getByText(words.trim()).isVisible());
  }
  await viewer.locator(".ProseMirror").scrollIntoViewIfNeeded();
  await viewer.screenshot({ path: join(folder, "editor.png") });
}

const server = spawn(process.execPath, ["--import", "tsx", "db/demo/run.ts"], {
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  stdio: ["ignore", "inherit", "inherit"],
});
try {
  mkdirSync(folder, { recursive: true });
  await waitFor("the demonstration city", () => fetch(`${origin}/readyz`).then((answer) => answer.ok, () => false), 120_000);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? (await sparticuz.executablePath()), args: browserFlags });
  const visitor = await enter(browser, null);
  await take(visitor, "/", "home");
  await take(visitor, "/piano", "piano");
  await take(await enter(browser, "e16@demo.example"), "/tavoli/alzheimer", "tavolo");
  await takeEditor(browser);
  await browser.close();
} finally {
  server.kill("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
}

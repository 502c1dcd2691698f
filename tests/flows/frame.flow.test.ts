// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { openBrowser, openPage, startServer } from "~tests/harness";

test("the first page opens for anybody, in Italian, and in English on request", async () => {
  const { origin } = await startServer();
  const page = await openPage(await openBrowser());
  await page.goto(origin);
  expect(await page.locator("html").getAttribute("lang")).toBe("it");
  await page.getByRole("button", { name: "English" }).click();
  await page.waitForSelector('html[lang="en"]');
  await page.getByRole("button", { name: "Italiano" }).click();
  await page.waitForSelector('html[lang="it"]');
});

// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, inject, onTestFinished } from "vitest";
import { atTheEnd } from "./ends";

/**
 * React 18 reports "root did not complete" when a click reaches a page that is still waking up on a slow machine. The
 * page works: the browser sends the form by itself.
 */
const CLICKED_WHILE_WAKING = "Minified React error #345";

/** A real Chromium, with nothing open that another test opened; what is opened in it closes with the test. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject("chromium"));
  atTheEnd(() => browser.close());
  return browser;
}

/** A person at a browser of their own: a fresh page with its own cookies. Errors of the page's scripts fail the test. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "it-IT", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  onTestFinished(() => expect(errors.filter((message) => !message.includes(CLICKED_WHILE_WAKING)), "the page's scripts failed").toEqual([]));
  return page;
}

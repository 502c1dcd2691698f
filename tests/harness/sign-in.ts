// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Page } from "playwright-core";

/** Signs in over HTTP and gives the Cookie header of the session. Fails when the server refuses. */
export async function signIn(origin: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${origin}/accesso`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ email, password }),
  });
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith("sessione="));
  const value = cookie?.split(";")[0];
  if (answer.status !== 302 || !value || value === "sessione=") throw new Error(`Signing in as ${email} answered ${answer.status}`);
  return value;
}

/** Signs in by hand in a browser, and waits until the sign-in page is left. */
export async function signInPage(page: Page, origin: string, email: string, password: string): Promise<void> {
  await page.goto(`${origin}/accesso`);
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(password);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/accesso");
}

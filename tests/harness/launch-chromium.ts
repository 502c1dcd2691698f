// SPDX-License-Identifier: AGPL-3.0-or-later
import unpacked from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { browserFlags } from "./browser-flags";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the running browser listens. */
    chromium: string;
  }
}

/** Unpacks the browser and starts it once for all flows: each test has its own windows in it. CHROMIUM names an installed one. */
export default async function launch(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env.CHROMIUM ?? (await unpacked.executablePath());
  const server = await chromium.launchServer({ executablePath, args: browserFlags });
  project.provide("chromium", server.wsEndpoint());
  return () => server.close();
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import chromium from "@sparticuz/chromium";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: string;
  }
}

/** Unpacks the browser once before the flows, so that parallel files do not race for it. CHROMIUM names an installed one. */
export default async function unpack(project: TestProject): Promise<void> {
  project.provide("chromium", process.env.CHROMIUM ?? (await chromium.executablePath()));
}

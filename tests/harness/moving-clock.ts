// SPDX-License-Identifier: AGPL-3.0-or-later
import { join } from "node:path";
import type { RunningServer } from "./server";
import { waitFor } from "./wait-for";

/** The environment of a server that lives through these instants, one after the other. */
export function movingClock(instants: readonly Date[]): Record<string, string> {
  return { CLOCK: instants.map((instant) => instant.toISOString()).join(","), NODE_OPTIONS: `--import ${join(import.meta.dirname, "clock-preload.mjs")}` };
}

/** Lets the time of such a server pass until the next of its instants. */
export async function timePasses(server: Pick<RunningServer, "process" | "output">, to: Date): Promise<void> {
  server.process.kill("SIGUSR2");
  await waitFor(`the server to reach ${to.toISOString()}`, async () => server.output().includes(`the clock is at ${to.toISOString()}`));
}

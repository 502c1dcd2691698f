// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as pause } from "node:timers/promises";

/** Waits until `probe` gives something truthy and returns it; fails with `what` after `withinMs`. */
export async function waitFor<T>(what: string, probe: () => T | Promise<T>, withinMs = 40_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await probe();
    if (found) return found as NonNullable<T>;
    if (Date.now() > deadline) throw new Error(`Waited in vain for: ${what}`);
    await pause(25);
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { statfsSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Figures } from "~/web/health";
import type { Hub } from "~realtime/index.server";

/** Watches the process and the disk; answers how to read the figures, and how to stop. */
export function openHealth(hub: Pick<Hub, "stats">, dataDir: string): { read(): Figures; stop(): void } {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    read() {
      const { lastingMs, frozenRooms, connections, rooms, commits, commitFailures, refused } = hub.stats();
      const delayMs = Math.round(delay.percentile(99) / 1e6);
      return { waitingMs: Math.round(lastingMs), notStoring: frozenRooms, diskFree: freeShare(dataDir), delayMs, people: connections, openTexts: rooms, commits, commitFailures, refused };
    },
    stop: () => delay.disable(),
  };
}

function freeShare(folder: string): number | null {
  try {
    const { bavail, blocks } = statfsSync(folder);
    return blocks > 0 ? bavail / blocks : null;
  } catch {
    return null;
  }
}

/** The same as Prometheus text. */
export function healthMetrics({ diskFree, delayMs }: Figures): string {
  return `concerto_event_loop_delay_p99_milliseconds ${delayMs}\n${diskFree === null ? "" : `concerto_disk_free_ratio ${diskFree.toFixed(4)}\n`}`;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import pino, { type Logger } from "pino";

export type { Logger };

/** One JSON line per event on standard output. Never personal data: ids, counts and reasons only. */
export function openLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

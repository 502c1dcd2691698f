// SPDX-License-Identifier: AGPL-3.0-or-later
import { DrizzleQueryError } from "drizzle-orm";
import pino, { type DestinationStream, type Logger, stdSerializers } from "pino";

export type { Logger };

/** One JSON line per event, on standard output unless told otherwise. Never personal data: ids, counts and reasons only. */
export function openLog(level: string, to: DestinationStream = pino.destination(1)): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutValues } }, to);
}

/** A statement that failed carries the values it was given, which are what people wrote: they are left out. */
function withoutValues(failure: unknown): unknown {
  if (!(failure instanceof DrizzleQueryError)) return failure instanceof Error ? stdSerializers.err(failure) : failure;
  const { query, cause, stack = "" } = failure;
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return { type: failure.name, message: cause?.message ?? "", query, stack: frames.join("\n") };
}

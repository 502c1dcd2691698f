// SPDX-License-Identifier: AGPL-3.0-or-later
/** The thread that writes the log. One job at a time, in the order they came; in quiet moments it checkpoints. */
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { Turns } from "../db/turns";
import { type LogJobs, type LogReply, type LogRequest, type LogStart, unpackRows } from "./log-jobs";
import { LogWriter } from "./log-writer";
import { NotTaken } from "./ports";

/** Milliseconds without work that count as a quiet moment. */
const QUIET_MS = 500;
/** A write-ahead log that once grew larger is cut back to this when it starts over. */
const MAX_WAL_BYTES = 64 * 1024 * 1024;

const { path, turns, sealed, patience } = workerData as LogStart;
const writer = new LogWriter({ open, turns: new Turns(turns, "log"), sealed, patience });
let quiet: NodeJS.Timeout | undefined;

function open(): Sqlite.Database {
  const connection = new Sqlite(path, { fileMustExist: true, timeout: patience });
  connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("wal_autocheckpoint = 0");
  connection.pragma(`journal_size_limit = ${MAX_WAL_BYTES}`);
  return connection;
}

function work(request: LogRequest): LogJobs[LogRequest["job"]]["answers"] {
  switch (request.job) {
    case "append":
      return writer.append(unpackRows(request.asks.rows), request.asks.perhapsStored);
    case "quarantine":
      writer.quarantine(request.asks);
      return null;
    case "compact":
      return writer.compact(request.asks);
    case "setAside":
      writer.setAside(request.asks);
      return null;
    case "close":
      writer.close();
      return null;
  }
}

function reply(request: LogRequest): LogReply {
  try {
    return { ok: true, answer: work(request) };
  } catch (failure) {
    const { message, code } = failure as Error & { code?: string };
    return { ok: false, message, code, refusal: failure instanceof NotTaken ? failure.reason : undefined };
  }
}

function checkpoint(): void {
  try {
    writer.checkpoint();
  } catch {
    // the next one, or the next write, will meet the same trouble and say so
  }
}

parentPort?.on("message", (request: LogRequest) => {
  parentPort?.postMessage(reply(request));
  if (request.job === "close") return process.exit();
  if (writer.isLong) checkpoint();
  if (quiet) quiet.refresh();
  else quiet = setTimeout(checkpoint, QUIET_MS);
});

// what a crash has left behind
checkpoint();

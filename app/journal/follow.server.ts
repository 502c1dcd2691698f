// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, desc, gt } from "drizzle-orm";
import { type Database, one } from "~db/client.server";
import { journalEntries } from "~db/journal/schema";
import type { JournalEntry } from "./list-entries.server";

/** Acts written by another process (the command line) are noticed within this time. */
const LOOK_EVERY_MS = 5_000;
const PAGE = 200;

/**
 * Calls `handle` with each act in order, once, soon after it is committed; acts from before the start are not handed.
 * A handler that throws is told to `onError` and does not stop the following.
 */
export async function followJournal(
  db: Database,
  handle: (entry: JournalEntry) => Promise<void> | void,
  onError: (failure: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const last = one(await db.read.select({ seq: journalEntries.seq }).from(journalEntries).orderBy(desc(journalEntries.seq)).limit(1));
  let seen = last?.seq ?? 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;

  async function catchUp(): Promise<void> {
    do {
      again = false;
      for (;;) {
        const page = await db.read.select().from(journalEntries).where(gt(journalEntries.seq, seen)).orderBy(asc(journalEntries.seq)).limit(PAGE);
        for (const entry of page) {
          seen = entry.seq;
          await Promise.resolve(handle(entry)).catch(onError);
        }
        if (page.length < PAGE) break;
      }
    } while (again && !stopped);
  }
  const look = () => {
    if (stopped) return;
    again = true;
    running ??= Promise.resolve()
      // never inside the transaction's own scope
      .then(catchUp)
      .catch(onError)
      .finally(() => {
        running = null;
        if (again && !stopped) look();
      });
  };
  const unsubscribe = db.onCommit(look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
      await running;
    },
  };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Database } from "~db/client.server";
import { noteSuggestions } from "./note-suggestions.server";

/** Between two looks at the texts that grew: soon enough for who waits beside them, rare enough for large ones. */
const LOOK_EVERY_MS = 5_000;

type Needs = {
  clock: () => Date;
  /** Documents somebody has open, with the number of their last stored update. */
  openNow: () => { documentId: string; headSeq: number }[];
  onError: (failure: unknown) => void;
};

/** Notes the suggestions in open texts as they come, until stopped; pages note them anyway when they are asked for. */
export function startNotingSuggestions(db: Database, { clock, openNow, onError }: Needs): { stop(): Promise<void> } {
  const noted = new Map<string, number>();
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  async function look(): Promise<void> {
    for (const { documentId, headSeq } of openNow()) {
      if (noted.get(documentId) === headSeq) continue;
      await noteSuggestions({ db, now: clock() }, documentId);
      noted.set(documentId, headSeq);
    }
  }
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = look()
      .catch(onError)
      .finally(() => (busy = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

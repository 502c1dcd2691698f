// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Store } from "~realtime/index.server";

/** What a disk can do to a commit: nothing, refuse it, or store it and lose the answer. */
export type DiskMood = "sound" | "full" | "busy" | "forgetful" | "gone";

const FAILURES = { full: "SQLITE_FULL", busy: "SQLITE_BUSY", forgetful: "SQLITE_IOERR_FSYNC", gone: "SQLITE_CANTOPEN" } as const;

/** A store over a disk with moods. */
export function moodyStore(store: Store): Store & { mood: DiskMood } {
  const moody = {
    ...store,
    mood: "sound" as DiskMood,
    async append(batch: Parameters<Store["append"]>[0]) {
      const { mood } = moody;
      if (mood === "sound") return store.append(batch);
      if (mood === "forgetful") await store.append(batch);
      throw Object.assign(new Error(`the disk is ${mood}`), { code: FAILURES[mood] });
    },
    async compact(...args: Parameters<Store["compact"]>) {
      if (moody.mood === "gone") throw new Error("the disk is gone");
      return store.compact(...args);
    },
    async quarantine(refused: Parameters<Store["quarantine"]>[0]) {
      if (moody.mood === "gone") throw new Error("the disk is gone");
      return store.quarantine(refused);
    },
  };
  return moody;
}

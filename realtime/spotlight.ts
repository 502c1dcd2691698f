// SPDX-License-Identifier: AGPL-3.0-or-later
/** Up to so many people are shown one by one; in a crowd only those who edited last are, and the others are counted. */
export const CROWD = 200;
export const SHOWN_IN_CROWD = 50;

/** Who is in sight stays there this much longer, so that two who write in turns do not push each other out and back. */
const STAYS_MS = 5000;

/** Chooses who is in sight. `editedAt` is when somebody's caret last moved, in milliseconds of any one clock. */
export class Spotlight {
  /** Null while everybody is. */
  private shown: Set<number> | null = null;

  hides(client: number): boolean {
    return this.shown !== null && !this.shown.has(client);
  }

  /** Looks again at who is there; answers who came into sight and who went out of it, people who left included. */
  turn(present: ReadonlyMap<number, { editedAt: number }>): { entering: number[]; leaving: number[] } {
    const before = this.shown;
    if (before === null && present.size <= CROWD) return { entering: [], leaving: [] };
    const now = present.size <= CROWD ? null : this.latest(present);
    this.shown = now;
    const all = [...present.keys()];
    return {
      entering: before === null ? [] : all.filter((client) => !before.has(client) && (now === null || now.has(client))),
      leaving: now === null ? [] : [...(before ?? all)].filter((client) => !now.has(client)),
    };
  }

  private latest(present: ReadonlyMap<number, { editedAt: number }>): Set<number> {
    const score = (client: number, editedAt: number) => editedAt + (this.shown?.has(client) ? STAYS_MS : 0);
    const ranked = [...present].map(([client, { editedAt }]) => ({ client, score: score(client, editedAt) }));
    ranked.sort((a, b) => b.score - a.score);
    return new Set(ranked.slice(0, SHOWN_IN_CROWD).map(({ client }) => client));
  }
}

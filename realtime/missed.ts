// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a slow reader was not told. Nothing is kept for it: only from where on it lacks each writer's text, and whose presence
 * changed; so it costs the same however long it lasts.
 */
export class Missed {
  private starts: Map<number, number> | null = null;
  private people = new Set<number>();
  private question: Map<number, number> | null = null;

  /** An update was not sent; `starts` says where it begins in each writer's count. */
  noteText(starts: ReadonlyMap<number, number>): void {
    this.starts ??= new Map();
    for (const [client, clock] of starts) {
      this.starts.set(client, Math.min(clock, this.starts.get(client) ?? clock));
    }
  }

  notePeople(clients: Iterable<number>): void {
    for (const client of clients) this.people.add(client);
  }

  /** It asked for what it lacks; the first question stands for the later ones. */
  noteQuestion(vector: Map<number, number>): void {
    this.question ??= vector;
  }

  /** Client numbers whose presence it must hear again, and how much of the text it has; null when it lacks none. */
  take(known: ReadonlyMap<number, number>): { people: Set<number>; vector: Map<number, number> | null } {
    const { people, question, starts } = this;
    this.people = new Set();
    this.question = null;
    this.starts = null;
    // what nobody wrote to meanwhile it was sent, or will be when it is stored
    return { people, vector: question ?? (starts && new Map([...known, ...starts])) };
  }
}

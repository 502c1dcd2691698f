// SPDX-License-Identifier: AGPL-3.0-or-later
/** People who remember what they were promised: what was acknowledged to them, and what of others they have seen. */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { enter, type Person } from "./jobs/person";
import type { Contender } from "./contenders";
import { keystrokes, scanMarks } from "./texts";

export type Witness = {
  sent: number[];
  acknowledged: Set<number>;
  seen: Set<number>;
  /** Sends the next keystroke. */
  type(): void;
  leave(): Promise<void>;
};

const KEYSTROKES = 1000;

/** Opens the document as the `index`-th person in it. */
export async function witness({ dialect }: Contender, port: number, document: string, index: number): Promise<Witness> {
  const strokes = keystrokes(1000 + index, KEYSTROKES, index * KEYSTROKES);
  const sent: number[] = [];
  const acknowledged = new Set<number>();
  const seen = new Set<number>();
  /** What the next acknowledgements without a number will answer; null is no keystroke. */
  const unanswered: (number | null)[] = [];
  const person: Person = await enter(
    { dialect, port },
    document,
    `${document}-${index}`,
    ({ kind, bytes, number }) => {
      if (kind === "ack" && number !== undefined) for (const mark of sent.slice(0, number)) acknowledged.add(mark);
      else if (kind === "ack") {
        const mark = unanswered.shift();
        if (typeof mark === "number") acknowledged.add(mark);
      } else if (bytes) {
        scanMarks(bytes as Buffer, (mark) => {
          if (Math.floor(mark / KEYSTROKES) !== index) seen.add(mark);
        });
      }
    },
    () => unanswered.push(null),
  );
  person.socket.on("error", () => {});
  return {
    sent,
    acknowledged,
    seen,
    type() {
      const update = strokes[sent.length];
      if (!update || person.socket.readyState !== person.socket.OPEN) return;
      const mark = index * KEYSTROKES + sent.length;
      sent.push(mark);
      unanswered.push(mark);
      person.send(update);
      if (person.dialect.barrier) person.socket.send(person.dialect.barrier(sent.length));
    },
    async leave() {
      if (person.socket.readyState === person.socket.CLOSED) return;
      person.socket.close();
      await Promise.race([once(person.socket, "close"), pause(2000)]);
      person.socket.terminate();
    },
  };
}

/** The marks that a stranger finds in the document now. Asks again until two answers in a row are the same. */
export async function marksIn({ dialect }: Contender, port: number, document: string): Promise<Set<number>> {
  for (let before = -1, i = 0; ; i++) {
    const found = new Set<number>();
    const stranger = await enter({ dialect, port }, document, "estraneo", ({ bytes }) => {
      if (bytes) scanMarks(bytes as Buffer, (mark) => found.add(mark));
    });
    // a server that loads only after it has answered gets the time to do so
    for (let calm = 0, last = 0; calm < (found.size === 0 ? 20 : 5); calm = found.size === last ? calm + 1 : 0) {
      last = found.size;
      await pause(50);
    }
    stranger.socket.terminate();
    if (found.size === before || i === 3) return found;
    before = found.size;
  }
}

export const without = (promised: Iterable<number>, found: Set<number>) => [...promised].filter((mark) => !found.has(mark));

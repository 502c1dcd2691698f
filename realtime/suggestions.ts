// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * People who may only suggest. Their editor marks what it inserts and deletes as suggestions, but an editor can be made to
 * do anything, so what they send waits a moment and is judged as a whole: is the accepted text still the same, and is every
 * new suggestion in their own name? Only then does it go the way of every update.
 */
import type { Connection } from "./connection";
import type { DocumentWorker } from "./document-worker.server";
import { refuse, type Surroundings, turnDown } from "./inbound";
import { inspect } from "./inspect";
import { Close } from "./protocol";
import type { Room } from "./room";
import { mergeInTree } from "./state";

type Collected = { room: Room; updates: Uint8Array[]; timer: NodeJS.Timeout | undefined; judging: boolean };

type Needs = {
  worker: Pick<DocumentWorker, "ask">;
  /** Milliseconds in which keystrokes are gathered. */
  gather: number;
  track(work: Promise<unknown>): void;
  /** Whether a gathered update may be judged now; when not, it has been answered in another way. */
  mayJudge(room: Room, from: Connection, update: Uint8Array, updates: number): boolean;
  /** It is a suggestion: it goes on like any other update. */
  accept(room: Room, from: Connection, update: Uint8Array, updates: number): void;
  /** It changes the text itself. */
  refuse(room: Room, from: Connection, update: Uint8Array): void;
  /** Nobody could judge it: the sender is asked to try again. */
  giveUp(from: Connection, failure: unknown): void;
};

export class Suggestions {
  private readonly waiting = new Map<Connection, Collected>();

  constructor(private readonly needs: Needs) {}

  /** Takes an update of good form; its author's barriers wait for the judgement. */
  take(room: Room, from: Connection, update: Uint8Array): void {
    from.countAccepted();
    const collected = this.waiting.get(from) ?? { room, updates: [], timer: undefined, judging: false };
    this.waiting.set(from, collected);
    collected.updates.push(update.slice());
    this.schedule(from, collected);
  }

  /** What was not judged is not acknowledged either: it comes again. */
  dispose(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private schedule(from: Connection, collected: Collected): void {
    if (collected.judging || collected.timer) return;
    collected.timer = setTimeout(() => {
      collected.timer = undefined;
      this.needs.track(this.judge(from, collected));
    }, this.needs.gather);
  }

  private async judge(from: Connection, collected: Collected): Promise<void> {
    const { worker, mayJudge, accept, refuse, giveUp } = this.needs;
    const { room } = collected;
    collected.judging = true;
    const updates = collected.updates.splice(0);
    const update = mergeInTree(updates);
    try {
      await room.stirred();
      if (mayJudge(room, from, update, updates.length)) {
        const { personId, organisationId } = from.who;
        const before = await room.parts();
        const asks = { before, update, who: { personId, organisationId } };
        const fine = await worker.ask("isSuggestion", asks).catch(() => worker.ask("isSuggestion", asks));
        await room.stirred();
        if (fine) accept(room, from, update, updates.length);
        else refuse(room, from, update);
      }
    } catch (failure) {
      giveUp(from, failure);
    }
    collected.judging = false;
    if (collected.updates.length > 0) this.schedule(from, collected);
    else this.waiting.delete(from);
  }
}

/** What becomes of gathered updates, in terms of everything that happens to updates. */
export function judgementOfSuggestions(to: Surroundings): Pick<Needs, "mayJudge" | "accept" | "refuse"> {
  const judge = (room: Room, from: Connection, update: Uint8Array) =>
    room.known.judge(update, inspect(update, to.roots), from.owner);
  const mayJudge: Needs["mayJudge"] = (room, from, update, updates) => {
    // who comes back to the new room sends it again
    if (room.closed) return false;
    const { kind } = judge(room, from, update);
    if (kind === "new" && !from.writeRefusal) return true;
    if (kind === "nothing-new") {
      room.repeats.wait(from, updates);
      return false;
    }
    from.countCommitted(updates);
    if (from.writeRefusal) refuse(to, room, from, from.writeRefusal, update);
    else if (kind !== "new") turnDown(to, room, from, kind, update, false);
    return false;
  };
  return {
    mayJudge,
    accept(room, from, update, updates) {
      if (!mayJudge(room, from, update, updates)) return;
      const verdict = judge(room, from, update);
      if (verdict.kind === "new") room.accept(from, verdict, to.clock(), updates);
    },
    refuse(room, from, update) {
      refuse(to, room, from, "not-a-suggestion", update);
      to.close(from, Close.staleEpoch, "reload the document");
    },
  };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { inspect, MalformedUpdate } from "./inspect";
import type { Owner, Who } from "./ports";
import { NotTaken, ownerKey } from "./ports";
import type { Refusal } from "./protocol";
import type { Rooms } from "./rooms";

/** An edit that the server itself makes in somebody's name, on its way to the disk like anybody's. */
export class Submission {
  /** In the log, where a connection's number would be. */
  readonly id = "server";
  readonly owner: string;
  readonly done: Promise<{ seq: number }>;
  private stored!: (result: { seq: number }) => void;
  private refused!: (reason: NotTaken) => void;

  constructor(readonly who: Owner & Pick<Who, "sessionId">) {
    this.owner = ownerKey(who);
    this.done = new Promise((stored, refused) => {
      this.stored = stored;
      this.refused = refused;
    });
  }

  countCommitted(_updates: number, seq: number): void {
    this.stored({ seq });
  }

  refuse(reason: Refusal): void {
    this.refused(new NotTaken(reason));
  }
}

type Needs = { rooms: Rooms; roots: ReadonlySet<string>; clock: () => Date };

/** Sends an update of the server's own making the way of all updates. Throws `NotTaken`. */
export async function submit(
  { rooms, roots, clock }: Needs,
  documentId: string,
  who: Submission["who"],
  update: Uint8Array,
): Promise<{ seq: number }> {
  const room = await rooms.open(documentId);
  if (!room) throw new NotTaken("missing");
  if (room.isStill) throw new NotTaken("sealed");
  if (room.frozen) throw new NotTaken("not-saved");
  const submission = new Submission(who);
  const verdict = room.known.judge(update, inspected(update, roots), submission.owner);
  if (verdict.kind === "nothing-new") return (await room.settle()) ? { seq: room.headSeq } : Promise.reject(new NotTaken("not-saved"));
  if (verdict.kind === "foreign") throw new NotTaken("foreign-author");
  if (verdict.kind !== "new") throw new NotTaken(verdict.kind === "incomplete" ? "incomplete" : "malformed");
  room.accept(submission, verdict, clock());
  return submission.done;
}

function inspected(update: Uint8Array, roots: ReadonlySet<string>) {
  try {
    return inspect(update, roots);
  } catch (failure) {
    if (failure instanceof MalformedUpdate) throw new NotTaken("malformed");
    throw failure;
  }
}

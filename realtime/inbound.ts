// SPDX-License-Identifier: AGPL-3.0-or-later
/** What happens to a frame that a client sent: each message kind has one way, and nothing is dropped in silence. */
import type { Connection } from "./connection";
import { inspect, type Inspected, MalformedUpdate } from "./inspect";
import type { Verdict } from "./known";
import type { LimitSettings } from "./limits.server";
import type { Metrics } from "./metrics";
import type { RefusedUpdate } from "./ports";
import { Close, MalformedMessage, readMessage, readVector, type Refusal } from "./protocol";
import { writePresence, writeVector, type PresenceEntry } from "./protocol";
import type { Room } from "./room";

const MAX_STRIKES = 3;
const MAX_VECTOR_CLIENTS = 100_000;

export type Surroundings = {
  roots: ReadonlySet<string>;
  limits: LimitSettings;
  metrics: Metrics;
  clock: () => Date;
  /** Keeps what was refused; does not throw. */
  quarantine(refused: RefusedUpdate): void;
  close(connection: Connection, code: number, reason: string): void;
  track(work: Promise<unknown>): void;
  /** The document could not be read again. */
  cannotAnswer(connection: Connection, failure: unknown): void;
  /** Takes an update of somebody who may only suggest. */
  suggest(room: Room, from: Connection, update: Uint8Array): void;
};

/** Takes one frame; answers its kind, for accounting. */
export function receive(to: Surroundings, room: Room, from: Connection, frame: Uint8Array): string {
  from.lastHeardAt = performance.now();
  try {
    const message = readMessage(frame);
    to.metrics.countMessage(message.type, frame.length);
    switch (message.type) {
      case "vector":
        answer(to, room, from, readVector(message.vector, MAX_VECTOR_CLIENTS));
        break;
      case "update":
        takeUpdate(to, room, from, message.update, false);
        break;
      case "answer":
        takeUpdate(to, room, from, message.update, true);
        // what lacked its ground is judged once more: the answer brought the ground, or nothing will
        for (const groundless of from.takeGroundless()) takeUpdate(to, room, from, groundless, true);
        from.countAnswer();
        break;
      case "presence":
        takePresence(to, room, from, message.entries);
        break;
      case "presence?":
        from.send(writePresence(room.presence.entriesFor(from)));
        break;
      case "barrier":
        from.askBarrier(message.number);
        break;
      default:
        throw new MalformedMessage("only the server sends this");
    }
    return message.type;
  } catch (failure) {
    if (!(failure instanceof MalformedMessage)) throw failure;
    to.metrics.countMessage("malformed", frame.length);
    refuse(to, room, from, "malformed", frame);
    strike(to, from, "malformed");
    return "malformed";
  }
}

function answer(to: Surroundings, room: Room, from: Connection, vector: Map<number, number>): void {
  const answered = room.answer(from, vector);
  if (answered) to.track(answered.catch((failure: unknown) => to.cannotAnswer(from, failure)));
}

function takeUpdate(to: Surroundings, room: Room, from: Connection, update: Uint8Array, isAnswer: boolean): void {
  let inspected: Inspected;
  try {
    inspected = inspect(update, to.roots);
  } catch (failure) {
    if (!(failure instanceof MalformedUpdate)) throw failure;
    refuse(to, room, from, "malformed", update);
    return strike(to, from, "malformed");
  }
  const verdict = judge(to, room, from, update, inspected, isAnswer);
  // a reader who answers our question with what we know already does nothing wrong
  if (verdict.kind === "nothing-new") {
    if (inspected.structs.size + inspected.deletes.size === 0) return;
    from.countAccepted();
    return room.repeats.wait(from, 1);
  }
  if (from.writeRefusal) return refuseWriting(to, room, from, from.writeRefusal, update);
  // what seems to lack its ground may build on a suggestion that waits to be judged
  if (from.suggests && (verdict.kind === "new" || (verdict.kind === "incomplete" && !isAnswer))) {
    return to.suggest(room, from, update);
  }
  if (verdict.kind !== "new") return turnDown(to, room, from, verdict.kind, update, isAnswer);
  from.countAccepted();
  room.accept(from, verdict, to.clock());
}

/** While what was lost may be brought back, answers are judged with more patience; see `recovery`. */
function judge(to: Surroundings, room: Room, from: Connection, update: Uint8Array, inspected: Inspected, isAnswer: boolean): Verdict {
  const { known, recovery, presence } = room;
  if (!recovery?.isOpen(to.clock()) || from.suggests || from.writeRefusal) return known.judge(update, inspected, from.owner);
  recovery.hear([...inspected.structs.keys()].filter((client) => known.owners.get(client) === from.owner));
  const isOwn = (client: number) => presence.owns(from, client);
  const isOthers = (client: number) => presence.isOthers(from, client);
  const verdict = known.judge(update, inspected, from.owner, recovery.toleranceFor({ isAnswer, isOwn, isOthers }));
  if (verdict.kind !== "new") return verdict;
  recovery.hear(verdict.binds);
  if (verdict.brought) to.metrics.recovered++;
  return verdict;
}

/** What happens to an update that cannot be taken as it is. */
export function turnDown(
  to: Surroundings,
  room: Room,
  from: Connection,
  kind: Exclude<Verdict["kind"], "new" | "nothing-new">,
  update: Uint8Array,
  isAnswer: boolean,
): void {
  if (kind === "foreign") {
    refuse(to, room, from, "foreign-author", update);
    return strike(to, from, "foreign-author");
  }
  if (kind === "misplaced") {
    refuse(to, room, from, "malformed", update);
    return strike(to, from, "malformed");
  }
  if (isAnswer || !from.keepGroundless(update, to.limits.maxRefusedBytes)) {
    return refuse(to, room, from, "incomplete", update);
  }
  askForMissing(room, from);
  from.awaitAnswer();
}

/** Nothing on its way is lost: it is kept aside. Who still writes long after being told does not listen. */
function refuseWriting(to: Surroundings, room: Room, from: Connection, reason: Refusal, update: Uint8Array): void {
  const now = performance.now();
  if (reason === "sealed") from.toldSealedAt ??= now;
  refuse(to, room, from, reason, update);
  if (from.toldSealedAt !== null && reason === "sealed" && now - from.toldSealedAt > to.limits.sealedGrace) {
    to.close(from, Close.sealed, reason);
  }
}

/** Asks the client for all the server lacks, unless that question is already on its way. */
export function askForMissing(room: Room, connection: Connection): void {
  if (connection.asked > connection.answered) return;
  connection.asked++;
  connection.send(writeVector(room.known.vector()));
}

/** Tells the sender that the bytes were not taken, and keeps them aside. */
export function refuse(to: Surroundings, room: Room, from: Connection, reason: Refusal, bytes: Uint8Array): void {
  to.metrics.countRefusal(reason);
  from.neverSaved();
  from.refuse(reason);
  from.refusals.count++;
  from.refusals.bytes += bytes.length;
  const { documentId } = room;
  to.quarantine({ documentId, at: to.clock(), who: from.who, connectionId: from.id, reason, bytes: bytes.slice() });
  const { maxRefused, maxRefusedBytes } = to.limits;
  if (from.refusals.count >= maxRefused || from.refusals.bytes >= maxRefusedBytes) {
    to.close(from, Close.misbehaved, "too many refused updates");
  }
}

function strike(to: Surroundings, from: Connection, reason: Refusal): void {
  from.strikes++;
  if (from.strikes >= MAX_STRIKES) to.close(from, Close.misbehaved, reason);
}

function takePresence(to: Surroundings, room: Room, from: Connection, entries: PresenceEntry[]): void {
  const { echoes, refused } = room.presence.receive(from, entries, performance.now());
  to.metrics.echoesDropped += echoes;
  if (refused) {
    to.metrics.countRefusal("presence-too-large");
    from.refuse("presence-too-large");
  }
  room.presenceFeed.announce();
}

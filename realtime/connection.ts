// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { framed, type Wire } from "./framing";
import { Missed } from "./missed";
import { Outbox } from "./outbox";
import { Pace } from "./pace";
import { type Access, ownerKey, type Who } from "./ports";
import { type Control, type Refusal, writeBarrier, writeControl, writeDenied } from "./protocol";

/** Unanswered barriers kept per connection; a later one stands for those before it. */
const MAX_BARRIERS = 64;

/** What was admitted: the answer of the port, with its gaps filled. */
export type Admitted = { access: Access; sealed: boolean; who: Who; epoch: number | undefined };

/** How the socket is written to. `stream` is what lies beneath it, and nothing else may write there in the same breath. */
export type Way = {
  stream: Duplex;
  maxBuffered: number;
  pointsPerSecond: number;
  onTooSlow(connection: Connection): void;
  onCaughtUp(connection: Connection): void;
};

/** One socket: who speaks on it, what it may do, and how much of what it sent is on disk. */
export class Connection {
  readonly owner: string;
  readonly openedAt = performance.now();
  lastSentAt = performance.now();
  lastHeardAt = performance.now();
  strikes = 0;
  refusals = { count: 0, bytes: 0 };
  /** Set while admission is asked again: frames wait here until the answer is known. */
  held: Uint8Array[] | null = null;
  reviewTurn = 0;
  /** When this client first heard that what it wrote came to a sealed document. */
  toldSealedAt: number | null = null;
  /** Questions for missing updates that the server sent, and answers that came back. */
  asked = 0;
  answered = 0;
  private readonly pauses = new Set<string>();
  private accepted = 0;
  private committed = 0;
  private barriers: { number: number; after: number }[] = [];
  /** The answer that must arrive before anything counts as received without a hole. */
  private completeAfter = 0;
  private groundless: Uint8Array[] = [];
  /** What it was not told because it reads too slowly. */
  readonly missed = new Missed();
  readonly pace: Pace;
  private readonly outbox: Outbox;
  /** Once something was refused this client holds text the server does not: it is never told "all saved" again. */
  private refusedSomething = false;

  constructor(
    readonly id: string,
    readonly documentId: string,
    readonly request: IncomingMessage,
    readonly socket: WebSocket,
    public admitted: Admitted,
    private readonly speaksControl: boolean,
    private readonly way: Way,
  ) {
    this.owner = ownerKey(admitted.who);
    this.pace = new Pace(way.pointsPerSecond);
    this.outbox = new Outbox(way.stream, way.maxBuffered, () => way.onCaughtUp(this));
  }

  get who(): Who {
    return this.admitted.who;
  }

  /** The reason why this connection may not write now; undefined when it may. */
  get writeRefusal(): Refusal | undefined {
    if (this.admitted.sealed) return "sealed";
    return this.admitted.access === "read" ? "read-only" : undefined;
  }

  /** What it sends must be judged as a suggestion first. */
  get suggests(): boolean {
    return this.admitted.access === "suggest";
  }

  /** It is being closed: what it sent and what is not queued for the disk yet no longer counts. */
  expel(): void {
    this.admitted = { ...this.admitted, access: "read" };
  }

  /** Stops reading from the socket until every reason for it is gone. */
  pause(reason: "pace" | "storage" | "review"): void {
    this.pauses.add(reason);
    this.socket.pause();
  }

  resume(reason: "pace" | "storage" | "review"): void {
    if (this.pauses.delete(reason) && this.pauses.size === 0) this.socket.resume();
  }

  /** It reads so slowly that what goes to everybody must wait; see `missed`. */
  get isBehind(): boolean {
    return this.outbox.isBehind;
  }

  /** Milliseconds for which it has read nothing although something waits. */
  stalledFor(now: number): number {
    return this.outbox.stalledFor(now);
  }

  send(message: Uint8Array): void {
    this.write(framed(message));
  }

  write(wire: Wire): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.lastSentAt = performance.now();
    if (!this.outbox.put(wire)) this.way.onTooSlow(this);
  }

  control(control: Control): void {
    if (this.speaksControl) this.send(writeControl(control));
  }

  /** Says on the wire that something was not taken. */
  refuse(reason: Refusal): void {
    this.send(writeDenied(reason));
    this.control({ type: "refused", reason });
  }

  /** From now on no barrier is answered. */
  neverSaved(): void {
    this.refusedSomething = true;
    this.barriers = [];
  }

  countAccepted(): void {
    this.accepted++;
  }

  countCommitted(updates: number, _seq?: number): void {
    this.committed += updates;
    this.acknowledge();
  }

  /** Keeps an update that builds on what the server lacks until the client has answered; false when there are too many. */
  keepGroundless(update: Uint8Array, mostBytes: number): boolean {
    const bytes = this.groundless.reduce((sum, { length }) => sum + length, update.length);
    if (bytes > mostBytes) return false;
    this.groundless.push(update.slice());
    return true;
  }

  takeGroundless(): Uint8Array[] {
    const taken = this.groundless;
    this.groundless = [];
    return taken;
  }

  /** Something it sent builds on what the server lacks: nothing is complete until the answer to a question arrives. */
  awaitAnswer(): void {
    this.completeAfter = this.asked;
  }

  countAnswer(): void {
    this.answered++;
    // what filled the hole was accepted after those barriers were asked
    for (const barrier of this.barriers) barrier.after = this.accepted;
    this.acknowledge();
  }

  /** The client asks to hear this number once all it sent so far is on disk. */
  askBarrier(number: number): void {
    if (this.refusedSomething) return;
    this.barriers.push({ number, after: this.accepted });
    if (this.barriers.length > MAX_BARRIERS) this.barriers.shift();
    this.acknowledge();
  }

  private acknowledge(): void {
    if (this.answered < this.completeAfter) return;
    while (this.barriers[0] && this.barriers[0].after <= this.committed) {
      this.send(writeBarrier((this.barriers.shift() as { number: number }).number));
    }
  }
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The realtime server: people who write the same document at the same time.
 *
 * The life of an update. Somebody presses a key; the editor turns it into a Yjs update and sends it on the socket of
 * that document. `inbound` takes the frame apart; `inspect` refuses what is damaged or hostile; `known` judges it against
 * the document: is it new, is anything missing beneath it, may this person add under that client number? Refused bytes
 * go to quarantine and the sender is told why. Accepted ones queue in the `room`; the commit cycle (`commits`) writes all
 * queues to disk in one transaction, and only when that has returned do the others see the update and does the author's
 * barrier come back. So what is called saved, and what anybody has seen, survives the loss of the process and of power.
 *
 * The life of a connection. At the upgrade: is the page that opens it ours, who is the session, may that person see this
 * document? The same policy as the page answers, through the `admit` port, and is asked again whenever `invalidate` says
 * that something changed, and every minute. The room is loaded before the handshake ends, so that joining it and
 * being sent its state happen in one go and nothing falls between.
 */
import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { CommitCycle } from "./commits";
import { Connection } from "./connection";
import { DocumentWorker } from "./document-worker.server";
import { openDoorway } from "./doorway.server";
import { askForMissing, receive, refuse, type Surroundings } from "./inbound";
import { Limits } from "./limits.server";
import { Metrics } from "./metrics";
import { asGiven, type HubOptions } from "./options.server";
import type { Admission } from "./ports";
import { Close } from "./protocol";
import { matches, Reviews, type Scope } from "./reviews";
import type { Room } from "./room";
import { keepRhythm } from "./rhythm";
import { Rooms } from "./rooms";
import { statsOf } from "./stats";
import { type Still, type Turns, whileStill } from "./still";
import { Submission, submit } from "./submission";
import { judgementOfSuggestions, Suggestions } from "./suggestions";

export type Hub = ReturnType<typeof attachRealtime>;

/** Starts the realtime server; with `server`, it answers that server's upgrades under /realtime/ and leaves the others. */
export function attachRealtime(server: Server | null, options: HubOptions) {
  const { admit, store, log, clock, settings, timing, roots, onLoss } = asGiven(options);
  const limits = new Limits(settings);
  const metrics = new Metrics();
  const commits = new CommitCycle(store, log, metrics, timing.pace);
  const connections = new Set<Connection>();
  const background = new Set<Promise<unknown>>();
  const turns: Turns = new Map();
  const worker = new DocumentWorker(options.textRules, log, timing.worker);
  const rooms = new Rooms({
    store,
    commits,
    log,
    clock,
    metrics,
    track,
    idle: timing.idle,
    rest: timing.rest,
    quiet: timing.quiet,
    examine: timing.examine,
    maxDocumentBytes: settings.maxDocumentBytes,
    worker,
    onLoss,
    onStale: restartRoom,
    onRejected: (room, author, reason, bytes) =>
      author instanceof Submission ? author.refuse(reason) : refuse(surroundings, room, author, reason, bytes),
  });
  const reviews = new Reviews({
    admit,
    log,
    close,
    receive: handle,
    roomOf: ({ documentId }) => rooms.get(documentId),
  });
  // the hub works outside any transaction of whoever calls it
  const outside = new AsyncResource("realtime");
  const surroundings: Surroundings = {
    roots,
    limits: settings,
    metrics,
    clock,
    close,
    track,
    cannotAnswer(connection, err) {
      log.error({ err, documentId: connection.documentId }, "A document could not be read again");
      close(connection, Close.tryLater, "try again later");
    },
    suggest: (...suggested) => suggestions.take(...suggested),
    quarantine: (refused) =>
      track(
        store.quarantine(refused).catch((err: unknown) => {
          log.error(
            { err, documentId: refused.documentId, reason: refused.reason },
            "A refused update could not be kept",
          );
        }),
      ),
  };
  const suggestions = new Suggestions({
    ...judgementOfSuggestions(surroundings),
    worker,
    track,
    gather: timing.gather,
    giveUp(from, err) {
      log.error({ err, documentId: from.documentId }, "Suggestions could not be judged");
      close(from, Close.tryLater, "try again later");
    },
  });
  let closing = false;

  function track(work: Promise<unknown>): void {
    background.add(work);
    void work.finally(() => background.delete(work));
  }

  function peopleOf(personId: string): number {
    let count = 0;
    for (const { who } of connections) if (who.personId === personId) count++;
    return count;
  }

  function join(
    room: Room,
    ws: WebSocket,
    stream: Duplex,
    request: IncomingMessage,
    { access, sealed = false, who, epoch }: Extract<Admission, { ok: true }>,
    speaksControl: boolean,
  ): void {
    const connection = new Connection(
      randomUUID(),
      room.documentId,
      request,
      ws,
      { access, sealed, who, epoch },
      speaksControl,
      { stream, ...settings, onTooSlow: sendAway, onCaughtUp: catchUp },
    );
    connections.add(connection);
    room.connections.add(connection);
    ws.on("message", (data: Buffer, isBinary: boolean) => {
      // text is never ours; as bytes it reads as an unknown message
      arrive(room, connection, isBinary ? data : Buffer.from([0xff]));
    });
    if (room.isStill) reviews.hold([connection]);
    ws.on("pong", () => (connection.lastHeardAt = performance.now()));
    ws.on("error", () => {});
    ws.on("close", (code) => {
      connections.delete(connection);
      room.connections.delete(connection);
      room.presence.drop(connection, performance.now());
      room.presenceFeed.announce();
      rooms.left(room);
      log.info({ documentId: room.documentId, personId: who.personId, code }, "realtime connection closed");
    });
    log.info({ documentId: room.documentId, personId: who.personId, access }, "realtime connection opened");
    connection.control({ type: "welcome", access, sealed, epoch: room.epoch, seq: room.headSeq });
    askForMissing(room, connection);
    room.presenceFeed.greet(connection);
    if (room.frozen) connection.control({ type: "storage", state: "failing" });
  }

  function arrive(room: Room, connection: Connection, frame: Uint8Array): void {
    if (connection.held) connection.held.push(frame);
    else handle(room, connection, frame);
  }

  function handle(room: Room, connection: Connection, frame: Uint8Array): void {
    // what was on its way to a sealed document when the socket was closed for it is still kept aside
    const listens = connection.socket.readyState === connection.socket.OPEN || connection.toldSealedAt !== null;
    if (!listens || room.closed) return;
    if (frame.length > settings.maxPayload) return close(connection, Close.tooLarge, "too large");
    let kind: string;
    try {
      kind = receive(surroundings, room, connection, frame);
    } catch (err) {
      log.error({ err, documentId: room.documentId }, "A frame could not be handled");
      return close(connection, Close.failed, "failed");
    }
    const rest = connection.pace.restAfter(kind, frame.length, connection.lastHeardAt);
    if (rest === 0) return;
    connection.pause("pace");
    setTimeout(() => connection.resume("pace"), rest);
  }

  function close(connection: Connection, code: number, reason: string): void {
    metrics.countDismissal(code);
    connection.expel();
    connection.socket.close(code, reason);
    // a peer that never reads would never answer the closing either
    if (code === Close.tooSlow) setTimeout(() => connection.socket.terminate(), 5000).unref();
  }

  function sendAway(slow: Connection): void {
    close(slow, Close.tooSlow, "too slow");
  }

  function catchUp(connection: Connection): void {
    const told = rooms.get(connection.documentId)?.catchUp(connection);
    if (told) track(told.catch((failure: unknown) => surroundings.cannotAnswer(connection, failure)));
  }

  function restartRoom(room: Room): void {
    for (const connection of room.connections) close(connection, Close.restart, "reload the document");
  }

  const rhythm = keepRhythm({
    timing,
    connections,
    rooms,
    sendAway,
    review: () => track(reviews.review([...connections])),
  });

  const handleUpgrade = openDoorway({
    ...options,
    admit,
    rooms,
    reviews,
    limits,
    metrics,
    isClosing: () => closing,
    track,
    peopleOf,
    join,
  });
  server?.on("upgrade", handleUpgrade);

  return {
    /** Answers false, touching nothing, when the request is not for this server. */
    handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): boolean =>
      outside.runInAsyncScope(() => handleUpgrade(request, socket, head)),
    /**
     * Asks `admit` again for the connections that match any part of the scope, and lowers, raises or closes them. What
     * they send meanwhile waits for the answer. Call it after the transaction that changed something; resolves when all
     * are decided. An empty scope is a mistake and throws.
     */
    invalidate(scope: Scope): Promise<void> {
      const concerned = matches(scope);
      return outside.runInAsyncScope(() => reviews.invalidate([...connections].filter(concerned)));
    },
    /** The stored document as one Yjs update, or undefined when there is none; for rendering it on the server. */
    readDocument: (documentId: string): Promise<Uint8Array | undefined> => rooms.read(documentId),
    /**
     * An edit by the server in a person's name: judged, stored, shown and acknowledged like anybody's. Start from
     * `readDocument` and hand in the difference. Resolves once it is on disk, with the number of its row. Throws
     * `NotTaken`: "sealed" also while `whileStill` works on the document, "missing" when there is no such document.
     */
    submit: (documentId: string, by: Submission["who"], update: Uint8Array): Promise<{ seq: number }> =>
      outside.runInAsyncScope(() => submit({ rooms, roots, clock }, documentId, by, update)),
    /**
     * Holds the document still: takes no more writes, lets those taken reach the disk, and calls `work` with exactly
     * what is stored. Then everybody is asked about again: when `work` has locked the document, what they sent meanwhile
     * is refused as "sealed" and kept aside; when it has not, or threw, writing goes on and nothing is lost. Never call
     * it inside a transaction. Throws `NotTaken` when the document is missing or cannot be stored.
     */
    whileStill<T>(documentId: string, work: (still: Still) => Promise<T>): Promise<T> {
      const asCaller = AsyncResource.bind(work) as typeof work;
      return outside.runInAsyncScope(() => whileStill({ rooms, reviews, turns }, documentId, asCaller));
    },
    /** Tells the pages that have the document open that something beside its text changed. */
    ping(documentId: string, topic: string): void {
      for (const connection of rooms.get(documentId)?.connections ?? []) connection.control({ type: "changed", topic });
    },
    /** Counters and gauges of the moment. */
    stats: () => statsOf(metrics, connections, rooms.all(), commits.frozen),
    /** Takes nothing new, finishes what is being stored, and sends everybody away to reconnect. */
    async close(): Promise<void> {
      closing = true;
      rhythm.stop();
      server?.off("upgrade", handleUpgrade);
      for (const { socket } of connections) socket.pause();
      await commits.stop();
      for (const { socket } of connections) {
        socket.resume();
        socket.close(Close.restart, "restarting");
      }
      const deadline = setTimeout(() => {
        for (const { socket } of connections) socket.terminate();
      }, 1000);
      rooms.stopExamining();
      suggestions.dispose();
      await worker.close();
      await Promise.allSettled(background);
      await Promise.all([...connections].map(({ socket }) => new Promise((done) => socket.once("close", done))));
      clearTimeout(deadline);
      rooms.dispose();
    },
  };
}

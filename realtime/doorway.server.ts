// SPDX-License-Identifier: AGPL-3.0-or-later
/** From an upgrade request to a joined room, or to a refusal the other side can understand. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isRealtime, readAddress } from "./access";
import type { Limits } from "./limits.server";
import type { Metrics } from "./metrics";
import { type Admission, type Admit, type Log, voiceOf } from "./ports";
import { Close, OTHER_VOICE } from "./protocol";
import type { Reviews } from "./reviews";
import type { Room } from "./room";
import type { Rooms } from "./rooms";

type Admitted = Extract<Admission, { ok: true }>;
type Decision = Admission | { ok: false; code: typeof Close.tryLater; reason: string };

type Needs = {
  admit: Admit;
  originAllowed: (request: IncomingMessage) => boolean;
  /** The text schema that pages must have been built with; see `HubOptions`. */
  schema?: string | undefined;
  addressOf?: ((request: IncomingMessage) => string) | undefined;
  log: Log;
  rooms: Rooms;
  reviews: Reviews;
  limits: Limits;
  metrics: Metrics;
  isClosing(): boolean;
  track(work: Promise<unknown>): void;
  /** Open connections of a person. */
  peopleOf(personId: string): number;
  /** `stream` is what lies beneath the socket. */
  join(room: Room, socket: WebSocket, stream: Duplex, request: IncomingMessage, admitted: Admitted, speaksControl: boolean): void;
};

/** Answers the handler of upgrades: false, with nothing touched, when the request is not for this server. */
export function openDoorway(needs: Needs) {
  const { rooms, reviews, limits, metrics, log } = needs;
  const { maxPayload, connectionsPerPerson } = limits.settings;
  // a frame somewhat too large is still read, so that its sender hears why; far larger ones end with 1009 unread
  const frames = { perMessageDeflate: false, maxPayload: 2 * maxPayload };
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, ...frames });

  return function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (!isRealtime(request)) return false;
    // a peer that gives up before the handshake ends is nobody's error
    const ignore = () => {};
    socket.on("error", ignore);
    const opening = open(request, socket, head)
      .catch((err: unknown) => {
        log.error({ err }, "A socket could not be opened");
        socket.destroy();
      })
      .finally(() => socket.off("error", ignore));
    needs.track(opening);
    return true;
  };

  async function open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (needs.isClosing()) return refuseHandshake(socket, "503 Service Unavailable");
    if (!needs.originAllowed(request)) return refuseHandshake(socket, "403 Forbidden");
    const peer = needs.addressOf?.(request) ?? request.socket.remoteAddress ?? "";
    if (!(await limits.mayOpen(peer))) return refuseHandshake(socket, "429 Too Many Requests");
    const accept = (then: (ws: WebSocket) => void) => sockets.handleUpgrade(request, socket, head, then);
    const address = readAddress(request);
    if (!address) return accept((ws) => turnAway(ws, Close.missing, "no such document"));
    if (address.schema !== null && needs.schema !== undefined && address.schema !== needs.schema) {
      return accept((ws) => turnAway(ws, Close.otherSchema, "reload the page"));
    }
    for (;;) {
      const { decision, room, asOf } = await decide(request, address.documentId);
      if (socket.destroyed) return;
      // something changed, or the room was left, while we waited
      if (decision.ok && (reviews.changes !== asOf || room?.closed)) continue;
      return accept((ws) => {
        if (needs.isClosing()) turnAway(ws, Close.restart, "restarting");
        else if (!decision.ok) turnAway(ws, decision.code, decision.reason);
        else if (!room) turnAway(ws, Close.missing, "no such document");
        else if (address.voice !== null && address.voice !== voiceOf(decision.who)) {
          turnAway(ws, Close.signedOut, OTHER_VOICE);
        } else if (address.epoch !== null && !isCurrent(address.epoch, decision.epoch, room)) {
          turnAway(ws, Close.staleEpoch, "reload the document");
        } else if (needs.peopleOf(decision.who.personId) >= connectionsPerPerson) {
          turnAway(ws, Close.tooMany, "too many open documents");
        } else needs.join(room, ws, socket, request, decision, address.speaksControl);
      });
    }
  }

  async function decide(request: IncomingMessage, documentId: string) {
    const asOf = reviews.changes;
    try {
      const decision: Decision = await needs.admit(request, documentId);
      return { asOf, decision, room: decision.ok ? await rooms.open(documentId) : undefined };
    } catch (err) {
      log.error({ err, documentId }, "A document could not be opened");
      const decision: Decision = { ok: false, code: Close.tryLater, reason: "try again later" };
      return { asOf, decision, room: undefined };
    }
  }

  /** A reason is only visible to browsers when the handshake succeeds and the socket is closed afterwards. */
  function turnAway(ws: WebSocket, code: number, reason: string): void {
    metrics.countDismissal(code);
    ws.on("error", () => {});
    ws.close(code, reason);
  }
}

/** Whether what a page of this epoch holds belongs to the document as it is. */
function isCurrent(epoch: number, ofApplication: number | undefined, room: Room): boolean {
  if (ofApplication !== undefined) return epoch === ofApplication;
  return epoch >= room.oldestEpoch && epoch <= room.epoch;
}

function refuseHandshake(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

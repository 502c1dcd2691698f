// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The editor's end of the socket: a plain y-websocket provider that also knows whether what was typed is safely stored.
 * After a pause in typing it sends a barrier; the server repeats the number once everything before it is on disk.
 */
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { Access } from "../ports";
import { BARRIER, CONTROL, type Control, DENIED, readControl, readDenied, writeBarrier } from "../protocol";
import { type SaveStatus, statusOf } from "./status";

/** How long after the last keystroke to ask, and how long to wait at most while typing goes on. */
const ASK_AFTER_MS = 250;
const ASK_WITHIN_MS = 1000;

export type ProviderOptions = {
  /** Address of the server up to and including `/realtime`. */
  url: string;
  documentId: string;
  epoch?: number | undefined;
  document: Y.Doc;
  /** For programs that are not browsers. */
  WebSocketPolyfill?: typeof WebSocket | undefined;
};

/**
 * Connects at once. `status` changes are told to `subscribe`rs; it is an external store in the sense of React. Warn
 * before leaving the page while `status.kind` is "saving" or "unsaved".
 */
export class DocumentProvider extends WebsocketProvider {
  private changes = 0;
  private saved = 0;
  private asked: { number: number; changes: number }[] = [];
  private nextNumber = 1;
  private access: Access = "write";
  private refusal: string | null = null;
  private storageFails = false;
  private closedWith: number | null = null;
  private current: SaveStatus = { kind: "offline" };
  private readonly listeners = new Set<() => void>();
  private readonly besides = new Set<(topic: string) => void>();
  private askTimer: ReturnType<typeof setTimeout> | undefined;
  private firstUnasked: number | null = null;

  constructor({ url, documentId, epoch, document, WebSocketPolyfill }: ProviderOptions) {
    const name = epoch === undefined ? documentId : `${documentId}.${epoch}`;
    super(url, name, document, {
      connect: false,
      // tabs of one browser must not exchange text behind the server's back
      disableBc: true,
      params: { p: "1" },
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    this.messageHandlers[BARRIER] = (_to, from) => this.heardBarrier(decoding.readVarUint(from));
    this.messageHandlers[CONTROL] = (_to, from) => this.heardControl(readControl(from));
    this.messageHandlers[DENIED] = (_to, from) => this.heardRefusal(readDenied(from));
    this.silenceEcho();
    document.on("update", this.countChange);
    this.on("sync", this.onSync);
    this.on("status", this.publish);
    this.on("closed", this.onClosed);
    globalThis.document?.addEventListener("visibilitychange", this.ask);
    this.connect();
  }

  get status(): SaveStatus {
    return this.current;
  }

  /** Calls `listener` after each change of `status`; answers the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls `listener` with the topic when something beside the text has changed; answers the way to stop. */
  readonly onChanged = (listener: (topic: string) => void): (() => void) => {
    this.besides.add(listener);
    return () => this.besides.delete(listener);
  };

  override destroy(): void {
    clearTimeout(this.askTimer);
    this.doc.off("update", this.countChange);
    globalThis.document?.removeEventListener("visibilitychange", this.ask);
    this.listeners.clear();
    this.besides.clear();
    super.destroy();
  }

  /** Plain providers send back every presence message they receive; the server has no use for it. */
  private silenceEcho(): void {
    const tellServer = this._awarenessUpdateHandler;
    this.awareness.off("update", tellServer);
    this._awarenessUpdateHandler = (changed: unknown, origin: unknown) => {
      if (origin !== this) tellServer(changed, origin);
    };
    this.awareness.on("update", this._awarenessUpdateHandler);
  }

  private readonly countChange = (_update: Uint8Array, origin: unknown) => {
    if (origin === this) return;
    this.changes++;
    const now = Date.now();
    this.firstUnasked ??= now;
    clearTimeout(this.askTimer);
    this.askTimer = setTimeout(this.ask, Math.min(ASK_AFTER_MS, Math.max(0, this.firstUnasked + ASK_WITHIN_MS - now)));
    this.publish();
  };

  /** Synchronised means that the server has asked for what it lacks and was answered on this very socket. */
  private readonly onSync = (synced: boolean) => {
    this.asked = [];
    if (synced) this.ask();
    this.publish();
  };

  private readonly ask = () => {
    if (!this.synced || this.saved === this.changes) return;
    if (this.asked.at(-1)?.changes === this.changes) return;
    this.firstUnasked = null;
    const number = this.nextNumber++;
    this.asked.push({ number, changes: this.changes });
    this.ws?.send(writeBarrier(number) as Uint8Array<ArrayBuffer>);
  };

  private heardBarrier(number: number): void {
    const answered = this.asked.find((barrier) => barrier.number === number);
    if (!answered) return;
    this.asked = this.asked.filter((barrier) => barrier.number > number);
    this.saved = answered.changes;
    this.publish();
  }

  private heardControl(control: Control): void {
    if (control.type === "welcome") {
      this.access = control.sealed ? "read" : control.access;
      this.refusal = null;
      this.storageFails = false;
    }
    if (control.type === "access") this.access = control.sealed ? "read" : control.access;
    if (control.type === "changed") for (const listener of this.besides) listener(control.topic);
    if (control.type === "storage") this.storageFails = control.state === "failing";
    this.publish();
  }

  private heardRefusal(reason: string): void {
    // the words about storage come with their own control message, those about access change the access
    if (["not-saved", "presence-too-large"].includes(reason)) return;
    if (this.changes > this.saved) this.refusal = reason;
    this.publish();
  }

  private readonly onClosed = ({ code }: { code: number }) => {
    this.closedWith = code;
    this.publish();
  };

  private readonly publish = () => {
    const next = statusOf({
      connected: this.wsconnected,
      synced: this.synced,
      unsaved: this.changes > this.saved,
      access: this.access,
      refusal: this.refusal,
      storageFails: this.storageFails,
      closedWith: this.closedWith,
    });
    if (JSON.stringify(next) === JSON.stringify(this.current)) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  };
}

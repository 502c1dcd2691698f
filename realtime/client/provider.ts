// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The editor's end of the socket: a plain y-websocket provider that also knows whether what was typed is safely stored,
 * on the server or at least on this device.
 */
import * as decoding from "lib0/decoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Access, type Owner, voiceOf } from "../ports";
import { BARRIER, Close, CONTROL, type Control, DENIED, readControl, readDenied, writeBarrier, writeVector } from "../protocol";
import { Barriers } from "./barriers";
import { type Copies, openCopies } from "./copies";
import { Keeper } from "./keeper";
import { watchForMissing } from "./missing";
import { type SaveStatus, type Situation, statusOf } from "./status";

/** A device that does not answer must not keep the page from connecting. */
const WAIT_FOR_DEVICE_MS = 1500;
/** Tries and time after which a socket that never opened counts as blocked. */
const BLOCKED_AFTER_TRIES = 5;
const BLOCKED_AFTER_MS = 10_000;
const MAY_NOT_READ = new Set<number>([Close.noAccess, Close.missing]);
/** ws ends with this what is too large to be read at all. */
const UNREADABLY_LARGE = 1009;
/** Sending the same again would end the same way. */
const NEVER_TAKEN = new Set<number>([Close.misbehaved, Close.tooLarge, Close.sealed, UNREADABLY_LARGE]);

export type ProviderOptions = {
  /** Address of the server up to and including `/realtime`. */
  url: string;
  documentId: string;
  epoch?: number | undefined;
  document: Y.Doc;
  /** For whom the page was opened: the server does not take what is typed here in another name. */
  voice?: Owner | undefined;
  /** Version of the text schema this page was built with. */
  schema?: string | undefined;
  /** Keep a copy on this device, listed under `title`; needs `voice` and `epoch`. `open` for other places than the browser's own. */
  copy?: { title: string; open?: () => Promise<Copies> } | undefined;
  /** For programs that are not browsers. */
  WebSocketPolyfill?: typeof WebSocket | undefined;
};

/**
 * Connects as soon as the copy on this device, if any, is in the document. `status` changes are told to `subscribe`rs; it
 * is an external store in the sense of React.
 */
export class DocumentProvider extends WebsocketProvider {
  /** Persons in the document when they are too many to be listed; 0 when all are. */
  crowd = 0;
  /** The text may be shown and typed into: the server said what it has, or this device has a copy of the same epoch. */
  readonly ready: Promise<void>;
  private readonly barriers: Barriers;
  private readonly keeper: Keeper | null;
  private readonly stopWatching: () => void;
  private facts = { access: "write" as Access, refusal: null as string | null, storageFails: false, welcomed: false, opened: false, blocked: false };
  private closedWith: Situation["closedWith"] = null;
  private tries = 0;
  private countedFound = false;
  private ended = false;
  private blockedTimer: ReturnType<typeof setTimeout> | undefined;
  private current: SaveStatus = { kind: "offline" };
  private readonly listeners = new Set<() => void>();
  private readonly hearers = new Set<(control: Control) => unknown>();

  constructor({ url, documentId, epoch, document, voice, schema, copy, WebSocketPolyfill }: ProviderOptions) {
    const name = epoch === undefined ? documentId : `${documentId}.${epoch}`;
    super(url, name, document, {
      connect: false,
      // tabs of one browser must not exchange text behind the server's back
      disableBc: true,
      params: { p: "1", ...(schema !== undefined && { v: schema }), ...(voice && { as: voiceOf(voice) }) },
      shouldReconnect: ({ code }) => !(code >= 4400 && code < 4500) && code !== UNREADABLY_LARGE,
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    this.barriers = new Barriers((number) => this.synced && this.tell(writeBarrier(number)));
    this.messageHandlers[BARRIER] = (_to, from) => this.heardBarrier(decoding.readVarUint(from));
    this.messageHandlers[CONTROL] = (_to, from) => this.heardControl(readControl(from));
    this.messageHandlers[DENIED] = (_to, from) => this.heardRefusal(readDenied(from));
    this.silenceEcho();
    this.keeper =
      copy && voice && epoch !== undefined
        ? new Keeper(document, { ...voice, documentId, epoch }, copy.title, copy.open ?? openCopies, (origin) => origin === this, this.publish)
        : null;
    document.on("update", this.countChange);
    this.stopWatching = watchForMissing(document, () => this.tell(writeVector(Y.encodeStateVector(document))));
    this.on("sync", this.onSync);
    this.on("status", this.onStatus);
    this.on("connection-close", this.onClose);
    this.on("closed", this.onClosed);
    globalThis.document?.addEventListener("visibilitychange", this.barriers.ask);
    const firstSync = new Promise<void>((done) => this.once("sync", () => done()));
    this.ready = Promise.race([firstSync, this.start(firstSync)]);
  }

  get status(): SaveStatus {
    return this.current;
  }

  /** Calls `listener` after each change of `status`; answers the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls `listener` with each control message of the server; answers the way to stop. */
  readonly onControl = (listener: (control: Control) => unknown): (() => void) => {
    this.hearers.add(listener);
    return () => this.hearers.delete(listener);
  };

  /** Calls `listener` with the topic when something beside the text has changed; answers the way to stop. */
  readonly onChanged = (listener: (topic: string) => void): (() => void) =>
    this.onControl((control) => control.type === "changed" && listener(control.topic));

  override destroy(): void {
    this.ended = true;
    clearTimeout(this.blockedTimer);
    this.barriers.stop();
    this.stopWatching();
    this.keeper?.stop();
    this.doc.off("update", this.countChange);
    globalThis.document?.removeEventListener("visibilitychange", this.barriers.ask);
    this.listeners.clear();
    this.hearers.clear();
    super.destroy();
  }

  private async start(firstSync: Promise<void>): Promise<void> {
    const { keeper } = this;
    if (keeper) {
      await Promise.race([keeper.opened, new Promise((done) => setTimeout(done, WAIT_FOR_DEVICE_MS))]);
      void keeper.opened.then(() => {
        this.countedFound = true;
        if (!keeper.foundUnsent) return;
        this.barriers.count();
        this.publish();
      });
    }
    if (this.ended) return;
    this.blockedTimer = setTimeout(() => this.mayBeBlocked(), BLOCKED_AFTER_MS);
    this.connect();
    if (!keeper?.foundCopy) await firstSync;
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

  private tell(frame: Uint8Array): boolean {
    if (this.ws?.readyState !== 1) return false;
    this.ws.send(frame as Uint8Array<ArrayBuffer>);
    return true;
  }

  private readonly countChange = (_update: Uint8Array, origin: unknown) => {
    if (origin === this || (this.keeper && origin === this.keeper)) return;
    this.barriers.count();
    this.publish();
  };

  /** Synchronised means that the server has asked for what it lacks and was answered on this very socket. */
  private readonly onSync = (synced: boolean) => {
    this.barriers.startOver();
    if (synced) this.barriers.ask();
    this.publish();
  };

  private readonly onStatus = () => {
    if (this.wsconnected) this.facts = { ...this.facts, opened: true, blocked: false };
    else this.facts.welcomed = false;
    this.publish();
  };

  private readonly onClose = () => {
    if (!this.facts.opened && ++this.tries >= BLOCKED_AFTER_TRIES) this.mayBeBlocked();
  };

  private mayBeBlocked(): void {
    // without any network there is nothing that blocks
    if (this.facts.opened || globalThis.navigator?.onLine === false) return;
    this.facts.blocked = true;
    this.publish();
  }

  private heardBarrier(number: number): void {
    this.barriers.hear(number);
    if (!this.barriers.unsaved) this.keeper?.settle();
    this.publish();
  }

  private heardControl(control: Control): void {
    if (control.type === "welcome") this.facts = { ...this.facts, welcomed: true, refusal: null, storageFails: false };
    if (control.type === "welcome" || control.type === "access") this.facts.access = control.sealed ? "read" : control.access;
    if (control.type === "storage") this.facts.storageFails = control.state === "failing";
    if (control.type === "people") this.crowd = control.count;
    for (const hearer of this.hearers) hearer(control);
    this.publish();
  }

  private heardRefusal(reason: string): void {
    // the words about storage come with their own control message, those about access change the access
    if (["not-saved", "presence-too-large"].includes(reason)) return;
    if (this.barriers.unsaved) {
      this.facts.refusal = reason;
      this.keeper?.setAside();
    }
    this.publish();
  }

  private readonly onClosed = ({ code, reason }: { code: number; reason: string }) => {
    this.closedWith = { code: code === UNREADABLY_LARGE ? Close.tooLarge : code, reason };
    const { unsaved } = this.barriers;
    if (MAY_NOT_READ.has(code) && !unsaved) this.keeper?.forget();
    if (NEVER_TAKEN.has(code) && unsaved) this.keeper?.setAside();
    this.publish();
  };

  /** Also what the device had kept unsent, from the moment at which it is found. */
  private get unsaved(): boolean {
    return this.barriers.unsaved || (this.keeper?.foundUnsent === true && !this.countedFound);
  }

  private get device(): Situation["device"] {
    if (!this.keeper || this.keeper.state === "failing") return "none";
    if (this.keeper.state === "opening") return "opening";
    return this.keeper.isSafe ? "safe" : "writing";
  }

  private readonly publish = () => {
    const next = statusOf({
      ...this.facts,
      connected: this.wsconnected,
      synced: this.synced,
      unsaved: this.unsaved,
      device: this.device,
      closedWith: this.closedWith,
    });
    if (JSON.stringify(next) === JSON.stringify(this.current)) return;
    this.current = next;
    for (const listener of this.listeners) listener();
  };
}

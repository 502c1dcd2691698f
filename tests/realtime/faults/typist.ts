// SPDX-License-Identifier: AGPL-3.0-or-later
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as prng from "lib0/prng";
import { WebSocket } from "ws";
import { WebsocketProvider as Version3 } from "y-websocket";
import { WebsocketProvider as Version1 } from "y-websocket-v1";
import { WebsocketProvider as Version2 } from "y-websocket-v2";
import * as Y from "yjs";
import { DocumentProvider } from "~realtime/client/provider";
import { BARRIER, DENIED, readDenied, writeBarrier, writeUpdate } from "~realtime/protocol";
import { Link } from "./link";
import type { Site } from "./site";

export const KINDS = ["ours", "1.5.4", "2.1.0", "3.1.0"] as const;
export type Kind = (typeof KINDS)[number];

const PLAIN = { "1.5.4": Version1 as unknown as typeof Version3, "2.1.0": Version2 as unknown as typeof Version3, "3.1.0": Version3 };
/** Barriers of the trial, beside those our own client asks for. */
const FIRST_BARRIER = 1_000_000;

/** Somebody at a keyboard, with a client of some kind and a wire of their own. Knows what they were promised and shown. */
export class Typist {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText("default");
  /** What was typed here, in order; the first `promised` of them were called saved. */
  readonly typed: Uint8Array[] = [];
  promised = 0;
  /** What came from others. */
  readonly seen: Uint8Array[] = [];
  readonly provider: Version3;
  /** Why something was not taken, as the server said it. */
  readonly denied: string[] = [];
  private words = 0;

  private constructor(
    readonly name: string,
    readonly kind: Kind,
    readonly link: Link,
    documentId: string,
  ) {
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this) this.typed.push(update);
      else if (origin === this.provider) this.seen.push(update);
    });
    const url = `ws://127.0.0.1:${link.port}/realtime`;
    this.provider = kind === "ours" ? this.ours(url, documentId) : this.plain(url, documentId, PLAIN[kind]);
    // a trial has no time for the patience of browsers
    this.provider.maxBackoffTime = 60;
    // a plain client would write it to the console
    if (kind !== "ours") this.provider.messageHandlers[DENIED] = (_to, from) => void this.denied.push(readDenied(from));
    const others = this.provider.messageHandlers[BARRIER];
    this.provider.messageHandlers[BARRIER] = (to, from, ...rest) => {
      const { pos } = from;
      const number = decoding.readVarUint(from);
      if (number >= FIRST_BARRIER) this.promised = Math.max(this.promised, number - FIRST_BARRIER);
      else if (others) {
        from.pos = pos;
        others(to, from, ...rest);
      }
    };
  }

  static async arrive(name: string, kind: Kind, site: Site, documentId: string): Promise<Typist> {
    return new Typist(name, kind, await Link.lay(() => site.port), documentId);
  }

  get acknowledged(): Uint8Array[] {
    return this.typed.slice(0, this.promised);
  }

  get settled(): boolean {
    return this.provider.synced && this.promised === this.typed.length;
  }

  /** Does something one does with a text, and asks whether it is saved. */
  act(random: prng.PRNG): void {
    const { length } = this.text;
    this.doc.transact(() => {
      const what = prng.int32(random, 0, 9);
      const at = prng.int32(random, 0, length);
      if (what < 6 || length < 8) this.text.insert(at, `${this.name}${this.words++};`);
      else if (what < 8) this.text.delete(Math.min(at, length - 1), Math.min(prng.int32(random, 1, 6), length - Math.min(at, length - 1)));
      else this.text.format(Math.min(at, length - 1), 1, { bold: prng.bool(random) });
    }, this);
    this.ask();
  }

  ask(): void {
    if (this.provider.synced) this.send(writeBarrier(FIRST_BARRIER + this.typed.length));
  }

  /** Sends something typed earlier once more, as a network that stutters. */
  stutter(random: prng.PRNG): void {
    if (this.typed.length > 0) this.send(writeUpdate(prng.oneOf(random, this.typed)));
  }

  /** Sends all it has as something new, as clients with a copy of their own do when they open it. */
  replay(): void {
    this.send(writeUpdate(Y.encodeStateAsUpdate(this.doc)));
  }

  /** Asks for the whole text. */
  askAll(): void {
    this.send(encoding.encode((to) => [0, 0, 1, 0].forEach((number) => encoding.writeVarUint(to, number))));
  }

  leave(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.link.remove();
  }

  private send(frame: Uint8Array): void {
    const { ws } = this.provider;
    if (ws?.readyState === 1) ws.send(frame as Uint8Array<ArrayBuffer>);
  }

  private ours(url: string, documentId: string): Version3 {
    return new DocumentProvider({ url, documentId, document: this.doc, WebSocketPolyfill: this.socketClass() });
  }

  private plain(url: string, documentId: string, Provider: typeof Version3): Version3 {
    return new Provider(url, documentId, this.doc, { WebSocketPolyfill: this.socketClass(), disableBc: true });
  }

  private socketClass(): typeof globalThis.WebSocket {
    const cookie = this.name;
    return class extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie } });
      }
    } as unknown as typeof globalThis.WebSocket;
  }
}

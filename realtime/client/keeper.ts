// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";
import type { Copies, CopyName } from "./copies";

/** Rows of a copy before they are written anew as one. */
const MANY_ROWS = 200;
const RETRY_MS = 5000;

type Row = { bytes: Uint8Array; unsent: boolean; id?: number };

/**
 * Keeps the copy of one shared document on this device up to date, and knows whether it is. Many changes travel in one
 * write: while one is under way, the others wait for the next.
 */
export class Keeper {
  /** "opening" until what the device had is in the document; "failing" when it cannot or could not keep a copy. */
  state: "opening" | "keeping" | "failing" = "opening";
  /** Words found on the device that the server has not confirmed. */
  foundUnsent = false;
  /** The device had a copy of this very document. */
  foundCopy = false;
  /** Resolves when what the device had is in the document, or there is nothing to wait for. */
  readonly opened: Promise<void>;
  private copies: Copies | null = null;
  private queue: Row[] = [];
  private inFlight: Row[] = [];
  private written: Row[] = [];
  private running: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  /** `fromServer` tells whether an origin of Yjs updates is the server, whose words need no sending. */
  constructor(
    private readonly document: Y.Doc,
    private readonly name: CopyName,
    private readonly title: string,
    open: () => Promise<Copies>,
    private readonly fromServer: (origin: unknown) => boolean,
    private readonly onChange: () => void,
  ) {
    document.on("update", this.take);
    this.opened = this.open(open);
  }

  /** Everything in the document is on the device. */
  get isSafe(): boolean {
    return this.state === "keeping" && !this.queue.some(({ unsent }) => unsent) && this.running === null;
  }

  /** The server has confirmed everything that was typed here. */
  settle(): void {
    const confirmed = this.written.filter((row) => row.unsent && row.id !== undefined);
    for (const row of [...this.queue, ...this.inFlight, ...this.written]) row.unsent = false;
    if (confirmed.length > 0) this.quietly(this.copies?.settle(confirmed.map(({ id }) => id as number)));
  }

  /** Removes the copy: whoever sits here may not read the document any more. */
  forget(): void {
    this.stop((copies) => copies.remove([this.name]));
  }

  /** The server will never take what is unsent: it is put apart, where its author finds it, and never sent again. */
  setAside(): void {
    this.stop((copies) => copies.setAside(this.name));
  }

  /** What waits is still written; then `last`, if anything, is done with the copies. */
  stop(last: (copies: Copies) => Promise<void> = async () => {}): void {
    if (this.ended) return;
    this.ended = true;
    clearTimeout(this.retry);
    this.document.off("update", this.take);
    this.quietly(this.end(last));
  }

  private async end(last: (copies: Copies) => Promise<void>): Promise<void> {
    await this.opened;
    while (this.running) await this.running;
    if (!this.copies) return;
    await last(this.copies).finally(() => this.copies?.close());
  }

  private async open(open: () => Promise<Copies>): Promise<void> {
    try {
      this.copies = await open();
      const rows = await this.copies.rows(this.name);
      if (this.ended) return;
      // an empty document has an update of two bytes
      this.foundCopy = rows.some(({ bytes }) => bytes.length > 2);
      this.foundUnsent = rows.some(({ unsent }) => unsent);
      this.written = rows;
      this.document.transact(() => {
        for (const { bytes } of rows) Y.applyUpdate(this.document, bytes, this);
      }, this);
      this.state = "keeping";
    } catch {
      this.state = "failing";
    }
    this.onChange();
    this.flush();
  }

  private readonly take = (bytes: Uint8Array, origin: unknown) => {
    if (origin === this) return;
    this.queue.push({ bytes, unsent: !this.fromServer(origin) });
    this.flush();
  };

  private flush(): void {
    if (this.running || this.queue.length === 0 || !this.copies) return;
    this.running = this.write(this.copies)
      .catch(() => {
        this.state = "failing";
        if (!this.ended) this.retry = setTimeout(() => this.flush(), RETRY_MS);
      })
      .finally(() => {
        this.running = null;
        if (this.state === "keeping") this.flush();
        this.onChange();
      });
  }

  private async write(copies: Copies): Promise<void> {
    const rows = this.queue;
    this.queue = [];
    this.inFlight = rows;
    const saidUnsent = rows.map(({ unsent }) => unsent);
    try {
      const ids = await copies.write(this.name, this.title, rows, { strict: saidUnsent.includes(true) });
      for (const [i, row] of rows.entries()) row.id = ids[i] as number;
    } catch (failure) {
      this.queue = [...rows, ...this.queue];
      throw failure;
    } finally {
      this.inFlight = [];
    }
    this.state = "keeping";
    this.written.push(...rows);
    const confirmedMeanwhile = rows.filter(({ unsent }, i) => saidUnsent[i] && !unsent);
    if (confirmedMeanwhile.length > 0) await copies.settle(confirmedMeanwhile.map(({ id }) => id as number));
    if (this.written.length > MANY_ROWS) await this.compact(copies);
  }

  private async compact(copies: Copies): Promise<void> {
    const rows = this.written;
    const whole: Row = { bytes: Y.encodeStateAsUpdate(this.document), unsent: rows.some(({ unsent }) => unsent) };
    whole.id = await copies.replace(this.name, rows.map(({ id }) => id as number), whole);
    this.written = [whole];
  }

  /** A copy that could not be marked or removed is only a copy too much: it is sent, or removed, once more. */
  private quietly(work: Promise<unknown> | undefined): void {
    work?.catch(() => {});
  }
}

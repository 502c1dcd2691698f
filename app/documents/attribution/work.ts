// SPDX-License-Identifier: AGPL-3.0-or-later
/** The heavy part of attribution, as one job: it runs in a thread, or here when there is little to do. */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Authorship, authorshipIn, type Letters } from "./authorship";
import { Ledger, type SavedLedger } from "./ledger";
import type { LogRow, Sitting } from "./sittings";

export type Asks = {
  /** What was worked out before, gzip; without it the log is read from its first row. */
  kept: { state: Uint8Array; ledger: Uint8Array } | null;
  rows: LogRow[];
  /** Rows after which it is said whose the text is; after the last row always. Rising. */
  stops: number[];
  /** Whether the ledger is wanted back. */
  keep: boolean;
};

export type Answers = {
  authorships: Authorship[];
  /** SHA-256 of the letters at each of them, in the order of reading. */
  words: string[];
  /** Who was at work when, oldest first. */
  sittings: Sitting[];
  /** Of the last authorship. */
  letters: [client: number, triples: number[]][];
  kept: { seq: number; state: Uint8Array; ledger: Uint8Array } | null;
};

/** Reads the rows and says whose the text is, at each stop and at the end. */
export function workOut({ kept, rows, stops, keep }: Asks): Answers {
  const ledger = new Ledger(kept ? { state: gunzipSync(kept.state), ledger: JSON.parse(gunzipSync(kept.ledger).toString("utf8")) as SavedLedger } : undefined);
  try {
    const authorships: Authorship[] = [];
    const words: string[] = [];
    const say = (letters?: Letters) => {
      authorships.push(authorshipIn(ledger, letters));
      words.push(createHash("sha256").update(ledger.words()).digest("hex"));
    };
    const wanted = [...stops];
    for (const row of rows) {
      // rows that were set aside leave gaps: a stop inside one is the text before it
      for (; wanted[0] !== undefined && wanted[0] < row.seq; wanted.shift()) say();
      ledger.take(row);
    }
    for (const _stop of wanted) say();
    const letters: Letters = new Map();
    say(letters);
    const saved = keep ? ledger.save() : null;
    return { authorships, words, sittings: [...ledger.all], letters: [...letters], kept: saved && { seq: ledger.seq, state: packed(saved.state), ledger: packed(JSON.stringify(saved.ledger)) } };
  } finally {
    ledger.destroy();
  }
}

/** Kept to be read again soon: fast to pack, a little larger. */
const packed = (bytes: Uint8Array | string): Uint8Array => gzipSync(bytes, { level: 1 });

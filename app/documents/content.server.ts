// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import * as Y from "yjs";
import { databaseStore, type Log, soundParts } from "~realtime/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { readLog } from "./attribution/read-log.server";
import { TEXT } from "./schema/extensions";
import { readText } from "./schema/shared-text";
import { withoutSuggestions } from "./schema/suggested/resolve";
import { plainText } from "./schema/text";

export type DocumentContent = {
  /** The text as ProseMirror JSON (app/documents/schema/extensions). */
  json: JSONContent;
  /** The words of the accepted text alone, one line per paragraph: what is only proposed is not in it. */
  text: string;
  /** How many stored updates it is made of: the same number means the same text. */
  seq: number;
  /** Grows when the text's past is replaced; what clients kept of an earlier one is not merged. */
  epoch: number;
};

/** A damaged base is told by the realtime server, which reads the same store and has a log. */
const quiet: Log = { info() {}, warn() {}, error() {} };

/**
 * The text of a document as stored: inside a transaction, as that transaction sees it. Asks nobody's permission: the
 * caller has. Throws `missing` when no text was ever begun under the id.
 */
export async function readDocumentContent({ db }: Pick<Ctx, "db">, documentId: string): Promise<DocumentContent> {
  const stored = await databaseStore(db, quiet).load(documentId);
  if (!stored) throw problem("missing");
  const json = readText(soundParts(stored));
  return { json, text: plainText(withoutSuggestions(json)), seq: stored.headSeq, epoch: stored.epoch };
}

/** The text as it stood after row `seq` of the log, built from the rows that count. Asks nobody's permission. */
export async function readContentAt({ db }: Pick<Ctx, "db">, documentId: string, seq: number): Promise<JSONContent> {
  const rows = await readLog(db, documentId, { upTo: seq });
  return readText(rows.map(({ bytes }) => bytes));
}

/** Opens the stored shared text for a moment, and lets go of it. Synchronous work only; asks nobody's permission. */
export async function withSharedText<T>({ db }: Pick<Ctx, "db">, documentId: string, work: (fragment: Y.XmlFragment, seq: number) => T): Promise<T> {
  const stored = await databaseStore(db, quiet).load(documentId);
  if (!stored) throw problem("missing");
  const shared = new Y.Doc();
  try {
    shared.transact(() => {
      for (const part of soundParts(stored)) Y.applyUpdate(shared, part);
    });
    return work(shared.getXmlFragment(TEXT), stored.headSeq);
  } finally {
    shared.destroy();
  }
}

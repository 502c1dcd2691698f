// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import canonicalize from "canonicalize";
import * as Y from "yjs";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { databaseStore, type Log, soundParts } from "~realtime/index.server";
import { attributionAt } from "../attribution/attribution-at.server";
import type { Authorship } from "../attribution/authorship";
import { readLiveText } from "../schema/shared-text";

const compressed = promisify(gzip);
const quiet: Log = { info() {}, warn() {}, error() {} };

/** A text ready to be kept as a version: the work that must not hold a transaction open is done. */
export type PreparedVersion = { documentId: string; seq: number; state: Buffer; text: string; sha256: string; authorship: Authorship };

/**
 * Reads the text as stored now and makes of it what a version keeps. Throws `missing` when there is no text. Asks
 * nobody's permission.
 */
export async function prepareVersion(ctx: Pick<Ctx, "db" | "now">, documentId: string): Promise<PreparedVersion> {
  const stored = await databaseStore(ctx.db, quiet).load(documentId);
  if (!stored) throw problem("missing");
  return preparedFrom(ctx, documentId, stored.headSeq, soundParts(stored));
}

/** The same for a text the caller holds: stored updates in order, up to row `seq` of the log. */
export async function preparedFrom(ctx: Pick<Ctx, "db" | "now">, documentId: string, seq: number, updates: Uint8Array[]): Promise<PreparedVersion> {
  const shared = new Y.Doc();
  try {
    shared.transact(() => {
      for (const update of updates) Y.applyUpdate(shared, update);
    });
    const text = canonicalize(readLiveText(shared) as never);
    if (text === undefined) throw new Error("A text must be plain JSON");
    const sha256 = createHash("sha256").update(text).digest("hex");
    const { authorship } = await attributionAt(ctx, documentId, seq);
    return { documentId, seq, text, sha256, state: await compressed(Y.encodeStateAsUpdate(shared)), authorship };
  } finally {
    shared.destroy();
  }
}

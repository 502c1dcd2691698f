// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import * as Y from "yjs";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import type { LiveTexts } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { NotTaken } from "~realtime/index.server";
import { findDocument } from "../../access.server";
import { mayKeepVersions } from "../../policy";
import { TEXT, textSchema } from "../../schema/extensions";
import { readVersion } from "../list-versions.server";
import { prepareVersion } from "../prepare-version.server";
import { storeVersion } from "../store-version.server";
import { makeLike } from "./make-like";

/**
 * Brings an earlier text back by an ordinary edit in the actor's name: what others are writing at that moment stays, comments
 * keep their place, words return to who wrote them. The text of before is kept as a version, so that a restore is undone by
 * restoring that one. Throws `conflict` when the text is that already, or takes no writing now. Never inside a transaction.
 */
export async function restoreVersion(ctx: Ctx, texts: Pick<LiveTexts, "readDocument" | "submit">, { documentId, number, reason }: { documentId: string; number: number; reason: string }): Promise<{ seq: number; before: number }> {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(mayKeepVersions(ctx.actor, document, position));
  const { content } = await readVersion(ctx, documentId, number);
  const prepared = await prepareVersion(ctx, documentId);
  const state = await texts.readDocument(documentId);
  if (!state) throw problem("missing");
  const update = changeTo(state, content as JSONContent);
  if (!update) throw problem("conflict", { because: "documents.versions.restore.same" });
  const { personId = "", organisationId = null, sessionId = null } = ctx.actor ?? {};
  const { seq } = await texts.submit(documentId, { personId, organisationId, sessionId }, update).catch((failure: unknown) => {
    throw failure instanceof NotTaken ? problem("conflict", { because: "documents.versions.restore.notNow" }) : failure;
  });
  const before = await ctx.db.tx(async (tx) => {
    const kept = await storeVersion(tx, ctx, prepared, { kind: "automatic", cause: "restore", reason });
    await record(tx, ctx, { act: "document.restored", subject: { kind: "document", id: documentId }, data: { documentId, number, before: kept.number, seq } });
    return kept.number;
  });
  return { seq, before };
}

/** The update that makes the stored text say what a version says; null when it does already. */
function changeTo(state: Uint8Array, content: JSONContent): Uint8Array | null {
  const shared = new Y.Doc();
  try {
    Y.applyUpdate(shared, state);
    // only what this change does: the whole state would repeat every deletion there ever was
    let change: Uint8Array | null = null;
    shared.on("update", (update: Uint8Array) => (change = update));
    makeLike(shared, shared.getXmlFragment(TEXT), textSchema().nodeFromJSON(content));
    return change;
  } finally {
    shared.destroy();
  }
}

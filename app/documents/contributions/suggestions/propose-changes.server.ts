// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { findDocument } from "../../access.server";
import { maySuggest } from "../../policy";
import { type BlockChanges, propose } from "../../schema/suggested/propose";
import { speaker } from "../speaker";
import { type Editing, editText } from "./edit-text.server";
import { noteSuggestions } from "./note-suggestions.server";

export type { BlockChanges };

/**
 * Turns wishes about blocks into suggestions of the body spoken for, written into the shared text while others go on: for
 * a file that came back from Word, or a form without an editor.
 *
 * `changes` (ProseMirror JSON of app/documents/schema):
 * - `changed[id]`: the block as it would be. Compared with the accepted text of the block, word by word; what others
 *   propose in it stays. Words and look (bold, links) of a paragraph or heading, and its type, are proposed finely; of
 *   any other block (list, table) the whole goes and the other comes. Hand in the innermost blocks that differ.
 * - `removed`: ids of blocks that would go, with all they hold.
 * - `inserted`: blocks that would be new after the block with that id, in the same parent (null: at the beginning).
 *
 * Each block is one suggestion, to be answered by itself. Nothing of the accepted text changes. `unknown` are ids that
 * are not in the text (any more): tell the person. `missing` for who may not see the document, `forbidden` with the reason
 * for who may not suggest in it now, `conflict` while the text is held still. Not inside a transaction.
 */
export async function suggestFor(ctx: Ctx, texts: Editing, { documentId, changes }: { documentId: string; changes: BlockChanges }): Promise<{ made: number; unknown: string[] }> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySuggest(ctx.actor, document, position));
  let outcome = { made: 0, unknown: [] as string[] };
  await editText(texts, documentId, { personId, organisationId, sessionId: ctx.actor?.sessionId ?? null }, (content) => {
    const proposed = propose(content, changes, { person: personId, organisation: organisationId }, ctx.now);
    outcome = proposed;
    return proposed.made > 0 ? proposed.content : null;
  });
  if (outcome.made > 0) await noteSuggestions(ctx, documentId);
  return { made: outcome.made, unknown: outcome.unknown };
}

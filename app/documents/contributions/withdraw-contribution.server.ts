// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { observations, suggestions } from "~db/documents/contributions";
import { suggestionKey } from "../schema/suggested/find";
import { resolve } from "../schema/suggested/resolve";
import { findContribution } from "./find-contribution.server";
import { mayWithdrawContribution } from "./policy";
import { speaker } from "./speaker";
import { type Editing, editText } from "./suggestions/edit-text.server";
import type { Contribution } from "./read-contributions.server";

/** A body takes back what it contributed, while nobody has answered. The marks leave the text; what was said stays in the register. */
export async function withdrawContribution(ctx: Ctx, texts: Editing, { documentId, kind, id }: { documentId: string; kind: Contribution["kind"]; id: string }): Promise<void> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  const { document, position, contribution } = await findContribution(ctx, documentId, kind, id);
  enforce(mayWithdrawContribution(ctx.actor, document, position, contribution));
  if (contribution.mark && contribution.inText) {
    const key = suggestionKey({ id: contribution.mark, person: contribution.personId, organisation: contribution.organisationId });
    await editText(texts, documentId, { personId, organisationId, sessionId: ctx.actor?.sessionId ?? null }, (content) => resolve(content, (entry) => (suggestionKey(entry) === key ? "drop" : "keep")));
  }
  await ctx.db.tx(async (tx) => {
    const now = await findContribution(ctx, documentId, kind, id);
    enforce(mayWithdrawContribution(ctx.actor, now.document, now.position, now.contribution));
    if (kind === "suggestion") await tx.update(suggestions).set({ withdrawnAt: ctx.now, goneAt: ctx.now }).where(eq(suggestions.id, id));
    else await tx.update(observations).set({ withdrawnAt: ctx.now }).where(eq(observations.id, id));
    await record(tx, ctx, { act: `${kind}.withdrawn`, subject: { kind, id }, data: { documentId } });
  });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { documents } from "~db/documents/schema";
import { visibleTo } from "../../access.server";
import { filterIn, isShown } from "../list-contributions.server";
import { contributionsIn } from "../read-contributions.server";
import { speaker } from "../speaker";
import { readUntil, unreadIn } from "./unread-answers.server";

/**
 * What the body spoken for contributed to any document, and what was answered: also to documents it no longer comes near,
 * because its own words and the answers to them stay its own. `open` says which it may still enter; `unread`
 * are the answers to the person's own contributions that they have not marked as read.
 */
export async function ownContributions(ctx: Ctx, url: URL) {
  const { organisationId } = speaker(signedIn(ctx));
  const filter = { ...filterIn(url), body: "" };
  const all = await contributionsIn(ctx.db.read, { organisationId });
  const shown = all.filter((each) => isShown(each, filter)).reverse();
  const ids = [...new Set(shown.map(({ documentId }) => documentId))];
  const near = visibleTo(ctx.db.read, ctx.actor, ctx.now);
  const open = ids.length === 0 ? [] : await ctx.db.read.select({ id: documents.id }).from(documents).where(and(inArray(documents.id, ids), near));
  const entered = new Set(open.map(({ id }) => id));
  const unread = unreadIn(all, await readUntil(ctx), ctx);
  return { shown, filter, unread: unread.map(({ answerId }) => answerId), now: ctx.now, counts: { all: all.length, open: all.filter(({ standing }) => standing === "open").length }, open: ids.filter((id) => entered.has(id)) };
}

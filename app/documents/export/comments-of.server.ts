// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { listThreads, type ThreadShown } from "../contributions/comments/list-threads.server";
import type { PaperComment } from "./paper";
import { listOf, paragraphOf } from "./paper-blocks";

/** What is being said beside the text, by the bodies that say it: the talks that are open, for formats that can show them. */
export async function commentsOf(ctx: Ctx, documentId: string): Promise<PaperComment[]> {
  const { open } = await listThreads(ctx, documentId);
  let number = 0;
  return open.flatMap(({ anchor, place, comments }) =>
    comments.flatMap(({ body, at, text }): PaperComment[] => (text === null ? [] : [{ id: String(++number), author: body, at: at.toISOString(), text, blockId: place ? anchor.blockId : null }])),
  );
}

/** All talks, the closed ones too, as an appendix; null when there are none. */
export async function commentsAppendix(ctx: Ctx, documentId: string): Promise<{ title: string; blocks: JSONContent[] } | null> {
  const { open, closed } = await listThreads(ctx, documentId);
  if (open.length + closed.length === 0) return null;
  const say = (key: string, values?: Record<string, string>) => translate(ctx.locale, key, values);
  const when = (at: Date) => formatDateTime(at, ctx.locale);
  const talk = ({ anchor, resolved, comments }: ThreadShown): JSONContent[] => [
    paragraphOf(say("paper.comments.about", { words: anchor.quote.slice(0, 200) }), "bold"),
    listOf(comments.map(({ body, at, text }) => say("paper.comments.said", { body, when: when(at), text: text ?? say("paper.comments.withdrawn") }))),
    ...(resolved ? [paragraphOf(say("paper.comments.closed", { body: resolved.body, when: when(resolved.at) }), "italic")] : []),
  ];
  return { title: say("paper.appendix.comments"), blocks: [...open, ...closed].flatMap(talk) };
}

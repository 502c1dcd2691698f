// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { type Anchor, commentEdits, comments, commentThreads } from "~db/documents/contributions";
import { persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import { findDocument } from "../../access.server";
import { withSharedText } from "../../content.server";
import { mayChangeComment, mayComment, mayReply, mayResolve } from "../policy";
import { findAnchor } from "./anchor";
import { readShared } from "./reading";

export type CommentShown = {
  id: string;
  person: string;
  body: string;
  at: Date;
  /** Null when it was withdrawn. */
  text: string | null;
  edits: { text: string; until: Date }[];
  may: { change: boolean };
};

export type ThreadShown = {
  id: string;
  anchor: Anchor;
  /** Where its words stand now, in characters of the text; null when it has lost its place. */
  place: { from: number; to: number } | null;
  resolved: { at: Date; person: string; body: string } | null;
  comments: CommentShown[];
  may: { reply: boolean; resolve: boolean };
};

/** All talks about a document the viewer may see: first those that lost their place, then in the order of the text; closed ones apart. */
export async function listThreads(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string) {
  const { document, position } = await findDocument(ctx, documentId);
  const found = await threadsOf(ctx, documentId);
  const { actor } = ctx;
  const places = await withSharedText(ctx, documentId, (fragment) => {
    const reading = readShared(fragment);
    const paragraphs = reading.blocks.map(({ from, to }, number) => ({ number, text: reading.raw.slice(from, to).trim() })).filter(({ text }) => text !== "");
    return { of: new Map(found.map(({ id, anchor }) => [id, findAnchor(fragment, anchor, reading)])), paragraphs };
  });
  const reply = mayReply(actor, document, position).ok;
  const shown = found.map(({ id, anchor, personId, organisationId, resolved, said }): ThreadShown => ({
    id,
    anchor,
    place: places.of.get(id) ?? null,
    resolved,
    comments: said.map(({ row, person, body, edits }) => ({
      id: row.id, person, body, at: row.at, edits: row.withdrawnAt ? [] : edits,
      text: row.withdrawnAt ? null : row.text,
      may: { change: mayChangeComment(actor, document, position, row, { resolvedAt: resolved?.at ?? null }).ok },
    })),
    may: { reply, resolve: mayResolve(actor, document, position, { personId, organisationId }).ok },
  }));
  shown.sort((a, b) => (a.place?.from ?? -1) - (b.place?.from ?? -1) || a.id.localeCompare(b.id));
  const decision = mayComment(actor, document, position);
  return {
    document: { id: document.id, title: document.title, state: document.state },
    open: shown.filter(({ resolved }) => !resolved),
    closed: shown.filter(({ resolved }) => resolved),
    paragraphs: places.paragraphs,
    may: { comment: decision.ok, because: decision.ok ? null : decision.because },
  };
}

export type ThreadsShown = Awaited<ReturnType<typeof listThreads>>;

async function threadsOf({ db }: Pick<Ctx, "db">, documentId: string) {
  const read = db.read;
  const names = { person: persons.label, body: organisations.name };
  const threads = await read
    .select({ thread: commentThreads, ...names })
    .from(commentThreads)
    .leftJoin(persons, eq(persons.id, commentThreads.resolvedByPersonId))
    .leftJoin(organisations, eq(organisations.id, commentThreads.resolvedByOrganisationId))
    .where(eq(commentThreads.documentId, documentId))
    .orderBy(asc(commentThreads.at));
  const said = await read
    .select({ row: comments, ...names })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .innerJoin(persons, eq(persons.id, comments.personId))
    .innerJoin(organisations, eq(organisations.id, comments.organisationId))
    .where(eq(commentThreads.documentId, documentId))
    .orderBy(asc(comments.at), asc(comments.id));
  const ids = said.map(({ row }) => row.id);
  const edits = ids.length === 0 ? [] : await read.select().from(commentEdits).where(and(inArray(commentEdits.commentId, ids))).orderBy(asc(commentEdits.until));
  return threads.map(({ thread, person, body }) => ({
    ...thread,
    resolved: thread.resolvedAt && person && body ? { at: thread.resolvedAt, person, body } : null,
    said: said
      .filter(({ row }) => row.threadId === thread.id)
      .map((each) => ({ ...each, edits: edits.filter(({ commentId }) => commentId === each.row.id).map(({ text, until }) => ({ text, until })) })),
  }));
}

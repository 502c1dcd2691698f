// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { editComment, listThreads, openThread, reopenThread, reply, resolveThread, withdrawComment } from "~/documents/index.server";
import { OpenThread } from "~/documents/contributions/comments/comment";
import { listEntries } from "~/journal/index.server";
import { parse } from "~/web/forms";
import { documents } from "~db/documents/schema";
import { TODAY } from "~tests/harness";
import { discussion, kind, refusal } from "./contributions-stage";

const words = (quote: string) => ({ quote, before: "", after: "", blockId: null, offset: 0 });

async function withThread() {
  const stage = await discussion();
  const { documentId, member } = stage;
  const { id: threadId } = await openThread(member.ctx, { documentId, place: words("orari più lunghi"), text: "Quali orari?" });
  const [thread] = (await listThreads(member.ctx, documentId)).open;
  return { ...stage, threadId, thread: thread!, commentId: thread!.comments[0]!.id };
}

describe("a comment on some words", () => {
  test("keeps the words, who said it for whom, and what stands around", async () => {
    const { thread, db, threadId, documentId, member } = await withThread();
    expect(thread.anchor).toMatchObject({ quote: "orari più lunghi", before: "Bisogni\nLe famiglie chiedono ", after: ".\nProposte\nIl centro apre anche " });
    expect(thread.comments).toMatchObject([{ text: "Quali orari?", person: "Referente Cooperativa", body: "Cooperativa", at: TODAY }]);
    const [act] = await listEntries({ db }, { limit: 1 });
    expect(act).toMatchObject({ act: "comment.opened", subjectId: threadId, organisationId: member.organisationId, data: { documentId } });
  });

  test("may be about a paragraph chosen from the list, which has its number", async () => {
    const { documentId, observer } = await discussion();
    const { paragraphs } = await listThreads(observer.ctx, documentId);
    expect(paragraphs.map(({ text }) => text)).toEqual(["Bisogni", "Le famiglie chiedono orari più lunghi.", "Proposte", "Il centro apre anche il sabato mattina."]);
    await openThread(observer.ctx, { documentId, place: { paragraph: paragraphs[3]!.number }, text: "E la domenica?" });
    expect((await listThreads(observer.ctx, documentId)).open).toMatchObject([{ anchor: { quote: "Il centro apre anche il sabato mattina." } }]);
  });

  test("is not born where its words are not, or where nobody can tell which are meant", async () => {
    const { documentId, member } = await discussion({ blocks: [{ type: "paragraph", text: "Sì e ancora sì" }, { type: "paragraph", text: "Sì e ancora sì" }] });
    const said = (quote: string) => openThread(member.ctx, { documentId, place: words(quote), text: "?" });
    await expect(said("parole inventate")).rejects.toEqual(refusal("contributions.comment.moved"));
    await expect(said("e ancora")).rejects.toEqual(refusal("contributions.comment.moved"));
    await expect(openThread(member.ctx, { documentId, place: { paragraph: 99 }, text: "?" })).rejects.toEqual(kind("conflict"));
  });

  test("says in the form what is missing", () => {
    expect(() => parse(OpenThread, { text: " ", place: "" })).toThrow(expect.objectContaining({ details: expect.objectContaining({ fields: { text: "contributions.comment.missing", place: "contributions.comment.choose" } }) }));
    expect(() => parse(OpenThread, { text: "Sì", place: "{}" })).toThrow(kind("invalid"));
    expect(() => parse(OpenThread, { text: "Sì", place: JSON.stringify(words("x".repeat(1001))) })).toThrow(expect.objectContaining({ details: expect.objectContaining({ fields: { place: "contributions.comment.longQuote" } }) }));
  });
});

describe("a talk", () => {
  test("goes on with answers, is closed and opened again, and each is an act", async () => {
    const { db, documentId, threadId, lead, member, observer } = await withThread();
    await reply(observer.ctx, { documentId, threadId, text: "Fino alle 19." });
    await resolveThread(lead.ctx, { documentId, threadId });
    await resolveThread(lead.ctx, { documentId, threadId });
    const closed = await listThreads(member.ctx, documentId);
    expect(closed.open).toEqual([]);
    expect(closed.closed).toMatchObject([{ resolved: { person: "Referente Direzione", body: "Direzione" }, comments: [{}, { text: "Fino alle 19." }] }]);
    await expect(reply(member.ctx, { documentId, threadId, text: "Ancora" })).rejects.toEqual(refusal("contributions.no.resolved"));
    await reopenThread(member.ctx, { documentId, threadId });
    expect((await listThreads(member.ctx, documentId)).open).toHaveLength(1);
    const acts = (await listEntries({ db }, { limit: 5 })).map(({ act }) => act);
    expect(acts).toEqual(["comment.reopened", "comment.resolved", "comment.answered", "comment.opened", "document.created"]);
  });

  test("is closed by who writes the text or by the body that opened it, by nobody else", async () => {
    const { documentId, threadId, member, observer } = await withThread();
    await expect(resolveThread(observer.ctx, { documentId, threadId })).rejects.toEqual(refusal("contributions.no.resolve"));
    await resolveThread(member.ctx, { documentId, threadId });
  });

  test("keeps what was said before a correction, and the place of what was withdrawn", async () => {
    const { documentId, threadId, commentId, member, lead, second } = await withThread();
    await editComment(member.ctx, { documentId, commentId, text: "Quali orari precisamente?" });
    await expect(editComment(lead.ctx, { documentId, commentId, text: "Altro" })).rejects.toEqual(refusal("contributions.no.notYours"));
    await expect(withdrawComment(second.ctx, { documentId, commentId })).rejects.toEqual(refusal("contributions.no.notYours"));
    const read = async () => (await listThreads(lead.ctx, documentId)).open[0]!.comments;
    expect(await read()).toMatchObject([{ text: "Quali orari precisamente?", edits: [{ text: "Quali orari?", until: TODAY }] }]);
    await reply(lead.ctx, { documentId, threadId, text: "Vedi sotto." });
    await withdrawComment(member.ctx, { documentId, commentId });
    expect(await read()).toMatchObject([{ text: null, edits: [], body: "Cooperativa" }, { text: "Vedi sotto." }]);
    await expect(editComment(member.ctx, { documentId, commentId, text: "Di nuovo" })).rejects.toEqual(refusal("contributions.no.withdrawn"));
  });

  test("is not corrected by its author in the name of another body", async () => {
    const { documentId, commentId, member, second, voice, seat, table, organisation } = await withThread();
    const other = await voice((await organisation("Altra veste")).id, { personId: member.personId });
    await seat(table.id, other.organisationId, { voices: [other] });
    await expect(editComment(other.ctx, { documentId, commentId, text: "Io" })).rejects.toEqual(refusal("contributions.no.notYours"));
    await expect(editComment(second.ctx, { documentId: crypto.randomUUID(), commentId, text: "Io" })).rejects.toEqual(kind("missing"));
  });

  test("does not exist for who may not see the document, nor under another document", async () => {
    const { documentId, threadId, commentId, stranger, nobody, lead, table } = await withThread();
    const { createDocument } = await import("~/documents/index.server");
    const elsewhere = await createDocument(lead.ctx, { title: "Altro", template: "proposal", table });
    for (const ctx of [stranger.ctx, nobody]) await expect(listThreads(ctx, documentId)).rejects.toEqual(kind("missing"));
    await expect(openThread(stranger.ctx, { documentId, place: words("orari"), text: "?" })).rejects.toEqual(kind("missing"));
    await expect(reply(stranger.ctx, { documentId, threadId, text: "?" })).rejects.toEqual(kind("missing"));
    await expect(reply(lead.ctx, { documentId: elsewhere.id, threadId, text: "?" })).rejects.toEqual(kind("missing"));
    await expect(withdrawComment(stranger.ctx, { documentId, commentId })).rejects.toEqual(kind("missing"));
  });
});

describe("who has a voice", () => {
  test("every person with a mandate, observers too; nobody without, and nobody after the end", async () => {
    const { documentId, lead, member, observer, retired, unnamed, become } = await discussion();
    const comments = async (ctx: typeof lead.ctx) => (await listThreads(ctx, documentId)).may;
    for (const voice of [lead, member, observer]) expect(await comments(voice.ctx)).toEqual({ comment: true, because: null });
    expect(await comments(retired.ctx)).toEqual({ comment: false, because: "documents.access.mandateEnded" });
    expect(await comments(unnamed.ctx)).toEqual({ comment: false, because: "documents.access.noMandate" });
    for (const state of ["approved", "superseded"] as const) {
      await become(state);
      expect(await comments(lead.ctx)).toEqual({ comment: false, because: "contributions.no.over" });
    }
  });

  test("any body on a public text, but only in consultation and through who may speak", async () => {
    const { documentId, stranger, mute, nobody, become } = await discussion({ visibility: "public" });
    const said = (ctx: typeof stranger.ctx) => openThread(ctx, { documentId, place: words("sabato"), text: "Anche noi" });
    await expect(said(stranger.ctx)).rejects.toEqual(refusal("contributions.no.notInvited"));
    await become("consultation");
    await said(stranger.ctx);
    await expect(said(mute.ctx)).rejects.toEqual(refusal("contributions.no.notInvited"));
    await expect(said(nobody)).rejects.toEqual(kind("unauthenticated"));
  });

  test("a locked text can still be discussed", async () => {
    const { db, documentId, member } = await discussion();
    await db.tx((tx) => tx.update(documents).set({ lockedAt: TODAY }).where(eq(documents.id, documentId)));
    await openThread(member.ctx, { documentId, place: words("sabato"), text: "Durante il voto" });
  });
});

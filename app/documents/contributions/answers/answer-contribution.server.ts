// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { answers, suggestions } from "~db/documents/contributions";
import { newId } from "~db/id";
import { suggestionKey } from "../../schema/suggested/find";
import { resolve } from "../../schema/suggested/resolve";
import { reword } from "../../schema/suggested/reword";
import { findContribution, findContributions } from "../find-contribution.server";
import { mayAnswer } from "../policy";
import { speaker } from "../speaker";
import { type Editing, editText } from "../suggestions/edit-text.server";
import type { AnswerInput } from "./outcomes";

/**
 * Answers a suggestion or an observation, with a reason. Accepted, a suggestion enters the text in its author's name, so
 * that the words stay theirs; partly accepted too, after the answerer has put in their own wording; not accepted, its
 * marks leave the text; postponed, all stays as it is and may be answered again. The text changes first: if the answer
 * could then not be written down, the suggestion is still listed and can be answered. Throws `conflict` when it was
 * answered or taken back already. Never inside a transaction.
 */
export async function answerContribution(ctx: Ctx, texts: Editing, { documentId, kind, id, outcome, reason, wording }: AnswerInput & { documentId: string }): Promise<void> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  const contribution = await answerable(ctx, documentId, kind, id);
  if (contribution.kind === "suggestion" && contribution.mark && outcome !== "postponed") {
    const key = suggestionKey({ id: contribution.mark, person: contribution.personId, organisation: contribution.organisationId });
    const answerer = { personId, organisationId, sessionId: ctx.actor?.sessionId ?? null };
    const author = { personId: contribution.personId, organisationId: contribution.organisationId, sessionId: null };
    if (outcome === "partly" && wording !== undefined && wording.trim() !== contribution.words?.inserted.trim()) await editText(texts, documentId, answerer, (content) => reword(content, key, wording.trim()));
    const fate = outcome === "refused" ? "drop" : "take";
    await editText(texts, documentId, fate === "take" ? author : answerer, (content) => resolve(content, (entry) => (suggestionKey(entry) === key ? fate : "keep")));
  }
  await ctx.db.tx(async (tx) => {
    await answerable(ctx, documentId, kind, id);
    const about = kind === "suggestion" ? { suggestionId: id, observationId: null } : { suggestionId: null, observationId: id };
    await tx.insert(answers).values({ id: newId(), documentId, personId, organisationId, at: ctx.now, ...about, outcome, reason });
    if (kind === "suggestion" && outcome !== "postponed" && contribution.inText) await tx.update(suggestions).set({ goneAt: ctx.now }).where(eq(suggestions.id, id));
    await record(tx, ctx, { act: "answer.given", subject: { kind, id }, data: { documentId, outcome, toOrganisationId: contribution.organisationId } });
  });
}

async function answerable(ctx: Ctx, documentId: string, kind: AnswerInput["kind"], id: string) {
  const { document, position, contribution } = await findContribution(ctx, documentId, kind, id);
  enforce(mayAnswer(ctx.actor, document, position, contribution));
  if (contribution.standing === "withdrawn") throw problem("conflict", { because: "contributions.answer.withdrawn" });
  if (contribution.standing !== "open" && contribution.standing !== "postponed") throw problem("conflict", { because: "contributions.answer.already" });
  return contribution;
}

/** Takes the marks of all postponed suggestions out of the text, so that it can be approved; they stay listed with their words. */
export async function setPostponedAside(ctx: Ctx, texts: Editing, documentId: string): Promise<void> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  const { contributions, document, position } = await findContributions(ctx, documentId);
  const aside = contributions.filter(({ kind, standing, inText }) => kind === "suggestion" && standing === "postponed" && inText);
  for (const each of aside) enforce(mayAnswer(ctx.actor, document, position, each));
  const keys = new Set(aside.map((each) => suggestionKey({ id: each.mark ?? "", person: each.personId, organisation: each.organisationId })));
  await editText(texts, documentId, { personId, organisationId, sessionId: ctx.actor?.sessionId ?? null }, (content) => resolve(content, (entry) => (keys.has(suggestionKey(entry)) ? "drop" : "keep")));
  await ctx.db.tx(async (tx) => {
    for (const { id } of aside) await tx.update(suggestions).set({ goneAt: ctx.now }).where(eq(suggestions.id, id));
    await record(tx, ctx, { act: "suggestion.setAside", subject: { kind: "document", id: documentId }, data: { documentId, suggestionIds: aside.map(({ id }) => id) } });
  });
}

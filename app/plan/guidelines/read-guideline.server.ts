// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ChangedPart, wordChanges } from "~/documents";
import { findItem, findTable, type Item, standingAt } from "~/tables/index.server";
import { takenDecisionsOf } from "~/meetings/index.server";
import type { Ctx } from "~/web/context";
import { problem, Problem } from "~/web/problem";
import { formatDate, formatShortDate } from "~/web/time";
import { decisionOn } from "./answer-guideline.server";
import { findGuideline, type Version } from "./find-guidelines.server";
import { draftGuideline, issueGuideline, tracePlan } from "./policy";
import { traceOf } from "./traces.server";
import { wayOf } from "./way.server";
import { readsAnswers, viewVersion } from "./view-guideline.server";
import { planParts, viewTrace } from "./view-trace.server";

export type ComparisonView = { from: number; to: number; parts: { field: "title" | "text" | "reason"; changed: boolean; words: ChangedPart[] }[] };

/** The page of an indirizzo: one version of it, the others as lines, two of them compared if asked; what the viewer may do. Issued versions are public. */
export async function readGuideline(ctx: Ctx, slug: string, number: number, asked: { version: number | null; compare: [number, number] | null }) {
  const table = await findTable(ctx, slug);
  const guideline = await findGuideline(ctx, table, number);
  const { versions, current, draft, withdrawnAt, withdrawnReason } = guideline;
  const wanted = asked.compare?.[1] ?? asked.version;
  const version = wanted ? versions.find((each) => each.version === wanted) : (current ?? draft);
  if (!version) throw problem("missing");
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  const inside = await readsAnswers(ctx, table.id);
  const answerable: string[] = [];
  for (const addressee of current?.addressees ?? []) if (ctx.actor && (await decisionOn(ctx, guideline, addressee)).ok) answerable.push(addressee.id);
  const item = version.itemId ? await findItem(ctx, version.itemId).catch(notForThem) : null;
  const trace = viewTrace(ctx, await traceOf(ctx, guideline));
  const issues = issueGuideline(ctx.actor, table, standing).ok;
  return {
    table: { slug: table.slug, name: table.name },
    number,
    shown: viewVersion(ctx, version, inside),
    source: await sourceOf(ctx, table.id, version, item, standing !== null),
    withdrawn: withdrawnAt && { on: formatDate(withdrawnAt, ctx.locale), reason: withdrawnReason },
    lines: versions.map(({ version: n, state, title, issuedAt, effectiveOn }) => ({ version: n, state, title, on: issuedAt ? formatShortDate(issuedAt, ctx.locale) : null, effectiveOn: formatShortDate(effectiveOn, ctx.locale) })),
    comparison: asked.compare ? compare(versions, asked.compare) : null,
    trace,
    way: await wayOf(ctx, { version, item, actions: trace.following.length }),
    issued: current !== null,
    parts: withdrawnAt === null && tracePlan(ctx.actor, table, standing).ok ? await planParts(ctx) : [],
    draft: draft && { version: draft.version, revision: draft.revision },
    may: {
      draft: draftGuideline(ctx.actor, table, standing).ok && withdrawnAt === null,
      issue: issues && draft !== null && withdrawnAt === null,
      withdraw: issues && current !== null && withdrawnAt === null,
      answer: answerable,
    },
  };
}
export type GuidelineView = Awaited<ReturnType<typeof readGuideline>>;

/** What a version answers and what adopted it, as far as the viewer may follow them. */
async function sourceOf(ctx: Ctx, tableId: string, { itemId, decisionId }: Version, item: Item | null, sits: boolean) {
  const decision = decisionId ? (await takenDecisionsOf(ctx, tableId)).find(({ id }) => id === decisionId) : undefined;
  return {
    hasItem: itemId !== null,
    item: item && { id: item.id, title: item.title, raisedBy: item.raisedBy.name },
    // the text of a decision is for who sits at the table; that a session took it is public
    session: decision ? { on: formatDate(decision.heldAt, ctx.locale), text: sits ? decision.text : null, decisionId: sits ? decision.id : null, meetingId: decision.meetingId } : null,
  };
}

function notForThem(failure: unknown): null {
  if (failure instanceof Problem && failure.kind === "missing") return null;
  throw failure;
}

/** Two versions, word by word, in the order asked. */
function compare(versions: Version[], [from, to]: [number, number]): ComparisonView {
  const [before, now] = [from, to].map((number) => versions.find(({ version }) => version === number));
  if (!before || !now) throw problem("missing");
  const words = (text: string) => ({ text, authors: text === "" ? [] : [{ length: text.length, name: null }], look: "" });
  const part = (field: "title" | "text" | "reason") => ({ field, changed: before[field] !== now[field], words: wordChanges(words(before[field]), words(now[field])) });
  return { from, to, parts: [part("title"), part("text"), part("reason")] };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { inArray } from "drizzle-orm";
import type { BodyStanding } from "~/registry";
import { warnedAmong } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import { persons } from "~db/identity/schema";
import { findDocument } from "../access.server";
import { maySeeHistory } from "../policy";
import { namesOf } from "../versions/list-versions.server";
import { type NamedContribution, nameAuthorship, nameContributions } from "./authorship-of.server";
import { attributionAt } from "./attribution-at.server";
import type { Authorship, Contributor } from "./authorship";
import { classesOf, colouredText, legendOf, type Tint } from "./colours";
import type { Sitting } from "./sittings";

/** Removals and sittings shown at the most, the latest first. */
const SHOWN = 100;

/** A contribution as the list shows it. */
export type ListedContribution = Omit<NamedContribution, "contributors"> & { className: string; /** Where the body is no longer in the RUNTS. */ standing: BodyStanding | undefined };

export async function readContributions(ctx: Ctx, documentId: string): Promise<{ letters: number; contributions: ListedContribution[] }> {
  const { letters, listed } = await gather(ctx, documentId);
  return { letters, contributions: listed };
}

/** All that the page of the contributions shows: sums, words taken away, and who was at work when. For who may see the history. */
export async function contributionsPage(ctx: Ctx, documentId: string) {
  const { letters, listed, authorship, sittings, sha256 } = await gather(ctx, documentId);
  const latest = sittings.slice(-SHOWN).reverse();
  const removals = authorship.removals.slice(-SHOWN).reverse();
  const bodies = await namesOf(ctx, [...authorship.contributors, ...latest].map(({ organisationId }) => organisationId));
  const people = await labelsOf(ctx, [...authorship.contributors, ...latest].map(({ personId }) => personId));
  const bodyOf = (contributor: Contributor | undefined) => bodies.get(contributor?.organisationId ?? "") ?? null;
  return {
    letters,
    contributions: listed,
    sha256,
    removals: removals.map(({ by, at, words, runs }) => ({
      at: new Date(at), words,
      by: bodyOf(authorship.contributors[by]),
      from: [...new Set(runs.filter((_, i) => i % 2 === 1).map((contributor) => bodyOf(authorship.contributors[contributor])))],
    })),
    sittings: latest.map((sitting) => told(sitting, people, bodies)),
    more: sittings.length > SHOWN,
  };
}

function told({ personId, organisationId, initial, firstAt, lastAt, firstSeq, lastSeq, updates, added, removed }: Sitting, people: Map<string, string>, bodies: Map<string, string>) {
  return { person: people.get(personId) ?? null, body: bodies.get(organisationId ?? "") ?? null, initial, from: new Date(firstAt), to: new Date(lastAt), firstSeq, lastSeq, updates, added, removed };
}

async function gather(ctx: Ctx, documentId: string) {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  const { authorship, sittings } = await attributionAt(ctx, documentId);
  const { letters, contributions, sha256 } = await nameAuthorship(ctx, authorship);
  const classes = classesOf(contributions);
  const warned = await warnedAmong(ctx, contributions.map(({ organisationId }) => organisationId));
  const listed = contributions.map(({ contributors, ...sum }, i) => ({ ...sum, className: classes[i] as string, standing: warned[sum.organisationId ?? ""] }));
  return { authorship, sittings, letters, listed, sha256 };
}

async function labelsOf({ db }: Pick<Ctx, "db">, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.read.select({ id: persons.id, label: persons.label }).from(persons).where(inArray(persons.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, label }) => [id, label]));
}

export type ColouredText = { content: JSONContent; legend: Tint[]; removals: { by: string; words: string }[] };

/**
 * The text with each run marked by body, and the legend. `seq` is the row of the log after which the text stands so;
 * `authorship` spares working it out where it was kept. For who may see the history.
 */
export async function colourText(ctx: Ctx, documentId: string, { content, seq, authorship: kept }: { content: JSONContent; seq: number; authorship?: Authorship | null }): Promise<ColouredText> {
  const { legend, entryOf, authorship } = await legendFor(ctx, documentId, { seq, kept });
  const nameOf = (contributor: number) => legend[entryOf[contributor] ?? -1]?.name ?? "";
  const runs = authorship.places.flatMap((place) => place.runs);
  return {
    content: colouredText(content, runs, (contributor) => legend[entryOf[contributor] ?? -1]),
    legend,
    removals: authorship.removals.map(({ by, words }) => ({ by: nameOf(by), words })),
  };
}

/** What an editor needs to colour the text it holds: whose the letters are by their numbers in Yjs. For who may see the history. */
export async function lettersOfText(ctx: Ctx, documentId: string) {
  const { legend, entryOf, letters } = await legendFor(ctx, documentId);
  const entries = letters.map(([client, triples]): [number, number[]] => [client, triples.map((value, i) => (i % 3 === 2 ? (entryOf[value] ?? -1) : value))]);
  return { legend, letters: entries };
}

async function legendFor(ctx: Ctx, documentId: string, { seq, kept }: { seq?: number; kept?: Authorship | null | undefined } = {}) {
  const { document, position } = await findDocument(ctx, documentId);
  enforce(maySeeHistory(ctx.actor, document, position));
  const { authorship, letters } = kept ? { authorship: kept, letters: [] } : await attributionAt(ctx, documentId, seq);
  const { contributions } = await nameContributions(ctx, authorship);
  const name = ({ body, initial, uncertain }: NamedContribution) => {
    const called = body ?? translate(ctx.locale, "documents.attribution.noBody");
    return uncertain ? translate(ctx.locale, "documents.attribution.uncertain", { body: called }) : initial ? translate(ctx.locale, "documents.attribution.initial", { body: called }) : called;
  };
  return { authorship, letters, ...legendOf(contributions, name) };
}

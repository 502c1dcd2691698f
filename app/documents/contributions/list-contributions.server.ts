// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { findContributions } from "./find-contribution.server";
import { mayAnswer, mayObserve, mayWithdrawContribution } from "./policy";
import type { Contribution } from "./read-contributions.server";
import { sectionsOf } from "./sections";
import { noteSuggestions } from "./suggestions/note-suggestions.server";
import { readDocumentContent } from "../content.server";

/** Which contributions the address asks for: `?stato=` and `?ente=`. */
export type Filter = { state: "aperti" | "risposti" | "tutti"; body: string };

export type ContributionShown = Contribution & { may: { answer: boolean; withdraw: boolean } };

const states = ["aperti", "risposti", "tutti"] as const;

export function filterIn(url: URL, usual: Filter["state"] = "tutti"): Filter {
  const asked = url.searchParams.get("stato");
  return { state: states.find((state) => state === asked) ?? usual, body: url.searchParams.get("ente") ?? "" };
}

/** What is postponed is answered, and may be answered anew: it is in both lists. */
export function isShown({ standing, organisationId }: Pick<Contribution, "standing" | "organisationId">, { state, body }: Filter): boolean {
  const open = standing === "open" || standing === "postponed";
  const fits = state === "tutti" || (state === "aperti" ? open : standing !== "open");
  return fits && (body === "" || body === organisationId);
}

/** The suggestions and observations of a document as the viewer sees them, those of the address; `missing` for who is not near. */
export async function listContributions(ctx: Ctx, documentId: string, url: URL) {
  // nobody who may not see it makes the server look at a text
  await findContributions(ctx, documentId);
  await noteSuggestions(ctx, documentId);
  const { document, position, contributions } = await findContributions(ctx, documentId);
  const { json } = await readDocumentContent(ctx, documentId);
  const filter = filterIn(url);
  const shown = contributions
    .filter((each) => isShown(each, filter))
    .map((each): ContributionShown => ({ ...each, may: { answer: ["open", "postponed"].includes(each.standing) && mayAnswer(ctx.actor, document, position, each).ok, withdraw: mayWithdrawContribution(ctx.actor, document, position, each).ok } }));
  const observe = mayObserve(ctx.actor, document, position);
  return {
    document: { id: document.id, title: document.title },
    shown,
    filter,
    bodies: bodiesOf(contributions),
    counts: { all: contributions.length, open: contributions.filter(({ standing }) => standing === "open").length },
    sections: sectionsOf(json).map(({ id, title }) => ({ id, title })),
    postponedInText: contributions.filter(({ standing, inText }) => standing === "postponed" && inText).length,
    may: { observe: observe.ok, because: observe.ok ? null : observe.because, setAside: contributions.some((each) => each.standing === "postponed" && each.inText && mayAnswer(ctx.actor, document, position, each).ok) },
  };
}

export type ContributionsShown = Awaited<ReturnType<typeof listContributions>>;

function bodiesOf(contributions: Contribution[]): { id: string; name: string }[] {
  const names = new Map(contributions.map(({ organisationId, body }) => [organisationId, body]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "it"));
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { authorshipOf, type NamedContribution } from "../attribution/authorship-of.server";
import { paragraphOf, tableOf } from "./paper-blocks";

/** Whose the text is, body by body, as worked out from the log of changes, with the fingerprint by which it can be verified. For who may see the history. */
export async function authorshipAppendix(ctx: Ctx, documentId: string): Promise<{ title: string; blocks: JSONContent[] } | null> {
  const { contributions, letters, sha256 } = await authorshipOf(ctx, documentId);
  if (letters === 0) return null;
  const say = (key: string, values?: Record<string, string | number>) => translate(ctx.locale, key, values);
  const percent = new Intl.NumberFormat(ctx.locale, { style: "percent", maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(ctx.locale);
  const when = (at: Date) => formatDateTime(at, ctx.locale);
  const rows = contributions.map((each) => [
    nameOf(each, say),
    percent.format(each.share),
    each.parts.map(({ words }) => words ?? say("documents.attribution.beginning")).join("; ") || "–",
    say("documents.attribution.edits", { first: when(each.firstAt), last: when(each.lastAt) }),
    number.format(each.removed),
  ]);
  const head = ["body", "share", "parts", "edits", "removed"].map((column) => say(column === "edits" ? "paper.authorship.edits" : `documents.attribution.column.${column}`));
  return { title: say("paper.appendix.authorship"), blocks: [paragraphOf(say("paper.authorship.what")), tableOf([head, ...rows]), paragraphOf(say("paper.authorship.fingerprint", { sha256 }))] };
}

function nameOf({ body, initial, uncertain }: NamedContribution, say: (key: string, values?: Record<string, string>) => string): string {
  const name = body ?? say("documents.attribution.noBody");
  if (uncertain) return say("documents.attribution.uncertain", { body: name });
  return initial ? say("documents.attribution.initial", { body: name }) : name;
}

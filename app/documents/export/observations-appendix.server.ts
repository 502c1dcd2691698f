// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { findContributions } from "../contributions/find-contribution.server";
import type { Contribution } from "../contributions/read-contributions.server";
import { headingOf, paragraphOf } from "./paper-blocks";

type Say = (key: string, values?: Record<string, string | number>) => string;

/** Every suggestion and observation with its answers, in the order of time; `missing` for who does not come near the document. */
export async function observationsAppendix(ctx: Ctx, documentId: string): Promise<{ title: string; blocks: JSONContent[] } | null> {
  const { contributions } = await findContributions(ctx, documentId);
  if (contributions.length === 0) return null;
  const say: Say = (key, values) => translate(ctx.locale, key, values);
  const when = (at: Date) => formatDateTime(at, ctx.locale);
  return { title: say("paper.appendix.observations"), blocks: contributions.flatMap((each) => blocksOf(each, say, when)) };
}

function blocksOf({ kind, number, body, at, section, words, text, standing, answers }: Contribution, say: Say, when: (at: Date) => string): JSONContent[] {
  const name = kind === "observation" ? say("contributions.observation.numbered", { number: number ?? 0 }) : say("contributions.suggestion.name");
  const said = kind === "observation" ? [["", text ?? ""]] : ([["deletes", words?.deleted], ["inserts", words?.inserted], ["formats", words?.formatted]] as const).filter(([, what]) => what);
  return [
    headingOf(3, [name, body, when(at)].join(" · ")),
    ...(section ? [paragraphOf(`${say("contributions.ledger.section")}: ${section}`, "italic")] : []),
    ...said.map(([what, which]) => paragraphOf(what ? `${say(`contributions.suggestion.${what}`)} ${which}` : (which ?? ""))),
    ...(words?.shape ? [paragraphOf(say("contributions.shape", { was: say(`contributions.shapes.${words.shape.was}`), becomes: say(`contributions.shapes.${words.shape.becomes}`) }))] : []),
    ...(answers.length === 0
      ? [paragraphOf(say(`contributions.standing.${standing}`), "bold")]
      : answers.map(({ outcome, reason, body: by, at: on }) => paragraphOf(say("paper.observations.answer", { outcome: say(`contributions.standing.${outcome}`), body: by, when: when(on), reason })))),
  ];
}

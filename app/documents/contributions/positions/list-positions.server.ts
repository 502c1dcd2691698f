// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { positionQuestions, positions } from "~db/documents/contributions";
import { persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import { findDocument } from "../../access.server";
import { readDocumentContent } from "../../content.server";
import { mayFollow, mayGovern } from "../../policy";
import { mayTakePosition } from "../policy";
import { sectionsOf } from "../sections";
import type { Stance } from "./position";
import { wordsSha256 } from "./take-position.server";

export type PositionShown = {
  organisationId: string;
  body: string;
  person: string;
  at: Date;
  stance: Stance;
  condition: string | null;
  /** The words are not those it was about any more. */
  outdated: boolean;
  /** Asked since whether its reserve is overcome, and has not answered. */
  asked: { note: string; at: Date } | null;
};

/** What the bodies say of one part: of the whole document when `section` is "". */
export type PositionsOfPart = { section: string; title: string | null; positions: PositionShown[] };

/** How the bodies stand now, part by part: the last word of each. `missing` for who is not near. */
export async function listPositions(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string) {
  const { document, position } = await findDocument(ctx, documentId);
  if (!mayFollow(ctx.actor, document, position).ok) throw problem("missing");
  const { json } = await readDocumentContent(ctx, documentId);
  const sections = sectionsOf(json);
  const taken = await currentPositions(ctx, documentId);
  const questions = await ctx.db.read.select().from(positionQuestions).where(eq(positionQuestions.documentId, documentId)).orderBy(asc(positionQuestions.at));
  const titles = new Map(taken.map(({ row }) => [row.sectionId ?? "", row.sectionTitle]));
  const order = ["", ...sections.map(({ id }) => id), ...titles.keys()];
  const parts = [...new Set(order)].flatMap((section): PositionsOfPart[] => {
    const here = taken.filter(({ row }) => (row.sectionId ?? "") === section);
    if (here.length === 0 && section !== "") return [];
    const sha256 = wordsSha256(json, section, sections);
    const shown = here.map(({ row, person, body }): PositionShown => {
      const question = questions.findLast((each) => (each.sectionId ?? "") === section && each.at > row.at);
      return { organisationId: row.organisationId, body, person, at: row.at, stance: row.stance, condition: row.condition, outdated: sha256 !== row.sha256, asked: row.stance === "reserve" && question ? { note: question.note, at: question.at } : null };
    });
    return [{ section, title: section === "" ? null : (sections.find(({ id }) => id === section)?.title ?? titles.get(section) ?? ""), positions: shown }];
  });
  const take = mayTakePosition(ctx.actor, document, position);
  return {
    parts,
    sections: sections.map(({ id, title }) => ({ id, title })),
    own: ctx.actor?.organisationId ?? null,
    may: { take: take.ok, because: take.ok ? null : take.because, ask: mayGovern(ctx.actor, document, position).ok && take.ok },
  };
}

/** The last position of each body on each part, bodies in the order of the alphabet. */
export async function currentPositions({ db }: Pick<Ctx, "db">, documentId: string) {
  const rows = await db.read
    .select({ row: positions, person: persons.label, body: organisations.name })
    .from(positions)
    .innerJoin(persons, eq(persons.id, positions.personId))
    .innerJoin(organisations, eq(organisations.id, positions.organisationId))
    .where(eq(positions.documentId, documentId))
    .orderBy(asc(positions.at), asc(positions.id));
  const last = new Map(rows.map((each) => [`${each.row.sectionId ?? ""} ${each.row.organisationId}`, each]));
  return [...last.values()].sort((a, b) => a.body.localeCompare(b.body, "it"));
}

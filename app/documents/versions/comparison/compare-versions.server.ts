// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type ColouredText, colourText } from "../../attribution/read-contributions.server";
import { readLog } from "../../attribution/read-log.server";
import { readDocumentContent } from "../../content.server";
import { readText } from "../../schema/shared-text";
import { type ListedVersion, listVersions, readVersion } from "../list-versions.server";
import { type Compared, compareUnits } from "./compare";
import { unitsOf } from "./units";
import type { Part } from "./word-changes";

/** One of the two texts: a version, the text of now, or (0) the one the document began with. */
export type SideName = number | "ora";
export type Side = { name: SideName; version: ListedVersion | null };

export type Comparison = { from: Side; to: Side; compared: Compared[]; versions: ListedVersion[]; mayKeep: boolean };

/**
 * What became of one text of the document in another: block by block, word by word, with who wrote what came and who took
 * away what went. For who may see the history; `missing` when a version is not there.
 */
export async function compareVersions(ctx: Ctx, documentId: string, names: { from: SideName; to: SideName }): Promise<Comparison> {
  const { versions, mayKeep } = await listVersions(ctx, documentId);
  const [from, to] = [await textOf(ctx, documentId, names.from), await textOf(ctx, documentId, names.to)];
  const compared = compareUnits(unitsOf(from.text.content), unitsOf(to.text.content));
  for (const part of partsOf(compared)) if (part.what === "went") part.taker = takerOf(part, to.text.removals);
  return { from: from.side, to: to.side, compared, versions, mayKeep };
}

async function textOf(ctx: Ctx, documentId: string, name: SideName): Promise<{ side: Side; text: ColouredText }> {
  if (name === "ora") {
    const { json, seq } = await readDocumentContent(ctx, documentId);
    return { side: { name, version: null }, text: await colourText(ctx, documentId, { content: json, seq }) };
  }
  if (name === 0) {
    const rows = await readLog(ctx.db, documentId, { upTo: 1 });
    if (rows.length === 0) throw problem("missing");
    return { side: { name, version: null }, text: await colourText(ctx, documentId, { content: readText(rows.map(({ bytes }) => bytes)), seq: 1 }) };
  }
  const { version, content, authorship } = await readVersion(ctx, documentId, name);
  return { side: { name, version }, text: await colourText(ctx, documentId, { content: content as JSONContent, seq: version.seq, authorship }) };
}

export function* partsOf(compared: Compared[]): Generator<Part> {
  for (const unit of compared) {
    if (unit.what === "line") yield* unit.parts;
    else for (const { cells } of unit.rows) for (const { parts } of cells) yield* parts;
  }
}

/** Words of one's own are taken away by oneself; those of others are told among the removals. */
function takerOf({ text, by }: Part, removals: ColouredText["removals"]): string | null {
  const words = text.trim();
  const found = removals.findLast((removal) => removal.words.includes(words) || (removal.words.trim().length > 3 && words.includes(removal.words.trim())));
  return found ? found.by : by;
}

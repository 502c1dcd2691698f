// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import type { MessageValues } from "~/web/problem";

/** Something that must be settled before the text can be approved: where to go for it. */
export type Obstacle = { id: string; says: string; values?: MessageValues; to: string | null };

/**
 * What stands between this text and its approval: contributions without an answer, headings that the template demands.
 * `content` is the text as it would be sealed. Empty when nothing does.
 */
export async function obstacles(_ctx: Pick<Ctx, "db">, _documentId: string, content: JSONContent): Promise<Obstacle[]> {
  return suggestionsIn(content).map((id) => ({ id, says: "sealing.obstacle.suggestion", to: null }));
}

/** Ids of the suggestions whose marks are still in the text. */
function suggestionsIn(content: JSONContent): string[] {
  const found = new Set<string>();
  const look = (node: JSONContent) => {
    for (const { type, attrs } of node.marks ?? []) if (["insertion", "deletion", "modification"].includes(type)) found.add(String(attrs?.id ?? ""));
    node.content?.forEach(look);
  };
  look(content);
  return [...found];
}

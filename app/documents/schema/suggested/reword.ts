// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { entriesOf } from "./entry";
import { suggestionKey } from "./find";

/**
 * The text with other words inside one suggestion, given by its key: the first stretch it inserts says `wording`, further
 * ones go; where it only deletes, the wording comes after the first stretch. Null when the suggestion is not there.
 */
export function reword(content: JSONContent, key: string, wording: string): JSONContent | null {
  const kindIn = (node: JSONContent) => (node.type === "text" ? entriesOf(node).find((entry) => suggestionKey(entry) === key)?.kind : undefined);
  let hasInserted = false;
  let hasDeleted = false;
  const count = (node: JSONContent): void => {
    hasInserted ||= kindIn(node) === "insertion";
    hasDeleted ||= kindIn(node) === "deletion";
    node.content?.forEach(count);
  };
  count(content);
  if (!hasInserted && !hasDeleted) return null;
  let done = false;
  const asInserted = (node: JSONContent): JSONContent => ({ ...node, text: wording, marks: (node.marks ?? []).map((mark) => (mark.type === "deletion" && suggestionKey(mark.attrs as Parameters<typeof suggestionKey>[0]) === key ? { ...mark, type: "insertion" } : mark)) });
  const change = (node: JSONContent): JSONContent[] => {
    const kind = kindIn(node);
    if (kind === "insertion") {
      if (done || wording === "") return [];
      done = true;
      return [{ ...node, text: wording }];
    }
    if (kind === "deletion" && !hasInserted && !done && wording !== "") {
      done = true;
      return [node, asInserted(node)];
    }
    return [node.content ? { ...node, content: node.content.flatMap(change) } : node];
  };
  return { ...content, content: (content.content ?? []).flatMap(change) };
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";

/** What a block is, for people who are told that it becomes something else. */
export const shapes = ["paragraph", "heading2", "heading3", "heading4", "bulletList", "orderedList", "taskList", "item", "blockquote", "other"] as const;
export type Shape = (typeof shapes)[number];

export function shapeOf({ type, attrs }: Pick<JSONContent, "type" | "attrs">): Shape {
  const name = type === "heading" ? `heading${attrs?.level}` : type === "listItem" || type === "taskItem" ? "item" : type;
  return (shapes as readonly string[]).includes(name ?? "") ? (name as Shape) : "other";
}

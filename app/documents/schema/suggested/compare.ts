// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { type Author, entriesOf, isBy, isEntry } from "./entry";
import { resolve } from "./resolve";

/** Attributes at these values say nothing: some editors write them, some do not. */
const SILENT: Record<string, unknown> = { colspan: 1, rowspan: 1, start: 1, checked: false, alt: "" };

/**
 * Whether the change from one text to another is nothing but suggestions in the author's own name: with those taken out,
 * both are the same, the suggestions of others included.
 */
export function onlySuggests(before: JSONContent, after: JSONContent, author: Author): boolean {
  const ownDropped = (content: JSONContent) => resolve(content, (entry) => (isBy(entry, author) ? "drop" : "keep"));
  return wellSigned(after, author) && alike(ownDropped(before), ownDropped(after));
}

/** What the author's own marks say is complete: an id, both names, an instant. */
function wellSigned(node: JSONContent, author: Author): boolean {
  return entriesOf(node).every((entry) => !isBy(entry, author) || isEntry(entry)) && (node.content ?? []).every((child) => wellSigned(child, author));
}

/** Whether two texts say the same and look the same. A block that had no id yet may have been given one. */
export function alike(before: JSONContent, after: JSONContent): boolean {
  if (before.type !== after.type || (before.text ?? "") !== (after.text ?? "")) return false;
  if (!sameValues(before.attrs, after.attrs) || marksOf(before) !== marksOf(after)) return false;
  const [was, is] = [before.content ?? [], after.content ?? []];
  return was.length === is.length && was.every((child, i) => alike(child, is[i] as JSONContent));
}

function sameValues(was: Record<string, unknown> = {}, is: Record<string, unknown> = {}): boolean {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].every((name) => valueOf(was, name) === valueOf(is, name) || (name === "id" && valueOf(was, name) === ""));
}

function valueOf(attrs: Record<string, unknown>, name: string): string {
  const value = attrs[name];
  return value === null || value === undefined || value === SILENT[name] ? "" : JSON.stringify(value);
}

const marksOf = ({ marks = [] }: JSONContent): string =>
  marks.map(({ type, attrs = {} }) => JSON.stringify([type, Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))])).sort().join();

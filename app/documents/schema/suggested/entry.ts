// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * How a change that somebody proposes is written into the text. On words it is a mark; on a block, a picture, a note or a
 * break it is the attribute `suggested`, because the shared state keeps marks on words only. Both say the same:
 * - "insertion": not there yet. On a block: the border before it is new; without it its words join those before.
 * - "deletion": would go. On a block: the border before it would go.
 * - "modification": looks different from before; `was` says how it looked.
 * What is not marked is the accepted text, whoever looks.
 */
import type { JSONContent } from "@tiptap/core";

export const KINDS = ["insertion", "deletion", "modification"] as const;
export type Kind = (typeof KINDS)[number];

/** Who proposes, for which body, since when. All marks with the same id and the same author are one suggestion. */
export type Signature = { id: string; person: string; organisation: string; at: string };

/** `was`, of a modification: as JSON the marks (of words) or type and attributes (of a block) that were there before. */
export type Entry = Signature & { kind: Kind; was?: string };

export type Author = Pick<Signature, "person" | "organisation">;

const kinds = new Set<string>(KINDS);

export const isSuggestionMark = (type: string | undefined): type is Kind => type !== undefined && kinds.has(type);

export const isBy = (entry: Author, { person, organisation }: Author): boolean => entry.person === person && entry.organisation === organisation;

/** All that is proposed about a node: on words its marks, else its attribute. */
export function entriesOf(node: JSONContent): Entry[] {
  const marks = (node.marks ?? []).flatMap(({ type, attrs }) => (isSuggestionMark(type) ? [{ ...(attrs as Signature), kind: type }] : []));
  return [...marks, ...readEntries(node.attrs?.suggested)];
}

/** The attribute `suggested`, read; what no editor of ours could have written is left out. */
export function readEntries(value: unknown): Entry[] {
  if (typeof value !== "string" || value === "") return [];
  try {
    const found: unknown = JSON.parse(value);
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Null when nothing is proposed. */
export const writeEntries = (entries: Entry[]): string | null => (entries.length === 0 ? null : JSON.stringify(entries));

const isShort = (value: unknown): value is string => typeof value === "string" && value.length > 0 && value.length <= 64;

export function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { kind, id, person, organisation, at } = value as Record<string, unknown>;
  return isSuggestionMark(kind as string) && [id, person, organisation, at].every(isShort);
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { SuggestionWords } from "~db/documents/contributions";
import { plainText } from "../text";
import { type Entry, entriesOf, type Signature } from "./entry";
import { type Shape, shapeOf } from "./shape";

/** A suggestion as it stands in a text. */
export type FoundSuggestion = { signature: Signature; words: SuggestionWords };

const AROUND = 48;
const BORDER = "¶";
const TEXT_BLOCKS = new Set(["paragraph", "heading"]);

/** `accepted` counts the stretches of accepted text so far: what stands after another one is told apart. */
type Gathered = FoundSuggestion & { accepted: number; shape: { was?: Shape; becomes?: Shape }; block: string };
type Gathering = { found: Map<string, Gathered>; section: string | null; accepted: number };

export const suggestionKey = ({ id, person, organisation }: Pick<Signature, "id" | "person" | "organisation">): string => `${id}\n${person}\n${organisation}`;

/** All suggestions in the order of reading, each with its words, what stands around and the heading above it. */
export function suggestionsIn(content: JSONContent): FoundSuggestion[] {
  const gathering: Gathering = { found: new Map(), section: null, accepted: 0 };
  look(content, gathering, null);
  return [...gathering.found.values()].map(({ signature, words, shape: { was, becomes }, block }) => {
    if (!was || !becomes || was === becomes) return { signature, words };
    // a heading that becomes another says so by its words
    const formatted = words.inserted + words.deleted + words.formatted === "" ? block : words.formatted;
    return { signature, words: { ...words, formatted, shape: { was, becomes } } };
  });
}

function look(node: JSONContent, gathering: Gathering, blockId: string | null): void {
  const id = typeof node.attrs?.id === "string" ? node.attrs.id : blockId;
  if (node.type === "heading") gathering.section = plainText(node) || gathering.section;
  const inText = TEXT_BLOCKS.has(node.type ?? "");
  // a border between blocks, a picture, a table: said by what it is, when its words do not say it
  if (node.type !== "text") {
    for (const entry of entriesOf(node)) {
      note(gathering, entry, id, inText ? blockWords(entry) : { [field(entry)]: nodeWords(node) });
      noteShape(gathering, entry, node);
    }
  }
  const children = node.content ?? [];
  if (!inText) for (const child of children) look(child, gathering, id);
  else {
    const pieces = children.map((child) => (child.type === "text" ? (child.text ?? "") : plainText({ type: "paragraph", content: [child] })));
    children.forEach((child, i) => {
      const around = { before: pieces.slice(0, i).join("").slice(-AROUND), after: pieces.slice(i + 1).join("").slice(0, AROUND) };
      const entries = entriesOf(child);
      if (entries.length === 0) gathering.accepted++;
      for (const entry of entries) note(gathering, entry, id, { [field(entry)]: pieces[i], ...around });
    });
  }
}

const field = ({ kind }: Entry): "inserted" | "deleted" | "formatted" => (kind === "insertion" ? "inserted" : kind === "deletion" ? "deleted" : "formatted");

/** A border alone is shown by its sign. */
const blockWords = (entry: Entry): Partial<SuggestionWords> => (entry.kind === "modification" ? {} : { [field(entry)]: BORDER });

const nodeWords = ({ type, attrs }: JSONContent): string => (type === "image" ? String(attrs?.alt || "▣") : type === "table" ? "▦" : type === "horizontalRule" ? "―" : "");

function note({ found, section, accepted }: Gathering, entry: Entry, blockId: string | null, words: Partial<SuggestionWords>): void {
  const { kind: _kind, was: _was, ...signature } = entry;
  const key = suggestionKey(signature);
  const known = found.get(key);
  if (!known) {
    found.set(key, { signature, accepted, shape: {}, block: "", words: { inserted: "", deleted: "", formatted: "", before: "", after: "", blockId, section, ...words } });
    return;
  }
  const apart = known.accepted !== accepted;
  known.accepted = accepted;
  for (const name of ["inserted", "deleted", "formatted"] as const) known.words[name] = joined(known.words[name], words[name] ?? "", apart);
  known.words.before ||= words.before ?? "";
  known.words.after = words.after ?? known.words.after;
}

/** What the outermost block is that goes, or changes, and what the one is that comes in its stead. */
function noteShape({ found }: Gathering, entry: Entry, node: JSONContent): void {
  const known = found.get(suggestionKey(entry));
  if (!known) return;
  const { shape } = known;
  if (entry.kind === "deletion") shape.was ??= shapeOf(node);
  else if (entry.kind === "insertion") shape.becomes ??= shapeOf(node);
  else if (!shape.was && !shape.becomes) {
    known.shape = { was: shapeOf(JSON.parse(entry.was ?? "{}") as JSONContent), becomes: shapeOf(node) };
    known.block = plainText(node);
  }
}

function joined(before: string, more: string, apart: boolean): string {
  if (more === "" || before === "" || before === BORDER) return more || before;
  // words say more than the border before them
  if (more === BORDER) return before.endsWith(BORDER) ? before : `${before} ${BORDER} `;
  return apart ? `${before} … ${more}` : `${before}${more}`;
}

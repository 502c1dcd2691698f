// SPDX-License-Identifier: AGPL-3.0-or-later
/** The difference between two pieces of text, word by word, as a person would mark it on paper. */
import { diffWordsWithSpace } from "diff";
import type { Words } from "./units";

/** `by`: of words that came, who wrote them; of words that went, who had written them. `taker`: who took them away. */
export type Part = { what: "same" | "came" | "went"; text: string; by: string | null; taker?: string | null };

/** Below this share of words in common a paragraph is shown as taken away and written anew: word by word nobody could read it. */
const ALIKE = 0.35;

export function wordChanges(before: Words, after: Words): Part[] {
  if (before.text === after.text) return after.text === "" ? [] : [{ what: "same", text: after.text, by: null }];
  const changes = diffWordsWithSpace(before.text, after.text);
  const common = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.trim().length), 0);
  const longest = Math.max(before.text.trim().length, after.text.trim().length, 1);
  if (common / longest < ALIKE) return [...whole(before, "went"), ...whole(after, "came")];
  const parts: Part[] = [];
  let [old, now] = [0, 0];
  for (const { added, removed, value } of changes) {
    if (added) parts.push(...byAuthor(after, now, now + value.length, "came"));
    else if (removed) parts.push(...byAuthor(before, old, old + value.length, "went"));
    else parts.push({ what: "same", text: value, by: null });
    if (!added) old += value.length;
    if (!removed) now += value.length;
  }
  return gathered(parts);
}

/** All the words, as come or gone. */
export const whole = (words: Words, what: "came" | "went"): Part[] => byAuthor(words, 0, words.text.length, what);

function byAuthor({ text, authors }: Words, from: number, to: number, what: "came" | "went"): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { length, name } of authors) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)];
    const last = parts.at(-1);
    if (start < end && last?.by === name) last.text += text.slice(start, end);
    else if (start < end) parts.push({ what, text: text.slice(start, end), by: name });
    at += length;
  }
  return parts;
}

/** Changes that only a blank parts are one change: "went" words first, then those that came. */
function gathered(parts: Part[]): Part[] {
  const done: Part[] = [];
  for (let i = 0; i < parts.length; ) {
    if (parts[i]?.what === "same") {
      done.push(parts[i++] as Part);
      continue;
    }
    const went: Part[] = [];
    const came: Part[] = [];
    for (; i < parts.length; i++) {
      const part = parts[i] as Part;
      const next = parts[i + 1];
      if (part.what === "went") add(went, part);
      else if (part.what === "came") add(came, part);
      else if (part.text.trim() === "" && next && next.what !== "same") {
        add(went, { ...part, what: "went", by: went.at(-1)?.by ?? null });
        add(came, { ...part, what: "came", by: came.at(-1)?.by ?? null });
      } else break;
    }
    done.push(...went, ...came);
  }
  return done;
}

function add(to: Part[], part: Part): void {
  const last = to.at(-1);
  if (last && last.by === part.by) last.text += part.text;
  else to.push({ ...part });
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { type Entry, entriesOf, isSuggestionMark, readEntries, type Signature, writeEntries } from "./entry";

type Marks = NonNullable<JSONContent["marks"]>;
/** A word, a blank, a sign of punctuation, or one of the signs that stand in a line. */
type Token = { key: string; node: JSONContent };

/** Beyond this many comparisons the middle of two texts counts as replaced. */
const MOST = 4_000_000;

/**
 * The words of a block with the changes that lead to other words proposed in them. Compared is the accepted text; what
 * others propose stays where it is.
 */
export function suggestWords(before: JSONContent[], after: JSONContent[], signature: Signature): JSONContent[] {
  const old = tokensOf(before);
  const accepted = old.filter(({ node }) => !entriesOf(node).some(({ kind }) => kind === "insertion"));
  const wanted = tokensOf(after.map(plainLook));
  const out: JSONContent[] = [];
  const pairs = matched(accepted, wanted);
  let next = 0;
  let seen = 0;
  for (const token of old) {
    if (token !== accepted[seen]) {
      out.push(token.node);
      continue;
    }
    const partner = pairs[seen++] ?? null;
    if (partner === null) {
      out.push(withEntry(token.node, { ...signature, kind: "deletion" }));
      continue;
    }
    for (; next < partner; next++) out.push(inserted(wanted[next] as Token, signature));
    out.push(relooked(token.node, (wanted[next++] as Token).node, signature));
  }
  for (; next < wanted.length; next++) out.push(inserted(wanted[next] as Token, signature));
  return deletionsFirst(out, signature).reduce<JSONContent[]>(addTo, []);
}

/** A whole block as a proposal: it, and all inside it, would be new, or would go. */
export function suggestWhole(node: JSONContent, entry: Entry): JSONContent {
  if (node.type === "text") return withEntry(node, entry);
  const { content } = node;
  return { ...withEntry(node, entry), ...(content && { content: node.type === "footnote" || node.type === "guidance" ? content : content.map((child) => suggestWhole(child, entry)) }) };
}

/** The node with one more thing proposed about it. */
export function withEntry(node: JSONContent, entry: Entry): JSONContent {
  if (node.type !== "text") return { ...node, attrs: { ...node.attrs, suggested: writeEntries([...readEntries(node.attrs?.suggested), entry]) } };
  const { kind, ...attrs } = entry;
  return { ...node, marks: [...(node.marks ?? []), { type: kind, attrs }] };
}

const inserted = ({ node }: Token, signature: Signature) => withEntry(node, { ...signature, kind: "insertion" });

/** The same words in another look: bold, a link. */
function relooked(node: JSONContent, wanted: JSONContent, signature: Signature): JSONContent {
  const [was, is] = [looks(node), looks(wanted)];
  if (node.type !== "text" || lookKey(was) === lookKey(is)) return node;
  const proposed = (node.marks ?? []).filter(({ type }) => isSuggestionMark(type));
  return withEntry({ ...node, marks: [...is, ...proposed] }, { ...signature, kind: "modification", was: JSON.stringify(was) });
}

const looks = ({ marks = [] }: JSONContent): Marks => marks.filter(({ type }) => !isSuggestionMark(type));
const lookKey = (marks: Marks): string => marks.map(({ type, attrs = {} }) => `${type} ${attrs.href ?? ""}`).sort().join();

/** Without what it may bring of proposals made elsewhere. */
function plainLook(node: JSONContent): JSONContent {
  const { suggested: _suggested, ...attrs } = node.attrs ?? {};
  return { ...node, ...(node.attrs && { attrs }), ...(node.marks && { marks: looks(node) }) };
}

function tokensOf(nodes: JSONContent[]): Token[] {
  return nodes.flatMap((node): Token[] => {
    if (node.type !== "text") return [{ key: signKey(node), node }];
    const parts = (node.text ?? "").match(/[\p{L}\p{N}]+|\s|[^\p{L}\p{N}\s]/gu) ?? [];
    return parts.map((text) => ({ key: text, node: { ...node, text } }));
  });
}

const signKey = ({ type, attrs = {}, content = [] }: JSONContent): string => `${type}\n${attrs.to ?? ""}\n${attrs.label ?? ""}\n${content.map(({ text }) => text).join("")}`;

/** For each token of the one, the place of its like in the other, in the same order; null where there is none. */
function matched(one: Token[], other: Token[]): (number | null)[] {
  const same = (i: number, j: number) => one[i]?.key === other[j]?.key;
  let start = 0;
  while (start < one.length && start < other.length && same(start, start)) start++;
  let [endOne, endOther] = [one.length, other.length];
  while (endOne > start && endOther > start && same(endOne - 1, endOther - 1)) [endOne, endOther] = [endOne - 1, endOther - 1];
  const pairs: (number | null)[] = one.map((_, i) => (i < start ? i : i >= endOne ? i - endOne + endOther : null));
  const [rows, columns] = [endOne - start, endOther - start];
  if (rows * columns === 0 || rows * columns > MOST) return pairs;
  const longest = new Uint32Array((rows + 1) * (columns + 1));
  const at = (i: number, j: number) => longest[i * (columns + 1) + j] as number;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) longest[i * (columns + 1) + j] = same(start + i, start + j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(start + i, start + j)) pairs[start + i++] = start + j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return withoutLoneBlanks(pairs, one);
}

/** A blank between two words that both change changes with them: people read phrases. */
function withoutLoneBlanks(pairs: (number | null)[], tokens: Token[]): (number | null)[] {
  return pairs.map((pair, i) => (i > 0 && i + 1 < pairs.length && pairs[i - 1] === null && pairs[i + 1] === null && /^\s$/.test(tokens[i]?.key ?? "") ? null : pair));
}

/** Between two stretches that stay, what goes stands before what comes, as people are used to see it. */
function deletionsFirst(nodes: JSONContent[], { id }: Signature): JSONContent[] {
  const kindOf = (node: JSONContent) => entriesOf(node).find((entry) => entry.id === id && entry.kind !== "modification")?.kind;
  const out: JSONContent[] = [];
  let coming: JSONContent[] = [];
  for (const node of nodes) {
    const kind = kindOf(node);
    if (kind === "insertion") coming.push(node);
    else {
      if (kind === undefined) out.push(...coming.splice(0));
      out.push(node);
    }
  }
  return [...out, ...coming];
}

function addTo(out: JSONContent[], node: JSONContent): JSONContent[] {
  const last = out.at(-1);
  const alike = last?.type === "text" && node.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? []);
  if (alike) out[out.length - 1] = { ...last, text: `${last.text}${node.text}` };
  else out.push(node);
  return out;
}

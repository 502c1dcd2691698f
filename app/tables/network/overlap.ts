// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Where two tables overlap: the same bodies, the same objectives, much the same object, or passages of their approved documents that say the
 * same thing. Each finding says why; people decide what it means. Pure: all it needs is handed to it.
 */
export type TableFacts = { id: string; slug: string; name: string; text: string; memberIds: ReadonlySet<string>; objectives: ReadonlyMap<string, string> };
export type Passage = { tableId: string; documentId: string; title: string; text: string };

export const overlapKinds = ["members", "objectives", "object", "passages"] as const;
export type OverlapKind = (typeof overlapKinds)[number];

export type Overlap = {
  kind: OverlapKind;
  first: { id: string; slug: string; name: string };
  second: { id: string; slug: string; name: string };
  /** For members: ids of bodies. For objectives: their labels. For object: the words they share. */
  shared: string[];
  /** For passages: the two texts, and where they stand. */
  passages: { first: Passage; second: Passage }[];
};

/** So many bodies in common are worth a look, or half of the smaller table when it has at least this many. */
const MEMBERS = 3;
const SMALL = 2;
/** Cosine of the weighted words of two descriptions above which they deal with much the same thing. */
const SIMILAR = 0.3;
/** Words of a shingle; share of the shorter passage's shingles that the other has; fewest words (little ones left out) of a passage compared. */
const SHINGLE = 3;
const SAME = 0.4;
const SHORTEST = 8;
const STOP = new Set("alla alle allo anche agli come con dagli dai dal dalla dalle dei del della delle dello degli entro essere fra gli hanno loro nei nel nella nelle per più poi quali quanto questa questo sono sua sul sulla sulle suo tra una uno chi che non dove cui ogni due".split(" "));

/** Words as they are compared: without case and accents, the ending cut so that singular and plural meet. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[a-z0-9]{3,}/g) ?? []).filter((word) => !STOP.has(word)).map((word) => (word.length > 5 ? word.replace(/[aeio]{1,2}$/, "") : word.replace(/[aeio]$/, "")));
}

/** Every overlap between these tables, pair by pair in the order given. */
export function overlapsOf(tables: readonly TableFacts[], passages: readonly Passage[]): Overlap[] {
  const words = tables.map(({ text }) => wordsOf(text));
  const weights = weightsOf(words);
  const vectors = words.map((own) => vectorOf(own, weights));
  const shingled = passages.map((passage) => ({ passage, shingles: shinglesOf(passage.text) })).filter(({ shingles }) => shingles.size > 0);
  const twins = twinsOf(shingled);
  const found: Overlap[] = [];
  for (const [i, first] of tables.entries()) {
    for (const [k, second] of tables.slice(i + 1).entries()) {
      const pair = { first: nameOf(first), second: nameOf(second), passages: [] };
      const members = [...first.memberIds].filter((id) => second.memberIds.has(id));
      const smaller = Math.min(first.memberIds.size, second.memberIds.size);
      if (members.length >= MEMBERS || (members.length >= SMALL && members.length * 2 >= smaller)) found.push({ ...pair, kind: "members", shared: members });
      const objectives = [...first.objectives].filter(([id]) => second.objectives.has(id)).map(([, label]) => label);
      if (objectives.length > 0) found.push({ ...pair, kind: "objectives", shared: objectives });
      const [mine, theirs] = [vectors[i] as Vector, vectors[i + 1 + k] as Vector];
      if (cosine(mine, theirs) >= SIMILAR) found.push({ ...pair, kind: "object", shared: heaviest(mine, theirs) });
      const same = twins.get(`${first.id} ${second.id}`) ?? twins.get(`${second.id} ${first.id}`)?.map(({ first: a, second: b }) => ({ first: b, second: a })) ?? [];
      if (same.length > 0) found.push({ ...pair, kind: "passages", shared: [], passages: same.slice(0, 5) });
    }
  }
  // what two tables say and follow tells more than who sits there: some bodies sit everywhere
  return found.sort((a, b) => overlapKinds.indexOf(b.kind) - overlapKinds.indexOf(a.kind) || b.shared.length - a.shared.length);
}

const nameOf = ({ id, slug, name }: TableFacts) => ({ id, slug, name });

type Vector = { weight: Map<string, number>; length: number };

/** Rare words tell more: the logarithm of how few of the descriptions use them. */
function weightsOf(texts: string[][]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) uses.set(word, (uses.get(word) ?? 0) + 1);
  return new Map([...uses].map(([word, n]) => [word, Math.log(1 + texts.length / n)]));
}

function vectorOf(words: string[], weights: Map<string, number>): Vector {
  const weight = new Map<string, number>();
  for (const word of words) weight.set(word, (weight.get(word) ?? 0) + (weights.get(word) ?? 0));
  return { weight, length: Math.hypot(...weight.values()) };
}

function cosine(a: Vector, b: Vector): number {
  if (a.length === 0 || b.length === 0) return 0;
  let product = 0;
  for (const [word, weight] of a.weight) product += weight * (b.weight.get(word) ?? 0);
  return product / (a.length * b.length);
}

function heaviest(a: Vector, b: Vector): string[] {
  const shared = [...a.weight].filter(([word]) => b.weight.has(word));
  return shared.sort((x, y) => y[1] - x[1]).slice(0, 6).map(([word]) => word);
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length < SHORTEST) return new Set();
  return new Set(words.slice(0, words.length - SHINGLE + 1).map((_, i) => words.slice(i, i + SHINGLE).join(" ")));
}

type Shingled = { passage: Passage; shingles: Set<string> };

/** Pairs of passages of different tables that share much of the shorter one, found through the shingles themselves. */
function twinsOf(all: Shingled[]): globalThis.Map<string, { first: Passage; second: Passage }[]> {
  const holders = new Map<string, number[]>();
  for (const [i, { shingles }] of all.entries()) for (const shingle of shingles) holders.set(shingle, [...(holders.get(shingle) ?? []), i]);
  const common = new Map<string, number>();
  for (const own of holders.values()) {
    // a turn of phrase that stands everywhere tells nothing
    if (own.length < 2 || own.length > 8) continue;
    for (const [n, a] of own.entries()) for (const b of own.slice(n + 1)) common.set(`${a} ${b}`, (common.get(`${a} ${b}`) ?? 0) + 1);
  }
  const twins = new Map<string, { first: Passage; second: Passage }[]>();
  for (const [pair, count] of common) {
    const [a, b] = pair.split(" ").map(Number).map((i) => all[i] as Shingled) as [Shingled, Shingled];
    if (a.passage.tableId === b.passage.tableId || count / Math.min(a.shingles.size, b.shingles.size) < SAME) continue;
    const key = `${a.passage.tableId} ${b.passage.tableId}`;
    twins.set(key, [...(twins.get(key) ?? []), { first: a.passage, second: b.passage }]);
  }
  return twins;
}

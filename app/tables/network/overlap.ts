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
  const near = similarOf(vectors);
  for (const [i, first] of tables.entries()) {
    for (const [k, second] of tables.slice(i + 1).entries()) {
      const pair = { first: nameOf(first), second: nameOf(second), passages: [] };
      const members = shared(first.memberIds, second.memberIds);
      const smaller = Math.min(first.memberIds.size, second.memberIds.size);
      if (members.length >= MEMBERS || (members.length >= SMALL && members.length * 2 >= smaller)) found.push({ ...pair, kind: "members", shared: members });
      const objectives = shared(first.objectives, second.objectives).map((id) => first.objectives.get(id) as string);
      if (objectives.length > 0) found.push({ ...pair, kind: "objectives", shared: objectives });
      if (near[i]?.has(i + 1 + k)) found.push({ ...pair, kind: "object", shared: heaviest(vectors[i] as Vector, vectors[i + 1 + k] as Vector) });
      const same = twins.get(`${first.id} ${second.id}`) ?? twins.get(`${second.id} ${first.id}`)?.map(({ first: a, second: b }) => ({ first: b, second: a })) ?? [];
      if (same.length > 0) found.push({ ...pair, kind: "passages", shared: [], passages: same.slice(0, 5) });
    }
  }
  // what two tables say and follow tells more than who sits there: some bodies sit everywhere
  return found.sort((a, b) => overlapKinds.indexOf(b.kind) - overlapKinds.indexOf(a.kind) || b.shared.length - a.shared.length);
}

const nameOf = ({ id, slug, name }: TableFacts) => ({ id, slug, name });

function shared(a: Keys, b: Keys): string[] {
  const both: string[] = [];
  for (const key of a.keys()) if (b.has(key)) both.push(key);
  return both;
}
type Keys = { keys(): Iterable<string>; has(key: string): boolean };

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

/** For each description the later ones that are similar, added up word by word: most pairs share no word and cost nothing. */
function similarOf(vectors: Vector[]): Set<number>[] {
  const holders = new Map<string, number[]>();
  const near = vectors.map(() => new Set<number>());
  const product = new Float64Array(vectors.length);
  for (const [i, { weight, length }] of vectors.entries()) {
    product.fill(0);
    for (const [word, own] of weight) {
      const earlier = holders.get(word) ?? [];
      for (const k of earlier) product[k] = (product[k] as number) + own * ((vectors[k] as Vector).weight.get(word) as number);
      holders.set(word, earlier);
      earlier.push(i);
    }
    for (const [k, sum] of product.entries()) if (sum > 0 && sum / (length * (vectors[k] as Vector).length) >= SIMILAR) near[k]?.add(i);
  }
  return near;
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
  for (const [i, { shingles }] of all.entries()) {
    for (const shingle of shingles) {
      const own = holders.get(shingle);
      if (own) own.push(i);
      else holders.set(shingle, [i]);
    }
  }
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

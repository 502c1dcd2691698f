// SPDX-License-Identifier: AGPL-3.0-or-later
/** Dark enough to carry white text; in the notation that editors accept. */
const COLOURS = [
  "#0b5c8a",
  "#8a3b0b",
  "#4a5d23",
  "#6b2c91",
  "#9c1f4b",
  "#1f6f5c",
  "#5c4a1f",
  "#33489c",
  "#7a1f1f",
  "#2c6b2c",
  "#7d2c6b",
  "#3d5266",
  "#8a5a00",
  "#00606b",
  "#5b3cc4",
  "#a03060",
] as const;

/** How many bodies can be told apart at once. */
export const COLOURS_IN_ALL = COLOURS.length;

/**
 * The colours of those present in one document. A body has one colour, its own in every document as long as nobody
 * present has taken it; two bodies share one only when all are taken.
 */
export class Colours {
  private readonly held = new Map<string, { colour: string; holders: number }>();

  /** Somebody of this body comes; answers the body's colour while anybody of it is here. */
  take(body: string): string {
    const already = this.held.get(body);
    if (already) {
      already.holders++;
      return already.colour;
    }
    const taken = new Set([...this.held.values()].map(({ colour }) => colour));
    const first = hashOf(body) % COLOURS.length;
    const fromOwn = [...COLOURS.slice(first), ...COLOURS.slice(0, first)];
    const colour = fromOwn.find((free) => !taken.has(free)) ?? (fromOwn[0] as string);
    this.held.set(body, { colour, holders: 1 });
    return colour;
  }

  /** Somebody of this body goes. */
  release(body: string): void {
    const holding = this.held.get(body);
    if (holding && --holding.holders === 0) this.held.delete(body);
  }
}

function hashOf(key: string): number {
  let hash = 0;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** Letters side by side, in stretches of one origin each: length and origin in turn. Compact, and plain JSON. */
export type Stretches = number[];

/** Adds a stretch at the end, joined to the last one when it has the same origin. */
export function add(to: Stretches, length: number, origin: number): void {
  if (length <= 0) return;
  if (to.length > 0 && to[to.length - 1] === origin) to[to.length - 2] = (to[to.length - 2] as number) + length;
  else to.push(length, origin);
}

/** Calls back for each stretch with where it begins. */
export function each(stretches: Stretches, visit: (length: number, origin: number, from: number) => void): void {
  let from = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const length = stretches[i] as number;
    visit(length, stretches[i + 1] as number, from);
    from += length;
  }
}

/** The stretches of the letters from `from` up to, not including, `to`. */
export function cut(stretches: Stretches, from: number, to: number): Stretches {
  const part: Stretches = [];
  each(stretches, (length, origin, at) => add(part, Math.min(to, at + length) - Math.max(from, at), origin));
  return part;
}

export function join(...parts: Stretches[]): Stretches {
  const whole: Stretches = [];
  for (const part of parts) each(part, (length, origin) => add(whole, length, origin));
  return whole;
}

export function lengthOf(stretches: Stretches): number {
  let sum = 0;
  for (let i = 0; i < stretches.length; i += 2) sum += stretches[i] as number;
  return sum;
}

/** The same letters with other names for their origins. */
export function renamed(stretches: Stretches, name: (origin: number) => number): Stretches {
  const whole: Stretches = [];
  each(stretches, (length, origin) => add(whole, length, name(origin)));
  return whole;
}

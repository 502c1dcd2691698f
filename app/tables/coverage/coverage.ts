// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whom a table represents, and whom it does not: held against the registry, dimension by dimension (city's plan, chapter 4.2: check that the
 * relations represent the actors concerned, and go on checking). What comes out is a list of things to do, never a score: no figure here may
 * be used to compare tables or bodies.
 */
import { type KindGroup, kindGroup, kindGroups } from "~/registry";
import type { Places } from "~/web/places";

export const dimensions = ["group", "category", "district", "neighbourhood", "represents", "size", "activity"] as const;
export type Dimension = (typeof dimensions)[number];

/** What must be known of a body, seated or not. */
export type Body = {
  id: string;
  name: string;
  slug: string;
  kind: string;
  etsCategory: string | null;
  art5Letters: string[];
  territory: { scale: string; districts: number[] };
  /** Ids of the neighbourhoods in which a Municipio knows it at work. */
  neighbourhoods: readonly string[];
  represents: string[];
  size: string | null;
  enrolment: string | null;
};

/** A value of a dimension that the registry knows and the table lacks, with bodies that could fill it. */
export type Gap = { dimension: Dimension; value: string; candidates: Body[] };

/** Seats at one table and the registry around it. */
export type Situation = { seated: Body[]; registry: Body[]; districts: readonly number[]; neighbourhoods: Places["neighbourhoods"] };

/** Candidates named for one gap; more would not be read. */
const CANDIDATES = 5;

const valuesOf: Record<Dimension, (body: Body) => readonly string[]> = {
  group: ({ kind }) => [kindGroup(kind)],
  category: ({ etsCategory }) => (etsCategory ? [etsCategory] : []),
  district: ({ territory }) => territory.districts.map(String),
  neighbourhood: ({ neighbourhoods }) => neighbourhoods,
  represents: ({ represents }) => represents,
  size: ({ size, kind }) => (size && kind === "ets" ? [size] : []),
  activity: ({ art5Letters }) => art5Letters,
};

/**
 * How many seated bodies stand for each value of a dimension, values without any included where the registry has some. Municipi are there all;
 * of neighbourhoods only those in which somebody is known: a city has scores of them.
 */
export function coverage({ seated, registry, districts, neighbourhoods }: Situation, dimension: Dimension): { value: string; seated: number; registered: number }[] {
  const values = valuesOf[dimension];
  const [present, known] = [counted(seated, values), counted(registry, values)];
  const order = orderOf(dimension, neighbourhoods);
  const all = dimension === "district" ? districts.map(String) : [...new Set([...known.keys(), ...present.keys()])];
  return all
    .map((value) => ({ value, seated: present.get(value) ?? 0, registered: known.get(value) ?? 0 }))
    .sort((a, b) => order(a.value) - order(b.value) || byName.compare(a.value, b.value));
}

/** Made once: a comparison with a locale of its own costs a hundred times more. */
const byName = new Intl.Collator("it", { numeric: true });

function counted(bodies: Body[], values: (body: Body) => readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const body of bodies) for (const value of distinct(values(body))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Where a value stands among the others of its dimension, before its name counts. */
function orderOf(dimension: Dimension, neighbourhoods: Situation["neighbourhoods"]): (value: string) => number {
  if (dimension === "group") return (value) => kindGroups.indexOf(value as KindGroup);
  if (dimension !== "neighbourhood") return () => 0;
  const places = new Map(neighbourhoods.map(({ id }, place) => [id, place]));
  return (value) => places.get(value) ?? places.size;
}

/**
 * The gaps of a table. A value counts as missing when no seated body stands for it and at least one body of the registry could. What the
 * table does not deal with is no gap: activities count only among those that the bodies at the table already share.
 */
export function gapsOf(situation: Situation, relevantLetters: readonly string[]): Gap[] {
  const { seated, registry } = situation;
  const inside = new Set(seated.map(({ id }) => id));
  const free = registry.filter((body) => !inside.has(body.id) && body.enrolment !== "cancelled" && body.enrolment !== "not_found");
  const distances = new Map(free.map((body) => [body, body.art5Letters.filter((letter) => relevantLetters.includes(letter)).length]));
  const near = (body: Body) => distances.get(body) ?? 0;
  return dimensions.flatMap((dimension) => {
    const missing = coverage(situation, dimension)
      .filter(({ value, seated: present }) => present === 0 && value !== "others" && (dimension !== "activity" || relevantLetters.includes(value)))
      .map(({ value }) => value);
    const standing = standingFor(missing, free, valuesOf[dimension]);
    return missing.flatMap((value): Gap[] => {
      const candidates = (standing.get(value) ?? [])
        .filter((body) => body.kind !== "ets" || relevantLetters.length === 0 || near(body) > 0)
        // nearest to what the table deals with first, then by name: an order for reading, the same at every check
        .sort((a, b) => near(b) - near(a) || byName.compare(a.name, b.name))
        .slice(0, CANDIDATES);
      return candidates.length > 0 || dimension === "district" ? [{ dimension, value, candidates }] : [];
    });
  });
}

/** The bodies that stand for each of some values: one look at the registry for all, since a city has scores of neighbourhoods. */
function standingFor(wanted: string[], bodies: Body[], values: (body: Body) => readonly string[]): Map<string, Body[]> {
  const found = new Map<string, Body[]>(wanted.map((value) => [value, []]));
  if (wanted.length === 0) return found;
  for (const body of bodies) for (const value of distinct(values(body))) found.get(value)?.push(body);
  return found;
}

/** Nearly every body has one value of a dimension or none. */
const distinct = (values: readonly string[]): Iterable<string> => (values.length < 2 ? values : new Set(values));

/** The activities (art. 5 letters) that at least a third of the third-sector bodies at the table share: what it deals with. */
export function lettersOf(seated: Body[]): string[] {
  const ets = seated.filter(({ kind }) => kind === "ets");
  const counts = new Map<string, number>();
  for (const { art5Letters } of ets) for (const letter of art5Letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts].filter(([, n]) => n * 3 >= ets.length).map(([letter]) => letter).sort();
}

// SPDX-License-Identifier: AGPL-3.0-or-later
/** The list of the neighbourhoods (NIL) of a city, as a file gives it, held against those that are known. */
import { districtNumbers } from "~/registry";

export type ListedNeighbourhood = { code: string | null; name: string; district: number };
export type KnownNeighbourhood = ListedNeighbourhood & { id: string };
export type RefusedLine = { line: number; text: string; because: string };
export type ReadNeighbourhoods = { rows: ListedNeighbourhood[]; refused: RefusedLine[] };

/** What would happen to each neighbourhood. `elsewhere`: the list puts it in another Municipio, or gives it a name already taken there; it stays as it is. */
export type NeighbourhoodChanges = {
  added: ListedNeighbourhood[];
  changed: { id: string; before: KnownNeighbourhood; after: ListedNeighbourhood }[];
  elsewhere: { before: KnownNeighbourhood; after: ListedNeighbourhood }[];
  absent: KnownNeighbourhood[];
  same: number;
};

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]/g, "");

/** Headings under which public lists give each column. */
const headings = { code: ["idnil", "codice", "codicenil", "numero", "id"], name: ["nil", "nome", "nomenil", "denominazione", "quartiere"], district: ["municipio", "zona", "zonadecentramento"] };
type Column = keyof typeof headings;

/** The columns a sheet lacks. */
export function lackingColumns(found: readonly string[]): Column[] {
  return (["name", "district"] as const).filter((column) => !found.some((heading) => headings[column].includes(plain(heading))));
}

/** Reads lines of cells; what cannot be a neighbourhood, or comes twice, is put aside with its reason. */
export function readNeighbourhoods(lines: readonly { line: number; cells: [heading: string, value: string][] }[]): ReadNeighbourhoods {
  const rows: ListedNeighbourhood[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Set<string>();
  for (const { line, cells } of lines) {
    const cell = (column: Column) => cells.find(([heading]) => headings[column].includes(plain(heading)))?.[1].trim() ?? "";
    const name = cell("name").slice(0, 80);
    const code = cell("code").slice(0, 10) || null;
    const district = districtNumbers.find((number) => String(number) === cell("district").replace(/^\D*0*/, ""));
    const refuse = (because: string) => refused.push({ line, text: cells.map(([, value]) => value).filter(Boolean).join(" · "), because: `liaison.nilList.refused.${because}` });
    const keys = [`${district} ${plain(name)}`, ...(code ? [`code ${code}`] : [])];
    if (name.length < 2) refuse("name");
    else if (!district) refuse("district");
    else if (keys.some((key) => seen.has(key))) refuse("twice");
    else {
      for (const key of keys) seen.add(key);
      rows.push({ code, name, district });
    }
  }
  return { rows, refused };
}

/**
 * Holds a list against what is known: by number first, then by name in the same Municipio. Nothing is ever taken away, moved to another
 * Municipio, or given a name that another neighbourhood there has.
 */
export function compareNeighbourhoods(known: readonly KnownNeighbourhood[], listed: readonly ListedNeighbourhood[]): NeighbourhoodChanges {
  const changes: NeighbourhoodChanges = { added: [], changed: [], elsewhere: [], absent: [], same: 0 };
  const named = new Map(known.map((each) => [keyOf(each), each]));
  const byCode = new Map(listed.flatMap((after) => {
    const before = after.code === null ? undefined : known.find(({ code }) => code === after.code);
    return before ? [[after, before] as const] : [];
  }));
  const met = new Set([...byCode.values()].map(({ id }) => id));
  for (const after of listed) {
    const namesake = named.get(keyOf(after));
    const before = byCode.get(after) ?? namesake;
    if (!before) {
      changes.added.push(after);
      continue;
    }
    const own = byCode.has(after) || !met.has(before.id);
    met.add(before.id);
    if (!own || before.district !== after.district || (namesake && namesake.id !== before.id)) changes.elsewhere.push({ before, after });
    else if (before.name !== after.name || (after.code !== null && before.code !== after.code)) changes.changed.push({ id: before.id, before, after });
    else changes.same++;
  }
  changes.absent = known.filter(({ id }) => !met.has(id));
  return changes;
}

const keyOf = ({ district, name }: Pick<ListedNeighbourhood, "district" | "name">) => `${district} ${plain(name)}`;

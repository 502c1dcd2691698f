// SPDX-License-Identifier: AGPL-3.0-or-later
/** The neighbourhoods (NIL) of the city, by Municipio and name, and in which of them each body works as the Municipi know it. */
export type Places = {
  neighbourhoods: readonly { id: string; name: string; district: number }[];
  /** Ids of neighbourhoods by id of the body. */
  ofBodies: ReadonlyMap<string, readonly string[]>;
};

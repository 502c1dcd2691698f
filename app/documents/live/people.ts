// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useState } from "react";
import type { DocumentProvider } from "~realtime/index";
import type { Face } from "./caret";

/** Somebody else who has the document open; `writes` when their caret is in the text. */
export type Person = Face & { key: string; writes: boolean };

export type People = {
  others: Person[];
  /** How many are here in all, when they are too many to be listed; else 0. */
  crowd: number;
};

/** Who else has the document open now, by body. A person in two windows is one; oneself in another window is not listed. */
export function usePeople(provider: DocumentProvider, me: { id: string; organisationId: string | null }): People {
  const [people, setPeople] = useState<People>({ others: [], crowd: 0 });
  const { id, organisationId } = me;
  useEffect(() => {
    const { awareness } = provider;
    const look = () => setPeople({ others: othersIn(awareness.getStates(), awareness.clientID, keyOf({ id, organisationId })), crowd: provider.crowd });
    look();
    awareness.on("change", look);
    const stop = provider.onControl(({ type }) => type === "people" && look());
    return () => {
      awareness.off("change", look);
      stop();
    };
  }, [provider, id, organisationId]);
  return people;
}

/** The same for the same person speaking for the same body. */
export const keyOf = ({ id, organisationId }: Pick<Face, "id" | "organisationId">) => `${id} ${organisationId ?? ""}`;

function othersIn(states: Map<number, Record<string, unknown>>, own: number, ownKey: string): Person[] {
  const found = new Map<string, Person>();
  for (const [client, { user, cursor }] of states) {
    const face = user as Face | undefined;
    if (client === own || !face?.id) continue;
    const key = keyOf(face);
    if (key !== ownKey) found.set(key, { ...face, key, writes: Boolean(cursor) || (found.get(key)?.writes ?? false) });
  }
  return [...found.values()].sort((a, b) => `${a.organisationName}`.localeCompare(`${b.organisationName}`) || a.name.localeCompare(b.name));
}

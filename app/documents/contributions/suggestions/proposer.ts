// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Author, isBy } from "../../schema/suggested/entry";

/** Somebody who proposes, with the names of person and body. */
export type Proposer = Author & { name: string; body: string };

/** "Cooperativa Lampioni · Referente": null when the names are not at hand. */
export function namesOf(proposers: Proposer[], author: Author): string | null {
  const found = proposers.find((each) => isBy(each, author));
  return found ? `${found.body} · ${found.name}` : null;
}

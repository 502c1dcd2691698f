// SPDX-License-Identifier: AGPL-3.0-or-later
import { choices } from "./decision";
import type { DecisionView } from "./view-decision.server";

type Say = (key: string, values?: Record<string, string | number>) => string;

const prefix = "meetings.decisions.sentence";

/** A decision as the minutes tell it: what was decided and how it ended, who was there, what each body said. Persons are not named; a conflict is told without saying which. */
export function sentencesOf(say: Say, { item, text, method, outcome, reason, quorum, positions, reserved, tally, counting }: DecisionView): { head: string; lines: string[] } {
  const lines: string[] = [];
  if (outcome === "withdrawn") lines.push(say(`${prefix}.withdrawn`, { reason: reason ?? "" }));
  else if (outcome === "no_quorum") lines.push(say(`${prefix}.noQuorum`));
  else lines.push(say(`${prefix}.${method}${outcome === "taken" ? "Taken" : "Not"}`));
  if (quorum) lines.push(say(`${prefix}.quorum`, quorum));
  if (method === "vote" && outcome !== "withdrawn") {
    const sides = [["public", tally.publicBodies], ["others", tally.others]] as const;
    for (const [side, count] of sides) if (count.for + count.against + count.abstained > 0) lines.push(say(`${prefix}.count`, { side: say(`meetings.decisions.side.${side}`), ...count }));
    if (counting && outcome !== "no_quorum") lines.push(say(`${prefix}.counting.${counting}`));
    for (const choice of choices) {
      const bodies = positions.filter((position) => position.choice === choice && !position.conflict).map(({ body }) => body);
      if (bodies.length > 0) lines.push(say(`${prefix}.bodies`, { choice: say(`meetings.decisions.choice.${choice}`), bodies: bodies.join(", ") }));
    }
  }
  const conflicted = positions.filter(({ conflict }) => conflict).map(({ body }) => body);
  if (conflicted.length > 0) lines.push(say(`${prefix}.conflicts`, { bodies: conflicted.join(", ") }));
  for (const { body, kind, reason: why } of reserved) lines.push(say(`${prefix}.${kind}`, { body, reason: why }));
  return { head: say(`${prefix}.head`, { position: item.position, text }), lines };
}

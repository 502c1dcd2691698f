// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a session decides: by consensus, which a single dissent stops, or with one vote for each body. Public bodies are counted apart from
 * the others (domain reference 2.10); whether a majority is needed on each side or of all together is for the rules of the table to say.
 */
import { z } from "zod";

export const methods = ["consensus", "vote"] as const;
export type Method = (typeof methods)[number];

export const choices = ["for", "against", "abstained"] as const;
export type Choice = (typeof choices)[number];

export type Outcome = "taken" | "not_taken" | "no_quorum" | "withdrawn";

const words = (least: number, says: string) => z.string().trim().min(least, says).max(2000, "web.field.tooLong");
/** Empty: one's own body. Who keeps the record writes down what the others say in the room. */
const body = z.string().optional().transform((id) => id || null);

export const OpenInput = z.object({
  agendaItemId: z.string().min(1, "meetings.decisions.itemNeeded"),
  text: words(10, "meetings.decisions.textNeeded"),
  method: z.enum(methods, { message: "meetings.decisions.methodNeeded" }),
  /** Whether the document of the agenda point stands still meanwhile. */
  lock: z.union([z.literal("on").transform(() => true), z.boolean()]).optional().transform(Boolean),
});

export const VoteInput = z.object({ choice: z.enum(choices, { message: "meetings.decisions.choiceNeeded" }), organisationId: body });
export const ReserveInput = z.object({ kind: z.enum(["reserve", "dissent"], { message: "meetings.decisions.kindNeeded" }), reason: words(5, "meetings.decisions.reasonNeeded"), organisationId: body });
export const WithdrawInput = z.object({ reason: words(5, "meetings.decisions.reasonNeeded") });

export type Count = Record<Choice, number>;
export type Tally = { publicBodies: Count; others: Count };

/** Counts the ballots, public bodies apart. */
export function tallyOf(ballots: readonly { choice: Choice; publicBody: boolean }[]): Tally {
  const count = (side: boolean): Count => {
    const own = ballots.filter(({ publicBody }) => publicBody === side);
    return { for: own.filter(({ choice }) => choice === "for").length, against: own.filter(({ choice }) => choice === "against").length, abstained: own.filter(({ choice }) => choice === "abstained").length };
  };
  return { publicBodies: count(true), others: count(false) };
}

/** How the rules of a table count a vote. */
export type Counting = "each_side" | "together";

/** Taken when somebody said yes or no and more said yes than no: on each side that spoke, or of all together. */
export function isTaken({ publicBodies, others }: Tally, counting: Counting): boolean {
  const all = { for: publicBodies.for + others.for, against: publicBodies.against + others.against };
  const speaking = (counting === "together" ? [all] : [publicBodies, others]).filter((side) => side.for + side.against > 0);
  return speaking.length > 0 && speaking.every((side) => side.for > side.against);
}

/** How a decision ends once it is closed. */
export function outcomeOf({ method, quorumReached, tally, counting, dissents }: { method: Method; quorumReached: boolean; tally: Tally; counting: Counting; dissents: number }): Exclude<Outcome, "withdrawn"> {
  if (!quorumReached) return "no_quorum";
  const taken = method === "vote" ? isTaken(tally, counting) : dissents === 0;
  return taken ? "taken" : "not_taken";
}

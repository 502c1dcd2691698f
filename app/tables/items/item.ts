// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The way of an item between tables (city's plan, chapter 4.2: objective tables propose, the policy table answers): raised at a table or by
 * a Municipio, forwarded, received, discussed, and then accepted, adapted or not taken, always with a reason that goes back to who raised it.
 */
import { z } from "zod";

export const itemStates = ["raised", "forwarded", "received", "discussed", "accepted", "adapted", "not_taken", "resolved", "reopened"] as const;
export type ItemState = (typeof itemStates)[number];

/** How a question is answered. */
export const outcomes = ["accepted", "adapted", "not_taken"] as const satisfies readonly ItemState[];
export type Outcome = (typeof outcomes)[number];

/** How an item ends: a question is answered, a conflict between policies is resolved. */
export const endings = [...outcomes, "resolved"] as const satisfies readonly ItemState[];

export const itemSteps = ["forward", "receive", "discuss", "decide"] as const;
export type ItemStep = (typeof itemSteps)[number];

/** Days a table has to answer what was sent to it. */
export const ANSWER_DAYS = 60;

const following: Record<ItemStep, readonly ItemState[]> = {
  forward: ["raised", "received", "discussed", "reopened"],
  receive: ["forwarded"],
  discuss: ["raised", "received", "discussed", "reopened"],
  decide: ["raised", "received", "discussed", "reopened"],
};

/** True when the item has had its answer. */
export function isEnded(state: ItemState): boolean {
  return (endings as readonly ItemState[]).includes(state);
}

/** Whether a step may follow a state. */
export function mayFollow(step: ItemStep, state: ItemState): boolean {
  return following[step].includes(state);
}

/** True when the table that has the item should have answered by now. */
export function isOverdue(item: { state: ItemState; due: Date | null }, now: Date): boolean {
  return !isEnded(item.state) && item.due !== null && item.due <= now;
}

export const RaiseInput = z.object({
  title: z.string().trim().min(5, "tables.items.titleNeeded").max(160, "web.field.tooLong"),
  text: z.string().trim().min(10, "tables.items.textNeeded").max(4000, "web.field.tooLong"),
});

const reason = z.string().trim().max(2000, "web.field.tooLong");

export const StepInput = z.discriminatedUnion(
  "step",
  [
    z.object({ step: z.literal("forward"), tableId: z.string().min(1, "tables.items.chooseTable"), reason: reason.min(5, "tables.items.reasonNeeded") }),
    z.object({ step: z.literal("receive"), reason: reason.optional() }),
    z.object({ step: z.literal("discuss"), reason: reason.min(5, "tables.items.noteNeeded") }),
    z.object({ step: z.literal("decide"), outcome: z.enum(outcomes, { message: "tables.items.chooseOutcome" }), reason: reason.min(10, "tables.items.reasonNeeded") }),
  ],
  { message: "web.field.invalid" },
);

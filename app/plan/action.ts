// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import type { BodyStanding } from "~/registry";
import { parseRomeDay } from "~/web/time";

/** How an action stands, as its body declares it. */
export const actionStates = ["planned", "ongoing", "paused", "done"] as const;
export type ActionState = (typeof actionStates)[number];

/** The nine Municipi. */
export const districts = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

const Day = z.string().transform((text, check) => {
  const day = parseRomeDay(text);
  if (!day) check.addIssue({ code: "custom", message: "plan.action.dayWrong" });
  return day as Date;
});

/** What a body writes of an action. No Municipi chosen: the whole city. Days are those of Europe/Rome. */
export const ActionForm = z
  .object({
    title: z.string().trim().min(1).max(200),
    description: z.string().trim().min(1).max(4000),
    partners: z.array(z.string()).default([]),
    districts: z.array(z.coerce.number().int().min(1).max(9)).default([]),
    startsOn: Day,
    endsOn: z.preprocess((value) => (value === "" || value === undefined ? null : value), Day.nullable()),
    state: z.enum(actionStates),
  })
  .refine((form) => form.endsOn === null || !form.startsOn || form.endsOn >= form.startsOn, {
    path: ["endsOn"],
    message: "plan.action.endsBeforeStart",
  });
export type ActionInput = z.input<typeof ActionForm>;

/** A body that declares an action or takes part in it, and how it stands where it is no longer in the RUNTS. */
export type ActionBody = { id: string; slug: string; name: string; standing?: BodyStanding | undefined };

/** An action as everybody may read it. */
export type PlanAction = {
  id: string;
  strategyId: string;
  organisation: ActionBody;
  title: string;
  description: string;
  partners: ActionBody[];
  districts: number[];
  startsOn: Date;
  endsOn: Date | null;
  state: ActionState;
  declaredAt: Date;
  updatedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
};

/** By name of the body, then by title: the only order in which actions of bodies are ever shown. */
export function byName(a: PlanAction, b: PlanAction): number {
  return a.organisation.name.localeCompare(b.organisation.name, "it") || a.title.localeCompare(b.title, "it");
}

/** If and how far a strategy is followed: states, territory and period of its actions together, never body by body. */
export type Following = {
  actions: number;
  states: { state: ActionState; count: number }[];
  wholeCity: boolean;
  districts: number[];
  from: Date | null;
  to: Date | null;
};

export function followingOf(actions: PlanAction[]): Following {
  const starts = actions.map((one) => one.startsOn.getTime());
  const ends = actions.flatMap((one) => one.endsOn?.getTime() ?? []);
  return {
    actions: actions.length,
    states: actionStates.map((state) => ({ state, count: actions.filter((one) => one.state === state).length })),
    wholeCity: actions.some((one) => one.districts.length === 0),
    districts: districts.filter((district) => actions.some((one) => one.districts.includes(district))),
    from: starts.length > 0 ? new Date(Math.min(...starts)) : null,
    to: ends.length > 0 && ends.length === actions.length ? new Date(Math.max(...ends)) : null,
  };
}

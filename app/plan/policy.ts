// SPDX-License-Identifier: AGPL-3.0-or-later
import { can } from "~/identity";
import { all, allow, type Decision, no, yes } from "~/web/policy";

/** Importing a plan and correcting what was read: the office that answers for it, or the platform's administrator. */
export const managePlan = allow((actor) =>
  can(actor, "manage_plan") || actor.administrator ? yes() : no("plan.refused.notPlanOffice"),
);

/** How things stand where a table and an objective meet. */
export type LinkFacts = { tableClosed: boolean; objectiveEnded: boolean; coordinates: boolean };

/** Saying which tables follow an objective: who coordinates the table with a mandate in force, or the plan office. */
export const linkTable = allow((actor, facts: LinkFacts) =>
  all(
    facts.tableClosed ? no("plan.refused.tableClosed") : yes(),
    facts.objectiveEnded ? no("plan.refused.objectiveEnded") : yes(),
    mayLink(can(actor, "manage_plan"), facts),
  ),
);

/** Ending a link stays possible on a closed table or an ended objective. */
export const unlinkTable = allow((actor, facts: LinkFacts) => mayLink(can(actor, "manage_plan"), facts));

function mayLink(planOffice: boolean, { coordinates }: LinkFacts): Decision {
  return planOffice || coordinates ? yes() : no("plan.refused.notCoordinator");
}

/** Declaring an action: a body speaks for itself, on a strategy still in the plan. */
export const recordAction = allow((actor, strategy: { ended: boolean }) => {
  if (!actor.organisationId) return no("plan.refused.noBody");
  if (!can(actor, "write")) return no("plan.refused.cannotWrite");
  return strategy.ended ? no("plan.refused.strategyEnded") : yes();
});

/** Changing or withdrawing an action: only the body that declared it. */
export const changeAction = allow((actor, action: { organisationId: string; withdrawn: boolean }) => {
  if (!actor.organisationId) return no("plan.refused.noBody");
  if (actor.organisationId !== action.organisationId) return no("plan.refused.otherBody");
  if (!can(actor, "write")) return no("plan.refused.cannotWrite");
  return action.withdrawn ? no("plan.refused.withdrawn") : yes();
});

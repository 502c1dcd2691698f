// SPDX-License-Identifier: AGPL-3.0-or-later
export { type ActionState, actionStates, type PlanAction } from "./action";
export type { ParsedPlan } from "./import/parsed";
export type { FollowedObjective, ListedObjective } from "./list-objectives.server";
export { PlanMatrix } from "./parts/plan-matrix";
export type { Matrix } from "./plan-tree";

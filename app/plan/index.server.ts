// SPDX-License-Identifier: AGPL-3.0-or-later
export { planMatrix } from "./explore-plan.server";
export { parsePlan } from "./import/parse-plan";
export { knownPillars } from "./import/pillars";
export { importPlan } from "./import-plan.server";
export { linkTable } from "./link-table.server";
export { actionsOf, listActions } from "./list-actions.server";
export {
  type FollowedObjective,
  type ListedObjective,
  listObjectives,
  objectivesFollowedBy,
  objectivesOfTables,
} from "./list-objectives.server";
export { nameStrategies } from "./name-strategies.server";
export { readPlan } from "./read-plan.server";
export { staleActions } from "./stale-actions.server";
export { recordAction } from "./record-action.server";
export { draftGuideline, reviseGuideline } from "./guidelines/draft-guideline.server";
export { issueGuideline, withdrawGuideline } from "./guidelines/issue-guideline.server";
export { answerGuideline } from "./guidelines/answer-guideline.server";
export { findGuideline, issuedGuidelines } from "./guidelines/find-guidelines.server";
export { nameGuidelines } from "./guidelines/name-guidelines.server";
export { traceOf } from "./guidelines/traces.server";
export { remindGuidelines } from "./guidelines/tell-addressees.server";
export { guidelinesForAgenda, guidelinesWaiting } from "./guidelines/waiting.server";
export { raiseConflict, reopenConflict, resolveConflict } from "./conflicts/conflicts.server";
export { conflictSequels } from "./conflicts/read-conflict.server";
export { remindConflicts } from "./conflicts/remind-conflicts.server";
export { guidelineSequels } from "./guidelines/sequels.server";
export { addTarget, followGuideline, recordPlanChange } from "./guidelines/trace-guideline.server";
export { followUpRows, readFollowUp } from "./guidelines/follow-up.server";

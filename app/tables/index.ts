// SPDX-License-Identifier: AGPL-3.0-or-later
export { formalStatuses, seatKinds, seatRoles, sourcesDisagree, type StatusSource, type TableLevel, tableLevels } from "./levels";
export { type ItemState, isEnded, isOverdue } from "./items/item";
export { quorumOf, type RuleName, say, type TableRules } from "./rules/rules";
export { RuleSentences } from "./rules/parts/rule-list";
export { TableChips, TableHeader, type TableTab } from "./table-header";
export type { TableHeaderData } from "./table-header.server";
export * as tablesPolicy from "./policy";

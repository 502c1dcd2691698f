// SPDX-License-Identifier: AGPL-3.0-or-later
export { type Budget, budgetProblems, type CostCategory, costCategories, type ResourceClass, resourceClasses, totalsOf } from "./budget";
export { inTime, timeLeft, windowAt } from "./deadline";
export { parseEuro, writeEuro } from "./euro";
export { type Kind, kinds, type State, states } from "./machine";
export { emptyNotice, type NoticeContent, NoticeForm } from "./notice";

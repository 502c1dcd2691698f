// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Translate } from "~/web/i18n";
import { RESOURCE_ROWS } from "./notice";

const names = [
  "purpose", "object", "alreadyDecided", "openToDesign", "whoCanTakePart", "requirements", "letters", "startActNumber", "startActDate", "programmingAct", "programmingActAbsence",
  "coFinancingPercent", "coFinancingBase", "samePerson", "cup", "opensAt", "closesAt", "questionsUntil", "shortTermReason", "officer", "contactPec", "justification",
];

/** The label of every field of a notice, for the error summary. */
export function noticeLabels(t: Translate): Record<string, string> {
  const labels = Object.fromEntries(names.map((name) => [name, t(`procedures.notice.${name}`)]));
  for (let row = 0; row <= RESOURCE_ROWS; row++) {
    for (const name of ["resourceSource", "resourceYear", "resourceAmount"]) labels[`${name}-${row}`] = `${t(`procedures.notice.${name}`)} (${row + 1})`;
  }
  return labels;
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import { type Enrolment, kindGroup, wasEnrolled } from "~/registry";
import { ROME } from "~/web/time";
import type { TableRules } from "./rules";

/** What the rules of admission must know of a body. */
export type Candidate = {
  kind: string;
  enrolment: Enrolment | null;
  enrolmentFrom: Date | null;
  createdAt: Date;
  territory: { scale: string; districts: number[] };
};

/** One criterion held against a body. `met` is null where only people can judge. */
export type Finding = { criterion: "groups" | "enrolled" | "months" | "districts" | "judged"; met: boolean | null; text?: string };

/** Holds the rules of admission of a table against a body, at an instant. Criteria that the table does not have give no finding. */
export function holdAgainst(rules: TableRules, body: Candidate, at: Date): Finding[] {
  const findings: Finding[] = [];
  if (rules.admittedGroups.length > 0) findings.push({ criterion: "groups", met: rules.admittedGroups.includes(kindGroup(body.kind)) });
  if (rules.enrolledOnly && body.kind === "ets") findings.push({ criterion: "enrolled", met: body.enrolment === "enrolled" || (body.enrolment !== null && wasEnrolled(body, at)) });
  if (rules.activeMonths !== null) {
    const since = DateTime.fromJSDate(body.createdAt, { zone: ROME }).plus({ months: rules.activeMonths });
    findings.push({ criterion: "months", met: since.toJSDate() <= at });
  }
  if (rules.districts.length > 0) {
    const works = body.territory.scale === "city" && body.territory.districts.length === 0 ? true : body.territory.districts.some((district) => rules.districts.includes(district));
    findings.push({ criterion: "districts", met: works });
  }
  if (rules.criterion) findings.push({ criterion: "judged", met: null, text: rules.criterion });
  return findings;
}

/** True when a criterion is not met: then to admit the body all the same needs a reason. */
export function falls(findings: readonly Finding[]): boolean {
  return findings.some(({ met }) => met === false);
}

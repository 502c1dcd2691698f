// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from "~/web/i18n";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { type BodyStanding, enrolmentWarning } from "./enrolment";

/** The name of a body with the warning beside it when it is no longer in the RUNTS: for paper and files, where there are no chips. */
export function nameWithStanding(locale: Locale, name: string, standing: BodyStanding | undefined): string {
  const warning = standing && enrolmentWarning(standing);
  if (!warning) return name;
  const words = warning.from ? translate(locale, `registry.enrolment.since.${warning.outcome}`, { date: formatShortDate(warning.from, locale) }) : translate(locale, `registry.enrolment.${warning.outcome}`);
  return `${name} (${words.charAt(0).toLowerCase()}${words.slice(1)})`;
}

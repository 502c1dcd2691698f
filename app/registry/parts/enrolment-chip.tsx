// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatShortDate } from "~/web/time";
import { type BodyStanding, enrolmentWarning } from "../checks/enrolment";

/** The warning that goes with the name of a body wherever it sits, when it is no longer in the RUNTS. Nothing otherwise. */
export function EnrolmentChip({ body }: { body: BodyStanding | undefined }) {
  const { t, i18n } = useTranslation();
  const warning = body && enrolmentWarning(body);
  if (!warning) return null;
  return (
    <Chip tone="danger">
      {warning.from ? t(`registry.enrolment.since.${warning.outcome}`, { date: formatShortDate(warning.from, i18n.language as Locale) }) : t(`registry.enrolment.${warning.outcome}`)}
    </Chip>
  );
}

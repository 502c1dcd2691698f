// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import type { DocumentState, Visibility } from "../document";

type Props = { document: { state: DocumentState; template: string; visibility: Visibility; locked: boolean; consultationEndsAt?: Date | null } };

/** What the document is, how far it has come, and whether the city sees it. */
export function DocumentChips({ document: { state, template, visibility, locked, consultationEndsAt } }: Props) {
  const { t, i18n } = useTranslation();
  const until = state === "consultation" && consultationEndsAt ? formatDateTime(consultationEndsAt, i18n.language as Locale) : null;
  return (
    <>
      <Chip tone="primary">{t(`documents.template.${template}.name`)}</Chip>
      <Chip tone={state === "approved" ? "success" : "neutral"}>{until ? t("documents.state.consultationUntil", { until }) : t(`documents.state.${state}`)}</Chip>
      {visibility === "public" ? <Chip tone="success">{t("documents.visibility.public.short")}</Chip> : null}
      {locked ? <Chip tone="warning">{t("documents.locked")}</Chip> : null}
    </>
  );
}

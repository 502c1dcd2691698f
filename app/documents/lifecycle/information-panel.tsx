// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Facts } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import type { informationPanel } from "./information-panel.server";

type Props = Awaited<ReturnType<typeof informationPanel>> & { documentId: string };

/** Where the document stands in its life, and since when. */
export function InformationPanel({ documentId, state, consultationEndsAt, template, begun, changed, lastStep, mayGovern }: Props) {
  const { t, i18n } = useTranslation();
  const when = (moment: { at: Date; body: string | null } | undefined) =>
    moment && [formatDateTime(moment.at, i18n.language as Locale), moment.body].filter(Boolean).join(" — ");
  return (
    <>
      <Facts
        rows={[
          [t("documents.lifecycle.kind"), t(`documents.template.${template}.name`)],
          [t("documents.lifecycle.state"), t(`documents.state.${state}`)],
          [t("documents.lifecycle.until"), consultationEndsAt && formatDateTime(consultationEndsAt, i18n.language as Locale)],
          [t("documents.lifecycle.because"), lastStep?.reason],
          [t("documents.lifecycle.decided"), lastStep && when({ at: lastStep.at, body: lastStep.by?.body ?? null })],
          [t("documents.lifecycle.begun"), when(begun)],
          [t("documents.lifecycle.changed"), when(changed)],
        ]}
      />
      <p className="no-print">
        <Link to={paths.documentState(documentId)}>{t(mayGovern ? "documents.lifecycle.go" : "documents.lifecycle.look")}</Link>
      </p>
    </>
  );
}

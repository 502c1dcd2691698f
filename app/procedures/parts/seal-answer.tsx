// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { SealCheck } from "~/documents/index.server";
import { Callout } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatInstant } from "~/web/time";

/** What is known of a file that may have been sealed. */
export function SealAnswer({ check }: { check: SealCheck }) {
  const { t, i18n } = useTranslation();
  if (check.verdict === "unknown") {
    return (
      <div role="status">
        <Callout tone="danger" title={t("procedures.verify.unsealed.title")}>
          <p>{t("procedures.verify.unsealed.text")}</p>
        </Callout>
      </div>
    );
  }
  const when = formatInstant(check.at, i18n.language as Locale);
  const facts = t(`sealing.verify.${check.what}`, { title: check.title, when, body: check.body });
  if (check.verdict === "damaged") {
    return (
      <div role="status">
        <Callout tone="danger" title={t("sealing.verify.damaged.title")}>
          <p>{facts}</p>
          <p>{t("sealing.verify.damaged.text")}</p>
        </Callout>
      </div>
    );
  }
  const { superseded } = check;
  const next = superseded?.at && superseded.recordSha256 ? t("sealing.verify.supersededBy", { when: formatInstant(superseded.at, i18n.language as Locale), sha256: superseded.recordSha256 }) : t("sealing.verify.supersededPlain");
  return (
    <div role="status">
      <Callout tone={superseded ? "warning" : "success"} title={t(superseded ? "sealing.verify.superseded" : "sealing.verify.authentic")}>
        <p>{facts}</p>
        {check.protocol ? <p>{t("sealing.verify.protocol", { protocol: check.protocol })}</p> : null}
        {superseded ? <p>{next}</p> : null}
      </Callout>
    </div>
  );
}

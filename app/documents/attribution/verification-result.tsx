// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDate } from "~/web/time";
import type { Verification } from "./verify-authorship.server";

/** What the recomputation says: all agrees, or what does not. */
export function VerificationResult({ verification: { rows, versions, disagreements, leftOut, sha256 } }: { verification: Verification }) {
  const { t, i18n } = useTranslation();
  const agrees = disagreements.length === 0;
  return (
    <div role="status">
      <Callout tone={agrees ? "success" : "danger"} title={t(agrees ? "documents.attribution.verify.match" : "documents.attribution.verify.mismatch")}>
        <p>{t("documents.attribution.verify.read", { rows, versions })}</p>
        {agrees ? null : (
          <ul>
            {disagreements.map((found) => (
              <li key={`${found.what} ${"version" in found ? found.version : ""}`}>{t(`documents.attribution.verify.${found.what}`, { number: "version" in found ? found.version : "" })}</li>
            ))}
          </ul>
        )}
        {leftOut.length > 0 ? (
          <ul>
            {leftOut.map(({ version, row, at, told }) => (
              <li key={version}>{t(`documents.attribution.verify.${told ? "leftOut" : "leftOutUntold"}`, { number: version, row, date: formatDate(new Date(at), i18n.language as Locale) })}</li>
            ))}
          </ul>
        ) : null}
        <p className="fingerprint">
          {t("documents.attribution.verify.fingerprint")} <code>{sha256}</code>
        </p>
      </Callout>
    </div>
  );
}

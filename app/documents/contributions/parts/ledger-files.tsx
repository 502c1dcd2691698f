// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";

/** The list as a file, filtered as on the page. */
export function LedgerFiles({ file }: { file: (format: "csv" | "xlsx") => string }) {
  const { t } = useTranslation();
  return (["xlsx", "csv"] as const).map((format) => (
    <a key={format} className="btn btn-outline-primary btn-sm" href={file(format)}>
      {t(`contributions.ledger.${format}`)}
    </a>
  ));
}

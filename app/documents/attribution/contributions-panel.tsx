// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "~/ui";
import { paths } from "~/web/paths";
import { ContributionList } from "./contribution-list";
import type { ListedContribution } from "./read-contributions.server";

type Props = { documentId: string; letters: number; contributions: ListedContribution[] };

/** What each body has in the text, beside it; colours the text by body, or stops. */
export function ContributionsPanel({ documentId, letters, contributions }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const coloured = params.get("colori") === "enti";
  const next = new URLSearchParams(params);
  if (coloured) next.delete("colori");
  else next.set("colori", "enti");
  return (
    <>
      <p className="no-print">
        <Link className="btn btn-outline-primary btn-xs" to={`?${next}`} preventScrollReset aria-current={coloured ? "true" : undefined}>
          {t(coloured ? "documents.attribution.uncolour" : "documents.attribution.colour")}
        </Link>
      </p>
      {letters === 0 ? <Empty>{t("documents.attribution.empty")}</Empty> : <ContributionList contributions={contributions} />}
      <p className="no-print">
        <Link to={paths.documentContributions(documentId)}>{t("documents.attribution.all")}</Link>
      </p>
    </>
  );
}

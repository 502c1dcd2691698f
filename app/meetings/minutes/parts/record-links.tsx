// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";

/** Where a table keeps what its sessions left: published minutes for all; commitments and the monitoring grid for its bodies. */
export function RecordLinks({ slug, inside }: { slug: string; inside: boolean }) {
  const { t } = useTranslation();
  return (
    <p className="no-print">
      <Link to={paths.publishedMinutes(slug)}>{t("meetings.minutes.publicList")}</Link>
      {inside ? (
        <>
          {" · "}
          <Link to={paths.tableCommitments(slug)}>{t("meetings.commitments.title")}</Link>
          {" · "}
          <Link to={paths.grid()}>{t("meetings.grid.title")}</Link>
        </>
      ) : null}
    </p>
  );
}

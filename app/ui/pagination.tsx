// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Previous and next page of a list, as links. Shows nothing when there is one page only. */
export function Pagination({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const { t } = useTranslation();
  if (pages <= 1) return null;
  return (
    <nav className="list-pages no-print" aria-label={t("web.pages.label")}>
      {page > 1 ? <Link to={to(page - 1)} rel="prev">{t("web.pages.previous")}</Link> : <span />}
      <span aria-current="page">{t("web.pages.here", { page, pages })}</span>
      {page < pages ? <Link to={to(page + 1)} rel="next">{t("web.pages.next")}</Link> : <span />}
    </nav>
  );
}

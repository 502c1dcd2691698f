// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** Back and forth through a long list; keeps the filters of the address. */
export function PageLinks({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  if (pages < 2) return null;
  const to = (number: number) => `?${new URLSearchParams({ ...Object.fromEntries(params), pagina: String(number) })}`;
  return (
    <nav className="page-links" aria-label={t("documents.list.pages")}>
      {page > 1 ? <Link to={to(page - 1)}>{t("documents.list.previous")}</Link> : null}
      <span>{t("documents.list.pageOf", { page, pages })}</span>
      {page < pages ? <Link to={to(page + 1)}>{t("documents.list.next")}</Link> : null}
    </nav>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/**
 * The filters beyond the first, inside a form with the class "filters": in a row on a wide screen, folded on a narrow one so that the list
 * is not pushed out of sight. `active` is how many of them are set: then they start open.
 */
export function FilterFold({ active, children }: { active: number; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <details className="filter-fold" open={active > 0}>
      <summary>{active > 0 ? t("web.form.moreFiltersActive", { count: active }) : t("web.form.moreFilters")}</summary>
      <div className="filter-fold-fields">{children}</div>
    </details>
  );
}

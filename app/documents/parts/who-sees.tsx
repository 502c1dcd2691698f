// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui";
import type { Visibility } from "../document";

/** "Chi può vedere questo documento", in one line. */
export function WhoSees({ visibility, table, bodies }: { visibility: Visibility; table: { name: string } | null; bodies: string[] }) {
  const { t } = useTranslation();
  const who = visibility === "public" ? t("documents.whoSees.public") : table ? t("documents.whoSees.table", { table: table.name }) : t("documents.whoSees.bodies", { bodies: bodies.join(", ") });
  return (
    <p className="who-sees">
      <Icon name={visibility === "public" ? "unlocked" : "locked"} className="icon-sm" /> <strong>{t("documents.whoSees.label")}</strong> {who}
    </p>
  );
}

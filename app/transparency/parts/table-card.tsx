// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Written } from "~/ui";
import { paths } from "~/web/paths";
import type { Home } from "../read-home.server";

/** A thematic table: what it is for, how many bodies, the last thing it published. */
export function TableCard({ table: { slug, name, object, members, lastDocument } }: { table: Home["tables"][number] }) {
  const { t } = useTranslation();
  const last = lastDocument ? (
    <>
      {t("transparency.home.lastDocument")} <Link to={paths.document(lastDocument.id)}>{lastDocument.title}</Link>
    </>
  ) : (
    t("transparency.home.nothingPublished")
  );
  return (
    <Card title={name} to={paths.table(slug)} kicker={t("transparency.home.members", { count: members })} footer={last}>
      <p><Written>{object}</Written></p>
    </Card>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/ui";

export default function Home() {
  const { t } = useTranslation();
  return <PageHeader title={t("web.productName")} lead={t("web.tagline")} />;
}

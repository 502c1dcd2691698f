// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Select } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatShortDate, formatTime } from "~/web/time";
import type { ListedVersion } from "./list-versions.server";
import { useVersionTitle } from "./version-line";

type Props = { documentId: string; versions: Pick<ListedVersion, "number" | "name" | "cause" | "at">[]; from?: string; to?: string };

/** Chooses the two texts to compare; the address of the answer carries them. */
export function CompareForm({ documentId, versions, from, to }: Props) {
  const { t, i18n } = useTranslation();
  const title = useVersionTitle();
  const locale = i18n.language as Locale;
  const kept = versions.map((version) => ({
    value: String(version.number),
    label: `${title(version)} — ${formatShortDate(version.at, locale)}, ${formatTime(version.at, locale)}`,
  }));
  return (
    <Form method="get" action={`/documenti/${documentId}/confronto`} className="filters no-print">
      <Select name="da" label={t("documents.versions.compare.from")} initial={from ?? kept[0]?.value ?? ""} options={[...kept, { value: "0", label: t("documents.versions.compare.start") }]} />
      <Select name="a" label={t("documents.versions.compare.to")} initial={to ?? "ora"} options={[{ value: "ora", label: t("documents.versions.compare.now") }, ...kept]} />
      <Button look="outline-primary">{t("documents.versions.compare.go")}</Button>
    </Form>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui";

/** The head of the chain at the end of each of the latest days, and how anybody can use it. */
export function ChainHead({ heads }: { heads: { day: string; seq: number; hash: string }[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("transparency.journal.check.how")}</p>
      <DataTable caption={t("transparency.journal.check.heads")} head={[t("transparency.journal.check.day"), t("transparency.journal.check.last"), t("transparency.journal.hash")]}>
        {heads.map(({ day, seq, hash }) => (
          <tr key={day}>
            <th scope="row">{day.split("-").reverse().join("/")}</th>
            <td data-label={t("transparency.journal.check.last")}>{seq}</td>
            <td data-label={t("transparency.journal.hash")}>
              <code className="hash">{hash}</code>
            </td>
          </tr>
        ))}
      </DataTable>
      <p>
        {t("transparency.journal.check.office")} <code>npm run verify</code>. <a href="/api/v1/registro">{t("transparency.journal.check.json")}</a>
      </p>
    </>
  );
}

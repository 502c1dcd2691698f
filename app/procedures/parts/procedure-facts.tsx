// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Facts } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant, formatShortDate, parseRomeDay } from "~/web/time";
import type { NoticeContent } from "../notice";

type View = {
  procedure: { id: string; opensAt: Date | null; closesAt: Date | null };
  organisationName: string;
  organisationSlug: string;
  tableName: string | null;
  tableSlug: string | null;
  notice: { content: NoticeContent };
  versions: { version: number; occasion: string; savedAt: Date }[];
};

/** The file at a glance: who is responsible, until when one may ask, and every version of the notice. */
export function ProcedureFacts({ view }: { view: View }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { content } = view.notice;
  const instant = (value: Date | string | null) => (value ? formatInstant(new Date(value), locale) : null);
  const startDay = content.startActDate ? parseRomeDay(content.startActDate) : null;
  return (
    <section className="file-facts">
      <h2>{t("procedures.file.title")}</h2>
      <Facts
        rows={[
          [t("procedures.file.body"), <Link key="body" to={paths.organisation(view.organisationSlug)}>{view.organisationName}</Link>],
          [t("procedures.notice.officer"), content.officer],
          [t("procedures.notice.contactPec"), content.contactPec],
          [t("procedures.file.startAct"), content.startActNumber ? `${content.startActNumber}${startDay ? ` — ${formatShortDate(startDay, locale)}` : ""}` : null],
          [t("procedures.notice.opensAt"), instant(view.procedure.opensAt ?? content.opensAt)],
          [t("procedures.notice.closesAt"), instant(view.procedure.closesAt ?? content.closesAt)],
          [t("procedures.notice.questionsUntil"), instant(content.questionsUntil)],
          [t("procedures.start.table"), view.tableSlug ? <Link key="table" to={paths.table(view.tableSlug)}>{view.tableName}</Link> : null],
          ["CUP", content.cup],
        ]}
      />
      {view.versions.length > 0 ? (
        <>
          <h3>{t("procedures.version.title")}</h3>
          <ul className="plain-list">
            {view.versions.map(({ version, occasion, savedAt }) => (
              <li key={version}>
                <Link to={paths.noticeVersion(view.procedure.id, version)}>{t("procedures.version.name", { version })}</Link> — {t(`procedures.version.${occasion}`)}
                <span className="muted d-block">{formatInstant(savedAt, locale)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

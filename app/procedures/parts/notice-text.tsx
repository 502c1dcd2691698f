// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, Facts, Section } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatEuro } from "~/web/time";
import type { Kind } from "../machine";
import { type NoticeContent, publicTotal } from "../notice";
import { writePercent } from "../shares";

const parts = ["purpose", "object", "alreadyDecided", "openToDesign", "whoCanTakePart", "requirements"] as const;

/** The words of a notice, to be read. What is not written yet is not shown. */
export function NoticeText({ kind, notice, objectives }: { kind: Kind; notice: NoticeContent; objectives: { id: string; code: string; title: string }[] }) {
  const { t } = useTranslation();
  return (
    <>
      {parts.map((name) =>
        notice[name] ? (
          <Section key={name} title={t(`procedures.notice.${name}`, { context: kind })}>
            {name === "whoCanTakePart" && notice.onlyEts ? <p><strong>{t("procedures.notice.onlyEtsSaid")}</strong></p> : null}
            <p className={`prose ${name === "openToDesign" ? "open-part" : ""}`}>{notice[name]}</p>
          </Section>
        ) : null,
      )}
      {kind === "co_design" && notice.publicResources.length > 0 ? <Money notice={notice} /> : null}
      {objectives.length > 0 ? (
        <Section title={t("procedures.objectives.title")}>
          <ul>
            {objectives.map(({ id, code, title }) => (
              <li key={id}>
                <Link to={paths.planObjective(id)}>{code} {title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t("procedures.notice.part.basis")}>
        <Facts
          rows={[
            [t("procedures.notice.programmingAct"), notice.programmingAct],
            [t("procedures.notice.programmingActAbsence"), notice.programmingActAbsence],
            [t("procedures.notice.lettersShort"), notice.letters.map((letter) => `${letter}) ${t(`registry.art5.${letter}`)}`).join("; ")],
            [t("procedures.notice.shortTermReason"), notice.shortTermReason],
            [t("procedures.notice.justificationSaid"), notice.justification],
          ]}
        />
      </Section>
    </>
  );
}

function Money({ notice }: { notice: NoticeContent }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return (
    <Section title={t("procedures.notice.part.money")}>
      <DataTable caption={t("procedures.notice.part.money")} head={[t("procedures.notice.resourceSource"), t("procedures.notice.resourceYear"), <span key="amount" className="money d-block">{t("procedures.notice.resourceAmount")}</span>]}>
        {notice.publicResources.map(({ source, year, cents }) => (
          <tr key={`${source}${year}`}>
            <td data-label={t("procedures.notice.resourceSource")}>{source}</td>
            <td data-label={t("procedures.notice.resourceYear")}>{year}</td>
            <td data-label={t("procedures.notice.resourceAmount")} className="money">{formatEuro(cents, locale)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2}>{t("procedures.budget.total")}</th>
          <td className="money"><strong>{formatEuro(publicTotal(notice), locale)}</strong></td>
        </tr>
      </DataTable>
      {notice.coFinancingMinShare > 0 ? (
        <p>{t("procedures.notice.coFinancingSaid", { percent: writePercent(notice.coFinancingMinShare), base: t(`procedures.notice.base.${notice.coFinancingBase}`).toLowerCase() })}</p>
      ) : null}
      <p className="muted">{t("procedures.notice.contributions")}</p>
    </Section>
  );
}

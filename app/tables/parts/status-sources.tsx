// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout, Empty } from "~/ui";
import { formatShortDate, parseRomeDay } from "~/web/time";
import { type StatusSource, sourcesDisagree } from "../levels";

/** What each source says of a table's formal status, side by side; where they disagree none is preferred. */
export function StatusSources({ sources }: { sources: StatusSource[] }) {
  const { t, i18n } = useTranslation();
  if (sources.length === 0) return <Empty>{t("tables.status.noSource")}</Empty>;
  const day = (text: string) => {
    const instant = parseRomeDay(text);
    return instant ? formatShortDate(instant, i18n.language === "en" ? "en" : "it") : text;
  };
  return (
    <>
      {sourcesDisagree(sources) ? <Callout tone="warning" title={t("tables.status.disagree")}>{t("tables.status.disagreeMeans")}</Callout> : null}
      <div className="side-by-side">
        {sources.map(({ status, source, act, date }) => (
          <div key={`${status} ${source}`}>
            <p>
              <strong>{t(`tables.status.${status}`)}</strong>
            </p>
            {act ? <p>{act}</p> : null}
            <p className="muted">
              {t("tables.status.source", { source })}
              {date ? ` · ${day(date)}` : ""}
            </p>
          </div>
        ))}
      </div>
    </>
  );
}

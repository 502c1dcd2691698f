// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import type { AgendaPoint } from "../agenda/read-agenda.server";

/** The points of an agenda in their order. `under` adds something below each. */
export function AgendaList({ points, under }: { points: AgendaPoint[]; under?: (point: AgendaPoint, index: number) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <ol className="agenda-list">
      {points.map((point, i) => (
        <li key={point.id} id={`punto-${point.id}`}>
          <span className="agenda-minutes">{t("meetings.agenda.minutesShort", { count: point.minutes })}</span>
          <div>
            <p className="agenda-title">
              {point.title} <span className="muted">· {t(`meetings.agenda.kind.${point.kind}`)}</span>
            </p>
            {point.text ? <p className="typed-text mb-1">{point.text}</p> : null}
            {point.proposer ? <p className="muted mb-0">{t("meetings.agenda.proposedBy", { body: point.proposer })}</p> : null}
            {point.documents.map(({ id, title }) => (
              <p key={id} className="mb-0">
                <Link to={paths.document(id)}>{title}</Link>
              </p>
            ))}
            {point.itemId ? (
              <p className="mb-0">
                <Link to={paths.item(point.itemId)}>{t("meetings.agenda.item")}</Link>
              </p>
            ) : null}
            {under?.(point, i)}
          </div>
        </li>
      ))}
    </ol>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Card, Chip, Sequels, Written } from "~/ui";
import { paths } from "~/web/paths";
import type { ElementView } from "../view-element.server";

/** What was gathered, each with where it comes from, the table to which it was brought and what the table did with it. */
export function Elements({ elements, actions }: { elements: ElementView[]; actions?: (element: ElementView) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {elements.map((element) => {
        const { id, title, text, theme, neighbourhood, voices, workshops, item, answer, sequels, keptReason } = element;
        const from = [theme, neighbourhood, voices ? t("liaison.element.voices", { count: voices }) : null].filter(Boolean).join(" · ");
        const tone = item?.state === "accepted" || item?.state === "adapted" ? "success" : item?.overdue ? "danger" : "warning";
        return (
          <Card key={id} level="h3" title={title} kicker={from || undefined}>
            <p className="pre-line"><Written>{text}</Written></p>
            {workshops.length > 0 ? (
              <p className="muted">
                {t("liaison.element.cameUp")}{" "}
                {workshops.map((workshop, i) => (
                  <span key={workshop.id}>
                    {i > 0 ? ", " : ""}
                    <Link to={paths.workshop(workshop.id)}>{workshop.title}</Link>
                  </span>
                ))}
              </p>
            ) : null}
            {item ? (
              <p>
                <Chip tone={item.state === "not_taken" ? "neutral" : tone}>{t(`tables.items.state.${item.state}`)}</Chip> {item.overdue ? <Chip tone="danger">{t("tables.items.overdue")}</Chip> : null} {item.at?.name} ·{" "}
                <Link to={paths.item(item.id)}>{t("liaison.element.way")}</Link>
                {item.due ? <span className="muted"> · {t("liaison.element.due", { date: item.due })}</span> : null}
              </p>
            ) : null}
            {answer ? (
              <blockquote>
                {answer.reason}
                <footer>{t("liaison.element.answered", { date: answer.on })}</footer>
              </blockquote>
            ) : null}
            <Sequels sequels={sequels} />
            {keptReason ? <p className="muted">{t("liaison.element.kept", { reason: keptReason })}</p> : null}
            {actions?.(element)}
          </Card>
        );
      })}
    </>
  );
}

// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Callout, Chip, Icon, PageHeader } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { type SectionName, sectionsOf } from "../checklist";
import type { ApplicationView } from "../view-application.server";
import { TimeLeft } from "./procedure-card";

export type Place = SectionName | "summary";

const addresses = { project: "scheda", budget: "piano-economico", declarations: "dichiarazioni", summary: "riepilogo" } as const;
const addressOf = (id: string, place: Place) => (place === "partners" ? paths.application(id) : paths.applicationSection(id, addresses[place]));

/** What surrounds every part of an application: its notice and term, the checklist with the state of each part, what the office answered. */
export function ApplicationFrame({ view, here, children }: { view: ApplicationView; here: Place; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { procedure } = view;
  const places: Place[] = [...sectionsOf(procedure.kind), "summary"];
  return (
    <>
      <PageHeader
        title={view.title}
        trail={[{ to: paths.procedures(), label: t("procedures.list.title") }, { to: paths.procedure(procedure.id), label: procedure.title }]}
        chips={
          <>
            <Chip tone={view.state === "draft" ? "warning" : view.state === "excluded" ? "danger" : "success"}>{t(`procedures.application.${view.state}`)}</Chip>
            <Chip>{t(view.own.role === "lead" ? "procedures.partners.youLead" : "procedures.partners.youTakePart", { name: view.own.name })}</Chip>
          </>
        }
      />
      {procedure.closesAt ? (
        <p className="application-term">
          {t(procedure.window !== "open" ? "procedures.application.closed" : view.state === "draft" ? "procedures.application.until" : "procedures.application.closes", { when: formatInstant(procedure.closesAt, locale) })}
          {procedure.window === "open" ? <TimeLeft closesAt={procedure.closesAt} now={view.now} /> : null}
        </p>
      ) : null}
      <Answer view={view} locale={locale} />
      <div className="application-columns">
        <nav className="checklist no-print" aria-label={t("procedures.checklist.label")}>
          <ol>
            {places.map((place) => {
              const left = place === "summary" ? view.todo : view.todo.filter(({ section }) => section === place);
              return (
                <li key={place}>
                  <Link to={addressOf(view.id, place)} aria-current={place === here ? "page" : undefined}>
                    <span className={left.length === 0 ? "check-done" : "check-open"}>{left.length === 0 ? <Icon name="check" className="icon-sm" /> : left.length}</span>
                    <span>
                      {t(`procedures.section.${place}`)}
                      <span className="check-note">{t(left.length === 0 ? "procedures.checklist.ready" : "procedures.checklist.left", { count: left.length })}</span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ol>
          <p className="muted">{t("procedures.application.whoSees")}</p>
        </nav>
        <div className="application-part">
          <h2>{t(`procedures.section.${here}`)}</h2>
          {children}
        </div>
      </div>
    </>
  );
}

/** What the office answered, told to those it concerns. */
function Answer({ view: { decision, receipt }, locale }: { view: ApplicationView; locale: Locale }) {
  const { t } = useTranslation();
  if (decision) {
    return (
      <Callout tone={decision.outcome === "admitted" ? "success" : "danger"} title={t(`procedures.decide.told.${decision.outcome}`, { when: formatInstant(decision.at, locale) })}>
        <p className="prose">{decision.reason}</p>
      </Callout>
    );
  }
  if (!receipt) return null;
  return (
    <Callout tone="success" title={t("procedures.application.sentOn", { when: formatInstant(receipt.receivedAt, locale) })}>
      <p>
        <Link to={paths.receipt(receipt.number)}>{t("procedures.receipt.name", { number: receipt.number })}</Link>
      </p>
    </Callout>
  );
}

/** What is still to do in a part, in words. */
export function StillToDo({ view, section }: { view: ApplicationView; section?: SectionName }) {
  const { t } = useTranslation();
  const list = section ? view.todo.filter((one) => one.section === section) : view.todo;
  if (list.length === 0) return null;
  return (
    <Callout tone="warning" title={t("procedures.checklist.toDo")}>
      <ul className="mb-0">
        {list.map(({ section: where, because, values }) => (
          <li key={`${because}${JSON.stringify(values)}`}>
            {section ? t(because, said(values)) : <Link to={addressOf(view.id, where)}>{t(because, said(values))}</Link>}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** Shares are kept in hundredths of a percent. */
function said(values: Record<string, string | number> | undefined) {
  return typeof values?.share === "number" ? { ...values, share: (values.share / 100).toFixed(2).replace(".", ",") } : values;
}

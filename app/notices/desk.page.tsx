// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DocumentList, documentStyles } from "~/documents";
import { MeetingList, meetingStyles } from "~/meetings";
import { ButtonLink, Callout, Empty, PageHeader, Section } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { WaitingList } from "./parts/waiting-list";
import { readDesk } from "./read-desk.server";

export const loader = load(async (ctx) => {
  const { organisationId, administrator } = signedIn(ctx);
  return {
    ...(await readDesk(ctx)),
    title: translate(ctx.locale, "notices.desk.title"),
    locale: ctx.locale,
    now: ctx.now,
    forNobody: organisationId ? null : administrator ? ("administrator" as const) : ("speakForNobody" as const),
  };
});

export const links = () => [...documentStyles(), ...meetingStyles()];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Desk() {
  const { title, meetings, waiting, documents, tables, locale, now, forNobody } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={title} />
      {forNobody ? <Callout>{t(`notices.desk.${forNobody}`)}</Callout> : null}
      {forNobody === "administrator" ? <AdministratorLinks /> : null}
      <Section title={t("notices.desk.waiting")}>
        {waiting.length === 0 ? <Empty>{t("notices.desk.nothing")}</Empty> : <WaitingList waiting={waiting} locale={locale} now={now} />}
      </Section>
      {forNobody ? null : (
        <Section title={t("notices.desk.meetings")} actions={<Link to={paths.ownCalendar()}>{t("meetings.calendar.own")}</Link>}>
          {meetings.length === 0 ? <Empty>{t("notices.desk.noMeetings")}</Empty> : <MeetingList meetings={meetings} />}
        </Section>
      )}
      {forNobody ? null : (
        <div className="two-columns">
          <Section title={t("notices.desk.documents")}>
            {documents.length === 0 ? <Empty>{t("notices.desk.noDocuments")}</Empty> : <DocumentList documents={documents} level="h3" />}
          </Section>
          <Section title={t("notices.desk.tables")}>
            {tables.length === 0 ? (
              <Empty action={<ButtonLink small look="outline-primary" to={paths.tables()}>{t("notices.desk.findTable")}</ButtonLink>}>{t("notices.desk.noTables")}</Empty>
            ) : (
              <ul className="plain-list">
                {tables.map(({ id, slug, name, role }) => (
                  <li key={id}>
                    <Link to={paths.table(slug)}>{name}</Link> <span className="muted">— {t(`tables.role.${role}`)}</span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
      )}
    </>
  );
}

/** Where an administrator of the platform works. */
function AdministratorLinks() {
  const { t } = useTranslation();
  const places = [
    [paths.organisations(), "organisations"],
    [paths.tables(), "tables"],
    [paths.planImport(), "planImport"],
    [paths.outbox(), "outbox"],
    [paths.quarantine("open"), "quarantine"],
    [paths.sharedWriting(), "sharedWriting"],
  ] as const;
  return (
    <ul className="plain-list">
      {places.map(([to, name]) => (
        <li key={to}>
          <Link to={to}>{t(`notices.desk.place.${name}`)}</Link>
        </li>
      ))}
    </ul>
  );
}
